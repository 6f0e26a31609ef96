// The artefacts of an event, ready to be shared.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/keyed_hash.h"
#include "dossier/share_bundle.h"

namespace sekisho {

// Fields of one event as docs/events.md names them; empty when it has none.
struct ArtefactFields {
  std::string_view document_issuer;
  std::string_view document_type;
  std::string_view document_number;
  std::string_view payout_kind;
  std::string_view payout_identifier;
  std::string_view payout_institution;
  std::string_view device;
  std::string_view text;
};

// Appends what can be shared. A payee that is an e-mail address or a telephone number is a person's
// own and stays; `*held_back` counts it. Masked numbers are left out: they identify nobody.
void AppendArtefacts(const ArtefactFields& fields, const KeyedHash& key,
                     std::vector<SharedArtefact>* out, size_t* held_back);

}  // namespace sekisho
