#include "dossier/disclosure.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "core/identity_mask.h"
#include "core/utf8.h"
#include "dossier/report_words.h"

namespace sekisho {
namespace {

// Shorter values say nothing by themselves ("JP", "1") and stand in many sentences.
constexpr size_t kNameBytesMin = 2;
constexpr size_t kFieldBytesMin = 5;
// Characters of a name without spaces; longer ones are transcriptions.
constexpr size_t kUnspacedMax = 6;

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
    const bool between = one.code == ' ' || one.code == 0x3000 || one.code == 0x30fb;
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
  const auto add = [&](std::string_view value, size_t least) {
    if (value.size() >= least) values_.push_back(absl::AsciiStrToLower(ToAbsl(value)));
  };
  const auto add_name = [&](const std::string& name) {
    add(name, kNameBytesMin);
    for (const std::string& part : NameParts(name)) add(part, kNameBytesMin);
  };
  add(report.account, kNameBytesMin);
  for (const std::string& one : report.account_names) add_name(one);
  for (const std::string& one : report.contacts) add(one, kNameBytesMin);
  for (const ReportPayout& one : report.payouts) {
    add_name(one.name);
    add(one.institution, kNameBytesMin);
  }
  for (const ReportMoney& one : report.money) {
    add_name(one.payer);
    add_name(one.payee);
    add(one.account, kNameBytesMin);
  }
  for (const ReportTrace& one : report.technical) add(one.value, kNameBytesMin);
  for (const ReportEvent& event : report.events) {
    add(event.account, kNameBytesMin);
    for (const auto& [name, value] : event.fields) add(value, kFieldBytesMin);
  }
  std::sort(values_.begin(), values_.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  values_.erase(std::unique(values_.begin(), values_.end()), values_.end());
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
  return shown;
}

}  // namespace sekisho
