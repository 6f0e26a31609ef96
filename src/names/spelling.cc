#include "names/spelling.h"

#include "names/tables.h"

namespace sekisho {

std::vector<Spelling> ReadSpellings(std::string_view list) {
  std::vector<Spelling> spellings;
  ForEachPiece(list, ' ', [&](std::string_view piece) {
    Spelling spelling;
    if (const char last = piece.back(); last >= '1' && last <= '3') {
      spelling.cost = static_cast<uint8_t>(last - '0');
      piece.remove_suffix(1);
    }
    spelling.text = piece == "-" ? std::string_view() : piece;
    spellings.push_back(spelling);
  });
  return spellings;
}

uint32_t FirstLetters(Spellings spellings) {
  uint32_t letters = 0;
  for (const Spelling& each : spellings) {
    letters |= each.text.empty() ? kEveryLetter : LetterBit(each.text[0]);
  }
  return letters;
}

namespace {

// Spellings are short: letter by letter is quicker than a call.
bool StandsAt(std::string_view spelling, std::string_view text, size_t position) {
  if (position + spelling.size() > text.size()) return false;
  for (size_t i = 0; i < spelling.size(); ++i) {
    if (text[position + i] != spelling[i]) return false;
  }
  return true;
}

}  // namespace

size_t Reach::CostAt(size_t position) const {
  for (size_t cost = 0; cost <= kCostMax; ++cost) {
    if ((at_[cost] >> position & 1U) != 0) return cost;
  }
  return kCostMax + 1;
}

uint32_t Reach::Letters(std::string_view text) const {
  uint32_t letters = 0;
  for (uint64_t left = Positions(); left != 0; left &= left - 1) {
    const auto position = static_cast<size_t>(__builtin_ctzll(left));
    if (position < text.size()) letters |= LetterBit(text[position]);
  }
  return letters;
}

Reach Reach::Before(uint32_t letters, std::string_view text) const {
  uint64_t kept = 0;
  for (uint64_t left = Positions(); left != 0; left &= left - 1) {
    const auto position = static_cast<size_t>(__builtin_ctzll(left));
    if (position < text.size() && (letters & LetterBit(text[position])) != 0) kept |= left & -left;
  }
  Reach reach = *this;
  for (uint64_t& each : reach.at_) each &= kept;
  return reach;
}

Reach Reach::Step(Spellings spellings, std::string_view text) const {
  Reach next;
  const uint64_t all = Positions();
  const uint32_t letters = Letters(text);
  for (const Spelling& spelling : spellings) {
    if (!spelling.text.empty() && (letters & LetterBit(spelling.text[0])) == 0) continue;
    uint64_t fits = 0;
    for (uint64_t left = all; left != 0; left &= left - 1) {
      const auto position = static_cast<size_t>(__builtin_ctzll(left));
      if (StandsAt(spelling.text, text, position)) fits |= left & -left;
    }
    if (fits == 0) continue;
    for (size_t cost = 0; cost + spelling.cost <= kCostMax; ++cost) {
      next.at_[cost + spelling.cost] |= (at_[cost] & fits) << spelling.text.size();
    }
  }
  return next;
}

}  // namespace sekisho
