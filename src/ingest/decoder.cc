#include "ingest/decoder.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "core/limits.h"
#include "ingest/csv_decoder.h"
#include "ingest/json_decoder.h"
#include "ingest/json_text.h"
#include "ingest/path_table.h"

namespace sekisho {
namespace {

// Names come from the input: beyond this many everything learned from them is forgotten.
constexpr size_t kPathsMax = 20'000;

std::string TooLong(uint64_t bytes) {
  return "the record has " + std::to_string(bytes) + " bytes; at most " +
         std::to_string(limits::kLineBytesMax) + " are read";
}

}  // namespace

struct Decoder::Parts {
  explicit Parts(const DecoderOptions& options)
      : paths(options.fields, options.mapping, options.foreign_fields),
        builder(options.fields, options.mapping, options.foreign_fields, &counters),
        json(&paths, &builder),
        csv(&paths, &builder) {}

  Counters counters;
  PathTable paths;
  EventBuilder builder;
  JsonDecoder json;
  CsvDecoder csv;

  bool is_csv() const { return block->format == Format::kCsv; }
  std::string_view record_text() const { return is_csv() ? csv.record() : json.record(); }
  size_t record_at() const { return is_csv() ? csv.record_at() : json.record_at(); }
  Outcome Next(EventView* event);
  Outcome NextTooLong(EventView* event);
  void ForgetIfFull();

  const Block* block = nullptr;
  bool too_long_done = false;
};

void Decoder::Parts::ForgetIfFull() {
  if (!json.full() && paths.size() <= kPathsMax) return;
  paths.CountInto(&counters);
  json.Forget();
  csv.Forget();
  paths.Clear();
}

Outcome Decoder::Parts::Next(EventView* event) {
  if (block->too_long_bytes > 0) return NextTooLong(event);
  ForgetIfFull();
  const Outcome outcome = is_csv() ? csv.Next(event) : json.Next(event);
  if (outcome == Outcome::kEnd || record_text().size() <= limits::kLineBytesMax) return outcome;
  builder.Fail(EventBuilder::kWholeRecord, TooLong(record_text().size()));
  return Outcome::kRejected;
}

Outcome Decoder::Parts::NextTooLong(EventView* event) {
  if (std::exchange(too_long_done, true)) return Outcome::kEnd;
  builder.Begin(event);
  builder.Fail(EventBuilder::kWholeRecord, TooLong(block->too_long_bytes));
  return Outcome::kRejected;
}

Decoder::Decoder(const DecoderOptions& options) : parts_(std::make_unique<Parts>(options)) {}
Decoder::~Decoder() = default;

void Decoder::Start(const Block& block) {
  Parts& my = *parts_;
  my.block = &block;
  my.too_long_done = false;
  if (my.is_csv()) {
    my.csv.Start(block.text, block.header);
  } else {
    my.json.Start(block.text);
  }
}

Outcome Decoder::Next(EventView* event) {
  Parts& my = *parts_;
  const Outcome outcome = my.Next(event);
  if (outcome == Outcome::kEnd) return outcome;
  ++my.counters.records;
  if (outcome == Outcome::kEvent) ++my.counters.events;
  if (outcome == Outcome::kRejected) ++my.counters.rejects;
  return outcome;
}

RecordRef Decoder::record() const {
  const Parts& my = *parts_;
  if (my.block->too_long_bytes > 0) {
    constexpr uint64_t kLengthMax = std::numeric_limits<uint32_t>::max();
    return {my.block->source, my.block->offset,
            static_cast<uint32_t>(std::min(my.block->too_long_bytes, kLengthMax))};
  }
  return {my.block->source, my.block->offset + my.record_at(),
          static_cast<uint32_t>(my.record_text().size())};
}

uint32_t Decoder::line() const {
  const Parts& my = *parts_;
  if (my.block->too_long_bytes > 0) return 1;
  return my.is_csv() ? my.csv.line() : my.json.line();
}

Reject Decoder::reject() const {
  const Parts& my = *parts_;
  Reject reject;
  reject.record = record();
  // kWholeRecord becomes 0.
  reject.column = static_cast<uint32_t>(my.builder.failed_at() + 1);
  reject.reason = my.builder.reason();
  reject.raw = my.block->too_long_bytes > 0 ? my.block->text : my.record_text();
  if (reject.record.length > limits::kLineBytesMax) {
    reject.raw = CutUtf8(reject.raw, limits::kFieldBytesMax);
    reject.raw_bytes = std::max<uint64_t>(my.block->too_long_bytes, reject.record.length);
  }
  return reject;
}

Counters Decoder::TakeCounters() {
  parts_->paths.CountInto(&parts_->counters);
  return std::exchange(parts_->counters, {});
}

}  // namespace sekisho
