// Planned events as lines of NDJSON.
#pragma once

#include <cstdint>
#include <string>

#include "marketplace.h"

namespace sekisho::bench {

// Appends one line with its newline. `number` counts from 1 in the order of time and becomes the
// id, so that a shuffled file holds the same events. Stateless.
void AppendEvent(const MarketplaceOptions& options, const PlannedEvent& event, uint64_t number,
                 std::string* out);

}  // namespace sekisho::bench
