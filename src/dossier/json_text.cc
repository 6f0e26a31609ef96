#include "dossier/json_text.h"

#include "core/json_writer.h"

namespace sekisho {
namespace {

constexpr size_t kLineMax = 80;

void Write(const JsonNode& node, JsonWriter* json) {
  switch (node.kind) {
    case JsonNode::Kind::kText:
      json->Text(node.text);
      break;
    case JsonNode::Kind::kArray:
      json->BeginArray();
      for (const JsonNode& item : node.items) Write(item, json);
      json->EndArray();
      break;
    case JsonNode::Kind::kObject:
      json->BeginObject();
      for (const JsonMember& member : node.members) Write(member.value, &json->Key(member.key));
      json->EndObject();
      break;
    case JsonNode::Kind::kNull:
      json->Null();
      break;
    default:
      json->Raw(node.text);
  }
}

std::string KeyText(const std::string& key) {
  std::string text;
  AppendJsonText(key, &text);
  return text + ": ";
}

// On one line, with a space behind each comma.
std::string Line(const JsonNode& node) {
  std::string text;
  if (node.kind == JsonNode::Kind::kArray) {
    for (const JsonNode& item : node.items) text += (text.empty() ? "" : ", ") + Line(item);
    return "[" + text + "]";
  }
  if (node.kind == JsonNode::Kind::kObject) {
    for (const JsonMember& member : node.members) {
      text += (text.empty() ? "" : ", ") + KeyText(member.key) + Line(member.value);
    }
    return "{" + text + "}";
  }
  return CompactJson(node);
}

void Indent(const JsonNode& node, size_t depth, std::string* out) {
  const bool is_list = node.kind == JsonNode::Kind::kArray;
  const bool is_object = node.kind == JsonNode::Kind::kObject;
  const std::string line = depth == 0 ? "" : Line(node);
  if (!(is_list || is_object) || (depth > 0 && 2 * depth + line.size() <= kLineMax)) {
    *out += Line(node);
    return;
  }
  const std::string margin = "\n" + std::string(2 * (depth + 1), ' ');
  *out += is_list ? "[" : "{";
  bool first = true;
  const auto next = [&] {
    if (!first) *out += ",";
    first = false;
    *out += margin;
  };
  for (const JsonNode& item : node.items) {
    next();
    Indent(item, depth + 1, out);
  }
  for (const JsonMember& member : node.members) {
    next();
    *out += KeyText(member.key);
    Indent(member.value, depth + 1, out);
  }
  *out += "\n" + std::string(2 * depth, ' ') + (is_list ? "]" : "}");
}

}  // namespace

std::string CompactJson(const JsonNode& node) {
  std::string text;
  JsonWriter json(&text);
  Write(node, &json);
  return text;
}

std::string IndentedJson(const JsonNode& node) {
  std::string text;
  Indent(node, 0, &text);
  return text + "\n";
}

}  // namespace sekisho
