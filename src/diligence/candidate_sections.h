// What stands in a candidate file, told once: an ObjectReader reads a file by it, a FieldLister
// lists the fields. Used inside of this layer.
#pragma once

#include <optional>

#include "diligence/candidate.h"
#include "diligence/field_lister.h"
#include "diligence/object_reader.h"

namespace sekisho {

// `In` is ObjectReader or FieldLister. `as_of` takes the place of the file's own, if given.
template <typename In>
void ReadHead(In* in, std::optional<int64_t> as_of, Candidate* out);

// The sections behind the head.
template <typename In>
void ReadSections(In* in, Candidate* out);

// The claims of the candidate, or the same as a profile shows them.
template <typename In>
Claims ReadClaims(In* in);

}  // namespace sekisho
