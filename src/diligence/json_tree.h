// A small JSON file that a person wrote (RFC 8259), as a tree in which every value knows its place.
//
// simdjson, which reads the events, is made for speed: it does not say where a value of a finished
// tree stood. Here files are small and messages must name line, column and JSON pointer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"

namespace sekisho {

struct JsonMember;

struct JsonNode {
  enum class Kind : uint8_t { kNull, kBoolean, kNumber, kText, kArray, kObject };

  Kind kind = Kind::kNull;
  std::string text;  // of a text, its escapes resolved; of a number or boolean, as written
  int line = 0;      // from 1
  int column = 0;    // from 1, in characters
  std::vector<JsonNode> items;
  std::vector<JsonMember> members;  // in the order of the file, keys unique

  // The value of `key` in an object; null when there is none or this is no object.
  const JsonNode* Find(std::string_view key) const;
};

struct JsonMember {
  std::string key;
  int line = 0;
  int column = 0;
  JsonNode value;
};

// "an object", "a list", "a text": for messages.
std::string_view DescribeJson(const JsonNode& node);

// `pointer` with one more step (RFC 6901): "/claims" and "a/b" give "/claims/a~1b".
std::string JoinPointer(std::string_view pointer, std::string_view step);

// The whole file. On failure `*error` says what is wrong and where (line, column, JSON
// pointer, what to do), and nothing is returned: text
// that is no JSON, no UTF-8, a key that stands twice, nesting beyond limits::kNestingMax, more than
// kCandidateBytesMax bytes.
bool ReadJsonTree(const std::string& file, std::string_view text, JsonNode* root,
                  Diagnostic* error);

}  // namespace sekisho
