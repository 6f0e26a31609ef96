#include "dossier/share_artefacts.h"

#include <algorithm>
#include <string>

#include "facts/identity/document.h"
#include "facts/money/payout.h"

namespace sekisho {
namespace {

// "e_money|a@example.com", "other|81312345678", "other|tel:81312345678": outside of banks, cards
// and wallets a number may be that of a telephone.
bool IsPersonsOwn(std::string_view payout_key) {
  constexpr std::string_view kTelephone = "tel:";
  if (payout_key.find('@') != std::string_view::npos) return true;
  const size_t bar = payout_key.find('|');
  const std::string_view kind = payout_key.substr(0, bar);
  if (kind == "bank" || kind == "card" || kind == "crypto") return false;
  const std::string_view identifier = payout_key.substr(bar + 1);
  if (identifier.starts_with(kTelephone)) return true;
  return std::all_of(identifier.begin(), identifier.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == '+'; });
}

}  // namespace

void AppendArtefacts(const ArtefactFields& fields, const KeyedHash& key,
                     std::vector<SharedArtefact>* out, ArtefactsLeft* left) {
  const auto add = [&](ArtefactKind kind, std::string_view value) {
    if (!value.empty()) out->push_back({kind, ArtefactHash(key, kind, value)});
  };
  if (!fields.document_number.empty()) {
    const auto document =
        DocumentKey(fields.document_issuer, fields.document_type, fields.document_number);
    if (!document) ++left->masked;
    add(ArtefactKind::kDocument, document.value_or(""));
  }
  if (!fields.payout_identifier.empty()) {
    const auto payee =
        PayoutKey(fields.payout_kind, fields.payout_identifier, fields.payout_institution);
    if (!payee) {
      ++left->masked;
    } else if (IsPersonsOwn(*payee)) {
      left->own.insert(*payee);
    } else {
      add(ArtefactKind::kPayee, *payee);
    }
  }
  add(ArtefactKind::kDevice, fields.device);
  add(ArtefactKind::kTemplate, TemplateForm(fields.text));
}

}  // namespace sekisho
