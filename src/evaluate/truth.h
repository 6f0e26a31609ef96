// What is known about the accounts of an input: the file that `sekisho simulate` writes, or one
// that a platform writes about cases it has closed (docs/truth.md). Only measured with, never
// scanned.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"

namespace sekisho {

struct TruthAccount {
  std::string account;
  bool in_ring = false;  // label: "ring" or "honest"
  // As the file says; empty where it says nothing.
  std::string kind;
  std::string ring;
  std::string role;
  std::string care;
  std::string country;
  std::string language;
  std::optional<int64_t> created_ms;  // midnight of the day of registration, taken as UTC
};

struct Truth {
  std::vector<TruthAccount> accounts;  // in order of the file, no account twice
};

// Reads CSV (RFC 4180, UTF-8) with a first line of column names in any order. `account` and `label`
// must be there; `kind`, `ring`, `role`, `care`, `country`, `language` and `created` (YYYY-MM-DD)
// may; others are not looked at. `name` is the file's, for messages. Fails at the first line that
// cannot be read: a measurement against half a truth would be wrong.
StatusOr<Truth> ParseTruth(std::string_view text, std::string_view name);

// The same for a file, plain, .gz or .zst, of at most limits::kTruthBytesMax.
StatusOr<Truth> ReadTruth(const std::string& path);

}  // namespace sekisho
