#include "ingest/key_trie.h"

#include <algorithm>

namespace sekisho {

KeyNode* KeyTrie::Add(KeyState* state, std::string_view raw, std::string_view prefix,
                      std::string_view name) {
  std::string full(prefix);
  if (!full.empty()) full += '.';
  full += name;
  Path* path = paths_->Find(full);
  for (const KeyNode* key = state->last_key; key != nullptr; key = key->previous) {
    if (key->path == path) return nullptr;
  }
  KeyNode& node = keys_.emplace_back();
  ++keys_made_;
  node.raw.Set(raw);
  node.path = path;
  node.previous = state->last_key;

  int siblings = 0;
  KeyNode** end = &state->first;
  for (; *end != nullptr; end = &(*end)->sibling) ++siblings;
  // Beyond that the names are not a matter of order any more; such a key is looked up each time.
  if (siblings < kSiblingsMax && raw.size() <= KnownText::kBytesMax) *end = &node;
  return &node;
}

KeyState* KeyTrie::AfterType(KeyNode* key, size_t type) {
  if (key->after_type.size() <= type) key->after_type.resize(type + 1);
  return Next(&key->after_type[type], key);
}

KeyState* KeyTrie::NewState(KeyState** slot, KeyNode* last_key) {
  KeyState& state = states_.emplace_back();
  state.last_key = last_key;
  state.number = ++states_made_;
  *slot = &state;
  return &state;
}

void KeyTrie::Clear() {
  root_ = KeyState();
  states_.clear();
  keys_.clear();
  keys_made_ = 0;
}

}  // namespace sekisho
