// Which encoding a text may be in, for people to confirm. Nothing is read by a guess.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ingest/text_encoding.h"

namespace sekisho {

// What a guess rests on.
enum class EncodingClue : uint8_t {
  kMark,      // a byte-order mark
  kAscii,     // nothing but ASCII, which is the same in most encodings
  kUtf8,      // other characters, and all of it is UTF-8: no accident
  kZeros,     // every other byte is zero
  kDetector,  // the frequency of characters, by ICU; not certain
  kNone,
};

struct EncodingGuess {
  std::optional<Encoding> encoding;  // none with kNone
  EncodingClue clue = EncodingClue::kNone;
};

// Of the first bytes of a text; they may end within a character.
EncodingGuess GuessEncoding(std::string_view head);

// The places in `head` that are no character of the encoding. A character that is cut off at the
// end is none of them.
uint64_t CountUndecodable(Encoding encoding, std::string_view head);

}  // namespace sekisho
