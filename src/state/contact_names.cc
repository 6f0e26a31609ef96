#include "state/contact_names.h"

#include <string>

#include "names/match.h"
#include "names/packed_name.h"

namespace sekisho {

size_t ContactNames::NumberOf(std::string_view name) {
  const Name asked(name);
  if (asked.empty()) return 0;
  const std::string packed = PackName(name);
  size_t perhaps = 0;
  size_t count = 0;
  Name known;
  NameMatch match;
  for (; count < kNamesMax && kept.Has(count); ++count) {
    const std::string_view other = kept.Get(count);
    if (other == packed || (!kept.IsWhole(count) && packed.starts_with(other))) return count + 1;
    known.Assign(UnpackName(other));
    MatchNames(known, asked, &match);
    if (match.outcome != NameOutcome::kUnrelated) return count + 1;
    const bool unsure = match.unknown_reading || !kept.IsWhole(count);
    if (unsure && perhaps == 0) perhaps = count + 1;
  }
  if (perhaps != 0) return perhaps;
  if (count < kNamesMax) kept.Put(count, packed);
  return count + 1;
}

}  // namespace sekisho
