// NDJSON: one JSON object a line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/limits.h"
#include "ingest/event_builder.h"
#include "ingest/json_tokens.h"
#include "ingest/key_trie.h"
#include "ingest/path_table.h"

namespace sekisho {

// Reads the lines of one block after another. Every value of a line is checked, whoever reads it.
// Not thread-safe.
class JsonDecoder {
 public:
  // Both outlive the decoder.
  JsonDecoder(PathTable* paths, EventBuilder* builder)
      : paths_(paths), builder_(builder), trie_(paths) {}

  // `text` stays in place, with Block::kPaddingBytes behind it, until the next call.
  void Start(std::string_view text);

  // The next line that is not blank. Not kEnd: `record()` is the line without its end, at
  // `record_at()` in the text, line number `line()` from 1.
  Outcome Next(EventView* event);

  std::string_view record() const { return line_; }
  size_t record_at() const { return static_cast<size_t>(line_.data() - text_.data()); }
  uint32_t line() const { return line_number_; }

  // Called before the paths are cleared.
  void Forget() { trie_.Clear(); }
  bool full() const { return trie_.full(); }

 private:
  bool NextLine();
  void NextChunk();
  void EndLine(const char* from);
  JsonTokens::Outcome Tokenize(std::string_view part);
  Outcome Decode(EventView* event);
  bool ReadLine();

  // The token at the cursor: its offset in the line; its first byte, or '\n' behind the last one.
  size_t At() const { return offsets_[cursor_] - line_start_; }
  char Peek() const { return offsets_[cursor_] < line_end_ ? chunk_[offsets_[cursor_]] : '\n'; }
  // From the cursor up to the next token, without white space: a whole string or literal.
  std::string_view Token() const;

  // Objects, along the trie. The cursor stands behind the {; `*end` is the state behind the }, for
  // the event itself the last state within it when all its fields were usual ones, else null.
  bool ReadObject(KeyState* state, std::string_view prefix, int depth, KeyState** end);
  bool ReadFields(KeyState* state, std::string_view prefix, int depth, KeyState** end);
  KeyState* ReadUsualFields(KeyState* state, bool* closed);
  KeyState* AddEnvelope(KeyNode* key, std::string_view text);
  void LearnLead(KeyNode* key, size_t value_at);
  KeyNode* ReadKey(KeyState* state, std::string_view prefix);
  bool ReadValue(KeyNode* key, int depth, KeyState** next);
  bool ReadForbidden(Path* path, int depth);

  bool ReadScalar(RawValue* value);
  bool ReadString(std::string_view* text);
  bool ReadLiteral(RawValue* value);

  // Lists and all that stands in them, not along the trie: values are gathered by path. With a
  // null `path` they are only checked.
  bool ReadList(Path* path, int depth);
  bool ReadFreely(Path* path, int depth);
  bool ReadFreeItems(Path* path, int depth);
  bool ReadFreeObject(Path* path, int depth);
  bool ReadFreeMembers(Path* path, int depth);
  void AddPair(const Path& list, size_t first, size_t begin, size_t end);
  bool AddGathered(Path* list, size_t at);

  bool CountField() { return ++fields_ <= limits::kEventFieldsMax || TooManyFields(); }
  bool TooManyFields();
  bool CheckNesting(int depth);
  bool Unexpected(std::string_view wanted);
  void RedactValue(size_t at);
  std::string_view Kept();

  PathTable* paths_;
  EventBuilder* builder_;
  KeyTrie trie_;
  JsonTokens tokens_;

  std::string_view text_;
  size_t next_ = 0;             // where the next line begins in text_
  size_t chunk_end_ = 0;        // of the part of text_ that was tokenized at once
  bool chunk_good_ = false;     // else it is tokenized line by line
  bool chunk_escapes_ = false;  // the chunk holds a backslash
  bool escapes_ = false;        // the line does

  const char* chunk_ = nullptr;
  const uint32_t* offsets_ = nullptr;  // of the tokens, from chunk_
  uint32_t cursor_ = 0;
  size_t line_start_ = 0;  // from chunk_
  size_t line_end_ = 0;    // that of the chunk until EndLine
  bool line_ended_ = false;
  std::string_view line_;
  uint32_t line_number_ = 0;
  int fields_ = 0;      // of this line
  uint32_t shape_ = 0;  // of this line (EventView::shape)

  std::vector<std::pair<Path*, Value>> gathered_;
  std::vector<Value> items_;
  std::vector<std::pair<size_t, size_t>> redacted_;  // begin and end in line_ of forbidden values
};

}  // namespace sekisho
