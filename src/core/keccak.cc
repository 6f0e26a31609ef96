#include "core/keccak.h"

#include <bit>
#include <cstddef>

namespace sekisho {
namespace {

constexpr size_t kRateBytes = 136;
constexpr int kRounds = 24;
using State = std::array<uint64_t, 25>;  // lane (x, y) at x + 5 y

// FIPS 202, algorithm 5: the round constants come out of an eight-bit shift register.
constexpr std::array<uint64_t, kRounds> RoundConstants() {
  std::array<uint64_t, kRounds> constants = {};
  unsigned shift = 1;
  for (uint64_t& constant : constants) {
    for (unsigned j = 0; j < 7; ++j) {
      if ((shift & 1) != 0) constant |= uint64_t{1} << ((1u << j) - 1);
      shift = (shift << 1) ^ ((shift >> 7) * 0x171);
    }
  }
  return constants;
}
constexpr std::array<uint64_t, kRounds> kConstants = RoundConstants();

void Theta(State* a) {
  std::array<uint64_t, 5> parity = {};
  for (size_t i = 0; i < 25; ++i) parity[i % 5] ^= (*a)[i];
  for (size_t i = 0; i < 25; ++i) {
    (*a)[i] ^= parity[(i + 4) % 5] ^ std::rotl(parity[(i + 1) % 5], 1);
  }
}

// Rho and pi together: the lanes travel along one cycle, each turned by a triangular number.
void RhoPi(State* a) {
  size_t x = 1;
  size_t y = 0;
  uint64_t moving = (*a)[1];
  for (int t = 0; t < 24; ++t) {
    const size_t next = (2 * x + 3 * y) % 5;
    x = y;
    y = next;
    const uint64_t here = (*a)[x + 5 * y];
    (*a)[x + 5 * y] = std::rotl(moving, (t + 1) * (t + 2) / 2 % 64);
    moving = here;
  }
}

void Chi(State* a) {
  for (size_t y = 0; y < 25; y += 5) {
    std::array<uint64_t, 5> row = {};
    for (size_t x = 0; x < 5; ++x) row[x] = (*a)[y + x];
    for (size_t x = 0; x < 5; ++x) (*a)[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
  }
}

void Permute(State* a) {
  for (const uint64_t constant : kConstants) {
    Theta(a);
    RhoPi(a);
    Chi(a);
    (*a)[0] ^= constant;
  }
}

void Absorb(size_t at, uint8_t byte, State* a) { (*a)[at / 8] ^= uint64_t{byte} << (8 * (at % 8)); }

}  // namespace

std::array<uint8_t, 32> Keccak256(std::string_view bytes, uint8_t domain) {
  State state = {};
  size_t at = 0;
  for (const char c : bytes) {
    Absorb(at, static_cast<uint8_t>(c), &state);
    if (++at == kRateBytes) {
      Permute(&state);
      at = 0;
    }
  }
  Absorb(at, domain, &state);
  Absorb(kRateBytes - 1, 0x80, &state);
  Permute(&state);
  std::array<uint8_t, 32> hash = {};
  for (size_t i = 0; i < hash.size(); ++i) {
    hash[i] = static_cast<uint8_t>(state[i / 8] >> (8 * (i % 8)));
  }
  return hash;
}

}  // namespace sekisho
