// An identity document: one comparable key, and what its numbers show by themselves.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/event_view.h"

namespace sekisho {

// "ISSUER|TYPE|NUMBER", each part in upper case with letters and digits only, so that
// "tk 123-4567" and "ＴＫ１２３４５６７" are one number. An issuer that core/issuer.h knows stands
// as its country, so that "日本", "JPN" and a commission of Tokyo are one. Issuer and type may be
// empty. A driving licence of a Japanese issuer loses its twelfth digit, which counts reissues, a
// Japanese corporate number the T of a registered issuer of invoices. None without a number, and
// for a masked one
// ("****4567"), which would join strangers.
std::optional<std::string> DocumentKey(std::string_view issuer, std::string_view type,
                                       std::string_view number);

// The same for a number that the deliverer has hashed already: "ISSUER|TYPE|#hash". It never equals
// the key of a readable number. None for what is no hash (core/number_hash.h).
std::optional<std::string> DocumentHashKey(std::string_view issuer, std::string_view type,
                                           std::string_view hash);

// document.key from {document.issuer, document.type, document.number, document.number_hash}; a
// readable number goes first. document.check from {document.issuer, document.type,
// document.number}.
void ComputeDocumentKey(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputeDocumentCheck(std::span<const FieldId> inputs, FieldId output, EventView* event);
// document.expired from {document.expires}, at the time of the event.
void ComputeDocumentExpired(std::span<const FieldId> inputs, FieldId output, EventView* event);

// document.mrz_check from {document.mrz}; document.number_match, document.name_match,
// document.birth_match and document.expiry_match from {document.mrz, the printed field}. Absent
// when the zone cannot be read.
void ComputeMrzCheck(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputeMrzNumberMatch(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputeMrzNameMatch(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputeMrzBirthMatch(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputeMrzExpiryMatch(std::span<const FieldId> inputs, FieldId output, EventView* event);

}  // namespace sekisho
