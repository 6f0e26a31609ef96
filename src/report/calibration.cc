#include "report/calibration.h"

#include "core/json_writer.h"
#include "report/html_page.h"
#include "report/page_texts.h"
#include "report/plain_text.h"

namespace sekisho {
namespace {

template <typename Numbers>
void WriteNumbers(const Numbers& numbers, JsonWriter* json) {
  json->BeginArray();
  for (const uint64_t number : numbers) json->Count(number);
  json->EndArray();
}

// {"value", "inForce", "findings", "accounts", "byMonth", "byAge"}
void WritePoint(const CalibrationPoint& point, JsonWriter* json) {
  json->BeginObject().Key("value").Text(VisibleText(point.value));
  json->Key("inForce").Boolean(point.in_force).Key("findings").Count(point.findings);
  json->Key("accounts").Count(point.accounts).Key("byMonth");
  WriteNumbers(point.by_month, json);
  json->Key("byAge");
  WriteNumbers(point.by_age, json);
  json->EndObject();
}

}  // namespace

std::string CalibrationPage(const Calibration& calibration, Language language) {
  constexpr Phrase kTitle{"Sekisho calibration", "Sekisho 調整", "Sekisho 조정"};
  std::string data;
  JsonWriter json(&data);
  json.BeginObject().Key("language").Text(LanguageCode(language));
  json.Key("input").BeginObject().Key("first").Integer(0).Key("events").Count(calibration.events);
  json.Key("accounts").Count(calibration.accounts).EndObject();
  json.Key("words").BeginObject().EndObject().Key("months").BeginArray();
  for (const std::string& month : calibration.months) json.Text(month);
  json.EndArray().Key("without").BeginArray();
  for (const std::string& code : calibration.without_parameter) json.Text(code);
  json.EndArray().Key("lines").BeginArray();
  for (const CalibrationLine& line : calibration.lines) {
    json.BeginObject().Key("id").Text(line.indicator).Key("name").BeginArray();
    json.Text(line.name.en).Text(line.name.ja).Text(line.name.ko).EndArray();
    json.Key("parameter").Text(line.parameter).Key("unit").Text(line.unit).Key("points");
    json.BeginArray();
    for (const CalibrationPoint& point : line.points) WritePoint(point, &json);
    json.EndArray().EndObject();
  }
  json.EndArray().EndObject();
  const std::string escaped = EscapeForScript(data);
  return RenderPage(
      {kTitle.In(language), language, CalibrationStyle(), CalibrationScript(), escaped});
}

}  // namespace sekisho
