#include "ingest/json_decoder.h"

#include <algorithm>
#include <cstring>

#include "core/hash.h"
#include "ingest/json_text.h"

namespace sekisho {
namespace {

// Text that is tokenized at once: text and offsets together fit the second-level cache.
constexpr size_t kChunkBytes = 64 << 10;

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r'; }

bool Holds(std::string_view text, char c) {
  return !text.empty() && std::memchr(text.data(), c, text.size()) != nullptr;
}

std::string_view TrimEnd(std::string_view text) {
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

void JsonDecoder::Start(std::string_view text) {
  text_ = text;
  next_ = chunk_end_ = 0;
  line_number_ = 0;
  line_ = {};
}

JsonTokens::Outcome JsonDecoder::Tokenize(std::string_view part) {
  const JsonTokens::Outcome outcome = tokens_.Find(part);
  chunk_ = part.data();
  offsets_ = tokens_.offsets();
  cursor_ = 0;
  return outcome;
}

void JsonDecoder::NextChunk() {
  std::string_view chunk = text_.substr(next_, kChunkBytes);
  if (chunk.size() == kChunkBytes) {
    const size_t last = chunk.rfind('\n');
    // A line that is longer than a chunk is a chunk of its own.
    const size_t end = last != std::string_view::npos ? next_ + last : text_.find('\n', next_);
    chunk = text_.substr(next_, end == std::string_view::npos ? end : end + 1 - next_);
  }
  chunk_end_ = next_ + chunk.size();
  chunk_escapes_ = Holds(chunk, '\\');
  chunk_good_ = Tokenize(chunk) == JsonTokens::Outcome::kFound;
}

bool JsonDecoder::NextLine() {
  while (next_ < text_.size()) {
    if (next_ >= chunk_end_) NextChunk();
    ++line_number_;
    const char* begin = text_.data() + next_;
    line_start_ = static_cast<size_t>(begin - chunk_);
    // Where an event ends, its line usually does. That need not be looked for: it is known when the
    // event was read.
    line_end_ = static_cast<size_t>(text_.data() + chunk_end_ - chunk_);
    line_ended_ = false;
    if (*begin == '{' && chunk_good_ && !chunk_escapes_) return true;
    EndLine(begin);
    if (line_.find_first_not_of(" \t\r") != std::string_view::npos) return true;
  }
  return false;
}

// Ends the line, which has no line end before `from`, unless that was done.
void JsonDecoder::EndLine(const char* from) {
  if (line_ended_) return;
  const char* const begin = text_.data() + next_;
  const char* end = text_.data() + chunk_end_;
  if (from < end) {
    const void* newline = *from == '\n' ? from : std::memchr(from, '\n', end - from);
    if (newline != nullptr) end = static_cast<const char*>(newline);
  }
  const auto size = static_cast<size_t>(end - begin);
  next_ += size + 1;
  line_ = TrimEnd({begin, size});
  line_end_ = line_start_ + line_.size();
  line_ended_ = true;
}

Outcome JsonDecoder::Next(EventView* event) {
  if (!NextLine()) return Outcome::kEnd;
  builder_->Begin(event);
  return Decode(event);
}

Outcome JsonDecoder::Decode(EventView* event) {
  escapes_ = chunk_escapes_ && Holds(line_, '\\');
  if (!chunk_good_) {
    line_start_ = 0;
    line_end_ = line_.size();
    const JsonTokens::Outcome outcome = Tokenize(line_);
    if (outcome != JsonTokens::Outcome::kFound) {
      TextError error = outcome == JsonTokens::Outcome::kFailed
                            ? TextError{0, "there is not enough memory to read this line"}
                            : FindTextError(line_);
      builder_->Fail(error.at, std::move(error.reason));
      return Outcome::kRejected;
    }
  } else {
    while (offsets_[cursor_] < line_start_) ++cursor_;
  }
  if (!ReadLine()) return Outcome::kRejected;
  const Outcome outcome = builder_->Finish();
  if (!builder_->maps()) event->shape = shape_;
  if (event->id.empty() && !builder_->taken_out().empty()) {
    event->line_hash = event->Store(KeyToHex(HashBytes(Kept(), 0)));
  }
  for (const size_t at : builder_->taken_out()) RedactValue(at);
  event->raw = redacted_.empty() ? line_ : Kept();
  return outcome;
}

// The value that begins at `at`; of a list, from which a mapping takes its first value, all.
void JsonDecoder::RedactValue(size_t at) {
  if (at >= line_.size()) return;  // a constant of the mapping
  size_t end = at;
  if (line_[at] == '"' || line_[at] == '[') {
    size_t open = 0;
    do {
      const char c = line_[end++];
      if (c == '"') {
        while (end < line_.size() && line_[end] != '"') end += line_[end] == '\\' ? 2 : 1;
        ++end;
      }
      open += c == '[';
      open -= c == ']';
    } while (open > 0 && end < line_.size());
  } else {
    end = line_.find_first_of(" \t,}]", at);
  }
  redacted_.emplace_back(at, std::min(end, line_.size()));
  std::sort(redacted_.begin(), redacted_.end());
}

bool JsonDecoder::ReadLine() {
  fields_ = 0;
  redacted_.clear();
  if (Peek() != '{') return Unexpected("an event, which is one JSON object { … } on one line");
  ++cursor_;
  bool closed = false;
  KeyState* state = ReadUsualFields(trie_.root(), &closed);
  EndLine(chunk_ + offsets_[cursor_ - 1] + 1);
  shape_ = closed ? state->number : 0;
  if (!closed) {
    KeyState* end = nullptr;
    const bool read =
        state == trie_.root() ? ReadObject(state, "", 0, &end) : ReadFields(state, "", 0, &end);
    if (!read) return false;
    if (end != nullptr) shape_ = end->number;
  }
  if (Peek() == '\n') return true;
  return builder_->Fail(At(), "more text follows the object; write one event per line");
}

bool JsonDecoder::Unexpected(std::string_view wanted) {
  const std::string what(wanted);
  if (Peek() == '\n') {
    return builder_->Fail(line_.size(), "the line ends where " + what + " should stand");
  }
  const std::string_view token = Token();
  const std::string shown(CutUtf8(token, 20));
  return builder_->Fail(At(), "here should stand " + what + ", not " + shown +
                                  (shown.size() < token.size() ? "…" : ""));
}

std::string_view JsonDecoder::Token() const {
  const size_t begin = offsets_[cursor_];
  size_t end = std::min<size_t>(offsets_[cursor_ + 1], line_end_);
  while (IsSpace(chunk_[end - 1])) --end;
  return {chunk_ + begin, end - begin};
}

bool JsonDecoder::CheckNesting(int depth) {
  if (depth <= limits::kNestingMax) return true;
  return builder_->Fail(
      At(), "the values are nested deeper than " + std::to_string(limits::kNestingMax) + " levels");
}

bool JsonDecoder::TooManyFields() {
  return builder_->Fail(
      At(), "the event has more than " + std::to_string(limits::kEventFieldsMax) + " fields");
}

bool JsonDecoder::ReadObject(KeyState* state, std::string_view prefix, int depth, KeyState** end) {
  if (Peek() == '}') {
    ++cursor_;
    *end = trie_.Leave(state);
    return true;
  }
  return ReadFields(state, prefix, depth, end);
}

bool JsonDecoder::ReadFields(KeyState* state, std::string_view prefix, int depth, KeyState** end) {
  bool usual = true;
  while (true) {
    bool closed = false;
    state = ReadUsualFields(state, &closed);
    if (closed) break;
    usual = false;
    KeyNode* key = ReadKey(state, prefix);
    if (key == nullptr) return false;
    if (Peek() != ':') return Unexpected("a colon");
    ++cursor_;
    if (!ReadValue(key, depth, &state)) return false;
    const char next = Peek();
    if (next != ',' && next != '}') return Unexpected("a comma or }");
    ++cursor_;
    if (next == '}') break;
  }
  *end = depth > 0 ? trie_.Leave(state) : usual ? state : nullptr;
  return true;
}

KeyNode* JsonDecoder::ReadKey(KeyState* state, std::string_view prefix) {
  if (Peek() != '"') {
    Unexpected("the name of a field in double quotes");
    return nullptr;
  }
  if (!CountField()) return nullptr;
  KeyNode* key = KeyTrie::Match(*state, chunk_ + offsets_[cursor_]);
  if (key != nullptr) {
    ++cursor_;
    return key;
  }
  const size_t at = At();
  const std::string_view raw = Token();
  std::string_view name;
  if (!ReadString(&name)) return nullptr;
  key = trie_.Add(state, raw, prefix, name);
  if (key == nullptr) {
    std::string full(prefix);
    if (!full.empty()) full += '.';
    builder_->Fail(at, "the field \"" + full + std::string(CutUtf8(name, 60)) +
                           "\" stands twice in this event");
  }
  return key;
}

bool JsonDecoder::ReadValue(KeyNode* key, int depth, KeyState** next) {
  Path* path = key->path;
  const char first = Peek();
  if (path->forbidden) {
    *next = trie_.After(key);
    return ReadForbidden(path, depth);
  }
  if (first == '{') {
    if (path->spec != nullptr) {
      return builder_->Fail(At(), "\"" + path->name + "\" must be one value, not an object");
    }
    if (!CheckNesting(depth + 1)) return false;
    ++cursor_;
    return ReadObject(trie_.Enter(key), path->name, depth + 1, next);
  }
  if (first == '[') {
    *next = trie_.After(key);
    return ReadList(path, depth);
  }
  const size_t value_at = cursor_;
  RawValue value;
  if (!ReadScalar(&value) || !builder_->Add(path, value, offsets_[value_at] - line_start_)) {
    return false;
  }
  const bool is_type = path->field == kFieldType && builder_->type() != EventBuilder::kNoType;
  *next = is_type ? trie_.AfterType(key, builder_->type()) : trie_.After(key);
  if (first == '"' && path->usual != UsualField::kNone && key->lead.empty()) {
    LearnLead(key, value_at);
  }
  return true;
}

bool JsonDecoder::ReadForbidden(Path* path, int depth) {
  ++path->count;
  const size_t begin = Peek() == '\n' ? line_.size() : At();
  if (!ReadFreely(nullptr, depth)) return false;
  size_t end = std::min<size_t>(offsets_[cursor_], line_end_) - line_start_;
  while (end > begin && IsSpace(line_[end - 1])) --end;
  redacted_.emplace_back(begin, end);
  return true;
}

// The line without the values that are to be taken out.
std::string_view JsonDecoder::Kept() {
  static constexpr std::string_view kNull = "null";
  if (redacted_.empty()) return line_;
  std::string text;
  size_t at = 0;
  for (const auto& [begin, end] : redacted_) {
    if (begin < at) continue;  // within a list that is taken out
    text += line_.substr(at, begin - at);
    text += kNull;
    at = end;
  }
  text += line_.substr(at);
  return builder_->event()->Store(text);
}

bool JsonDecoder::ReadScalar(RawValue* value) {
  if (Peek() == '"') {
    value->kind = ValueKind::kText;
    return ReadString(&value->text);
  }
  return ReadLiteral(value);
}

bool JsonDecoder::ReadString(std::string_view* text) {
  const std::string_view token = Token();
  if (token.size() < 2 || token.back() != '"') {
    return builder_->Fail(At(), "the string that begins here is not followed by a comma or }");
  }
  *text = token.substr(1, token.size() - 2);
  if (escapes_ && Holds(*text, '\\')) {
    char* plain = builder_->event()->Allocate(text->size());
    size_t error_at = 0;
    const std::ptrdiff_t size = Unescape(*text, plain, &error_at);
    if (size < 0) {
      return builder_->Fail(At() + 1 + error_at,
                            "this escape is none of JSON's, or half of a surrogate pair");
    }
    *text = {plain, static_cast<size_t>(size)};
  }
  ++cursor_;
  return true;
}

bool JsonDecoder::ReadLiteral(RawValue* value) {
  const char first = Peek();
  if (first == '\n') return Unexpected("a value");
  const std::string_view token = Token();
  value->text = token;
  if (token == "true" || token == "false") {
    value->kind = ValueKind::kBoolean;
  } else if (token == "null") {
    value->kind = ValueKind::kNull;
  } else if (first == '-' || (first >= '0' && first <= '9')) {
    const NumberCheck check = CheckNumber(token);
    if (check == NumberCheck::kTooLarge) {
      return builder_->Fail(At(),
                            "the number " + std::string(CutUtf8(token, 40)) + " is too large");
    }
    if (check == NumberCheck::kNotANumber) return Unexpected("a number as JSON writes it");
    value->kind = ValueKind::kNumber;
    value->integer = check == NumberCheck::kInteger;
  } else {
    return Unexpected("a JSON value (text in double quotes, number, true, false, null)");
  }
  ++cursor_;
  return true;
}

}  // namespace sekisho
