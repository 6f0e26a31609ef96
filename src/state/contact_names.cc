#include "state/contact_names.h"

#include <string>

#include "names/packed_name.h"

namespace sekisho {

size_t ContactNames::NumberOf(std::string_view name) {
  const std::string packed = PackName(name);
  size_t count = 0;
  for (; count < kNamesMax && kept.Has(count); ++count) {
    const std::string_view other = kept.Get(count);
    if (other == packed || (!kept.IsWhole(count) && packed.starts_with(other))) return count + 1;
  }
  auto& [known, asked, match] = ThreadNameScratch();
  asked.Assign(name);
  if (asked.empty()) return 0;
  size_t perhaps = 0;
  for (size_t i = 0; i < count; ++i) {
    known.Assign(UnpackName(kept.Get(i)));
    MatchNames(known, asked, &match);
    if (match.outcome != NameOutcome::kUnrelated) return i + 1;
    const bool unsure = match.unknown_reading || !kept.IsWhole(i);
    if (unsure && perhaps == 0) perhaps = i + 1;
  }
  if (perhaps != 0) return perhaps;
  if (count < kNamesMax) kept.Put(count, packed);
  return count + 1;
}

}  // namespace sekisho
