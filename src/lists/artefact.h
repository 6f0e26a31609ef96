// Artefacts that partners of an exchange compare without showing them: documents, payees, devices
// and texts, as hashes with a key that only they have (docs/sharing.md). Never persons, names,
// e-mail or network addresses.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/keyed_hash.h"

namespace sekisho {

enum class ArtefactKind : uint8_t { kDocument, kPayee, kDevice, kTemplate };
inline constexpr size_t kArtefactKinds = 4;

// "document", "payee", "device", "template".
std::string_view ArtefactKindName(ArtefactKind kind);
std::optional<ArtefactKind> ParseArtefactKind(std::string_view name);

// Characters of the hashes.
inline constexpr size_t kArtefactHashSize = 32;

// Whether it is kArtefactHashSize lower-case hexadecimal digits.
bool IsArtefactHash(std::string_view text);

// `value` in its normal form: the fact document.key or payout.key of readable numbers, the id of a
// device, TemplateForm of a text.
std::string ArtefactHash(const KeyedHash& key, ArtefactKind kind, std::string_view value);

// The same for every use of one key and telling nothing about it: shows that two partners have the
// same one.
std::string ArtefactKeyCheck(const KeyedHash& key);

// A text without case, width and differences of white space; empty when it has less than 80
// characters, because greetings and thanks are everybody's.
std::string TemplateForm(std::string_view text);

}  // namespace sekisho
