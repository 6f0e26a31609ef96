#include "report/report_names.h"

#include "report/html_page.h"
#include "report/plain_text.h"
#include "service/evidence.h"

namespace sekisho {
namespace {

constexpr size_t kTextBytesMax = 200;

// Of a text in the page: quoted, escaped, with its comma.
size_t BytesInPage(std::string_view text) {
  std::string json;
  AppendJsonText(text, &json);
  return EscapeForScript(json).size() + 1;
}

}  // namespace

int64_t ReportNames::Text(std::string_view text) {
  const auto [found, is_new] =
      numbers_.try_emplace(std::string(text), static_cast<int64_t>(texts_.size()));
  if (is_new) {
    texts_.push_back(VisibleText(BeginningOf(text, kTextBytesMax)));
    bytes_ += BytesInPage(texts_.back());
  }
  return found->second;
}

void ReportNames::List(std::string_view account) { places_.emplace(account, places_.size()); }

void ReportNames::WriteAccount(std::string_view name, JsonWriter* json) {
  const size_t place = PlaceOf(name);
  if (place == SIZE_MAX) {
    json->BeginArray().Integer(Text(name)).EndArray();
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
