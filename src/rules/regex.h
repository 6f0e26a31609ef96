// Regular expressions of the `re` modifier: PCRE as people write it, RE2 as it is matched.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/status.h"

namespace re2 {
class RE2;
}

namespace sekisho {

struct RegexFlags {
  bool ignore_case = false;  // i
  bool multi_line = false;   // m: ^ and $ at line ends
  bool dot_all = false;      // s: . matches a newline
};

// A PCRE expression in RE2's spelling, where that means exactly the same: named groups, \h, \v, \e,
// \cX, one-digit \x, escaped underscores, comments, \s with the vertical tab.
// Unimplemented: lookaround, backreferences, atomic groups, possessive quantifiers, recursion,
// conditionals, \K, \G, \R, \X, free spacing; no linear-time equivalent or none that is exact.
StatusOr<std::string> TranslateRegex(std::string_view pcre);

// Errors: Unimplemented as above; ResourceExhausted when it is too large once compiled;
// InvalidArgument when it is malformed.
StatusOr<std::shared_ptr<const re2::RE2>> CompileRegex(std::string_view pcre, RegexFlags flags);

// A measure of its memory and of the time to compile it.
size_t InstructionCount(const re2::RE2& regex);

// True when it matches anywhere in the text.
bool RegexMatches(const re2::RE2& regex, std::string_view text);

}  // namespace sekisho
