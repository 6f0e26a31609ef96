#include "diligence/json_tree.h"

#include <algorithm>

#include "core/limits.h"
#include "ingest/json_text.h"

namespace sekisho {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool StartsCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool Read(JsonNode* root) {
    Skip();
    if (!Value(0, root)) return false;
    Skip();
    if (at_ < text_.size())
      return Fail(at_, "more text follows the end of the object",
                  "one file holds one object; delete what follows");
    return true;
  }

  size_t error_at() const { return error_at_; }
  const std::string& error() const { return error_; }
  const std::string& suggestion() const { return suggestion_; }
  // Of what could not be read; empty at the top of the file.
  const std::string& error_pointer() const { return error_pointer_; }

 private:
  bool Fail(size_t at, std::string message, std::string suggestion = "") {
    error_at_ = std::min(at, text_.size());
    error_ = std::move(message);
    suggestion_ = std::move(suggestion);
    return false;
  }

  // A failure inside of a member or an item: its pointer grows on the way out.
  bool FailIn(std::string_view step) {
    error_pointer_.insert(0, JoinPointer("", step));
    return false;
  }

  // Lines are counted as the reader goes on, so that places cost nothing extra.
  void Advance(size_t to) {
    for (; at_ < to; ++at_) {
      if (text_[at_] == '\n') {
        ++line_;
        column_ = 1;
      } else if (StartsCharacter(text_[at_])) {
        ++column_;
      }
    }
  }

  void Skip() {
    size_t to = at_;
    while (to < text_.size() && IsSpace(text_[to])) ++to;
    Advance(to);
  }

  bool Is(char c) const { return at_ < text_.size() && text_[at_] == c; }

  bool Value(int depth, JsonNode* node) {
    if (depth > limits::kNestingMax) {
      return Fail(at_, "more than " + std::to_string(limits::kNestingMax) + " levels of nesting",
                  "no file that is read here goes so deep; look for a bracket too many");
    }
    node->line = line_;
    node->column = column_;
    if (at_ >= text_.size())
      return Fail(at_, "the file ends where a value should stand",
                  "the file is empty or its end is missing");
    switch (text_[at_]) {
      case '{':
        return Object(depth, node);
      case '[':
        return Array(depth, node);
      case '"':
        node->kind = JsonNode::Kind::kText;
        return Text(&node->text);
      default:
        return Word(node);
    }
  }

  bool Word(JsonNode* node) {
    size_t end = at_;
    while (end < text_.size() && !IsSpace(text_[end]) &&
           std::string_view(",]}:").find(text_[end]) == std::string_view::npos) {
      ++end;
    }
    const std::string_view word = text_.substr(at_, end - at_);
    node->text = std::string(word);
    if (word == "null") {
      node->kind = JsonNode::Kind::kNull;
    } else if (word == "true" || word == "false") {
      node->kind = JsonNode::Kind::kBoolean;
    } else {
      const NumberCheck check = CheckNumber(word);
      if (check != NumberCheck::kInteger && check != NumberCheck::kDecimal) {
        return Fail(at_,
                    word.empty() ? "a value is missing here"
                                 : "\"" + std::string(CutUtf8(word, 40)) +
                                       "\" is no value; texts stand in quotation marks",
                    word.empty() ? "write the value, or delete the key or comma before it" : "");
      }
      node->kind = JsonNode::Kind::kNumber;
    }
    Advance(end);
    return true;
  }

