// The artefacts of an event, ready to be shared.
#pragma once

#include <cstddef>
#include <set>
#include <string>
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

// What of the events is not shared.
struct ArtefactsLeft {
  std::set<std::string> own;  // payees that are an e-mail address or a telephone number
  size_t masked = 0;          // numbers of documents and payees that identify nobody
};

// Appends what can be shared; the rest goes to `*left`.
void AppendArtefacts(const ArtefactFields& fields, const KeyedHash& key,
                     std::vector<SharedArtefact>* out, ArtefactsLeft* left);

}  // namespace sekisho
