#include "rules/field_values.h"

#include <algorithm>
#include <optional>
#include <span>

#include "core/limits.h"
#include "core/schema.h"
#include "core/suggestion.h"
#include "rules/text_forms.h"

namespace sekisho {
namespace {

struct PartRange {
  TimePart part;
  std::string_view name;
  int64_t least;
  int64_t most;
};
// Weeks of ISO 8601 go to 53.
constexpr PartRange kPartRanges[] = {
    {TimePart::kMinute, "minute", 0, 59}, {TimePart::kHour, "hour", 0, 23},
    {TimePart::kDay, "day", 1, 31},       {TimePart::kWeek, "week", 1, 53},
    {TimePart::kMonth, "month", 1, 12},   {TimePart::kYear, "year", 1970, 2262},
};

bool HasWildcard(const TextParts& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [](const TextPart& part) { return part.kind != TextPart::Kind::kLiteral; });
}

std::span<const YamlNode> ValuesOf(const YamlNode& value) {
  if (value.is_sequence()) return value.items;
  return {&value, 1};
}

class ValueBuilder {
 public:
  ValueBuilder(const FieldKey& key, RuleContext* context) : key_(key), context_(context) {}

  // Nothing after a report.
  std::optional<Expression> Build(const YamlNode& node) {
    const SourcePlace place = context_->Place(node);
    if (node.is_map() || node.is_sequence()) {
      context_->Report(Sk::kValueNested, place,
                       "a value is wanted here, not " + std::string(DescribeKind(node)));
      return std::nullopt;
    }
    if (node.is_null()) return Null(place);
    switch (key_.kind) {
      case FieldKey::Kind::kText:
        return Text(node, place);
      case FieldKey::Kind::kRegex:
        return Regex(node, place);
      case FieldKey::Kind::kNumber:
        return NumberValue(node, place);
      case FieldKey::Kind::kCidr:
        return Range(node, place);
      case FieldKey::Kind::kExists:
        return Exists(node, place);
      case FieldKey::Kind::kReference:
        return Reference(node, place);
    }
    return std::nullopt;
  }

 private:
  std::nullopt_t Fail(Sk code, const SourcePlace& place, std::string message,
                      std::string suggestion = "") {
    context_->Report(code, place, std::move(message), std::move(suggestion));
    return std::nullopt;
  }

  bool Check(FieldUse use, const SourcePlace& place) {
    return key_.field.empty() ||
           context_->fields->Check(key_.field, use, place, context_->own_events);
  }

  std::optional<Expression> Null(const SourcePlace& place) {
    const bool bare = key_.kind == FieldKey::Kind::kText && key_.steps.empty();
    if (!bare || key_.field.empty()) {
      return Fail(Sk::kModifierValue, place, "null cannot be used with these modifiers");
    }
    if (!Check(FieldUse::kPresence, place)) return std::nullopt;
    return Expression::Not(Expression::Test(key_.field, PresentTest()));
  }

  std::optional<Expression> Text(const YamlNode& node, const SourcePlace& place) {
    if (IsAmbiguousScalar(node)) {
      context_->Report(Sk::kAmbiguousScalar, place,
                       "\"" + node.text +
                           "\" without quotes is a number or a truth value to some "
                           "YAML readers; it is taken as text here",
                       "write '" + node.text + "'");
    }
    const bool plain_number = TypeOfScalar(node) == ScalarType::kNumber && key_.steps.empty();
    if (plain_number && !key_.field.empty()) {
      if (!Check(FieldUse::kEqual, place)) return std::nullopt;
      return NumberEquals(node.text);
    }
    std::vector<TextParts> forms = BuildTextForms(key_.steps, node.text, place, context_);
    if (forms.empty()) return std::nullopt;
    const bool part = std::any_of(forms.begin(), forms.end(), HasWildcard);
    if (!Check(part ? FieldUse::kPart : FieldUse::kEqual, place)) return std::nullopt;
    if (!part && !CheckEventType(node.text, place)) return std::nullopt;
    std::vector<Expression> any;
    if (key_.field.empty()) forms = KeywordForms(std::move(forms));
    any.reserve(forms.size());
    for (const TextParts& form : forms) {
      any.push_back(Expression::Test(key_.field, TextPattern(form, key_.cased)));
    }
    return Expression::Any(std::move(any));
  }

