#include "rules/case_event.h"

#include "core/json_writer.h"
#include "core/limits.h"
#include "core/schema.h"
#include "core/suggestion.h"
#include "core/time.h"
#include "yaml/section.h"

namespace sekisho {
namespace {

// JSON knows no plus sign before a number; everything else that YAML 1.2 calls a number is one.
std::string_view JsonNumber(std::string_view text) {
  return text[0] == '+' ? text.substr(1) : text;
}

std::string ReplaceAll(std::string text, std::string_view what, const std::string& with) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), with);
    at += with.size();
  }
  return text;
}

// "1d 2h 30m"; nothing when it is none.
std::optional<int64_t> ParseOffset(const std::string& text) {
  int64_t sum = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    const StatusOr<int64_t> part = ParseDuration(std::string_view(text).substr(at, end - at));
    if (!part.ok() || sum > limits::kTimeMsEnd - *part) return std::nullopt;
    sum += *part;
    at = end + 1;
  }
  return text.empty() ? std::nullopt : std::optional<int64_t>(sum);
}

struct Repeat {
  int64_t times = 1;
  int64_t every_ms = 0;
  bool given = false;
};

class EventReader {
 public:
  EventReader(std::vector<std::string>* lines, RuleContext* context)
      : lines_(lines), context_(context) {}

  void Read(const YamlNode& event) {
    if (!event.is_map()) {
      context_->Report(Sk::kCaseShape, context_->Place(event),
                       "an event must be a map, not " + std::string(DescribeKind(event)));
      return;
    }
    const size_t errors = context_->sink->errors();
    const std::optional<int64_t> start_ms = ReadStart(event);
    ReadRepeat(event);
    CheckType(event);
    CheckFields(event, "");
    if (!start_ms || context_->sink->errors() != errors) return;
    if (lines_->size() + static_cast<size_t>(repeat_.times) > limits::kCaseEventsMax) {
      context_->Report(
          Sk::kCaseRepeat, context_->Place(event),
          "the case has more than " + std::to_string(limits::kCaseEventsMax) + " events");
      return;
    }
    for (int64_t copy = 1; copy <= repeat_.times; ++copy) {
      AppendLine(event, *start_ms + (copy - 1) * repeat_.every_ms, copy);
    }
  }

 private:
  std::optional<int64_t> ReadStart(const YamlNode& event) {
    const YamlNode* at = event.Find("at");
    const YamlNode* time = event.Find("time");
    if ((at == nullptr) == (time == nullptr)) {
      context_->Report(Sk::kCaseTime, context_->Place(event),
                       at == nullptr ? "the event has no `at`" : "`at` and `time` exclude another");
      return std::nullopt;
    }
    return ReadCaseTime(at == nullptr ? *time : *at, context_);
  }

  void ReadRepeat(const YamlNode& event) {
    const YamlNode* node = event.Find("repeat");
    if (node == nullptr) return;
    repeat_.given = true;
    if (!node->is_map()) {
      context_->Report(Sk::kCaseRepeat, context_->Place(*node),
                       "`repeat` must be a map with times and every");
      return;
    }
    CheckKeys(*node, {"times", "every"}, Sk::kCaseRepeat, "`repeat`", context_);
    const YamlNode* times = node->Find("times");
    const YamlNode* every = node->Find("every");
    if (times == nullptr || every == nullptr) {
      context_->Report(Sk::kCaseRepeat, context_->Place(*node), "`repeat` needs times and every");
      return;
    }
    const std::optional<int64_t> count = ReadCount(*times, "`times`", context_, Sk::kCaseRepeat);
    const std::optional<int64_t> distance = ParseOffset(every->text);
    if (!distance) {
      context_->Report(Sk::kCaseRepeat, context_->Place(*every),
                       "`every` must be a time span like 1m or 6h 20m");
    }
    if (!count || !distance) return;
    if (*count < 1 || *count > static_cast<int64_t>(limits::kCaseEventsMax)) {
      context_->Report(Sk::kCaseRepeat, context_->Place(*times),
                       "`times` goes from 1 to " + std::to_string(limits::kCaseEventsMax));
      return;
    }
    // The last copy must have a time that an event may have.
    if (*distance > (limits::kTimeMsEnd - kCaseStartMs) / *count) {
      context_->Report(Sk::kCaseRepeat, context_->Place(*every), "the copies reach too far ahead");
      return;
    }
    repeat_.times = *count;
    repeat_.every_ms = *distance;
  }

