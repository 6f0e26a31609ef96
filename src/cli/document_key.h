// The key for numbers of documents, as the commands ask for it.
#pragma once

#include <optional>
#include <string>

#include "cli/command_line.h"
#include "core/keyed_hash.h"
#include "core/status.h"

namespace sekisho {

struct KeyChoice {
  std::string file;
  bool demo = false;
};

// --key-file and --demo.
void AddKeyOptions(Command command, KeyChoice* choice);

// The key of the file, or of the environment: SEKISHO_KEY_FILE names a file, SEKISHO_KEY is the key
// itself. The option goes first, --demo is the public key for made-up data. Nothing when there is
// none; fails when there is one that cannot be read or is no key. A file that others than its owner
// may read is refused: such a key is known. The text of the key is wiped after it was read, in the
// environment as well, so that a second call does not find it there. Call from one thread.
StatusOr<std::optional<KeyedHash>> ReadDocumentKey(const KeyChoice& choice);

// What to say, and to do, when a scan met a number and there is no key.
Status WithHowToGiveKey(const Status& refused);

// The key that partners of an exchange share (docs/sharing.md), by the same rules:
// SEKISHO_EXCHANGE_KEY_FILE or SEKISHO_EXCHANGE_KEY. It is read once and kept: call as often as
// needed, from one thread.
StatusOr<std::optional<KeyedHash>> ReadExchangeKey();

}  // namespace sekisho
