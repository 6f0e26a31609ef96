// A record that could not be used, and why.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/block.h"

namespace sekisho {

struct Reject {
  RecordRef record;
  uint32_t column = 0;     // byte within the record, from 1; 0 is the record as a whole
  std::string reason;      // what is wrong and what to write instead
  std::string_view raw;    // the record as it came; points into the block
  uint64_t raw_bytes = 0;  // length of the record when `raw` is only its beginning, else 0
};

}  // namespace sekisho
