// Population facts: one event against what everybody did on the last closed day (semantics.md 21),
// or against the names that came before with the same e-mail address or telephone number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "core/field.h"

namespace sekisho {

// How often each value came on one day: buckets of a fixed width on a logarithmic scale, so that a
// day of any size takes the same room. Values below 32 have a bucket of their own; above, 16 share
// each doubling, and a value counts as the middle of its bucket: at most 3 % beside itself. All
// zeros is an empty histogram.
struct LogHistogram {
  static constexpr size_t kBuckets = 16 * 61;

  uint32_t counts[kBuckets];
  uint32_t total;
  uint32_t unused;

  // `value` must not be negative.
  void Add(int64_t value);
  // Takes an added value back; false, and nothing is done, when its bucket is empty.
  bool Remove(int64_t value);
  // Nearest rank; 0 when empty.
  int64_t Median() const;
};

enum class PopulationKind : uint8_t {
  // bids.percent_of_peers, by age class: the bids of the account on the last closed day (UTC) as
  // whole percent of the median of the accounts that bid on that day and were in the class that the
  // account is in now. Absent when the account was not there yet.
  kPeers,
  // price.percent_of_median, by category and currency: the amount of the bid as whole percent of
  // the median of all bids of the last closed day (UTC) with an amount above 0.
  kPrices,
  // email.name_number, by email.key: which of the different names that came with this address the
  // name of the registration or application is, from 1 (state/contact_names.h).
  kEmailNames,
  // phone.name_number, by phone.key: the same for the telephone number.
  kPhoneNames,
};
inline constexpr size_t kPopulationKinds = 4;
// The first two are set on bid.submitted, absent when fewer than this many accounts or bids were
// there on that day, and at most 1,000,000,000.
inline constexpr uint32_t kPopulationMin = 10;

// One kind of facts, with one record for each population. Immutable; shared by all threads.
class PopulationPlan {
 public:
  // The plan for rules that read `fields`; interns what it needs, also facts of profiles. Unused
  // when no rule reads the fact.
  static PopulationPlan Make(PopulationKind kind, FieldTable* fields);

  bool used() const { return output_ != kNoField; }
  // Must events of this type visit, to give or to take?
  bool ConcernsType(std::string_view type) const;
  bool Sets(FieldId field) const { return used() && field == output_; }
  // The fields whose values name the population of an event; without one it has none.
  const std::vector<FieldId>& key() const { return key_; }
  // The fields of an event that a visit reads, the key's included.
  const std::vector<FieldId>& inputs() const { return inputs_; }
  // Bytes of the record of one population; a multiple of 8. All zeros is a new one.
  size_t bytes() const;

  // Sets the fact of `event` from the record, then learns from the event. Events of one population
  // come in the order of their position.
  void Visit(std::byte* record, EventView* event) const;

 private:
  struct State;

  bool IsOfContacts() const { return kind_ >= PopulationKind::kEmailNames; }
  void VisitPeers(State* state, EventView* event) const;
  void VisitPrices(State* state, EventView* event) const;
  void SetPercent(const State& state, int64_t value, EventView* event) const;

  PopulationKind kind_ = PopulationKind::kPeers;
  std::vector<FieldId> key_;
  std::vector<FieldId> inputs_;
  FieldId amount_ = kNoField;
  FieldId name_ = kNoField;
  FieldId bids_today_ = kNoField;
  FieldId bids_last_day_ = kNoField;
  FieldId output_ = kNoField;
};

}  // namespace sekisho
