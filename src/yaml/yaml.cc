#include "yaml/yaml.h"

#include <algorithm>
#include <cstring>

#include "core/limits.h"
#include "core/utf8.h"
#include "yaml/yaml_parse.h"

namespace sekisho {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// JSON's number grammar with an optional plus sign.
bool IsDecimal(std::string_view text) {
  size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const size_t start = at;
  while (at < text.size() && IsDigit(text[at])) ++at;
  if (at == start || (at - start > 1 && text[start] == '0')) return false;
  if (at < text.size() && text[at] == '.') {
    const size_t point = ++at;
    while (at < text.size() && IsDigit(text[at])) ++at;
    if (at == point) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    const size_t exponent = at;
    while (at < text.size() && IsDigit(text[at])) ++at;
    if (at == exponent) return false;
  }
  return at == text.size();
}

bool EqualsAny(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// Digits with at least one of the characters that make YAML 1.1 read another number.
bool IsOldNumber(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text.empty() || !IsDigit(text[0])) return false;
  const bool hex = text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'o');
  if (hex) {
    return text.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string_view::npos;
  }
  const bool octal = text.size() > 1 && text[0] == '0' &&
                     text.find_first_not_of("01234567") == std::string_view::npos;
  const bool sixties = text.find(':') != std::string_view::npos && text.size() <= 8 &&
                       text.find_first_not_of("0123456789:") == std::string_view::npos;
  const bool grouped = text.find('_') != std::string_view::npos &&
                       text.find_first_not_of("0123456789_") == std::string_view::npos;
  return octal || sixties || grouped;
}

// What is wrong with a character that text files do not hold; empty when nothing is. Line ends other
// than LF and CRLF are refused, for YAML 1.1 counts lines by them and editors do not.
std::string CharacterFault(std::string_view text, size_t at, const Utf8Character& character) {
  const unsigned char c = static_cast<unsigned char>(text[at]);
  if (!character.valid) return "this byte is not valid UTF-8";
  if (c == '\r' && text.substr(at + 1, 1) != "\n") {
    return "this carriage return has no line feed; end lines with LF or CRLF";
  }
  if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f) {
    return "this is a control character (byte " + std::to_string(c) + ")";
  }
  const char32_t value = character.code;
  if (value != 0x85 && value != 0x2028 && value != 0x2029) return "";
  const std::string code = value == 0x85 ? "0085" : value == 0x2028 ? "2028" : "2029";
  return "the character U+" + code + " ends a line in YAML 1.1; end the line with LF, or write \"\\u" +
         code + "\" in double quotes";
}

bool CheckCharacters(const std::string& file, std::string_view text, DiagnosticSink* sink) {
  int line = 1;
  size_t line_start = 0;
  for (size_t at = 0; at < text.size();) {
    const Utf8Character character = DecodeUtf8(text, at);
    std::string fault = CharacterFault(text, at, character);
    if (!fault.empty()) {
      sink->Report(Sk::kNotUtf8, {file, line, static_cast<int>(at - line_start) + 1},
                   std::move(fault));
      return false;
    }
    if (text[at] == '\n') {
      ++line;
      line_start = at + 1;
    }
    at += character.bytes;
  }
  return true;
}

struct Chunk {
  std::string_view text;
  int first_line;  // from 1
};

// A line that starts with "---" or "..." ends a document wherever it stands, even inside a block
// or a quoted text (YAML 1.2.2, 9.1.2), so documents can be read one by one.
std::vector<Chunk> SplitDocuments(std::string_view text) {
  std::vector<Chunk> chunks;
  size_t start = 0;
  int start_line = 1;
  int line = 1;
  for (size_t at = 0; at < text.size(); ++line) {
    const std::string_view marker = text.substr(at, 3);
    const bool ends = at + 3 >= text.size() || std::strchr(" \t\r\n", text[at + 3]) != nullptr;
    if ((marker == "---" || marker == "...") && ends && at > start) {
      chunks.push_back({text.substr(start, at - start), start_line});
      start = at;
      start_line = line;
    }
    const size_t newline = text.find('\n', at);
    if (newline == std::string_view::npos) break;
    at = newline + 1;
  }
  if (start < text.size()) chunks.push_back({text.substr(start), start_line});
  return chunks;
}

}  // namespace

const YamlNode* YamlNode::Find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [key](const YamlEntry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

std::string_view DescribeKind(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::kNull:
      return "nothing";
    case YamlNode::Kind::kScalar:
      return "a single value";
    case YamlNode::Kind::kSequence:
      return "a list";
    case YamlNode::Kind::kMap:
      return "a map";
  }
  return "";
}

ScalarType TypeOfScalar(const YamlNode& node) {
  if (!node.is_scalar() || !node.plain) return ScalarType::kText;
  if (IsDecimal(node.text)) return ScalarType::kNumber;
  if (EqualsAny(node.text, {"true", "True", "TRUE", "false", "False", "FALSE"})) {
    return ScalarType::kBoolean;
  }
  return ScalarType::kText;
}

bool IsAmbiguousScalar(const YamlNode& node) {
  if (!node.is_scalar() || !node.plain) return false;
  return EqualsAny(node.text, {"yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off",
                               "Off", "OFF"}) ||
         IsOldNumber(node.text);
}

std::vector<YamlNode> ReadYaml(const std::string& file, std::string_view text,
                               DiagnosticSink* sink) {
  std::vector<YamlNode> documents;
  if (text.size() > limits::kRuleFileBytesMax) {
    sink->Report(Sk::kFileTooLarge, {file, 0, 0},
                 "the file has " + std::to_string(text.size()) + " bytes; at most " +
                     std::to_string(limits::kRuleFileBytesMax) + " are read");
    return documents;
  }
  if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
  if (!CheckCharacters(file, text, sink)) return documents;
  for (const Chunk& chunk : SplitDocuments(text)) {
    std::optional<YamlNode> root = ParseYamlDocument(file, chunk.text, chunk.first_line, sink);
    if (root && !root->is_null()) documents.push_back(std::move(*root));
  }
  return documents;
}

}  // namespace sekisho
