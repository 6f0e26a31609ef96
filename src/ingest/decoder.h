// From blocks of records to checked events.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "core/event_view.h"
#include "core/field.h"
#include "ingest/block.h"
#include "ingest/counters.h"
#include "ingest/event_builder.h"
#include "ingest/reject.h"

namespace sekisho {

struct Mapping;

struct DecoderOptions {
  const FieldTable* fields = nullptr;  // what rules read; must not grow any more
  // Reads foreign records by this mapping; null for our own format.
  const Mapping* mapping = nullptr;
  // With a mapping: rules may read the fields of the foreign record under their own names, and
  // records that the mapping does not know are handed out all the same, as events of the foreign
  // log source with an empty type (still counted as not mapped).
  bool foreign_fields = false;
};

// Decodes one block at a time. One per thread; what the options point to is shared and outlives
// all decoders.
//
//   decoder.Start(block);
//   while ((outcome = decoder.Next(&event)) != Outcome::kEnd) …
//
// After kEvent, `event` holds the event until the next call of Next or Start, or until the block
// is filled again. After kRejected, reject() says why. kSkipped: a record that the mapping does
// not know; counted, nothing else.
class Decoder {
 public:
  explicit Decoder(const DecoderOptions& options);
  ~Decoder();

  void Start(const Block& block);
  Outcome Next(EventView* event);

  // The record of the last outcome; its line within the block, from 1.
  RecordRef record() const;
  uint32_t line() const;
  Reject reject() const;

  // What was seen since the last call.
  Counters TakeCounters();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sekisho
