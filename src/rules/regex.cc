#include "rules/regex.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>

#include "core/limits.h"

namespace sekisho {
namespace {

// PCRE2 pattern syntax: https://www.pcre.org/current/doc/html/pcre2pattern.html
// RE2 syntax: https://github.com/google/re2/wiki/Syntax
constexpr std::string_view kHorizontal =
    "\\t \\x{a0}\\x{1680}\\x{180e}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}";
constexpr std::string_view kVertical = "\\n\\x0b\\f\\r\\x{85}\\x{2028}\\x{2029}";

class Translator {
 public:
  explicit Translator(std::string_view pcre) : in_(pcre) {}

  StatusOr<std::string> Run() {
    while (at_ < in_.size() && status_.ok()) Step();
    if (!status_.ok()) return status_;
    return std::move(out_);
  }

 private:
  bool Next(std::string_view text) const { return in_.substr(at_, text.size()) == text; }
  char Peek(size_t ahead = 0) const { return at_ + ahead < in_.size() ? in_[at_ + ahead] : '\0'; }

  void Copy(size_t count) {
    out_ += in_.substr(at_, count);
    at_ += count;
  }

  void Unsupported(std::string_view what) {
    status_ = absl::UnimplementedError(
        ToAbsl(std::string(what) + " at character " + std::to_string(at_ + 1)));
  }

  void Step() {
    if (Peek() == '\\') return Escape();
    if (in_class_) return ClassCharacter();
    if (Peek() == '[') return OpenClass();
    if (Next("(?") || Next("(*")) return Group();
    if (Peek() == '*' || Peek() == '+' || Peek() == '?') return Quantifier(1);
    if (Peek() == '{') return Braces();
    Copy(1);
  }

  void OpenClass() {
    in_class_ = true;
    Copy(1);
    if (Peek() == '^') Copy(1);
    if (Peek() == ']') {  // a bracket in first place stands for itself
      out_ += "\\]";
      ++at_;
    }
  }

  void ClassCharacter() {
    if (Next("[:")) {
      const size_t end = in_.find(":]", at_);
      if (end != std::string_view::npos) return Copy(end + 2 - at_);
    }
    if (Peek() == '[') {  // RE2 would accept it as well; escaped, both agree for certain
      out_ += "\\[";
      ++at_;
      return;
    }
    if (Peek() == ']') in_class_ = false;
    Copy(1);
  }

  void Group() {
    if (Next("(*")) return Unsupported("the verb \"(*\"");
    if (Next("(?#")) {
      const size_t end = in_.find(')', at_);
      at_ = end == std::string_view::npos ? in_.size() : end + 1;
      return;
    }
    for (const std::string_view look : {"(?=", "(?!", "(?<=", "(?<!"}) {
      if (Next(look)) return Unsupported("the lookaround \"" + std::string(look) + "\"");
    }
    if (Next("(?>")) return Unsupported("the atomic group \"(?>\"");
    if (Next("(?|")) return Unsupported("the branch reset \"(?|\"");
    if (Next("(?(")) return Unsupported("the conditional group \"(?(\"");
    if (Next("(?R") || Next("(?&") || Next("(?P>") || Next("(?P=") ||
        (Next("(?") && (std::isdigit(static_cast<unsigned char>(Peek(2))) || Peek(2) == '+'))) {
      return Unsupported("the recursion or reference \"" + std::string(in_.substr(at_, 4)) + "\"");
    }
    if (Next("(?<") || Next("(?'")) return NamedGroup();
    if (Next("(?P<") || Next("(?:")) return Copy(3);
    InlineFlags();
  }

  void NamedGroup() {
    const char close = Peek(2) == '<' ? '>' : '\'';
    const size_t end = in_.find(close, at_ + 3);
    if (end == std::string_view::npos) return Copy(3);  // malformed: RE2 will say so
    out_ += "(?P<" + std::string(in_.substr(at_ + 3, end - at_ - 3)) + ">";
    at_ = end + 1;
  }

  // (?i), (?i:, (?-s) …: RE2 knows i, m, s and U, with U meaning another thing than here.
  void InlineFlags() {
    size_t end = at_ + 2;
    for (; end < in_.size() && in_[end] != ')' && in_[end] != ':'; ++end) {
      const char flag = in_[end];
      if (flag == '-' && Peek(2) == '-') return Unsupported("a recursion");
      if (std::string_view("ims-").find(flag) == std::string_view::npos) {
        return Unsupported("the option \"" + std::string(1, flag) + "\"");
      }
    }
    Copy(end - at_);
  }

  void Quantifier(size_t length) {
    Copy(length);
    if (Peek() == '+') Unsupported("the possessive quantifier");
    if (Peek() == '?') Copy(1);
  }

