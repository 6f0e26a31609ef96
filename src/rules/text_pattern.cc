#include "rules/text_pattern.h"

#include <algorithm>

#include "rules/fold.h"

namespace sekisho {
namespace {

// Elements of a glob beyond every code point and kInvalidByte.
constexpr uint32_t kAnyMark = 0xffff'ffff;
constexpr uint32_t kOneMark = 0xffff'fffe;
constexpr uint32_t kDashMark = 0xffff'fffd;

void AppendLiteral(char c, TextParts* parts) {
  if (parts->empty() || parts->back().kind != TextPart::Kind::kLiteral) {
    parts->push_back(TextPart::Literal(""));
  }
  parts->back().text.push_back(c);
}

bool IsAny(const TextPart& part) { return part.kind == TextPart::Kind::kAny; }
bool IsLiteral(const TextPart& part) { return part.kind == TextPart::Kind::kLiteral; }

// Neighbouring stars are one; neighbouring literals are one.
TextParts Simplified(const TextParts& parts) {
  TextParts simple;
  for (const TextPart& part : parts) {
    if (!simple.empty() && IsAny(part) && IsAny(simple.back())) continue;
    if (!simple.empty() && IsLiteral(part) && IsLiteral(simple.back())) {
      simple.back().text += part.text;
      continue;
    }
    simple.push_back(part);
  }
  return simple;
}

}  // namespace

TextParts ParseText(std::string_view value) {
  TextParts parts;
  for (size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const char next = i + 1 < value.size() ? value[i + 1] : '\0';
    if (c == '\\' && (next == '*' || next == '?' || next == '\\')) {
      AppendLiteral(next, &parts);
      ++i;
    } else if (c == '*') {
      parts.push_back({TextPart::Kind::kAny, ""});
    } else if (c == '?') {
      parts.push_back({TextPart::Kind::kOne, ""});
    } else {
      AppendLiteral(c, &parts);
    }
  }
  return parts;
}

bool IsDash(uint32_t code_point) {
  return code_point == '-' || code_point == '/' || (code_point >= 0x2013 && code_point <= 0x2015);
}

TextPattern::TextPattern(const TextParts& written, bool cased) : cased_(cased) {
  const TextParts parts = Simplified(written);
  const auto literal = [&](size_t i) { return cased ? parts[i].text : Folded(parts[i].text); };
  const size_t count = parts.size();
  if (count == 0) {
    shape_ = Shape::kWhole;
  } else if (count == 1 && IsLiteral(parts[0])) {
    shape_ = Shape::kWhole;
    literal_ = literal(0);
  } else if (count == 1 && IsAny(parts[0])) {
    shape_ = Shape::kAnything;
  } else if (count == 2 && IsLiteral(parts[0]) && IsAny(parts[1])) {
    shape_ = Shape::kStart;
    literal_ = literal(0);
  } else if (count == 2 && IsAny(parts[0]) && IsLiteral(parts[1])) {
    shape_ = Shape::kEnd;
    literal_ = literal(1);
  } else if (count == 3 && IsAny(parts[0]) && IsLiteral(parts[1]) && IsAny(parts[2])) {
    shape_ = Shape::kAnywhere;
    literal_ = literal(1);
  } else {
    shape_ = Shape::kGlob;
    for (const TextPart& part : parts) {
      if (IsAny(part)) glob_.push_back(kAnyMark);
      if (part.kind == TextPart::Kind::kOne) glob_.push_back(kOneMark);
      if (part.kind == TextPart::Kind::kDash) glob_.push_back(kDashMark);
      if (!IsLiteral(part)) continue;
      for (size_t at = 0; at < part.text.size();) {
        glob_.push_back(cased ? NextCodePoint(part.text, &at) : NextFolded(part.text, &at));
      }
    }
  }
}

bool TextPattern::MatchesShape(std::string_view text) const {
  switch (shape_) {
    case Shape::kWhole:
      return cased_ ? text == literal_ : EqualsFolded(text, literal_);
    case Shape::kStart:
      return cased_ ? MatchesBytes(text, literal_, Anchor::kStart)
                    : StartsWithFolded(text, literal_);
    case Shape::kEnd:
      return cased_ ? MatchesBytes(text, literal_, Anchor::kEnd) : EndsWithFolded(text, literal_);
    case Shape::kAnything:
      return true;
    case Shape::kAnywhere:
      return cased_ ? MatchesBytes(text, literal_, Anchor::kAnywhere)
                    : ContainsFolded(text, literal_);
    case Shape::kGlob:
      return MatchesGlob(text);
  }
  return false;
}

// Greedy with one point to come back to: a later star makes the choices of an earlier one
// irrelevant, so the last star is enough.
bool TextPattern::MatchesGlob(std::string_view text) const {
  size_t element = 0;
  size_t at = 0;
  size_t star = glob_.size();  // none yet
  size_t star_at = 0;
  while (at < text.size()) {
    if (element < glob_.size() && glob_[element] == kAnyMark) {
      star = element++;
      star_at = at;
      continue;
    }
    if (element < glob_.size()) {
      size_t next = at;
      const uint32_t c = cased_ ? NextCodePoint(text, &next) : NextFolded(text, &next);
      const uint32_t wanted = glob_[element];
      if (wanted == c || wanted == kOneMark || (wanted == kDashMark && IsDash(c))) {
        at = next;
        ++element;
        continue;
      }
    }
    if (star == glob_.size()) return false;
    element = star + 1;
    NextCodePoint(text, &star_at);
    at = star_at;
  }
  while (element < glob_.size() && glob_[element] == kAnyMark) ++element;
  return element == glob_.size();
}

}  // namespace sekisho
