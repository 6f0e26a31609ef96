#include "screening/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "core/text.h"

namespace sekisho {
namespace {

constexpr int kYearMin = 1850;
constexpr int kYearMax = 2100;
constexpr int kCircaYears = 1;
constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

struct Part {
  int number = -1;  // -1: a word
  size_t digits = 0;
  std::string word;
};

// Numbers and words; everything else parts them.
std::vector<Part> Split(std::string_view text) {
  std::vector<Part> parts;
  for (size_t at = 0; at < text.size();) {
    const auto is_digit = [&](size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    const auto is_letter = [&](size_t i) {
      return (text[i] >= 'a' && text[i] <= 'z') || (text[i] & 0x80) != 0;
    };
    size_t end = at;
    Part part;
    if (is_digit(at)) {
      while (end < text.size() && is_digit(end)) ++end;
      part.digits = end - at;
      if (part.digits > 4) return {};
      std::from_chars(text.data() + at, text.data() + end, part.number);
    } else if (is_letter(at)) {
      while (end < text.size() && is_letter(end)) ++end;
      part.word = std::string(text.substr(at, end - at));
    } else {
      ++at;
      continue;
    }
    parts.push_back(std::move(part));
    at = end;
  }
  return parts;
}

int MonthOf(std::string_view word) {
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (word.size() >= 3 && word.starts_with(kMonths[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool IsYear(const Part& part) {
  return part.digits == 4 && part.number >= kYearMin && part.number <= kYearMax;
}

bool IsPlausible(const BirthDate& date) {
  return date.month >= 0 && date.month <= 12 && date.day >= 0 && date.day <= 31;
}

std::optional<BirthDate> OfYears(const std::vector<int>& years, bool about) {
  if (years.empty() || years.size() > 2) return std::nullopt;
  BirthDate date;
  date.year_first = std::min(years.front(), years.back()) - (about ? kCircaYears : 0);
  date.year_last = std::max(years.front(), years.back()) + (about ? kCircaYears : 0);
  return date;
}

// One year; the numbers before or behind it are month and day in the order of that writing.
std::optional<BirthDate> OfNumbers(const std::vector<Part>& parts, int month) {
  BirthDate date;
  std::vector<int> rest;
  bool year_first = false;
  for (const Part& part : parts) {
    if (part.number < 0) continue;
    if (IsYear(part)) {
      year_first = rest.empty();
      date.year_first = date.year_last = part.number;
    } else {
      rest.push_back(part.number);
    }
  }
  if (month != 0 && rest.size() <= 1) {
    date.month = month;
    date.day = rest.empty() ? 0 : rest[0];
  } else if (month == 0 && rest.size() == 2 && year_first) {
    date.month = rest[0];
    date.day = rest[1];
  } else if (month == 0 && rest.size() == 1 && year_first) {
    date.month = rest[0];
  } else if (!rest.empty()) {
    return std::nullopt;
  }
  if (!IsPlausible(date)) return std::nullopt;
  return date;
}

}  // namespace

std::optional<BirthDate> ReadBirthDate(std::string_view text) {
  const std::string folded = NormalText(text, TextCase::kLower);
  const std::vector<Part> parts = Split(folded);
  std::vector<int> years;
  int month = 0;
  bool about = folded.find("頃") != std::string::npos || folded.find("ごろ") != std::string::npos;
  for (const Part& part : parts) {
    if (IsYear(part)) years.push_back(part.number);
    if (part.number >= 0) continue;
    about = about || part.word == "circa" || part.word == "c" || part.word == "approximately";
    if (month == 0) month = MonthOf(part.word);
  }
  if (years.size() == 1 && !about) return OfNumbers(parts, month);
  return OfYears(years, about);
}

DateFit CompareDates(const BirthDate& a, const BirthDate& b) {
  if (a.year_first == 0 || b.year_first == 0) return DateFit::kUnknown;
  if (a.year_last < b.year_first || b.year_last < a.year_first) return DateFit::kDiffers;
  if (a.month != 0 && b.month != 0 && a.month != b.month) return DateFit::kDiffers;
  if (!a.exact() || !b.exact()) return DateFit::kYear;
  return a.day == b.day ? DateFit::kSame : DateFit::kDiffers;
}

}  // namespace sekisho
