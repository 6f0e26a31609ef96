// Random events and rules for property tests: few values, so that collisions are frequent; times on
// a coarse grid, so that events are simultaneous and stand exactly at the edges of windows.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "oracle/event.h"

namespace sekisho::oracle {

// Up to `count_max` events of our own types over a few hours, in any order: three or four accounts,
// addresses, devices, documents; fields that are missing, null, empty or numbers of several
// spellings; equal times with and without `sequence`; some without id; some twice.
rc::Gen<std::vector<Event>> Events(size_t count_max);

// A rule file: the detections that Events() can feed and two to four correlations over them and
// over each other, of every type, with aliases, anchored conditions, `generate` and filters of
// every kind that the language has. Loads without errors.
rc::Gen<std::string> RuleYaml();

}  // namespace sekisho::oracle
