#include "dossier/disclosure.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "core/identity_mask.h"
#include "core/text.h"
#include "core/utf8.h"
#include "dossier/report_words.h"

namespace sekisho {
namespace {

// Shorter values say nothing by themselves ("JP", "1") and stand in many sentences.
constexpr size_t kNameBytesMin = 2;
constexpr size_t kFieldBytesMin = 5;
// Fewer letters in a row stand in many sentences once the spaces are gone.
constexpr size_t kLettersBytesMin = 6;
// The digits of a telephone number that stay the same when it is written without its country.
constexpr size_t kPhoneDigits = 8;
// Characters of a name without spaces; longer ones are transcriptions.
constexpr size_t kUnspacedMax = 6;

bool IsAsciiMark(char32_t code) {
  return code < 0x80 && !absl::ascii_isalnum(static_cast<unsigned char>(code));
}

// The words of a name. Of one that is written without spaces (山本翔太, 홍길동) the first two and
// the last two characters, which are a family name or a given name more often than not.
std::vector<std::string> NameParts(const std::string& name) {
  std::vector<std::string> parts;
  std::vector<size_t> starts;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) parts.push_back(std::exchange(word, ""));
  };
  bool ascii = false;
  for (size_t at = 0; at < name.size();) {
    const Utf8Character one = DecodeUtf8(name, at);
    const bool between = IsAsciiMark(one.code) || one.code == 0x3000 || one.code == 0x30fb;
    ascii = ascii || one.code < 0x80;
    starts.push_back(at);
    if (between) {
      end_word();
    } else {
      word += name.substr(at, one.bytes);
    }
    at += one.bytes;
  }
  end_word();
  constexpr size_t kPart = 2;
  if (!ascii && parts.size() == 1 && starts.size() > kPart && starts.size() <= kUnspacedMax) {
    parts = {name.substr(0, starts[kPart]), name.substr(starts[starts.size() - kPart])};
  }
  return parts;
}

}  // namespace

Disclosure::Disclosure(const ReportFile& report, Language language)
    : open_(report.open()), language_(language) {
  if (open_) return;
  Add(report.account, kNameBytesMin);
  for (const std::string& one : report.account_names) AddName(one);
  for (const std::string& one : report.contacts) Add(one, kNameBytesMin);
  for (const ReportPayout& one : report.payouts) {
    AddName(one.name);
    Add(one.institution, kNameBytesMin);
  }
  for (const ReportMoney& one : report.money) {
    AddName(one.payer);
    AddName(one.payee);
    AddAccount(one.account);
  }
  for (const ReportTrace& one : report.technical) Add(one.value, kNameBytesMin);
  for (const ReportEvent& event : report.events) {
    Add(event.account, kNameBytesMin);
    for (const auto& [name, value] : event.fields) Add(value, kFieldBytesMin);
  }
  for (std::vector<std::string>* list : {&values_, &forms_, &letters_}) {
    std::sort(list->begin(), list->end(), [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
}

void Disclosure::Add(std::string_view value, size_t bytes_min) {
  if (value.size() < bytes_min) return;
  values_.push_back(absl::AsciiStrToLower(ToAbsl(value)));
  if (std::string form = NormalText(value, TextCase::kLower); form.size() >= bytes_min) {
    forms_.push_back(std::move(form));
  }
  std::string letters = LettersAndDigits(value, TextCase::kLower);
  const bool digits = std::all_of(letters.begin(), letters.end(), absl::ascii_isdigit);
  if (digits && letters.size() > kPhoneDigits) letters.erase(0, letters.size() - kPhoneDigits);
  if (letters.size() >= kLettersBytesMin) letters_.push_back(std::move(letters));
}

void Disclosure::AddName(const std::string& name) {
  Add(name, kNameBytesMin);
  for (const std::string& part : NameParts(name)) Add(part, kNameBytesMin);
}

// "Example Bank EX-0077": the number stands alone in a sentence, whole or a part of it.
void Disclosure::AddAccount(const std::string& account) {
  Add(account, kNameBytesMin);
  bool number = false;
  for (size_t at = 0; at < account.size();) {
    const size_t end = std::min(account.find(' ', at), account.size());
    const std::string_view word = std::string_view(account).substr(at, end - at);
    if (std::any_of(word.begin(), word.end(), absl::ascii_isdigit)) {
      if (!number) Add(std::string_view(account).substr(at), kFieldBytesMin);
      number = true;
      Add(word, kFieldBytesMin);
    }
    at = end + 1;
  }
}

bool Disclosure::HasOtherForm(std::string_view text) const {
  const auto stands_in = [](const std::vector<std::string>& values, const std::string& where) {
    return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
      return where.find(value) != std::string::npos;
    });
  };
  return stands_in(forms_, NormalText(text, TextCase::kLower)) ||
         stands_in(letters_, LettersAndDigits(text, TextCase::kLower));
}

std::string Disclosure::Personal(std::string_view value) const {
  if (open_ || value.empty()) return std::string(value);
  return std::string(words::kWithheld.In(language_));
}

std::string Disclosure::Free(std::string_view text) const {
  std::string shown(text);
  if (open_) return shown;
  std::string lower = absl::AsciiStrToLower(ToAbsl(text));
  for (const std::string& value : values_) {
    for (size_t at = lower.find(value); at != std::string::npos; at = lower.find(value, at)) {
      lower.replace(at, value.size(), kMaskDots);
      shown.replace(at, value.size(), kMaskDots);
      at += kMaskDots.size();
    }
  }
  return HasOtherForm(shown) ? std::string(words::kWithheld.In(language_)) : shown;
}

}  // namespace sekisho
