// Base58Check, the form of Bitcoin and TRON addresses.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sekisho {

// The bytes that base58 text stands for (alphabet of Bitcoin: without 0, O, I and l); each leading
// "1" is a zero byte. Nothing for other characters or more than 128 of them.
std::optional<std::vector<uint8_t>> DecodeBase58(std::string_view text);

// Whether the last four of `bytes` are the first four of SHA-256(SHA-256(the others)). A wrong
// character passes once in 2^32.
bool PassesBase58Check(const std::vector<uint8_t>& bytes);

}  // namespace sekisho
