#include "lists/technology_table.h"

#include <algorithm>
#include <charconv>

#include "core/status.h"
#include "core/text.h"
#include "lists/list_columns.h"
#include "lists/list_lines.h"

namespace sekisho {
namespace {

constexpr size_t kNameBytesMax = 100;
constexpr int64_t kYearMin = 1900;
constexpr int64_t kYearMax = 2200;

// "Node.js" and "NodeJS" are one, "C", "C++" and "C#" are three.
std::string Fold(std::string_view name) {
  std::string folded = LettersAndDigits(name, TextCase::kLower);
  const std::string text = NormalText(name, TextCase::kLower);
  for (const char sign : text) {
    if (sign == '+' || sign == '#') folded += sign;
  }
  return folded;
}

std::optional<int64_t> Year(std::string_view text) {
  constexpr size_t kYearDigits = 4;
  if (text.size() != kYearDigits && !DayStartMs(text)) return std::nullopt;
  int64_t year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + kYearDigits, year);
  const bool whole = error == std::errc() && end == text.data() + kYearDigits;
  return whole && year >= kYearMin && year <= kYearMax ? std::optional(year) : std::nullopt;
}

}  // namespace

ListCount TechnologyTable::AddTechnologies(const ListSpec& spec, std::string_view text,
                                           DiagnosticSink* sink) {
  ListCount count =
      ReadListColumns(spec.file, text, {"name", "first_public"}, sink, [&](const ListCells& row) {
        const std::string name = Fold(row[0]);
        const std::optional<int64_t> year = Year(row[1]);
        if (name.empty() || name.size() > kNameBytesMax) {
          return std::string("the row names no technology");
        }
        if (!year) {
          return Quoted(row[1]) + " is no day YYYY-MM-DD and no year";
        }
        const auto [found, is_new] = entries_.emplace(name, Entry{*year, spec.ExpiresMs()});
        if (!is_new) {
          found->second.year = std::min(found->second.year, *year);
          found->second.until_ms = std::max(found->second.until_ms, spec.ExpiresMs());
        }
        return std::string();
      });
  if (count.entries > 0) count.parts.Add(ListPart::kTechnology);
  return count;
}

std::optional<int64_t> TechnologyTable::FirstYear(std::string_view name, int64_t time_ms) const {
  const auto found = entries_.find(Fold(name));
  if (found == entries_.end() || time_ms >= found->second.until_ms) return std::nullopt;
  return found->second.year;
}

}  // namespace sekisho
