// Sigma's text values: literals, `*`, `?`, and what they match.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

// A piece of a text value before it is compiled.
struct TextPart {
  enum class Kind : uint8_t {
    kLiteral,
    kAny,   // `*`: any number of characters
    kOne,   // `?`: one character
    kDash,  // one of the characters that the windash modifier takes for each other
  };
  Kind kind = Kind::kLiteral;
  std::string text;  // of a literal, never empty; the dash as written

  static TextPart Literal(std::string text) { return {Kind::kLiteral, std::move(text)}; }
  bool operator==(const TextPart&) const = default;
};
using TextParts = std::vector<TextPart>;

// Splits a value at its wildcards. A backslash makes a following `*`, `?` or backslash literal and
// stands for itself before anything else (Sigma rules specification, "Escape Character").
TextParts ParseText(std::string_view value);

// - / – — ― (U+002D, U+002F, U+2013, U+2014, U+2015): the characters of windash.
bool IsDash(uint32_t code_point);

// A compiled text value. Immutable; Matches allocates nothing and takes time linear in the text
// for all but general wildcards, where it is text times pattern at worst.
class TextPattern {
 public:
  TextPattern(const TextParts& written, bool cased);

  bool Matches(std::string_view text) const {
    // What rules ask most, at the price of one comparison.
    return (shape_ == Shape::kWhole && text == literal_) || MatchesShape(text);
  }

  // Rough cost of Matches, for ordering tests: 0 for a plain comparison, rising.
  int cost() const { return static_cast<int>(shape_); }

 private:
  enum class Shape : uint8_t { kWhole, kStart, kEnd, kAnything, kAnywhere, kGlob };

  bool MatchesShape(std::string_view text) const;
  bool MatchesGlob(std::string_view text) const;

  Shape shape_;
  bool cased_;
  std::string literal_;         // folded unless cased
  std::vector<uint32_t> glob_;  // code points (folded unless cased) and the marks of the .cc file
};

}  // namespace sekisho