  // A keyword is searched in the line as it came: in JSON, quotation marks and backslashes of a
  // value stand there with a backslash in front.
  static std::vector<TextParts> KeywordForms(std::vector<TextParts> forms) {
    std::vector<TextParts> all;
    for (TextParts& form : forms) {
      TextParts escaped = form;
      for (TextPart& part : escaped) {
        if (part.kind == TextPart::Kind::kLiteral) part.text = JsonEscaped(part.text);
      }
      const bool same = escaped == form;
      SearchAnywhere(&form);
      all.push_back(std::move(form));
      if (same) continue;
      SearchAnywhere(&escaped);
      all.push_back(std::move(escaped));
    }
    return all;
  }

  static std::string JsonEscaped(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
      if (c == '"' || c == '\\') escaped += '\\';
      escaped += c;
    }
    return escaped;
  }

  static void SearchAnywhere(TextParts* form) {
    const TextPart any{TextPart::Kind::kAny, ""};
    form->insert(form->begin(), any);
    form->push_back(any);
  }

  Expression NumberEquals(const std::string& text) const {
    NumberTest test;
    test.text = text;
    const std::optional<Number> number = ParseNumber(text);
    if (!number) return Expression::Test(key_.field, TextPattern(ParseText(text), true));
    test.number = *number;
    return Expression::Test(key_.field, std::move(test));
  }

  // In our own rules a misspelt type would be a rule that never fires.
  bool CheckEventType(const std::string& type, const SourcePlace& place) {
    if (key_.field != "type" || context_->sink->foreign() || !key_.steps.empty()) return true;
    if (FindEventType(type) != nullptr) return true;
    std::vector<std::string_view> names;
    for (const EventTypeSpec& spec : AllEventTypes()) names.push_back(spec.type);
    Fail(Sk::kUnknownEventType, place, "the event type \"" + type + "\" is not in the schema",
         DidYouMean(type, names));
    return false;
  }

  std::optional<Expression> Regex(const YamlNode& node, const SourcePlace& place) {
    if (!Check(FieldUse::kPart, place)) return std::nullopt;
    StatusOr<std::shared_ptr<const re2::RE2>> regex =
        absl::ResourceExhaustedError("the loaded rules have too many of them");
    if (*context_->regex_instructions <= limits::kRegexInstructionsMax) {
      regex = CompileRegex(node.text, key_.regex);
    }
    if (regex.ok()) {
      *context_->regex_instructions += InstructionCount(**regex);
      return Expression::Test(key_.field, RegexTest{*std::move(regex)});
    }
    const std::string reason(ToStd(regex.status().message()));
    if (absl::IsUnimplemented(regex.status())) {
      context_->NotEvaluated(
          Sk::kRegexUnsupported, place,
          "the expression uses " + reason + ", which cannot be matched in linear time");
    } else if (absl::IsResourceExhausted(regex.status())) {
      context_->NotEvaluated(Sk::kRegexTooLarge, place, "the expression is not used: " + reason);
    } else {
      Fail(Sk::kRegexInvalid, place, "the expression cannot be read: " + reason);
    }
    return std::nullopt;
  }

  std::optional<Expression> NumberValue(const YamlNode& node, const SourcePlace& place) {
    if (!Check(key_.Use(), place)) return std::nullopt;
    const std::optional<Number> number =
        TypeOfScalar(node) == ScalarType::kNumber ? ParseNumber(node.text) : std::nullopt;
    if (!number) {
      return Fail(Sk::kNumberInvalid, place, "\"" + node.text + "\" is not a number");
    }
    for (const PartRange& range : kPartRanges) {
      if (range.part != key_.part) continue;
      if (!number->whole || number->integer < range.least || number->integer > range.most) {
        return Fail(Sk::kModifierValue, place,
                    "`" + std::string(range.name) + "` takes whole numbers from " +
                        std::to_string(range.least) + " to " + std::to_string(range.most));
      }
    }
    NumberTest test;
    test.compare = key_.compare;
    test.number = *number;
    test.text = node.text;
    test.part = key_.part;
    return Expression::Test(key_.field, std::move(test));
  }

