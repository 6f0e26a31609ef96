// Lists of artefacts that partners of an exchange have reported (docs/sharing.md).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "core/keyed_hash.h"
#include "lists/artefact.h"
#include "lists/directory.h"
#include "lists/list_spec.h"

namespace sekisho {

// Immutable once filled; then shared by all threads.
class SharedTable {
 public:
  // The key of the exchange; without one no list can be used.
  void SetKey(const KeyedHash& key) { key_.emplace(key); }

  // Lines "kind,hash" or "kind,hash,until=2026-10-01", and one "key,check" that says by which key
  // they were made. A list of another key is reported and left out.
  ListCount AddArtefacts(const ListSpec& spec, std::string_view text, DiagnosticSink* sink);

  // The moment until which somebody reports the artefact; nothing when nobody does. `value` as
  // ArtefactHash takes it.
  std::optional<int64_t> Find(ArtefactKind kind, std::string_view value) const;

 private:
  std::optional<KeyedHash> key_;
  std::array<absl::flat_hash_map<std::string, int64_t>, kArtefactKinds> until_ms_;
};

}  // namespace sekisho
