// The catalogue at a glance: what each indicator looks at, and whether anything looks at it.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "rules/load.h"

namespace sekisho {

// The event types of our schema that a detection may select, in the order of the schema.
std::vector<std::string_view> EventTypesOf(const DetectionRule& detection);

struct Coverage {
  const Indicator* indicator = nullptr;
  // Empty when it is not computed. Each sorted, without duplicates, the envelope left out.
  std::vector<std::string> events;   // event types
  std::vector<std::string> fields;   // fields of those events
  std::vector<std::string> facts;    // computed from one event
  std::vector<std::string> history;  // computed from what was kept of earlier events
  std::array<size_t, 4> cases{};     // by CaseKind

  size_t case_count() const { return cases[0] + cases[1] + cases[2] + cases[3]; }
};

// Of every indicator, ordered by id. `loaded` must outlive the result.
std::vector<Coverage> CoverageOf(const LoadResult& loaded);

// One line of JSON (RFC 8259) with everything above and the words of the section.
std::string CoverageLine(const Coverage& coverage);

// The statuses of indicators, in the order in which they are listed.
const std::vector<std::string_view>& AllStatuses();

struct Family {
  std::string_view prefix;  // of the ids: "A", "X3"
  Phrase name;
};

// The family of an id; a family without a name for ids that follow another scheme.
const Family& FamilyOf(std::string_view id);
// In the order of the ids.
const std::vector<Family>& AllFamilies();

}  // namespace sekisho
