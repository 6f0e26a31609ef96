#include "rules/text_forms.h"

#include <algorithm>
#include <optional>

#include "core/limits.h"
#include "rules/encoding.h"

namespace sekisho {
namespace {

using Forms = std::vector<TextParts>;

constexpr std::string_view kDashes[] = {"-", "/", "\u2013", "\u2014", "\u2015"};

const TextPart kAnyPart{TextPart::Kind::kAny, ""};

class FormBuilder {
 public:
  FormBuilder(const SourcePlace& place, RuleContext* context) : place_(place), context_(context) {}

  // False after a report.
  bool Apply(TextStep step, Forms* forms) {
    switch (step) {
      case TextStep::kStartsWith:
        for (TextParts& form : *forms) form.push_back(kAnyPart);
        return true;
      case TextStep::kEndsWith:
        for (TextParts& form : *forms) form.insert(form.begin(), kAnyPart);
        return true;
      case TextStep::kContains:
        return Apply(TextStep::kStartsWith, forms) && Apply(TextStep::kEndsWith, forms);
      case TextStep::kWindash:
        for (TextParts& form : *forms) form = WithDashes(form);
        return true;
      case TextStep::kExpand:
        return Expand(forms);
      default:
        return Encode(step, forms);
    }
  }

 private:
  bool Fail(Sk code, std::string message) {
    context_->Report(code, place_, std::move(message));
    return false;
  }

  static TextParts WithDashes(const TextParts& form) {
    TextParts parts;
    for (const TextPart& part : form) {
      if (part.kind != TextPart::Kind::kLiteral) {
        parts.push_back(part);
        continue;
      }
      std::string literal;
      for (size_t at = 0; at < part.text.size();) {
        const size_t start = at;
        const bool dash = IsDash(NextCodePoint(part.text, &at));
        const std::string character = part.text.substr(start, at - start);
        if (!dash) {
          literal += character;
          continue;
        }
        if (!literal.empty()) parts.push_back(TextPart::Literal(std::move(literal)));
        literal.clear();
        parts.push_back({TextPart::Kind::kDash, character});
      }
      if (!literal.empty()) parts.push_back(TextPart::Literal(std::move(literal)));
    }
    return parts;
  }

  // The literal texts that a form stands for: one per choice of its dashes.
  std::optional<std::vector<std::string>> Literals(const TextParts& form) {
    std::vector<std::string> texts = {""};
    for (const TextPart& part : form) {
      if (part.kind == TextPart::Kind::kLiteral) {
        for (std::string& text : texts) text += part.text;
      } else if (part.kind == TextPart::Kind::kDash) {
        std::vector<std::string> longer;
        for (const std::string& text : texts) {
          for (const std::string_view dash : kDashes) longer.push_back(text + std::string(dash));
        }
        texts = std::move(longer);
        if (texts.size() > limits::kValueFormsMax) return TooMany();
      } else {
        Fail(Sk::kEncodingWildcard, "a wildcard cannot be encoded; escape it with a backslash");
        return std::nullopt;
      }
    }
    return texts;
  }

  std::nullopt_t TooMany() {
    Fail(Sk::kTooManyForms,
         "the value has more than " + std::to_string(limits::kValueFormsMax) + " forms");
    return std::nullopt;
  }

  bool Encode(TextStep step, Forms* forms) {
    Forms encoded;
    for (const TextParts& form : *forms) {
      const std::optional<std::vector<std::string>> texts = Literals(form);
      if (!texts) return false;
      for (const std::string& text : *texts) {
        if (text.size() > limits::kFieldBytesMax) {
          return Fail(Sk::kTooManyForms, "the value has more than " +
                                             std::to_string(limits::kFieldBytesMax) +
                                             " bytes once encoded");
        }
        AppendEncoded(step, text, &encoded);
      }
      if (encoded.size() > limits::kValueFormsMax) {
        TooMany();
        return false;
      }
    }
    *forms = std::move(encoded);
    if (forms->empty()) return Fail(Sk::kModifierValue, "the value is too short for base64offset");
    return true;
  }

  static void AppendEncoded(TextStep step, const std::string& text, Forms* forms) {
    const auto append = [forms](std::string bytes) {
      TextParts form;
      if (!bytes.empty()) form.push_back(TextPart::Literal(std::move(bytes)));
      forms->push_back(std::move(form));
    };
    if (step == TextStep::kBase64) return append(Base64(text));
    if (step == TextStep::kUtf16Le) return append(Utf16(text, false));
    if (step == TextStep::kUtf16Be) return append(Utf16(text, true));
    if (step == TextStep::kUtf16) return append("\xff\xfe" + Utf16(text, false));
    for (const std::string& form : Base64AtOffsets(text)) {
      if (!form.empty()) append(form);
    }
  }

  // %name% in literals; `\%` is a plain percent sign.
  bool Expand(Forms* forms) {
    bool found = false;
    Forms expanded;
    for (const TextParts& form : *forms) {
      Forms done = {{}};
      for (const TextPart& part : form) {
        if (part.kind == TextPart::Kind::kLiteral) {
          if (!ExpandLiteral(part.text, &done, &found)) return false;
        } else {
          for (TextParts& prefix : done) prefix.push_back(part);
        }
      }
      expanded.insert(expanded.end(), done.begin(), done.end());
    }
    if (!found) {
      context_->Report(Sk::kPlaceholderMissing, place_, "the value holds no %placeholder%");
    }
    *forms = std::move(expanded);
    return true;
  }

  bool ExpandLiteral(std::string_view text, Forms* done, bool* found) {
    std::string literal;
    const auto flush = [&] {
      if (literal.empty()) return;
      for (TextParts& prefix : *done) prefix.push_back(TextPart::Literal(literal));
      literal.clear();
    };
    for (size_t at = 0; at < text.size();) {
      if (text.substr(at, 2) == "\\%") {
        literal += '%';
        at += 2;
        continue;
      }
      const size_t end = text[at] == '%' ? text.find('%', at + 1) : std::string_view::npos;
      const bool placeholder = end != std::string_view::npos && end > at + 1 &&
                               text.substr(at, end - at).find(' ') == std::string_view::npos;
      if (!placeholder) {
        literal += text[at++];
        continue;
      }
      *found = true;
      flush();
      if (!Substitute(std::string(text.substr(at + 1, end - at - 1)), done)) return false;
      at = end + 1;
    }
    flush();
    return true;
  }

  bool Substitute(const std::string& name, Forms* done) {
    const auto values = context_->placeholders->find(name);
    if (values == context_->placeholders->end()) {
      context_->NotEvaluated(Sk::kPlaceholderUnresolved, place_,
                             "the placeholder %" + name + "% has no value");
      return false;
    }
    Forms longer;
    for (const TextParts& prefix : *done) {
      for (const std::string& value : values->second) {
        longer.push_back(prefix);
        const TextParts parts = ParseText(value);
        longer.back().insert(longer.back().end(), parts.begin(), parts.end());
      }
      if (longer.size() > limits::kValueFormsMax) {
        TooMany();
        return false;
      }
    }
    *done = std::move(longer);
    return true;
  }

  const SourcePlace& place_;
  RuleContext* context_;
};

}  // namespace

std::vector<TextParts> BuildTextForms(const std::vector<TextStep>& steps, std::string_view value,
                                      const SourcePlace& place, RuleContext* context) {
  Forms forms = {ParseText(value)};
  FormBuilder builder(place, context);
  for (const TextStep step : steps) {
    if (!builder.Apply(step, &forms)) return {};
  }
  return forms;
}

}  // namespace sekisho
