#include "rules/text_pattern.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "rules/fold.h"

namespace sekisho {
namespace {

std::vector<uint32_t> FoldedCodes(std::string_view text, bool cased) {
  std::vector<uint32_t> codes;
  for (size_t at = 0; at < text.size();) {
    codes.push_back(cased ? NextCodePoint(text, &at) : NextFolded(text, &at));
  }
  return codes;
}

// The definition, by recursion over both sides. `elements`: code points, or -1 star, -2 one, -3
// dash.
bool MatchesSlowly(const std::vector<int64_t>& elements, size_t e,
                   const std::vector<uint32_t>& text, size_t t) {
  if (e == elements.size()) return t == text.size();
  if (elements[e] == -1) {
    return MatchesSlowly(elements, e + 1, text, t) ||
           (t < text.size() && MatchesSlowly(elements, e, text, t + 1));
  }
  if (t == text.size()) return false;
  const bool fits = elements[e] == -2 || (elements[e] == -3 && IsDash(text[t])) ||
                    elements[e] == static_cast<int64_t>(text[t]);
  return fits && MatchesSlowly(elements, e + 1, text, t + 1);
}

std::vector<int64_t> ElementsOf(const TextParts& parts, bool cased) {
  std::vector<int64_t> elements;
  for (const TextPart& part : parts) {
    if (part.kind == TextPart::Kind::kAny) elements.push_back(-1);
    if (part.kind == TextPart::Kind::kOne) elements.push_back(-2);
    if (part.kind == TextPart::Kind::kDash) elements.push_back(-3);
    if (part.kind != TextPart::Kind::kLiteral) continue;
    for (const uint32_t code : FoldedCodes(part.text, cased)) elements.push_back(code);
  }
  return elements;
}

// Few different characters, so that things do match: ASCII in both cases, a sharp s, a Kelvin sign
// and a long s (which fold to ASCII), Greek in both cases, a wide one, dashes, a broken byte.
rc::Gen<std::string> Texts() {
  const auto piece = rc::gen::elementOf(std::vector<std::string>{
      "a", "A", "b", "k", "K", "s", "\u212a", "\u017f", "\u00df", "\u03a3", "\u03c3", "\u03c2",
      "\u95a2", "\U0001f600", "-", "/", "\u2014", "\xff"});
  return rc::gen::map(rc::gen::resize(7, rc::gen::container<std::vector<std::string>>(piece)),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& one : pieces) text += one;
                        return text;
                      });
}

rc::Gen<TextParts> Patterns() {
  const auto part = rc::gen::oneOf(
      rc::gen::map(Texts(), [](std::string text) { return TextPart::Literal(std::move(text)); }),
      rc::gen::just(TextPart{TextPart::Kind::kAny, ""}),
      rc::gen::just(TextPart{TextPart::Kind::kOne, ""}),
      rc::gen::just(TextPart{TextPart::Kind::kDash, "-"}));
  return rc::gen::resize(5, rc::gen::container<TextParts>(part));
}

RC_GTEST_PROP(TextPattern, EqualsItsDefinition, ()) {
  TextParts parts = *Patterns();
  std::erase_if(parts, [](const TextPart& part) {
    return part.kind == TextPart::Kind::kLiteral && part.text.empty();
  });
  const bool cased = *rc::gen::arbitrary<bool>();
  const std::string text = *Texts();
  const bool expected = MatchesSlowly(ElementsOf(parts, cased), 0, FoldedCodes(text, cased), 0);
  RC_CLASSIFY(expected, "match");
  RC_ASSERT(TextPattern(parts, cased).Matches(text) == expected);
}

// The right side as it comes, as for field references.
RC_GTEST_PROP(Fold, ComparesBothSides, ()) {
  const std::string text = *Texts();
  const std::string other =
      *rc::gen::oneOf(Texts(), rc::gen::just(text.substr(0, 2)), rc::gen::just(Folded(text)));
  const TextPart literal = TextPart::Literal(other);
  const TextPart any{TextPart::Kind::kAny, ""};
  const auto matches = [&](TextParts parts) {
    if (other.empty()) {
      std::erase_if(parts,
                    [](const TextPart& part) { return part.kind == TextPart::Kind::kLiteral; });
    }
    return TextPattern(parts, false).Matches(text);
  };
  RC_ASSERT(MatchesIgnoringCase(text, other, Anchor::kWhole) == matches({literal}));
  RC_ASSERT(MatchesIgnoringCase(text, other, Anchor::kStart) == matches({literal, any}));
  RC_ASSERT(MatchesIgnoringCase(text, other, Anchor::kEnd) == matches({any, literal}));
  RC_ASSERT(MatchesIgnoringCase(text, other, Anchor::kAnywhere) == matches({any, literal, any}));
}

RC_GTEST_PROP(Fold, IsIdempotent, ()) {
  const std::string text = *Texts();
  RC_ASSERT(Folded(Folded(text)) == Folded(text));
  RC_ASSERT(EqualsFolded(text, Folded(text)));
}

TEST(TextPattern, SplitsAtWildcards) {
  using Kind = TextPart::Kind;
  EXPECT_EQ(ParseText(""), TextParts{});
  EXPECT_EQ(
      ParseText("a*b?"),
      (TextParts{
          TextPart::Literal("a"), {Kind::kAny, ""}, TextPart::Literal("b"), {Kind::kOne, ""}}));
  EXPECT_EQ(ParseText(R"(\*\?\\)"), TextParts{TextPart::Literal(R"(*?\)")});
  EXPECT_EQ(ParseText(R"(\a\)"), TextParts{TextPart::Literal(R"(\a\)")});
  EXPECT_EQ(ParseText(R"(\\\\)"), TextParts{TextPart::Literal(R"(\\)")});
}

TEST(TextPattern, StaysQuickOnHostileTexts) {
  // Quadratic at worst: 64 KiB times a few elements. Exponential matching would never return.
  TextParts parts;
  for (int i = 0; i < 30; ++i) {
    parts.push_back({TextPart::Kind::kAny, ""});
    parts.push_back(TextPart::Literal("a"));
  }
  parts.push_back(TextPart::Literal("b"));
  EXPECT_FALSE(TextPattern(parts, false).Matches(std::string(64 << 10, 'a')));
}

}  // namespace
}  // namespace sekisho
