#include "rules/condition.h"

#include <algorithm>
#include <cctype>

#include "core/limits.h"
#include "rules/fold.h"
#include "rules/text_pattern.h"

namespace sekisho {
namespace {

struct Token {
  std::string text;
  size_t offset;  // in the condition
};

std::vector<Token> Tokens(const std::string& text) {
  std::vector<Token> tokens;
  for (size_t at = 0; at < text.size();) {
    if (std::isspace(static_cast<unsigned char>(text[at]))) {
      ++at;
      continue;
    }
    size_t end = text.find_first_of(" \t\r\n()|", at);
    if (end == std::string::npos) end = text.size();
    if (end == at) ++end;  // one of ( ) |
    tokens.push_back({text.substr(at, end - at), at});
    at = end;
  }
  return tokens;
}

bool IsOperator(const std::string& lower) {
  return lower == "and" || lower == "or" || lower == "not" || lower == "of";
}

class Parser {
 public:
  Parser(const YamlNode& node, RuleContext* context)
      : node_(node), context_(context), tokens_(Tokens(node.text)) {}

  std::optional<ConditionNode> Run() {
    if (tokens_.empty()) {
      Fail("the condition is empty");
      return std::nullopt;
    }
    std::optional<ConditionNode> root = Or();
    if (!root) return std::nullopt;
    if (At("|")) {
      context_->NotEvaluated(Sk::kAggregation, Place(),
                             "the aggregation after `|` was replaced by correlation rules");
      return std::nullopt;
    }
    if (next_ < tokens_.size()) {
      Fail(At(")") ? "this parenthesis was never opened"
                   : "`and` or `or` is missing before \"" + tokens_[next_].text + "\"");
      return std::nullopt;
    }
    return root;
  }

 private:
  using Result = std::optional<ConditionNode>;

  SourcePlace Place() const {
    SourcePlace place = context_->Place(node_);
    // A folded or quoted condition shifts columns; the plain one-line form does not.
    const bool one_line = node_.plain && node_.text.find('\n') == std::string::npos;
    if (one_line) place.column += static_cast<int>(Offset());
    return place;
  }
  size_t Offset() const {
    return next_ < tokens_.size() ? tokens_[next_].offset : node_.text.size();
  }

  Result Fail(const std::string& message) {
    context_->Report(Sk::kConditionSyntax, Place(), message);
    return std::nullopt;
  }

  bool At(std::string_view text) const {
    return next_ < tokens_.size() && tokens_[next_].text == text;
  }

  // Operators in another case are read all the same.
  bool Take(std::string_view word) {
    if (next_ >= tokens_.size()) return false;
    const std::string& text = tokens_[next_].text;
    if (text != word) {
      if (Folded(text) != word) return false;
      context_->Report(Sk::kOperatorCase, Place(), "\"" + text + "\" is read as the operator",
                       "write \"" + std::string(word) + "\"");
    }
    ++next_;
    return true;
  }

  Result Or() { return Chain("or", ConditionNode::Kind::kOr); }
  Result And() { return Chain("and", ConditionNode::Kind::kAnd); }

  Result Chain(std::string_view word, ConditionNode::Kind kind) {
    const auto operand = [&] { return kind == ConditionNode::Kind::kOr ? And() : Not(); };
    Result first = operand();
    if (!first) return std::nullopt;
    ConditionNode node;
    node.kind = kind;
    node.children.push_back(std::move(*first));
    while (Take(word)) {
      Result more = operand();
      if (!more) return std::nullopt;
      node.children.push_back(std::move(*more));
    }
    if (node.children.size() > 1) return node;
    ConditionNode only = std::move(node.children[0]);
    return only;
  }

  Result Not() {
    if (!Take("not")) return Primary();
    if (!Enter()) return std::nullopt;
    Result operand = Not();
    --depth_;
    if (!operand) return std::nullopt;
    ConditionNode node;
    node.kind = ConditionNode::Kind::kNot;
    node.children.push_back(std::move(*operand));
    return node;
  }

  bool Enter() {
    if (++depth_ <= limits::kConditionDepthMax) return true;
    context_->Report(Sk::kConditionDepth, Place(),
                     "more than " + std::to_string(limits::kConditionDepthMax) +
                         " levels of parentheses and `not`");
    return false;
  }

  Result Primary() {
    if (next_ >= tokens_.size()) return Fail("the condition ends where a selection is wanted");
    if (At("(")) return Parenthesis();
    if (At(")") || At("|")) {
      return Fail("a selection is wanted before \"" + tokens_[next_].text + "\"");
    }
    const Token token = tokens_[next_];
    const bool of_follows = next_ + 1 < tokens_.size() && Folded(tokens_[next_ + 1].text) == "of";
    if (of_follows) return Quantified(token);
    if (IsOperator(Folded(token.text))) {
      return Fail("a selection is wanted before \"" + token.text + "\"");
    }
    ++next_;
    return Leaf(ConditionNode::Kind::kName, token);
  }

  Result Parenthesis() {
    if (!Enter()) return std::nullopt;
    ++next_;
    Result inside = Or();
    --depth_;
    if (!inside) return std::nullopt;
    if (!At(")")) return Fail("a closing parenthesis is missing");
    ++next_;
    return inside;
  }

  Result Quantified(const Token& count) {
    const std::string lower = Folded(count.text);
    const bool one = lower == "1" || lower == "any";
    if (!one && lower != "all") {
      context_->Report(Sk::kOfCount, Place(),
                       "\"" + count.text + " of\" is not part of Sigma; 1 and all are");
      return std::nullopt;
    }
    ++next_;
    Take("of");
    if (next_ >= tokens_.size() || At("(") || At(")") || At("|")) {
      return Fail("a pattern of selections or `them` is wanted after `of`");
    }
    const Token pattern = tokens_[next_++];
    return Leaf(one ? ConditionNode::Kind::kOneOf : ConditionNode::Kind::kAllOf, pattern);
  }

  Result Leaf(ConditionNode::Kind kind, const Token& token) {
    ConditionNode node;
    node.kind = kind;
    node.name = token.text;
    node.column = node_.column + (node_.plain ? static_cast<int>(token.offset) : 0);
    return node;
  }

  const YamlNode& node_;
  RuleContext* context_;
  std::vector<Token> tokens_;
  size_t next_ = 0;
  int depth_ = 0;
};

}  // namespace

std::optional<ConditionNode> ParseCondition(const YamlNode& node, RuleContext* context) {
  return Parser(node, context).Run();
}

bool FitsPattern(const std::string& name, const std::string& pattern) {
  if (pattern == "them") return name.empty() || name[0] != '_';
  TextParts parts;
  for (const char c : pattern) {
    parts.push_back(c == '*' ? TextPart{TextPart::Kind::kAny, ""}
                             : TextPart::Literal(std::string(1, c)));
  }
  return TextPattern(parts, true).Matches(name);
}

}  // namespace sekisho
