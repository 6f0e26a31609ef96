// Names that follow from what they name.
#pragma once

#include <string>
#include <string_view>

namespace sekisho {

// The UUID of version 5 (RFC 9562, section 5.5) of `name` in our own namespace: the same name gives
// the same UUID everywhere. Lower case with hyphens.
std::string NamedUuid(std::string_view name);

}  // namespace sekisho
