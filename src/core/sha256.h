// SHA-256 (FIPS 180-4) of bytes, through libsodium. Thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sekisho {

std::array<uint8_t, 32> Sha256(std::string_view bytes);

// 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

}  // namespace sekisho
