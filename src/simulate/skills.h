// What people say they can do, and for how long: a table of invented technologies, and claims that
// fit it, nearly fit it or do not.
#pragma once

#include <cstdint>
#include <string>

#include "simulate/account.h"

namespace sekisho::simulate {

// The table as a list of the kind technologies (docs/lists.md).
std::string TechnologyList();

// The working life of the person with that hash, as told in that year.
struct Career {
  int32_t first_year = 0;
  int32_t graduated = 0;
  int32_t years = 0;
};
Career CareerOf(uint64_t person_hash);

// Some skill.claimed events, the same technologies each time. `invented`: of a life that the ring
// made up.
void WriteSkills(const Day& day, int64_t time_ms, uint64_t person_hash, bool invented);

}  // namespace sekisho::simulate
