#include "rules/modifiers.h"

#include <algorithm>
#include <iterator>

#include "core/suggestion.h"

namespace sekisho {
namespace {

enum class Group : uint8_t {
  kAll,
  kCased,
  kNeq,
  kAnchor,    // startswith, endswith, contains
  kStep,      // other steps on text
  kEncoding,  // steps after which wildcards cannot be told from bytes
  kRegex,
  kRegexFlag,
  kCompare,
  kTimePart,
  kCidr,
  kExists,
  kReference,
};

struct ModifierSpec {
  std::string_view name;
  Group group;
  int detail;  // TextStep, Compare, TimePart or the letter of a regex flag
};

template <typename Enum>
constexpr int Detail(Enum value) {
  return static_cast<int>(value);
}

constexpr ModifierSpec kModifiers[] = {
    {"all", Group::kAll, 0},
    {"startswith", Group::kAnchor, Detail(TextStep::kStartsWith)},
    {"endswith", Group::kAnchor, Detail(TextStep::kEndsWith)},
    {"contains", Group::kAnchor, Detail(TextStep::kContains)},
    {"exists", Group::kExists, 0},
    {"cased", Group::kCased, 0},
    {"neq", Group::kNeq, 0},
    {"windash", Group::kStep, Detail(TextStep::kWindash)},
    {"re", Group::kRegex, 0},
    {"i", Group::kRegexFlag, 'i'},
    {"m", Group::kRegexFlag, 'm'},
    {"s", Group::kRegexFlag, 's'},
    {"base64", Group::kEncoding, Detail(TextStep::kBase64)},
    {"base64offset", Group::kEncoding, Detail(TextStep::kBase64Offset)},
    {"utf16le", Group::kEncoding, Detail(TextStep::kUtf16Le)},
    {"utf16be", Group::kEncoding, Detail(TextStep::kUtf16Be)},
    {"utf16", Group::kEncoding, Detail(TextStep::kUtf16)},
    {"wide", Group::kEncoding, Detail(TextStep::kUtf16Le)},
    {"lt", Group::kCompare, Detail(Compare::kLess)},
    {"lte", Group::kCompare, Detail(Compare::kLessEqual)},
    {"gt", Group::kCompare, Detail(Compare::kGreater)},
    {"gte", Group::kCompare, Detail(Compare::kGreaterEqual)},
    {"minute", Group::kTimePart, Detail(TimePart::kMinute)},
    {"hour", Group::kTimePart, Detail(TimePart::kHour)},
    {"day", Group::kTimePart, Detail(TimePart::kDay)},
    {"week", Group::kTimePart, Detail(TimePart::kWeek)},
    {"month", Group::kTimePart, Detail(TimePart::kMonth)},
    {"year", Group::kTimePart, Detail(TimePart::kYear)},
    {"cidr", Group::kCidr, 0},
    {"expand", Group::kStep, Detail(TextStep::kExpand)},
    {"fieldref", Group::kReference, 0},
};

bool IsAnchor(TextStep step) {
  return step == TextStep::kStartsWith || step == TextStep::kEndsWith ||
         step == TextStep::kContains;
}

Anchor AnchorOf(int step) {
  if (step == Detail(TextStep::kStartsWith)) return Anchor::kStart;
  if (step == Detail(TextStep::kEndsWith)) return Anchor::kEnd;
  return Anchor::kAnywhere;
}

// Builds a FieldKey modifier by modifier. Apply returns why the modifier is out of place, or "".
class KeyBuilder {
 public:
  explicit KeyBuilder(FieldKey* key) : key_(key) {}

  std::string Apply(const ModifierSpec& modifier) {
    switch (modifier.group) {
      case Group::kAll:
        key_->all = true;
        return key_->negated ? "`neq` already asks for all values" : "";
      case Group::kNeq:
        key_->negated = true;
        return key_->all ? "`neq` already asks for all values" : "";
      case Group::kCased:
        key_->cased = true;
        return "";
      case Group::kAnchor:
        return ApplyAnchor(modifier);
      case Group::kStep:
      case Group::kEncoding:
        return ApplyStep(modifier);
      case Group::kRegexFlag:
        return ApplyRegexFlag(modifier.detail);
      case Group::kCompare:
        if (!Become(FieldKey::Kind::kNumber)) return "an ordering needs a number";
        if (compared_) return "one ordering is enough";
        compared_ = true;
        key_->compare = static_cast<Compare>(modifier.detail);
        return "";
      case Group::kTimePart:
        if (!Become(FieldKey::Kind::kNumber)) return "a part of a time needs a time";
        if (key_->part != TimePart::kNone) return "one part of a time is enough";
        key_->part = static_cast<TimePart>(modifier.detail);
        return "";
      case Group::kRegex:
        return Become(FieldKey::Kind::kRegex) ? "" : "a regular expression stands alone";
      case Group::kCidr:
        return Become(FieldKey::Kind::kCidr) ? "" : "a network range stands alone";
      case Group::kExists:
        return Become(FieldKey::Kind::kExists) ? "" : "`exists` stands alone";
      case Group::kReference:
        return Become(FieldKey::Kind::kReference) ? "" : "a field reference comes first";
    }
    return "";
  }

