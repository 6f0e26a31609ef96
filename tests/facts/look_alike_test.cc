#include "facts/contact/look_alike.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

namespace sekisho {
namespace {

TEST(Skeleton, TextsThatLookAlike) {
  const std::pair<const char*, const char*> kPairs[] = {{"paypal", "pаypаl"},  // Cyrillic а
                                                        {"paypal", "paypa1"}, {"modern", "rnodern"},
                                                        {"google", "g00gle"}, {"scope", "ѕсоре"},
                                                        {"apple", "аррӏе"},  // all Cyrillic
                                                        {"apple", "appIe"},   {"apple", "appie"}};
  for (const auto& [a, b] : kPairs) EXPECT_EQ(Skeleton(a), Skeleton(b)) << b;
  EXPECT_NE(Skeleton("example"), Skeleton("sample"));
}

TEST(EditDistance, OfKnownPairs) {
  EXPECT_EQ(EditDistance("", "", 5), 0u);
  EXPECT_EQ(EditDistance("kitten", "sitting", 5), 3u);
  EXPECT_EQ(EditDistance("example", "exmaple", 5), 1u);
  EXPECT_EQ(EditDistance("ca", "abc", 5), 3u);  // a part is touched once only
  EXPECT_EQ(EditDistance("例えば", "例えは", 5), 1u);
  EXPECT_EQ(EditDistance("abcdef", "ghijkl", 2), 3u);
  EXPECT_EQ(EditDistance(std::string(65, 'a'), std::string(65, 'a'), 2), 3u);
}

// The definition itself, by recursion.
size_t SlowDistance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const size_t change = a.back() == b.back() ? 0 : 1;
  const auto less = [](std::string_view t, size_t n) { return t.substr(0, t.size() - n); };
  size_t best = std::min({SlowDistance(less(a, 1), b) + 1, SlowDistance(a, less(b, 1)) + 1,
                          SlowDistance(less(a, 1), less(b, 1)) + change});
  const size_t i = a.size();
  const size_t j = b.size();
  if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
    best = std::min(best, SlowDistance(less(a, 2), less(b, 2)) + 1);
  }
  return best;
}

RC_GTEST_PROP(EditDistance, IsItsDefinition, ()) {
  const auto text = [] {
    return *rc::gen::resize(
        6, rc::gen::container<std::string>(rc::gen::elementOf<std::string>(std::string("abc"))));
  };
  const std::string a = text();
  const std::string b = text();
  RC_ASSERT(EditDistance(a, b, 100) == SlowDistance(a, b));
  RC_ASSERT(EditDistance(a, b, 2) == std::min<size_t>(SlowDistance(a, b), 3));
  RC_ASSERT(EditDistance(a, b, 100) == EditDistance(b, a, 100));
}

TEST(LooksAlike, ShortNamesNeedTheSameShape) {
  EXPECT_TRUE(LooksAlike("acme1", "acmel"));
  EXPECT_TRUE(LooksAlike("acme", "acne"));
  EXPECT_FALSE(LooksAlike("abc", "abd"));
  EXPECT_TRUE(LooksAlike("a1c", "alc"));
  EXPECT_TRUE(LooksAlike("examplecorp", "exampelcorps"));
  EXPECT_FALSE(LooksAlike("example", "exampels2"));
  EXPECT_TRUE(LooksAlike("apple", "аррӏеѕ")) << "a letter more, in Cyrillic";
  EXPECT_TRUE(LooksAlike("ail", "all"));
  EXPECT_FALSE(LooksAlike("apple", "груша"));
  EXPECT_FALSE(LooksAlike("same", "same"));
  EXPECT_FALSE(LooksAlike("", "a"));
}

}  // namespace
}  // namespace sekisho
