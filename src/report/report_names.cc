#include "report/report_names.h"

#include <algorithm>

#include "core/limits.h"
#include "report/plain_text.h"
#include "service/evidence.h"

namespace sekisho {
namespace {

constexpr size_t kTextBytesMax = 200;

}  // namespace

ReportNames::ReportNames(const std::vector<AccountAssessment>& queue) {
  const size_t listed = std::min(queue.size(), limits::kReportAccountsMax);
  for (size_t i = 0; i < listed; ++i) places_[queue[i].account] = i;
}

int64_t ReportNames::Text(std::string_view text) {
  const auto [found, is_new] =
      numbers_.try_emplace(std::string(text), static_cast<int64_t>(texts_.size()));
  if (is_new) {
    texts_.push_back(VisibleText(BeginningOf(text, kTextBytesMax)));
    bytes_ += texts_.back().size() + 3;
  }
  return found->second;
}

void ReportNames::WriteAccount(std::string_view name, JsonWriter* json) const {
  const size_t place = PlaceOf(name);
  if (place == SIZE_MAX) {
    json->Text(VisibleText(BeginningOf(name, kTextBytesMax)));
  } else {
    json->Count(place);
  }
}

size_t ReportNames::PlaceOf(std::string_view account) const {
  const auto found = places_.find(account);
  return found == places_.end() ? SIZE_MAX : found->second;
}

void ReportNames::WriteTexts(JsonWriter* json) const {
  json->BeginArray();
  for (const std::string& text : texts_) json->Text(text);
  json->EndArray();
}

}  // namespace sekisho
