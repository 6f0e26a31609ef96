// JsonDecoder: what nearly all lines consist of.
#include <cstring>

#include "ingest/json_decoder.h"

namespace sekisho {

// Reads fields as long as they are what nearly all are: a known name in its usual place, and text,
// not empty and without escapes, that is a good value of it. The cursor stands behind a { or comma;
// it is left at the first field that is not usual, or, when `*closed`, behind the object.
// Everything else, and every error, is for the full path.
KeyState* JsonDecoder::ReadUsualFields(KeyState* state, bool* closed) {
  const char* const chunk = chunk_;
  const size_t line_end = line_end_;
  // The { or comma, name, colon, value, and what follows. Offsets rise, and no two of these tokens
  // have a line end between them, so all five are in the line.
  const uint32_t* const first = offsets_ + cursor_ - 1;
  const uint32_t* const last = first + 4 * static_cast<size_t>(limits::kEventFieldsMax - fields_);
  const uint32_t* token = first;
  while (token[4] < line_end && token < last) {
    KeyNode* key = KeyTrie::MatchLead(*state, chunk + token[0]);
    if (key == nullptr) break;
    const char* const value = chunk + token[0] + key->lead.size();
    const char* const end = chunk + token[4];
    if (value != chunk + token[3] + 1 || end - value < 2 || end[-1] != '"' ||
        (*end != ',' && *end != '}')) {
      break;
    }
    const std::string_view text(value, static_cast<size_t>(end - value) - 1);
    if (escapes_ && std::memchr(value, '\\', text.size()) != nullptr) break;
    if (key->path->usual == UsualField::kText && text.size() <= limits::kFieldBytesMax) {
      builder_->AddText(*key->path, text);
      state = key->after;
    } else {
      KeyState* const after = AddEnvelope(key, text);
      if (after == nullptr) break;
      state = after;
    }
    token += 4;
    if (*end == '}') {
      *closed = true;
      break;
    }
  }
  fields_ += static_cast<int>(token - first) / 4;
  cursor_ = static_cast<uint32_t>(token + 1 - offsets_);
  return state;
}

// Adds the type, time or id if nothing has to be looked at more closely. Where the line goes on;
// null: nothing was added.
KeyState* JsonDecoder::AddEnvelope(KeyNode* key, std::string_view text) {
  switch (key->path->usual) {
    case UsualField::kTime:
      return builder_->AddUsualTime(text) ? key->after : nullptr;
    case UsualField::kId:
      return builder_->AddUsualId(text) ? key->after : nullptr;
    case UsualField::kType:
      return builder_->AddKnownType(text) ? trie_.AfterType(key, builder_->type()) : nullptr;
    default:
      return nullptr;
  }
}

// The text at token `value_at` was a good value of `key`: from now on what stands before it can be
// recognised as a whole.
void JsonDecoder::LearnLead(KeyNode* key, size_t value_at) {
  const size_t begin = offsets_[value_at - 3];
  const size_t size = offsets_[value_at] + 1 - begin;
  if (size <= KnownText::kBytesMax) key->lead.Set({chunk_ + begin, size});
}

}  // namespace sekisho