  std::optional<Expression> Range(const YamlNode& node, const SourcePlace& place) {
    if (!Check(FieldUse::kAddress, place)) return std::nullopt;
    const std::optional<NetworkRange> range = ParseNetworkRange(node.text);
    if (!range) {
      return Fail(Sk::kCidrInvalid, place, "\"" + node.text + "\" is not a network range");
    }
    if (range->host_bits) {
      context_->Report(Sk::kCidrHostBits, place,
                       "\"" + node.text + "\" has bits set beyond its prefix; they are ignored");
    }
    return Expression::Test(key_.field, *range);
  }

  std::optional<Expression> Exists(const YamlNode& node, const SourcePlace& place) {
    if (!Check(FieldUse::kPresence, place)) return std::nullopt;
    if (TypeOfScalar(node) != ScalarType::kBoolean) {
      return Fail(Sk::kModifierValue, place, "`exists` takes true or false");
    }
    Expression test = Expression::Test(key_.field, ExistsTest());
    const bool wanted = node.text[0] == 't' || node.text[0] == 'T';
    return wanted ? std::move(test) : Expression::Not(std::move(test));
  }

  std::optional<Expression> Reference(const YamlNode& node, const SourcePlace& place) {
    if (!Check(key_.Use(), place)) return std::nullopt;
    if (!context_->fields->Check(node.text, key_.Use(), place, context_->own_events)) {
      return std::nullopt;
    }
    return Expression::Test(key_.field, ReferenceTest{node.text, key_.anchor, key_.cased});
  }

  const FieldKey& key_;
  RuleContext* context_;
};

void CheckList(const FieldKey& key, const YamlNode& value, RuleContext* context) {
  const std::span<const YamlNode> values = ValuesOf(value);
  if (value.is_sequence() && values.empty()) {
    context->Report(Sk::kSelectionEmpty, context->Place(value), "the list of values is empty");
  }
  if (key.all && values.size() == 1) {
    context->Report(Sk::kAllSingle, context->Place(value), "`all` needs a list of values");
  }
  if (!value.is_sequence() || values.size() < 2) return;
  for (const YamlNode& node : values) {
    if (!node.is_null()) continue;
    context->Report(Sk::kNullInList, context->Place(node),
                    "null is no value like the others of the list");
  }
}

}  // namespace

Expression BuildFieldTest(const FieldKey& key, const YamlNode& value, RuleContext* context) {
  CheckList(key, value, context);
  ValueBuilder builder(key, context);
  std::vector<Expression> tests;
  for (const YamlNode& node : ValuesOf(value)) {
    if (std::optional<Expression> test = builder.Build(node)) tests.push_back(std::move(*test));
  }
  if (key.all) return Expression::All(std::move(tests));
  Expression any = Expression::Any(std::move(tests));
  if (!key.negated) return any;
  // `neq` speaks about a value, so there must be one; on both sides of a reference.
  std::vector<Expression> all;
  all.push_back(Expression::Test(key.field, PresentTest()));
  if (key.kind == FieldKey::Kind::kReference) {
    for (const YamlNode& node : ValuesOf(value)) {
      all.push_back(Expression::Test(node.text, PresentTest()));
    }
  }
  all.push_back(Expression::Not(std::move(any)));
  return Expression::All(std::move(all));
}

Expression BuildKeyword(const FieldKey& key, const YamlNode& value, RuleContext* context) {
  const SourcePlace place = context->Place(value);
  const bool anchored = std::any_of(key.steps.begin(), key.steps.end(), [](TextStep step) {
    return step == TextStep::kStartsWith || step == TextStep::kEndsWith;
  });
  const bool searchable = key.kind == FieldKey::Kind::kText || key.kind == FieldKey::Kind::kRegex;
  if (anchored || !searchable || key.negated) {
    context->Report(Sk::kModifierOrder, place,
                    "a keyword is searched in the whole event; this modifier needs a field");
    return Expression();
  }
  if (context->own_events && !context->sink->foreign()) {
    context->Report(Sk::kKeywordOwn, place,
                    "a keyword reads the whole event, also fields that no rule may compare",
                    "name the field: `text|contains: ...`");
    return Expression();
  }
  return BuildFieldTest(key, value, context);
}

}  // namespace sekisho
