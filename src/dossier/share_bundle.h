// What partners of an exchange send each other: artefacts as a STIX 2.1 bundle
// (https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html; docs/sharing.md).
//
// Each artefact is one indicator object with a pattern over an object type of ours, which the
// bundle's extension definition explains. There is nothing about a person in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "lists/artefact.h"

namespace sekisho {

struct SharedArtefact {
  ArtefactKind kind;
  std::string hash;                                // ArtefactHash
  std::optional<int64_t> until_ms = std::nullopt;  // of a bundle that was read; the day after it

  auto operator<=>(const SharedArtefact&) const = default;
};

struct ShareHead {
  std::string organisation;  // empty: nobody is named
  std::string tlp;           // white | green | amber | red
  int64_t from_ms = 0;       // when the artefacts were seen with published indicators
  int64_t until_ms = 0;      // when they are to be forgotten
  std::string key_check;     // ArtefactKeyCheck
};

inline constexpr size_t kSharedArtefactsMax = 4000;  // of one bundle

// Equal contents give equal bytes: ids follow from what they name, artefacts are sorted and each is
// there once. InvalidArgument above kSharedArtefactsMax.
StatusOr<std::string> WriteShareBundle(const ShareHead& head,
                                       std::vector<SharedArtefact> artefacts);

struct ShareLoad {
  bool readable = false;                  // a STIX bundle; else `problems` says why not
  std::vector<SharedArtefact> artefacts;  // sorted, each once
  std::string key_check;                  // by which they were made; empty without artefacts
  int64_t newest_ms = 0;                  // when the newest one was made
  size_t described = 0;       // objects that describe others: identities, markings, extensions
  size_t not_understood = 0;  // sound objects of which nothing is made
  size_t revoked = 0;
  size_t refused = 0;                // objects with a problem
  std::vector<Diagnostic> problems;  // the first 50
};

// Reads a bundle of anybody, at most 4 MiB. What is wrong with one object keeps no other out.
// Thread-safe.
ShareLoad ReadShareBundle(const std::string& file, std::string_view text);

// The list of kind shared_artefacts that a bundle becomes (docs/lists.md).
std::string ArtefactListText(const ShareLoad& load);

}  // namespace sekisho
