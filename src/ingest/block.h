// What Input hands out: a run of whole records of one source.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

enum class Format : uint8_t { kNdjson, kCsv };

// Where the bytes of one record stand: in the decompressed text of a source.
struct RecordRef {
  uint32_t source = 0;  // index into the paths given to Input
  uint64_t offset = 0;  // bytes from the start of the decompressed text
  uint32_t length = 0;  // bytes, without the line end
};

// The first row of a CSV file.
struct CsvHeader {
  std::vector<std::string> names;
};

// A buffer that is filled again and again. `text` points into `buffer`, and at least
// kPaddingBytes readable bytes follow it.
struct Block {
  static constexpr size_t kPaddingBytes = 64;

  std::string_view text;
  uint64_t sequence = 0;  // rises by one from block to block, over all sources
  uint32_t source = 0;
  uint64_t offset = 0;  // of `text` in the decompressed text of the source
  Format format = Format::kNdjson;
  std::shared_ptr<const CsvHeader> header;  // CSV only
  // Not 0: `text` is the beginning of one record of that many bytes, which is over the limit.
  uint64_t too_long_bytes = 0;

  std::vector<char> buffer;  // storage; only Input touches it
};

// A block over text in memory (tests, rule cases, requests): copies `text` and adds the padding.
// One CSV block needs its header given.
Block MakeBlock(std::string_view text, Format format = Format::kNdjson,
                std::shared_ptr<const CsvHeader> header = nullptr);

}  // namespace sekisho