  // What only shows once all modifiers are known.
  std::string Finish() const {
    const bool exists = key_->kind == FieldKey::Kind::kExists;
    if (exists && (key_->all || key_->negated)) return "`exists` stands alone";
    const bool caseless =
        key_->kind != FieldKey::Kind::kText && key_->kind != FieldKey::Kind::kReference;
    if (key_->cased && caseless) return "`cased` needs a text";
    return "";
  }

 private:
  // The kind of test can be chosen once, and not after steps on the text.
  bool Become(FieldKey::Kind kind) {
    if (key_->kind == kind && kind == FieldKey::Kind::kNumber) return true;
    if (key_->kind != FieldKey::Kind::kText || !key_->steps.empty()) return false;
    key_->kind = kind;
    return true;
  }

  std::string ApplyAnchor(const ModifierSpec& modifier) {
    if (key_->kind == FieldKey::Kind::kReference) {
      if (key_->anchor != Anchor::kWhole) return "one of startswith, endswith, contains is enough";
      key_->anchor = AnchorOf(modifier.detail);
      return "";
    }
    if (std::any_of(key_->steps.begin(), key_->steps.end(), IsAnchor)) {
      return "one of startswith, endswith, contains is enough";
    }
    return ApplyStep(modifier);
  }

  std::string ApplyStep(const ModifierSpec& modifier) {
    if (key_->kind != FieldKey::Kind::kText) return "it changes texts";
    const bool anchored = std::any_of(key_->steps.begin(), key_->steps.end(), IsAnchor);
    if (modifier.group == Group::kEncoding && anchored) {
      return "encodings come before startswith, endswith and contains";
    }
    key_->steps.push_back(static_cast<TextStep>(modifier.detail));
    return "";
  }

  std::string ApplyRegexFlag(int letter) {
    if (key_->kind != FieldKey::Kind::kRegex) return "it follows `re`";
    if (letter == 'i') key_->regex.ignore_case = true;
    if (letter == 'm') key_->regex.multi_line = true;
    if (letter == 's') key_->regex.dot_all = true;
    return "";
  }

  FieldKey* key_;
  bool compared_ = false;
};

std::string Quoted(const std::string& name) { return '"' + name + '"'; }

std::vector<std::string> SplitBars(const std::string& key) {
  std::vector<std::string> parts;
  for (size_t start = 0;;) {
    const size_t bar = key.find('|', start);
    parts.push_back(key.substr(start, bar - start));
    if (bar == std::string::npos) return parts;
    start = bar + 1;
  }
}

}  // namespace

FieldUse FieldKey::Use() const {
  switch (kind) {
    case Kind::kText:
      return steps.empty() ? FieldUse::kEqual : FieldUse::kPart;
    case Kind::kRegex:
      return FieldUse::kPart;
    case Kind::kNumber:
      return part == TimePart::kNone ? FieldUse::kNumber : FieldUse::kTime;
    case Kind::kCidr:
      return FieldUse::kAddress;
    case Kind::kExists:
      return FieldUse::kPresence;
    case Kind::kReference:
      return anchor == Anchor::kWhole ? FieldUse::kCompared : FieldUse::kComparedPart;
  }
  return FieldUse::kEqual;
}

std::optional<FieldKey> ParseFieldKey(const std::string& written, const SourcePlace& place,
                                      DiagnosticSink* sink) {
  const std::vector<std::string> parts = SplitBars(written);
  FieldKey key;
  key.field = parts[0];
  KeyBuilder builder(&key);
  for (size_t i = 1; i < parts.size(); ++i) {
    const std::string& name = parts[i];
    const auto modifier =
        std::find_if(std::begin(kModifiers), std::end(kModifiers),
                     [&name](const ModifierSpec& spec) { return spec.name == name; });
    if (modifier == std::end(kModifiers)) {
      sink->Report(Sk::kUnknownModifier, place, "unknown modifier " + Quoted(name),
                   DidYouMean(name, ModifierNames()));
      return std::nullopt;
    }
    const auto here = parts.begin() + static_cast<ptrdiff_t>(i);
    const bool repeatable = modifier->group == Group::kEncoding;  // Base64 of Base64
    if (!repeatable && std::find(parts.begin() + 1, here, name) != here) {
      sink->Report(Sk::kModifierRepeated, place, Quoted(name) + " stands twice");
      return std::nullopt;
    }
    const std::string problem = builder.Apply(*modifier);
    if (!problem.empty()) {
      sink->Report(Sk::kModifierOrder, place,
                   Quoted(name).append(" cannot stand here: " + problem));
      return std::nullopt;
    }
  }
  const std::string problem = builder.Finish();
  if (problem.empty()) return key;
  sink->Report(Sk::kModifierOrder, place, "these modifiers do not go together: " + problem);
  return std::nullopt;
}

std::vector<std::string_view> ModifierNames() {
  std::vector<std::string_view> names;
  for (const ModifierSpec& modifier : kModifiers) names.push_back(modifier.name);
  return names;
}

}  // namespace sekisho
