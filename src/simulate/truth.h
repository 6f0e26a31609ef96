// The file that says what every account is.
#pragma once

#include "simulate/market.h"

namespace sekisho::simulate {

// truth.csv: account,kind,ring,role,care,country,language,created,label. A line for each account,
// in the order in which they were made. `ring`, `role` and `care` are empty for honest accounts.
void WriteTruth(const Population& population, MarketSink* sink);

}  // namespace sekisho::simulate
