#include "dossier/share_artefacts.h"

#include <algorithm>
#include <string>

#include "facts/identity/document.h"
#include "facts/money/payout.h"

namespace sekisho {
namespace {

// "e_money|a@example.com", "other|81312345678": outside of banks, cards and wallets a number may
// be that of a telephone.
bool IsPersonsOwn(std::string_view payout_key) {
  const std::string_view kind = payout_key.substr(0, payout_key.find('|'));
  const std::string_view identifier = payout_key.substr(payout_key.rfind('|') + 1);
  if (identifier.find('@') != std::string_view::npos) return true;
  if (kind == "bank" || kind == "card" || kind == "crypto") return false;
  return std::all_of(identifier.begin(), identifier.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == '+'; });
}

}  // namespace

void AppendArtefacts(const ArtefactFields& fields, const KeyedHash& key,
                     std::vector<SharedArtefact>* out, size_t* held_back) {
  const auto add = [&](ArtefactKind kind, std::string_view value) {
    if (!value.empty()) out->push_back({kind, ArtefactHash(key, kind, value)});
  };
  if (!fields.document_number.empty()) {
    add(ArtefactKind::kDocument,
        DocumentKey(fields.document_issuer, fields.document_type, fields.document_number)
            .value_or(""));
  }
  if (!fields.payout_identifier.empty()) {
    const std::string payee =
        PayoutKey(fields.payout_kind, fields.payout_identifier, fields.payout_institution)
            .value_or("");
    if (IsPersonsOwn(payee)) {
      ++*held_back;
    } else {
      add(ArtefactKind::kPayee, payee);
    }
  }
  add(ArtefactKind::kDevice, fields.device);
  add(ArtefactKind::kTemplate, TemplateForm(fields.text));
}

}  // namespace sekisho