  // {n}, {n,}, {n,m} repeat; any other brace is a literal in both dialects.
  void Braces() {
    size_t end = at_ + 1;
    while (end < in_.size() && (std::isdigit(static_cast<unsigned char>(in_[end])) ||
                                (in_[end] == ',' && end > at_ + 1))) {
      ++end;
    }
    const std::string_view body = in_.substr(at_ + 1, end - at_ - 1);
    const size_t comma = body.find(',');
    const bool repeats =
        end < in_.size() && in_[end] == '}' && !body.empty() &&
        (comma == std::string_view::npos || body.find(',', comma + 1) == std::string_view::npos);
    if (!repeats) {
      out_ += "\\{";
      ++at_;
      return;
    }
    Quantifier(end + 1 - at_);
  }

  void Escape() {
    const char c = Peek(1);
    if (c == 'Q') return Quoted();
    if (c == '_') return Replace(2, "_");
    if (c == 'e') return Replace(2, "\\x1b");
    if (c == 'h') return Class(kHorizontal, false);
    if (c == 'v') return Class(kVertical, false);
    if (c == 's') return Class("\\s\\x0b", false);
    if (!in_class_ && c == 'H') return Class(kHorizontal, true);
    if (!in_class_ && c == 'V') return Class(kVertical, true);
    if (!in_class_ && c == 'S') return Class("\\s\\x0b", true);
    if (!in_class_ && c == 'N' && Peek(2) != '{') return Replace(2, "[^\\n]");
    if (c == 'c') return Control();
    if (c == 'x') return Hexadecimal();
    if (!in_class_ && c >= '1' && c <= '9') return Unsupported("a backreference");
    if (c == 'b' && in_class_) return Replace(2, "\\x08");
    if (std::string_view("kgGKRXZHVNo").find(c) != std::string_view::npos && c != '\0') {
      return Unsupported("the escape \"\\" + std::string(1, c) + "\"");
    }
    Copy(2);
  }

  void Replace(size_t length, std::string_view text) {
    out_ += text;
    at_ += length;
  }

  // A set of characters, inside a class as its members.
  void Class(std::string_view members, bool negated) {
    const std::string text = std::string(negated ? "[^" : "[") + std::string(members) + "]";
    Replace(2, in_class_ ? members : text);
  }

  void Quoted() {
    const size_t end = in_.find("\\E", at_ + 2);
    const std::string_view text =
        in_.substr(at_ + 2, end == std::string_view::npos ? end : end - at_ - 2);
    out_ += RE2::QuoteMeta({text.data(), text.size()});
    at_ = end == std::string_view::npos ? in_.size() : end + 2;
  }

  // \cX is X in upper case with bit 6 inverted.
  void Control() {
    const char c = Peek(2);
    if (c < 0x20 || c > 0x7e) return Copy(2);  // malformed: RE2 will say so
    const int code = std::toupper(static_cast<unsigned char>(c)) ^ 0x40;
    char text[8];
    std::snprintf(text, sizeof text, "\\x%02x", static_cast<unsigned>(code));
    Replace(3, text);
  }

  // \x takes up to two digits in PCRE, exactly two in RE2.
  void Hexadecimal() {
    if (Peek(2) == '{') return Copy(3);
    std::string digits;
    while (digits.size() < 2 &&
           std::isxdigit(static_cast<unsigned char>(Peek(2 + digits.size())))) {
      digits += Peek(2 + digits.size());
    }
    Replace(2 + digits.size(), "\\x" + std::string(2 - digits.size(), '0') + digits);
  }

  std::string_view in_;
  size_t at_ = 0;
  bool in_class_ = false;
  std::string out_;
  Status status_;
};

}  // namespace

StatusOr<std::string> TranslateRegex(std::string_view pcre) { return Translator(pcre).Run(); }

StatusOr<std::shared_ptr<const re2::RE2>> CompileRegex(std::string_view pcre, RegexFlags flags) {
  StatusOr<std::string> translated = TranslateRegex(pcre);
  if (!translated.ok()) return translated.status();
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(limits::kRegexBytesMax);
  options.set_case_sensitive(!flags.ignore_case);
  options.set_dot_nl(flags.dot_all);
  const std::string text = (flags.multi_line ? "(?m)" : "") + *translated;
  auto regex = std::make_shared<const RE2>(text, options);
  if (regex->ok()) return regex;
  switch (regex->error_code()) {
    case RE2::ErrorPatternTooLarge:
      return absl::ResourceExhaustedError("it is too large once compiled");
    case RE2::ErrorRepeatSize:
      return absl::ResourceExhaustedError("a repetition is larger than 1,000");
    default:
      return InvalidInput(regex->error());
  }
}

size_t InstructionCount(const re2::RE2& regex) {
  return static_cast<size_t>(std::max(regex.ProgramSize(), 0));
}

bool RegexMatches(const re2::RE2& regex, std::string_view text) {
  return RE2::PartialMatch({text.data(), text.size()}, regex);
}

}  // namespace sekisho
