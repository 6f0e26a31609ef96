// Comparing texts without regard to case: Unicode simple case folding, one character for one
// (https://www.unicode.org/Public/UCD/latest/ucd/CaseFolding.txt, statuses C and S).
//
// Nothing here allocates. Bytes that are no valid UTF-8 stand for themselves.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sekisho {

// Stands for a byte of invalid UTF-8: kInvalidByte + byte, beyond every code point.
inline constexpr uint32_t kInvalidByte = 0x200000;

// The code point at `*at`, which moves behind it. `*at` < text.size().
uint32_t NextCodePoint(std::string_view text, size_t* at);
// The same, folded.
uint32_t NextFolded(std::string_view text, size_t* at);
// Where the code point that ends before `end` starts. `end` > 0.
size_t PreviousCodePoint(std::string_view text, size_t end);
uint32_t FoldCodePoint(uint32_t code_point);

void AppendUtf8(uint32_t code_point, std::string* text);
std::string Folded(std::string_view text);

bool IsAscii(std::string_view text);

// `folded` is a result of Folded(). The text may be anything.
bool EqualsFolded(std::string_view text, std::string_view folded);
bool StartsWithFolded(std::string_view text, std::string_view folded);
bool EndsWithFolded(std::string_view text, std::string_view folded);
bool ContainsFolded(std::string_view text, std::string_view folded);

// Both sides as they come.
enum class Anchor : uint8_t { kWhole, kStart, kEnd, kAnywhere };
bool MatchesIgnoringCase(std::string_view text, std::string_view other, Anchor anchor);
bool MatchesBytes(std::string_view text, std::string_view other, Anchor anchor);

}  // namespace sekisho
