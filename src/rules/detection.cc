#include "rules/detection.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/limits.h"
#include "core/suggestion.h"
#include "rules/condition.h"
#include "rules/field_values.h"

namespace sekisho {
namespace {

struct Selection {
  std::string name;
  SourcePlace place;
  Expression expression;
  size_t tests = 0;
  bool used = false;
};

class DetectionReader {
 public:
  explicit DetectionReader(RuleContext* context) : context_(context) {}

  void ReadSelection(const YamlEntry& entry) {
    by_name_[entry.key] = selections_.size();
    Selection selection{entry.key, context_->Place(entry), ReadBody(entry.value), 0, false};
    selection.tests = CountTests(selection.expression);
    selections_.push_back(std::move(selection));
  }

  Expression ReadConditions(const YamlNode& condition) {
    if (!condition.is_sequence()) return ReadCondition(condition);
    std::vector<Expression> any;
    for (const YamlNode& node : condition.items) any.push_back(ReadCondition(node));
    return Expression::Any(std::move(any));
  }

  bool empty() const { return selections_.empty(); }

  void ReportUnused() {
    for (const Selection& selection : selections_) {
      if (selection.used || selection.name[0] == '_') continue;
      context_->Report(Sk::kUnusedSelection, selection.place,
                       "the selection \"" + selection.name + "\" is not named in the condition");
    }
  }

 private:
  Expression ReadBody(const YamlNode& node) {
    if (node.is_map()) return ReadMap(node);
    if (node.is_sequence()) return ReadList(node);
    if (node.is_scalar()) return BuildKeyword(FieldKey(), node, context_);
    context_->Report(Sk::kSelectionEmpty, context_->Place(node), "the selection is empty");
    return Expression();
  }

  Expression ReadMap(const YamlNode& node) {
    if (node.entries.empty()) {
      context_->Report(Sk::kSelectionEmpty, context_->Place(node), "the selection is empty");
    }
    std::vector<Expression> all;
    for (const YamlEntry& entry : node.entries) {
      const std::optional<FieldKey> key =
          ParseFieldKey(entry.key, context_->Place(entry), context_->sink);
      if (!key) continue;
      all.push_back(key->field.empty() ? BuildKeyword(*key, entry.value, context_)
                                       : BuildFieldTest(*key, entry.value, context_));
    }
    return Expression::All(std::move(all));
  }

  Expression ReadList(const YamlNode& node) {
    if (node.items.empty()) {
      context_->Report(Sk::kSelectionEmpty, context_->Place(node), "the selection is empty");
    }
    std::vector<Expression> any;
    for (const YamlNode& item : node.items) {
      if (item.is_map()) {
        any.push_back(ReadMap(item));
      } else if (item.is_scalar()) {
        any.push_back(BuildKeyword(FieldKey(), item, context_));
      } else {
        context_->Report(
            Sk::kSelectionShape, context_->Place(item),
            "a list of a selection holds maps or keywords, not " + std::string(DescribeKind(item)));
      }
    }
    return Expression::Any(std::move(any));
  }

  Expression ReadCondition(const YamlNode& node) {
    if (!node.is_scalar()) {
      context_->Report(
          Sk::kConditionSyntax, context_->Place(node),
          "a condition is a text or a list of texts, not " + std::string(DescribeKind(node)));
      return Expression();
    }
    const std::optional<ConditionNode> condition = ParseCondition(node, context_);
    return condition ? Resolve(*condition, node) : Expression();
  }

  Expression Resolve(const ConditionNode& condition, const YamlNode& node) {
    switch (condition.kind) {
      case ConditionNode::Kind::kName:
        return ResolveName(condition, node);
      case ConditionNode::Kind::kOneOf:
      case ConditionNode::Kind::kAllOf:
        return ResolvePattern(condition, node);
      case ConditionNode::Kind::kNot:
        return Expression::Not(Resolve(condition.children[0], node));
      case ConditionNode::Kind::kAnd:
      case ConditionNode::Kind::kOr:
        break;
    }
    std::vector<Expression> children;
    for (const ConditionNode& child : condition.children) children.push_back(Resolve(child, node));
    return condition.kind == ConditionNode::Kind::kAnd ? Expression::All(std::move(children))
                                                       : Expression::Any(std::move(children));
  }