  void CheckType(const YamlNode& event) {
    const YamlNode* type = event.Find("type");
    if (type == nullptr || !type->is_scalar()) {
      context_->Report(Sk::kCaseShape, context_->Place(event), "the event has no `type`");
      return;
    }
    const EventTypeSpec* spec = FindEventType(type->text);
    if (context_->sink->foreign() || (spec != nullptr && !spec->engine_made)) return;
    std::vector<std::string_view> names;
    for (const EventTypeSpec& known : AllEventTypes()) {
      if (!known.engine_made) names.push_back(known.type);
    }
    context_->Report(Sk::kUnknownEventType, context_->Place(*type),
                     "the event type \"" + type->text + "\" cannot stand in an event file",
                     DidYouMean(type->text, names));
  }

  void CheckFields(const YamlNode& map, const std::string& prefix) {
    for (const YamlEntry& entry : map.entries) {
      const bool ours = prefix.empty() && (entry.key == "at" || entry.key == "repeat");
      if (ours) continue;
      const std::string name = prefix + entry.key;
      if (entry.value.is_map()) {
        CheckFields(entry.value, name + ".");
        continue;
      }
      context_->fields->Check(name, FieldUse::kPresence, context_->Place(entry));
      if (entry.value.is_sequence()) CheckItems(entry.value);
    }
  }

  void CheckItems(const YamlNode& list) {
    for (const YamlNode& item : list.items) {
      if (item.is_scalar() || item.is_null()) continue;
      context_->Report(Sk::kCaseShape, context_->Place(item),
                       "a list of an event holds single values");
    }
  }

  void AppendLine(const YamlNode& event, int64_t time_ms, int64_t copy) {
    copy_ = copy;
    const std::string id = Id(event);
    std::string line;
    JsonWriter json(&line);
    json.BeginObject().Key("id").Text(id).Key("time").Text(FormatTime(time_ms));
    AppendFields(event, "", &json);
    json.EndObject();
    lines_->push_back(std::move(line));
  }

  std::string Id(const YamlNode& event) const {
    const YamlNode* id = event.Find("id");
    if (id == nullptr) return "e" + std::to_string(lines_->size() + 1);
    if (!repeat_.given) return id->text;
    const std::string counted = Counted(id->text);
    return counted != id->text ? counted : id->text + "-" + std::to_string(copy_);
  }

  std::string Counted(const std::string& text) const {
    return repeat_.given ? ReplaceAll(text, "{n}", std::to_string(copy_)) : text;
  }

  void AppendFields(const YamlNode& map, const std::string& prefix, JsonWriter* json) const {
    for (const YamlEntry& entry : map.entries) {
      const bool filled_in = prefix.empty() && (entry.key == "at" || entry.key == "repeat" ||
                                                entry.key == "id" || entry.key == "time");
      if (filled_in) continue;
      const std::string name = prefix + entry.key;
      if (entry.value.is_map()) {
        AppendFields(entry.value, name + ".", json);
        continue;
      }
      json->Key(name);
      AppendValue(entry.value, json);
    }
  }

  void AppendValue(const YamlNode& value, JsonWriter* json) const {
    if (value.is_null()) {
      json->Null();
    } else if (value.is_sequence()) {
      json->BeginArray();
      for (const YamlNode& item : value.items) AppendValue(item, json);
      json->EndArray();
    } else if (TypeOfScalar(value) == ScalarType::kNumber) {
      json->Raw(JsonNumber(value.text));
    } else if (TypeOfScalar(value) == ScalarType::kBoolean) {
      json->Boolean(value.text[0] == 't' || value.text[0] == 'T');
    } else {
      json->Text(Counted(value.text));
    }
  }

  std::vector<std::string>* lines_;
  RuleContext* context_;
  Repeat repeat_;
  int64_t copy_ = 1;
};

}  // namespace

std::optional<int64_t> ReadCaseTime(const YamlNode& node, RuleContext* context) {
  const std::optional<std::string> text = ReadText(node, "a time", context, Sk::kCaseTime);
  if (!text) return std::nullopt;
  const std::optional<int64_t> offset = ParseOffset(*text);
  if (offset && *offset < limits::kTimeMsEnd - kCaseStartMs) return kCaseStartMs + *offset;
  if (const StatusOr<int64_t> time = ParseTime(*text); time.ok()) return *time;
  context->Report(Sk::kCaseTime, context->Place(node),
                  "\"" + *text + "\" is no offset (90s, 1d 2h 30m) and no RFC 3339 time");
  return std::nullopt;
}

void AppendEventLines(const YamlNode& event, std::vector<std::string>* lines,
                      RuleContext* context) {
  EventReader(lines, context).Read(event);
}

}  // namespace sekisho
