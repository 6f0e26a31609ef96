// Random conditions against a slow evaluator that only knows truth tables.
#include "rules/condition.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>

#include "rules/event_of.h"
#include "rules/load.h"

namespace sekisho {
namespace {

constexpr int kSelections = 5;
const char* const kNames[kSelections] = {"sel_a", "sel_b", "sel_c", "filter_a", "_hidden"};

using Truth = std::vector<bool>;

// A condition as text, with what it means.
struct Formula {
  std::string text;
  std::function<bool(const Truth&)> meaning;
};

Formula Leaf() {
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      return {"1 of sel_*", [](const Truth& t) { return t[0] || t[1] || t[2]; }};
    case 1:
      return {"all of *_a", [](const Truth& t) { return t[0] && t[3]; }};
    case 2:
      return {"1 of them", [](const Truth& t) { return t[0] || t[1] || t[2] || t[3]; }};
    case 3:
      return {"all of them", [](const Truth& t) { return t[0] && t[1] && t[2] && t[3]; }};
    default: {
      const int index = *rc::gen::inRange(0, kSelections);
      return {kNames[index], [index](const Truth& t) { return t[static_cast<size_t>(index)]; }};
    }
  }
}

// `strength`: 0 an or may stand here, 1 an and, 2 a not or less; parentheses keep the rest apart.
Formula Random(int depth, int strength) {
  const int kind = depth == 0 ? 3 : *rc::gen::inRange(0, 4);
  if (kind == 3) return Leaf();
  if (kind < strength) {
    const Formula inside = Random(depth - 1, 0);
    return {"(" + inside.text + ")", inside.meaning};
  }
  if (kind == 2) {
    const Formula inside = Random(depth - 1, 2);
    return {"not " + inside.text, [inside](const Truth& t) { return !inside.meaning(t); }};
  }
  const Formula left = Random(depth - 1, kind + 1);
  const Formula right = Random(depth - 1, kind + 1);
  if (kind == 0) {
    return {left.text + " or " + right.text,
            [left, right](const Truth& t) { return left.meaning(t) || right.meaning(t); }};
  }
  return {left.text + " and " + right.text,
          [left, right](const Truth& t) { return left.meaning(t) && right.meaning(t); }};
}

RC_GTEST_PROP(Condition, MeansWhatItsTruthTableSays, ()) {
  const Formula formula = Random(4, 0);
  std::string text = "title: t\nname: t\nlogsource: {product: p}\ndetection:\n";
  for (int i = 0; i < kSelections; ++i) {
    // Half of them on the type, so that MayMatchType has something to decide.
    const std::string field = i % 2 == 0 ? "type" : "f" + std::to_string(i);
    text +=
        "  " + std::string(kNames[i]) + ": {" + field + "|contains: v" + std::to_string(i) + "}\n";
  }
  LoadRequest request;
  request.foreign_fields = true;
  request.texts = {{"t.yml", text + "  condition: " + formula.text + "\n"}};
  const LoadResult loaded = LoadRules(request);
  RC_ASSERT(loaded.rules.rules.size() == 1u);
  const Matcher& matcher = loaded.rules.rules[0].detection()->matcher;
  for (unsigned bits = 0; bits < 1u << kSelections; ++bits) {
    Truth truth;
    std::string type = "x";
    std::string json;
    for (int i = 0; i < kSelections; ++i) {
      truth.push_back((bits >> i & 1u) != 0);
      const std::string value = truth.back() ? "v" + std::to_string(i) : "";
      if (i % 2 == 0) type += value;
      if (i % 2 == 1) json += ",\"f" + std::to_string(i) + "\":\"" + value + "\"";
    }
    const TestEvent event("{\"type\":\"" + type + "\"" + json + "}", loaded.rules.fields);
    const bool expected = formula.meaning(truth);
    RC_ASSERT(matcher.Matches(event.view()) == expected);
    RC_ASSERT(!expected || matcher.MayMatchType(type));
  }
}

TEST(Condition, PatternsFitNames) {
  EXPECT_TRUE(FitsPattern("selection_1", "selection*"));
  EXPECT_TRUE(FitsPattern("selection", "selection*"));
  EXPECT_TRUE(FitsPattern("a_b_c", "*_b_*"));
  EXPECT_FALSE(FitsPattern("Selection", "selection*"));
  EXPECT_FALSE(FitsPattern("xselection", "selection*"));
  EXPECT_TRUE(FitsPattern("_x", "_*"));
  EXPECT_FALSE(FitsPattern("_x", "them"));
  EXPECT_TRUE(FitsPattern("x", "them"));
}

}  // namespace
}  // namespace sekisho
