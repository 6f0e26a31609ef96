// The text of a list as people have it: packed, or in the encoding of the program that saved it.
#pragma once

#include <cstdint>
#include <string>

#include "ingest/text_encoding.h"

namespace sekisho {

struct WatchText {
  std::string text;  // UTF-8, or what `bytes` were when they are nothing that is known
  Encoding encoding = Encoding::kUtf8;
  std::string damage;             // why it is not the whole text; empty when it is
  uint64_t undecodable = 0;       // places that are no character of the encoding, now U+FFFD
  uint64_t undecodable_line = 0;  // of the first
};

// Unpacks gzip and Zstandard, up to limits::kListBytesMax, and turns UTF-16 into UTF-8. Of
// encodings without a mark only those of Japanese tables are tried, cp932 and EUC-JP, and only
// taken when the names of the columns can be read in them; others stay as they are. Pure.
WatchText ReadWatchText(std::string bytes);

}  // namespace sekisho