  bool Text(std::string* out) {
    size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != '"' && text_[end] != '\n') {
      end += text_[end] == '\\' ? 2 : 1;
    }
    if (end >= text_.size() || text_[end] != '"') {
      return Fail(at_, "the text that begins here has no closing quotation mark on its line",
                  "write a line break inside of a text as \\n");
    }
    const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
    const auto control = std::find_if(inside.begin(), inside.end(),
                                      [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (control != inside.end()) {
      return Fail(at_ + 1 + static_cast<size_t>(control - inside.begin()),
                  "a control character in a text; write it as an escape, such as \\t");
    }
    out->resize(inside.size());
    size_t bad = 0;
    const std::ptrdiff_t size = Unescape(inside, out->data(), &bad);
    if (size < 0) {
      return Fail(at_ + 1 + bad, "an escape that JSON does not know",
                  "write a backslash itself as two of them");
    }
    out->resize(static_cast<size_t>(size));
    Advance(end + 1);
    return true;
  }

  // After an element: true when another one follows, with "*more".
  bool Next(char close, std::string_view what, bool* more) {
    Skip();
    *more = false;
    if (Is(close)) {
      Advance(at_ + 1);
      return true;
    }
    if (!Is(',')) {
      return Fail(at_, "here should stand a comma or the end of the " + std::string(what),
                  "look at the end of the line before as well");
    }
    Advance(at_ + 1);
    Skip();
    if (Is(close))
      return Fail(at_, "a comma before the end of the " + std::string(what), "delete the comma");
    *more = true;
    return true;
  }

  bool Array(int depth, JsonNode* node) {
    node->kind = JsonNode::Kind::kArray;
    Advance(at_ + 1);
    Skip();
    if (Is(']')) {
      Advance(at_ + 1);
      return true;
    }
    for (bool more = true; more;) {
      const size_t number = node->items.size();
      if (!Value(depth + 1, &node->items.emplace_back())) return FailIn(std::to_string(number));
      if (!Next(']', "list", &more)) return false;
    }
    return true;
  }

  bool Object(int depth, JsonNode* node) {
    node->kind = JsonNode::Kind::kObject;
    Advance(at_ + 1);
    Skip();
    if (Is('}')) {
      Advance(at_ + 1);
      return true;
    }
    for (bool more = true; more;) {
      if (!Member(depth, node) || !Next('}', "object", &more)) return false;
    }
    return true;
  }

  bool Member(int depth, JsonNode* node) {
    if (!Is('"')) {
      return Fail(at_, "here should stand a key in quotation marks",
                  Is('/') || Is('#') ? "JSON has no comments; delete it" : "");
    }
    if (node->members.size() >= limits::kEventFieldsMax) {
      return Fail(at_,
                  "an object with more than " + std::to_string(limits::kEventFieldsMax) + " keys");
    }
    JsonMember member;
    member.line = line_;
    member.column = column_;
    const size_t begin = at_;
    if (!Text(&member.key)) return false;
    if (node->Find(member.key) != nullptr) {
      Fail(begin, "the key \"" + std::string(CutUtf8(member.key, 40)) + "\" stands twice",
           "keep one of the two; several of a kind stand in one list");
      return FailIn(CutUtf8(member.key, 40));
    }
    Skip();
    if (!Is(':')) return Fail(at_, "here should stand a colon");
    Advance(at_ + 1);
    Skip();
    node->members.push_back(std::move(member));
    JsonMember& read = node->members.back();
    return Value(depth + 1, &read.value) || FailIn(CutUtf8(read.key, 40));
  }

  const std::string_view text_;
  size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
  size_t error_at_ = 0;
  std::string error_;
  std::string suggestion_;
  std::string error_pointer_;
};

SourcePlace PlaceOf(const std::string& file, std::string_view text, size_t at) {
  SourcePlace place{file, 1, 1};
  for (const char c : text.substr(0, at)) {
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if (StartsCharacter(c)) {
      ++place.column;
    }
  }
  return place;
}

}  // namespace

const JsonNode* JsonNode::Find(std::string_view key) const {
  for (const JsonMember& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

std::string_view DescribeJson(const JsonNode& node) {
  switch (node.kind) {
    case JsonNode::Kind::kNull:
      return "null";
    case JsonNode::Kind::kBoolean:
      return "true or false";
    case JsonNode::Kind::kNumber:
      return "a number";
    case JsonNode::Kind::kText:
      return "a text";
    case JsonNode::Kind::kArray:
      return "a list";
    case JsonNode::Kind::kObject:
      break;
  }
  return "an object";
}

std::string JoinPointer(std::string_view pointer, std::string_view step) {
  std::string joined(pointer);
  joined += '/';
  for (const char c : step) {
    if (c == '~') {
      joined += "~0";
    } else if (c == '/') {
      joined += "~1";
    } else {
      joined += c;
    }
  }
  return joined;
}

bool ReadJsonTree(const std::string& file, std::string_view text, JsonNode* root,
                  Diagnostic* error) {
  error->severity = Severity::kError;
  if (text.size() > limits::kCandidateBytesMax) {
    error->place = {file, 0, 0};
    error->message =
        "the file is larger than " + std::to_string(limits::kCandidateBytesMax >> 20) + " MiB";
    return false;
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (const size_t bad = FindBadUtf8(text); bad < text.size()) {
    error->place = PlaceOf(file, text, bad);
    error->message = "bytes that are no UTF-8";
    error->suggestion = "save the file as UTF-8";
    return false;
  }
  Reader reader(text);
  if (reader.Read(root)) return true;
  error->place = PlaceOf(file, text, reader.error_at());
  error->message =
      "this is no JSON: " + (reader.error_pointer().empty() ? "" : reader.error_pointer() + ": ") +
      reader.error();
  error->suggestion = reader.suggestion();
  return false;
}

}  // namespace sekisho
