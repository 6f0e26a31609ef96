#include "dossier/disclosure.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "core/identity_mask.h"
#include "dossier/report_words.h"

namespace sekisho {
namespace {

// Shorter values say nothing by themselves ("JP", "1") and stand in many sentences.
constexpr size_t kNameBytesMin = 2;
constexpr size_t kFieldBytesMin = 5;

}  // namespace

Disclosure::Disclosure(const ReportFile& report, Language language)
    : open_(report.open()), language_(language) {
  const auto add = [&](std::string_view value, size_t least) {
    if (value.size() >= least) values_.push_back(absl::AsciiStrToLower(ToAbsl(value)));
  };
  add(report.account, kNameBytesMin);
  for (const std::string& one : report.account_names) add(one, kNameBytesMin);
  for (const std::string& one : report.contacts) add(one, kNameBytesMin);
  for (const ReportPayout& one : report.payouts) {
    add(one.name, kNameBytesMin);
    add(one.institution, kNameBytesMin);
  }
  for (const ReportMoney& one : report.money) {
    for (const std::string* text : {&one.payer, &one.payee, &one.account}) {
      add(*text, kNameBytesMin);
    }
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
