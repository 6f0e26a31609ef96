#include "dossier/json_text.h"

#include <algorithm>

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

// No lists or objects in it.
bool IsPlain(const JsonNode& list) {
  return std::all_of(list.items.begin(), list.items.end(), [](const JsonNode& one) {
    return one.kind != JsonNode::Kind::kArray && one.kind != JsonNode::Kind::kObject;
  });
}

// A list of texts and numbers, as many on a line as there is room.
void Fill(const JsonNode& list, size_t depth, const std::string& margin, std::string* out) {
  *out += "[" + margin;
  size_t used = 0;
  for (size_t i = 0; i < list.items.size(); ++i) {
    const std::string text = Line(list.items[i]) + (i + 1 < list.items.size() ? "," : "");
    if (used > 0 && margin.size() + used + text.size() > kLineMax) {
      *out += margin;
      used = 0;
    }
    *out += (used > 0 ? " " : "") + text;
    used += text.size() + 1;
  }
  *out += "\n" + std::string(2 * depth, ' ') + "]";
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
  if (is_list && IsPlain(node)) return Fill(node, depth, margin, out);
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