  Expression ResolveName(const ConditionNode& condition, const YamlNode& node) {
    const auto found = by_name_.find(condition.name);
    if (found != by_name_.end()) return Use(&selections_[found->second], node);
    std::vector<std::string_view> names;
    if (context_->sink->wants_suggestion()) {
      for (const Selection& selection : selections_) names.push_back(selection.name);
    }
    context_->Report(Sk::kUnknownSelection, Place(condition, node),
                     "there is no selection \"" + condition.name + "\"",
                     DidYouMean(condition.name, names));
    return Expression();
  }

  Expression ResolvePattern(const ConditionNode& condition, const YamlNode& node) {
    if (++patterns_ > limits::kConditionPatternsMax) {
      if (patterns_ == limits::kConditionPatternsMax + 1) {
        context_->Report(Sk::kProgramSize, context_->Place(node),
                         "the condition has more than " +
                             std::to_string(limits::kConditionPatternsMax) + " patterns");
      }
      return Expression();
    }
    std::vector<Expression> found;
    for (Selection& selection : selections_) {
      if (FitsPattern(selection.name, condition.name)) found.push_back(Use(&selection, node));
    }
    if (found.empty()) {
      context_->Report(Sk::kPatternEmpty, Place(condition, node),
                       "no selection fits \"" + condition.name + "\"");
    }
    return condition.kind == ConditionNode::Kind::kOneOf ? Expression::Any(std::move(found))
                                                         : Expression::All(std::move(found));
  }

  // A copy for the place where the condition names it; the sum of all copies is bounded.
  Expression Use(Selection* selection, const YamlNode& node) {
    selection->used = true;
    const bool fits = tests_ <= limits::kProgramTestsMax;
    tests_ += selection->tests;
    if (tests_ <= limits::kProgramTestsMax) return selection->expression;
    if (fits) {
      context_->Report(Sk::kProgramSize, context_->Place(node),
                       "the condition written out has more than " +
                           std::to_string(limits::kProgramTestsMax) + " tests");
    }
    return Expression();
  }

  SourcePlace Place(const ConditionNode& condition, const YamlNode& node) const {
    SourcePlace place = context_->Place(node);
    if (node.text.find('\n') == std::string::npos) place.column = condition.column;
    return place;
  }

  RuleContext* context_;
  std::vector<Selection> selections_;
  std::map<std::string, size_t> by_name_;
  size_t patterns_ = 0;
  size_t tests_ = 0;
};

}  // namespace

Expression ParseDetection(const YamlNode& detection, const std::vector<std::string>& skipped,
                          RuleContext* context) {
  DetectionReader reader(context);
  const size_t errors = context->sink->errors();
  for (const YamlEntry& entry : detection.entries) {
    if (entry.key == "condition" || std::count(skipped.begin(), skipped.end(), entry.key) > 0) {
      continue;
    }
    if (entry.key == "timeframe") {
      context->NotEvaluated(Sk::kTimeframe, context->Place(entry),
                            "`timeframe` was replaced by correlation rules");
      continue;
    }
    reader.ReadSelection(entry);
  }
  if (reader.empty()) {
    context->Report(Sk::kDetectionEmpty, context->Place(detection),
                    "the detection has no selection");
  }
  const YamlNode* condition = detection.Find("condition");
  if (condition == nullptr || condition->is_null()) {
    context->Report(Sk::kConditionMissing, context->Place(detection),
                    "the detection has no condition");
    return Expression();
  }
  Expression expression = reader.ReadConditions(*condition);
  if (context->sink->errors() == errors && context->not_evaluated.empty()) reader.ReportUnused();
  return expression;
}

}  // namespace sekisho
