// Keccak-256 as Ethereum uses it. Libraries of the distributions have SHA3-256 only, which differs
// in one byte of padding.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace sekisho {

// The sponge of FIPS 202 with a rate of 136 bytes over `bytes` and 32 bytes of output. `domain` is
// the first byte of padding: 0x01 for the original Keccak submission, 0x06 for SHA3-256.
std::array<uint8_t, 32> Keccak256(std::string_view bytes, uint8_t domain = 0x01);

}  // namespace sekisho
