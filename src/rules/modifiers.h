// The value modifiers of Sigma 2.1 and what they may be combined with
// (https://github.com/SigmaHQ/sigma-specification, sigma-appendix-modifiers).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/field_check.h"
#include "rules/fold.h"
#include "rules/number_test.h"
#include "rules/regex.h"
#include "yaml/diagnostics.h"

namespace sekisho {

// One step that changes a text value; applied in the order written.
enum class TextStep : uint8_t {
  kStartsWith,
  kEndsWith,
  kContains,
  kWindash,
  kBase64,
  kBase64Offset,
  kUtf16Le,
  kUtf16Be,
  kUtf16,
  kExpand,
};

// `field|modifier|modifier` taken apart and checked.
struct FieldKey {
  enum class Kind : uint8_t { kText, kRegex, kNumber, kCidr, kExists, kReference };

  std::string field;  // "" for keywords
  Kind kind = Kind::kText;
  std::vector<TextStep> steps;        // kText
  bool cased = false;                 // kText, kReference
  bool all = false;                   // all values must match, not one of them
  bool negated = false;               // neq
  RegexFlags regex;                   // kRegex
  Compare compare = Compare::kEqual;  // kNumber
  TimePart part = TimePart::kNone;    // kNumber
  Anchor anchor = Anchor::kWhole;     // kReference

  FieldUse Use() const;
};

// Nothing, after a report, when the key has an unknown modifier or one out of place.
std::optional<FieldKey> ParseFieldKey(const std::string& written, const SourcePlace& place,
                                      DiagnosticSink* sink);

// Every modifier of the specification, for suggestions and docs.
std::vector<std::string_view> ModifierNames();

}  // namespace sekisho
