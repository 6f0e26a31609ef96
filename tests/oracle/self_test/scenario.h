// Small scenarios for the oracle's own tests: rules as text, events in one line, findings as text.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "oracle/oracle.h"

namespace sekisho::oracle {

// Detections `login`, `alive`, `end`, `bid`, `award`, `work`, `review`, `payee`, `stranger`,
// `document`, `link`, `hub`, `busy` (two open sessions), and then `rules`. Fails the test when they
// do not load.
RuleSet Rules(const std::string& rules);

// A correlation named `c` that groups by account; `body` holds the other keys in one line each.
std::string Correlation(const std::string& body, const std::string& group_by = "[account]");

// An event so long after the start. Fields are "name=value" with spaces between; account u1 unless
// they say otherwise.
Event At(const std::string& id, const std::string& offset, const std::string& type,
         const std::string& fields = "");

// One text per finding of a rule that is not among the detections above, in order:
//   rule key first..last value [evidence]
// with "+" behind a value that is a lower bound, "~" behind a truncated one, and "open" at the end
// of one that is. Times count from the start.
std::vector<std::string> Texts(const Result& result);

std::vector<std::string> FindingsOf(const std::string& rules, const std::vector<Event>& events);

}  // namespace sekisho::oracle
