// Every field of a candidate file has its words in three languages, and no words are left over.
#include "report/form_texts.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "diligence/candidate_fields.h"

namespace sekisho {
namespace {

void Walk(const std::vector<CandidateField>& fields, const std::string& above,
          std::set<const FormText*>* used) {
  for (const CandidateField& field : fields) {
    const std::string path = above + field.key;
    const FormText* const text = FindFormText(path);
    ASSERT_NE(text, nullptr) << path;
    used->insert(text);
    Walk(field.fields, path + ".", used);
  }
}

TEST(FormTexts, EveryFieldHasWordsAndNoWordsAreLeftOver) {
  std::set<const FormText*> used;
  Walk(CandidateFields(), "", &used);
  std::set<std::string_view> paths;
  for (const std::span<const FormText> texts : {PersonTexts(), HistoryTexts()}) {
    for (const FormText& one : texts) {
      EXPECT_TRUE(used.contains(&one)) << one.path << " is no field";
      EXPECT_TRUE(paths.insert(one.path).second) << one.path << " stands twice";
      for (const Phrase& phrase : {one.label, one.hint}) {
        EXPECT_EQ(phrase.en.empty(), phrase.ja.empty()) << one.path;
        EXPECT_EQ(phrase.en.empty(), phrase.ko.empty()) << one.path;
      }
      EXPECT_FALSE(one.label.en.empty()) << one.path;
    }
  }
}

TEST(FormTexts, SayWhereAValueStands) {
  EXPECT_EQ(PointerWords("/payout/0/holder").en, "Payout account 1 › Holder");
  EXPECT_EQ(PointerWords("/profiles/1/fields/education/0/to").ja,
            "プロフィール 2 › 掲載内容 › 学歴 1 › 終了");
  EXPECT_EQ(PointerWords("/claims/no_field").ko, "후보자가 밝힌 내용 › no_field");
  EXPECT_EQ(PointerWords("").en, "");
}

}  // namespace
}  // namespace sekisho
