// The names that a shared bundle is made of. Used inside of this layer.
#pragma once

#include <string>
#include <string_view>

namespace sekisho {

inline constexpr char kArtefactType[] = "sekisho-artefact";
inline constexpr char kProgramId[] = "identity--b64be767-2c51-4ca9-befe-67524467e787";
inline constexpr char kExtensionId[] = "extension-definition--eae6e52a-323d-4cb7-9ab5-1a229a5df488";

// The parts of a pattern around the kind and the hash.
inline constexpr char kPatternStart[] = "[sekisho-artefact:kind = '";
inline constexpr char kPatternMiddle[] = "' AND sekisho-artefact:keyed_hash = '";
inline constexpr char kPatternEnd[] = "']";

std::string ArtefactPattern(std::string_view kind, std::string_view hash);

}  // namespace sekisho
