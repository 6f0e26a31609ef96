// A detection before it is compiled: a tree of tests on single fields.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "rules/fold.h"
#include "rules/network_range.h"
#include "rules/number_test.h"
#include "rules/text_pattern.h"

namespace re2 {
class RE2;
}

namespace sekisho {

// What is asked of a value. A list matches when any of its elements does.
struct ExistsTest {};   // the event has the field, whatever its value
struct PresentTest {};  // … and it is not null
struct ReferenceTest {  // equal to (or start, end, part of) the value of another field
  std::string field;
  Anchor anchor = Anchor::kWhole;
  bool cased = false;
};
struct RegexTest {
  std::shared_ptr<const re2::RE2> regex;
};

using TestBody = std::variant<ExistsTest, PresentTest, TextPattern, NumberTest, RegexTest,
                              NetworkRange, ReferenceTest>;

struct FieldTest {
  std::string field;  // "" = a keyword: the whole event (TextPattern and RegexTest only)
  TestBody body;
};

struct Expression {
  enum class Kind : uint8_t { kTest, kAnd, kOr, kNot, kNever };

  Kind kind = Kind::kNever;  // kNever matches no event
  std::vector<Expression> children;
  std::shared_ptr<const FieldTest> test;  // of kTest; shared, because conditions copy selections

  static Expression Test(std::string field, TestBody body) {
    Expression leaf{Kind::kTest, {}, nullptr};
    leaf.test = std::make_shared<const FieldTest>(FieldTest{std::move(field), std::move(body)});
    return leaf;
  }
  static Expression Not(Expression child) {
    Expression node{Kind::kNot, {}, nullptr};
    node.children.push_back(std::move(child));
    return node;
  }
  // The conjunction or disjunction of `children`; one child stands for itself.
  static Expression All(std::vector<Expression> children) {
    return Join(Kind::kAnd, std::move(children));
  }
  static Expression Any(std::vector<Expression> children) {
    return Join(Kind::kOr, std::move(children));
  }

 private:
  static Expression Join(Kind kind, std::vector<Expression> children) {
    if (children.size() == 1) return std::move(children[0]);
    if (children.empty()) return Expression();
    return {kind, std::move(children), nullptr};
  }
};

// Nodes of the tree.
inline size_t CountTests(const Expression& expression) {
  size_t count = 1;
  for (const Expression& child : expression.children) count += CountTests(child);
  return count;
}

}  // namespace sekisho
