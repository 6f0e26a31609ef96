#include "diligence/text_sketch.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "diligence/pool.h"

namespace sekisho {
namespace {

// An oracle that knows no merge.
size_t SharedBySets(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  const std::set<uint64_t> other(b.begin(), b.end());
  return static_cast<size_t>(
      std::count_if(a.begin(), a.end(), [&](uint64_t one) { return other.contains(one); }));
}

RC_GTEST_PROP(TextSketch, SharedIsWhatSetsShare,
              (const std::string& left, const std::string& right, const std::string& middle)) {
  const std::vector<uint64_t> a = SketchText(left + middle + left + middle);
  const std::vector<uint64_t> b = SketchText(right + middle + middle);
  RC_ASSERT(std::is_sorted(a.begin(), a.end()));
  RC_ASSERT(std::adjacent_find(a.begin(), a.end()) == a.end());
  RC_ASSERT(CountShared(a, b) == SharedBySets(a, b));
  RC_ASSERT(CountShared(a, b) == CountShared(b, a));
  RC_ASSERT(CountShared(a, a) == a.size());
}

std::string Sentence(int number) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "word" + std::to_string(number * 1000 + i * 7) + " ";
  return text;
}

Candidate With(const std::string& id, const std::string& text) {
  Candidate candidate;
  candidate.id = id;
  candidate.claims.cv_text = text;
  return candidate;
}

TEST(TextSketch, CaseWidthAndPunctuationDoNotMatter) {
  EXPECT_EQ(SketchText("Ｗｅ wrote, in all, the SAME long sentence twice over again."),
            SketchText("we WROTE in all the same long sentence twice over, again"));
}

TEST(CandidatePool, WhatManyHaveIsATemplate) {
  CandidatePool pool;
  for (int i = 0; i < 6; ++i)
    pool.Add(With("t" + std::to_string(i), Sentence(1) + Sentence(10 + i)));
  pool.Add(With("copy", Sentence(1) + Sentence(2)));
  const auto answer = pool.AlikeTexts(SketchText(Sentence(1) + Sentence(2)), "own", 80, 5);
  ASSERT_EQ(answer.alike.size(), 1U);
  EXPECT_EQ(answer.alike[0].id, "copy");
  EXPECT_EQ(answer.alike[0].percent, 100U);
  // The template alone is nobody's text.
  EXPECT_LT(pool.AlikeTexts(SketchText(Sentence(1)), "own", 80, 5).pieces, 5U);
}

TEST(CandidatePool, NobodyIsLikeHimself) {
  CandidatePool pool;
  pool.Add(With("own", Sentence(1)));
  EXPECT_TRUE(pool.AlikeTexts(SketchText(Sentence(1)), "own", 80, 5).alike.empty());
}

}  // namespace
}  // namespace sekisho
