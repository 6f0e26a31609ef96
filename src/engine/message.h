// What passes between the rounds of the engine: small structs that carry everything the receiver
// needs (semantics.md 10). A message is a run of bytes and can be written to a wire as it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <tuple>
#include <vector>

#include "core/hash.h"
#include "state/stamp.h"

namespace sekisho {

// Where something stands in the order of all inputs of the engine. `sub` counts what the engine
// itself derived from the event `ref`, 0 being the event. The fires of anchored windows stand
// behind all events of their time, ordered by where their windows opened.
struct Position {
  static constexpr EventRef kAfterEvents = EventRef{1} << 48;

  // The fire at `time_ms` of a window that opened at `opening`.
  static Position OfFire(int64_t time_ms, const Position& opening) {
    const bool chained = opening.ref == kAfterEvents;
    return {time_ms, kAfterEvents, chained ? opening.sub : opening.ref << 16 | opening.sub};
  }

  int64_t time_ms = 0;
  EventRef ref = 0;
  uint64_t sub = 0;

  friend bool operator==(const Position& a, const Position& b) {
    return a.time_ms == b.time_ms && a.ref == b.ref && a.sub == b.sub;
  }
  friend bool operator<(const Position& a, const Position& b) {
    return std::tie(a.time_ms, a.ref, a.sub) < std::tie(b.time_ms, b.ref, b.sub);
  }
};

// The rounds of a batch, in order. Correlations of level n run in round kLevel1 + n - 1.
enum Round : uint8_t {
  kRoundProfiles = 0,
  kRoundPeers,  // the population facts, one round for each PopulationKind
  kRoundPrices,
  kRoundEmailNames,
  kRoundPhoneNames,
  kRoundLinks,
  kRoundLevel1,
  kRoundLevel2,
  kRoundLevel3,
  kRoundLevel4,
  kRounds,
};

// One event meets one record. Followed by `inputs` TouchInputs.
struct Touch {
  Key key;
  uint16_t table;  // index into Plan::tables
  uint16_t inputs;
  uint32_t bytes;  // of the whole touch, a multiple of 8
};
static_assert(sizeof(Touch) == 24);

// What the event brings to one window of the record. Followed by `chained` nested touches: what to
// send on when the window's condition holds at this event.
struct TouchInput {
  uint16_t window;  // index into Plan::windows
  uint16_t chained;
  uint32_t mask;  // bit i: the event matched input i of the window's rule
  uint64_t value;
};
static_assert(sizeof(TouchInput) == 16);

// Instead of TouchInputs, a touch of a link table carries the account that used the identifier.
struct LinkInput {
  Key account;
  uint64_t source;  // index into kLinkSources
};

// Instead of TouchInputs, a touch of the profile table carries the event: a ProfileHead, then its
// fields as far as they are needed, each as a ProfileField followed by its text, padded to 8 bytes.
struct ProfileHead {
  uint64_t type_number;
  uint64_t candidates;  // MatchPlan::candidates of what is matched later
};
struct ProfileField {
  uint16_t field;
  uint8_t kind;  // ValueKind
  uint8_t truncated;
  uint32_t length;  // of the text; of a list, how many items follow as ProfileFields
};

// A touch and its position. The bytes belong to the sender and live until the batch ends.
struct Message {
  Position position;
  EventRef event = 0;  // what to show as evidence: position.ref, or the first event of the window
  const Touch* touch = nullptr;
};

// Bytes that messages point into. Pointers stay good until Clear; memory is kept for reuse.
class MessageArena {
 public:
  MessageArena() = default;
  MessageArena(MessageArena&&) = default;
  MessageArena& operator=(MessageArena&&) = default;

  // `bytes` must be a multiple of 8.
  std::byte* Allocate(size_t bytes) {
    if (bytes > left_) NextBlock(bytes);
    std::byte* memory = at_;
    at_ += bytes;
    left_ -= bytes;
    return memory;
  }
  void Clear() {
    block_ = 0;
    left_ = 0;
  }
  size_t bytes_reserved() const {
    size_t bytes = 0;
    for (const Block& block : blocks_) bytes += block.bytes;
    return bytes;
  }

 private:
  static constexpr size_t kBlockBytes = 256 << 10;
  struct Block {
    std::unique_ptr<std::byte[]> memory;
    size_t bytes;
  };

  void NextBlock(size_t bytes) {
    while (block_ < blocks_.size() && blocks_[block_].bytes < bytes) ++block_;
    if (block_ == blocks_.size()) {
      const size_t size = bytes > kBlockBytes ? bytes : kBlockBytes;
      blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(size), size});
    }
    at_ = blocks_[block_].memory.get();
    left_ = blocks_[block_].bytes;
    ++block_;
  }

  std::vector<Block> blocks_;
  size_t block_ = 0;  // the next block to use
  std::byte* at_ = nullptr;
  size_t left_ = 0;
};

}  // namespace sekisho
