#include "cli/facts_request.h"

#include <utility>

#include "core/time.h"
#include "diligence/json_tree.h"

namespace sekisho {
namespace {

constexpr char kForm[] = R"(write a line such as {"ip": "192.0.2.7"})";

Status At(std::string_view key, const std::string& message) {
  return InvalidInput(JoinPointer("", key) + ": " + message);
}

Status AddValue(const JsonMember& member, FactsRequest* request) {
  const JsonNode& value = member.value;
  if (value.kind == JsonNode::Kind::kNull || member.key == "type") return absl::OkStatus();
  if (value.kind == JsonNode::Kind::kArray || value.kind == JsonNode::Kind::kObject) {
    return At(member.key, "the value is " + std::string(DescribeJson(value)) +
                              "; write one text or number, and the whole name of the field "
                              "(payout.identifier) as its key");
  }
  if (member.key == "id") {
    request->id = value.text;
  } else if (member.key == "time") {
    const StatusOr<int64_t> time_ms = ParseTime(value.text);
    if (!time_ms.ok()) return At(member.key, std::string(ToStd(time_ms.status().message())));
    request->time_ms = *time_ms;
  } else {
    request->values.push_back({member.key, value.text});
  }
  return absl::OkStatus();
}

void BeginAnswer(uint64_t number, std::string_view id, JsonWriter* json) {
  json->BeginObject().Key("line").Count(number);
  if (!id.empty()) json->Key("id").Text(id);
}

}  // namespace

StatusOr<FactsRequest> ReadFactsRequest(std::string_view line) {
  if (line.find_first_not_of(" \t") == std::string_view::npos) {
    return InvalidInput(std::string("the line is empty; ") + kForm);
  }
  JsonNode root;
  Diagnostic error;
  if (!ReadJsonTree("", line, &root, &error)) {
    return InvalidInput("column " + std::to_string(error.place.column) + ": " + error.message +
                        "; " + kForm);
  }
  if (root.kind != JsonNode::Kind::kObject) {
    return InvalidInput("the line is " + std::string(DescribeJson(root)) + "; " + kForm);
  }
  FactsRequest request;
  for (const JsonMember& member : root.members) {
    if (Status status = AddValue(member, &request); !status.ok()) return status;
  }
  return request;
}

void WriteFacts(const std::vector<ValueFact>& facts, const ListSet* lists, JsonWriter* json) {
  json->Key("lists_version");
  if (lists == nullptr) {
    json->Null();
  } else {
    json->Text(lists->version());
  }
  json->Key("facts").BeginArray();
  for (const ValueFact& fact : facts) {
    json->BeginObject().Key("field").Text(fact.field).Key("value");
    if (fact.value.empty()) {
      json->Null();
    } else {
      json->Text(fact.value);
    }
    json->Key("by_list").Boolean(fact.by_list).Key("missing_lists").BeginArray();
    for (const ListPart part : fact.missing) json->Text(ListPartName(part));
    json->EndArray();
    if (!fact.silent.empty()) {
      json->Key("missing_files").BeginArray();
      for (const std::string& file : fact.silent) json->Text(file);
      json->EndArray();
    }
    json->EndObject();
  }
  json->EndArray();
}

std::string AnswerFacts(uint64_t number, std::string_view line,
                        const std::shared_ptr<const ListSet>& lists, int64_t now_ms) {
  const StatusOr<FactsRequest> request = ReadFactsRequest(line);
  if (!request.ok()) return RefuseFacts(number, "", ToStd(request.status().message()));
  const StatusOr<std::vector<ValueFact>> facts =
      FactsOfValues(request->values, lists, request->time_ms.value_or(now_ms));
  if (!facts.ok()) return RefuseFacts(number, request->id, ToStd(facts.status().message()));
  std::string text;
  JsonWriter json(&text);
  BeginAnswer(number, request->id, &json);
  WriteFacts(*facts, lists.get(), &json);
  json.EndObject();
  return text + "\n";
}

std::string RefuseFacts(uint64_t number, std::string_view id, std::string_view reason) {
  std::string text;
  JsonWriter json(&text);
  BeginAnswer(number, id, &json);
  json.Key("error").Text(reason).EndObject();
  return text + "\n";
}

}  // namespace sekisho
