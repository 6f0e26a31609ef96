// Where the tokens of JSON text begin.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "core/status.h"

namespace sekisho {

// Finds, with simdjson's first stage, the start of every token ({ } [ ] : , strings, scalars) of
// many lines at once, and checks UTF-8 and that no string holds a control character. A string can
// therefore never reach over a line end, so the tokens of one line are those between its ends.
//
// simdjson offers this stage only through its implementation interface; this is the one file that
// uses it. What it saves over ondemand::parser::iterate on each line is the setting up per line,
// and it lets the reader check every value of a line, also those that no rule reads.
class JsonTokens {
 public:
  JsonTokens();
  ~JsonTokens();

  enum class Outcome { kFound, kControlCharacter, kNotUtf8, kOpenString, kFailed };

  // `text` must be shorter than 4 GiB. The tokens stay valid until the next call.
  Outcome Find(std::string_view text);

  // Offsets from the start of the text, rising, followed by kEndEntries that are text.size().
  static constexpr uint32_t kEndEntries = 4;
  const uint32_t* offsets() const;
  uint32_t count() const { return count_; }

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
  uint32_t count_ = 0;
};

}  // namespace sekisho
