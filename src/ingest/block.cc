#include "ingest/block.h"

#include <cstring>
#include <utility>

namespace sekisho {

Block MakeBlock(std::string_view text, Format format, std::shared_ptr<const CsvHeader> header) {
  Block block;
  block.buffer.resize(text.size() + Block::kPaddingBytes);
  if (!text.empty()) std::memcpy(block.buffer.data(), text.data(), text.size());
  block.text = {block.buffer.data(), text.size()};
  block.format = format;
  block.header = std::move(header);
  return block;
}

}  // namespace sekisho
