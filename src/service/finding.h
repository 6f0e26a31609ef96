// A finding as people and other programs see it (docs/findings.md).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "rules/indicator.h"
#include "rules/rule_set.h"

namespace sekisho {

// What a finding is about. `type` is "account", "pair", "event", or the field that was grouped by
// ("network.address"); several fields are joined by "+", their values by a space.
struct Subject {
  std::string type;
  std::string id;
};

// One event of the evidence, for people. Only kept when asked for (ScanOptions).
struct EvidenceEvent {
  std::string id;
  std::string type;
  std::string account;
  int64_t time_ms = 0;
  // Of the fields that the rule looks at (service/evidence.h), in their order, cut to
  // limits::kEvidenceValueBytesMax; empty where the event has none.
  std::vector<std::string> values;
};

struct Finding {
  std::string id;  // 32 hex digits (semantics.md 15)
  RuleIndex rule = 0;
  Subject subject;
  std::vector<std::string> accounts;  // of the evidence, sorted, without duplicates
  int64_t first_ms = 0;
  int64_t last_ms = 0;
  int64_t value_micros = 0;         // INT64_MAX: without bound (a ratio over nothing)
  bool at_least = false;            // the value is a lower bound
  bool truncated = false;           // the value covers the entries that the window kept
  bool open = false;                // the input ended while it held
  std::vector<std::string> events;  // ids, the first and the newest 25, in order of position
  uint64_t events_total = 0;
  std::vector<EvidenceEvent> evidence;  // the first and the newest, in order of position
  LocalText explanation;                // empty for rules without an indicator
};

// Accounts that share identifiers.
struct AccountGroup {
  std::string id;                     // 32 hex digits, of its oldest account
  std::vector<std::string> accounts;  // oldest first
  struct Link {
    std::string kind;
    uint32_t identifier = 0;  // the how many-th shared identifier of the group, from 0
    std::string account_a;    // the earlier one
    std::string account_b;
    int64_t time_ms = 0;
    std::string event;        // id of the event that made the link
    std::string shared = {};  // the identifier as it is compared; for deciding, not for showing
  };
  std::vector<Link> links;  // in order of position
};

}  // namespace sekisho
