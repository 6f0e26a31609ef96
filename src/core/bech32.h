// Bech32 and Bech32m, the form of segregated-witness addresses of Bitcoin.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

struct Bech32 {
  enum class Checksum { kBech32, kBech32m, kWrong };
  std::string prefix;           // the human-readable part, lower case
  std::vector<uint8_t> values;  // groups of five bits, without the checksum
  Checksum checksum = Checksum::kWrong;
};

// Takes the text apart (BIP 173, BIP 350): at most 90 characters of one case, the last "1" parts
// the prefix from at least six characters of data. Nothing without that form. The checksum catches
// every error of up to four characters.
std::optional<Bech32> ParseBech32(std::string_view text);

// Whether the values are a witness version and program (BIP 141, BIP 350): version 0 with 20 or 32
// bytes and Bech32, or version 1 to 16 with 2 to 40 bytes and Bech32m; padding at most four zero
// bits.
bool IsWitnessProgram(const Bech32& address);

}  // namespace sekisho
