// What the facts say about single values, outside of any file: for people who write rules or look
// at a finding.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/status.h"
#include "lists/list_set.h"

namespace sekisho {

// A field of docs/events.md as an event could carry it.
struct GivenValue {
  std::string field;
  std::string value;
};

struct ValueFact {
  std::string field;
  std::string value;                // empty: the fact is absent
  bool by_list = false;             // a list gave the value, or its absence
  std::vector<ListPart> missing;    // of an absent one: parts of the lists that could give it
  std::vector<std::string> silent;  // of these, the files that lists.yml names and that say nothing
};

// Every fact that reads one of `values`, in the order of the registry. The values go through the
// reader of events first, so that what it refuses or masks is refused and masked here too.
// `lists` may be null; they are asked for the time `time_ms`. kInvalidArgument for a field that no
// event has, and for a value that the reader refuses or hides (a My Number).
StatusOr<std::vector<ValueFact>> FactsOfValues(const std::vector<GivenValue>& values,
                                               const std::shared_ptr<const ListSet>& lists,
                                               int64_t time_ms);

}  // namespace sekisho
