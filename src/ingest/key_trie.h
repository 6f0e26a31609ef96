// The order of the fields of a line, learned from the lines before it.
//
// Producers write the same fields in the same order. The trie holds every order seen so far: a
// state is a place in a line, a key leads to the next state. Following known keys costs one
// comparison each and needs no look-up, and it needs no check for duplicates either, because no
// path through the trie holds a name twice. After the value of `type` each type has states of its
// own, so that the guess is right for mixed types.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/block.h"
#include "ingest/path_table.h"

namespace sekisho {

struct KeyNode;

struct KeyState {
  KeyNode* first = nullptr;     // keys that were seen here
  KeyNode* last_key = nullptr;  // the key that came before; null at the start of a line
  KeyState* leave = nullptr;    // after the } of the object
  uint32_t number = 0;          // of this order of keys; never given twice, but for the root's 0
};

// A short text that is compared with the input again and again, eight bytes at a time.
class KnownText {
 public:
  // Longer texts are not known: a comparison must not read behind the padding of the input.
  static constexpr size_t kBytesMax = Block::kPaddingBytes;

  void Set(std::string_view text) {
    text_ = text;
    std::memcpy(&head_, text.data(), std::min(text.size(), sizeof head_));
    std::memset(&mask_, 0xff, std::min(text.size(), sizeof mask_));
    if (text.size() > 8) tail_ = Load(text.data() + text.size() - 8);
  }
  size_t size() const { return text_.size(); }
  bool empty() const { return text_.empty(); }
  // kBytesMax bytes can be read at `input`.
  bool Matches(const char* input) const {
    if ((Load(input) & mask_) != head_) return false;
    const size_t size = text_.size();
    if (size <= 8) return true;
    if (Load(input + size - 8) != tail_) return false;
    return size <= 16 || std::memcmp(input + 8, text_.data() + 8, size - 16) == 0;
  }

 private:
  static uint64_t Load(const char* text) {
    uint64_t bytes;
    std::memcpy(&bytes, text, sizeof bytes);
    return bytes;
  }

  uint64_t head_ = 0;  // the first eight bytes, or fewer under `mask_`
  uint64_t mask_ = 0;
  uint64_t tail_ = 0;  // the last eight bytes, when there are more than eight
  std::string text_;
};

struct KeyNode {
  // From the { or comma before the key to the opening quote of a usual value behind it, white space
  // included, as a line wrote it; empty until seen. All that stands between two values is compared
  // at once.
  KnownText lead;
  KnownText raw;  // the key as the line writes it, with its quotes
  Path* path = nullptr;
  KeyNode* sibling = nullptr;
  KeyNode* previous = nullptr;        // the key before it in the line
  KeyState* after = nullptr;          // after its value; null until seen
  KeyState* enter = nullptr;          // in the object that is its value; null until seen
  std::vector<KeyState*> after_type;  // of the envelope's `type`: by number of the type
};

// One per decoder; not thread-safe.
class KeyTrie {
 public:
  explicit KeyTrie(PathTable* paths) : paths_(paths) {}

  KeyState* root() { return &root_; }

  // The node of the key at `text` (its opening quote; KnownText::kBytesMax bytes can be read), or
  // null when it was not seen at `state` before.
  static KeyNode* Match(const KeyState& state, const char* text) {
    for (KeyNode* node = state.first; node != nullptr; node = node->sibling) {
      if (node->raw.Matches(text)) return node;
    }
    return nullptr;
  }
  // The same for KeyNode::lead.
  static KeyNode* MatchLead(const KeyState& state, const char* text) {
    for (KeyNode* node = state.first; node != nullptr; node = node->sibling) {
      if (!node->lead.empty() && node->lead.Matches(text)) return node;
    }
    return nullptr;
  }

  // Learns a key. `raw` as in KeyNode, `name` without escapes, `prefix` the path of the object it
  // stands in (empty for the event itself). Null when the path stands in the line already.
  KeyNode* Add(KeyState* state, std::string_view raw, std::string_view prefix,
               std::string_view name);

  KeyState* After(KeyNode* key) { return Next(&key->after, key); }
  KeyState* AfterType(KeyNode* key, size_t type);
  KeyState* Enter(KeyNode* key) { return Next(&key->enter, key); }
  KeyState* Leave(KeyState* state) { return Next(&state->leave, state->last_key); }

  // True when the trie has grown past its bound; forget it, and the paths, before the next line.
  bool full() const { return keys_made_ > kKeysMax; }
  void Clear();

 private:
  static constexpr size_t kKeysMax = 20'000;
  static constexpr int kSiblingsMax = 64;

  KeyState* Next(KeyState** slot, KeyNode* last_key) {
    return *slot != nullptr ? *slot : NewState(slot, last_key);
  }
  KeyState* NewState(KeyState** slot, KeyNode* last_key);

  PathTable* paths_;
  KeyState root_;
  std::deque<KeyState> states_;
  uint32_t states_made_ = 0;  // also those that were forgotten
  std::deque<KeyNode> keys_;
  size_t keys_made_ = 0;  // since Clear
};

}  // namespace sekisho
