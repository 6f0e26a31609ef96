// The words of candidate files and questionnaires exist in every language.
#include "diligence/vet_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "diligence/candidate_fields.h"
#include "diligence/shipped.h"

namespace sekisho {
namespace {

bool HasAsciiLettersAlone(const std::string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void ExpectWords(const std::string& key, std::string_view word) {
  EXPECT_FALSE(VetWordOf(key, word, Language::kEnglish).empty());
  EXPECT_FALSE(HasAsciiLettersAlone(VetWordOf(key, word, Language::kJapanese)))
      << key << " " << word;
  const std::string korean = VetWordOf(key, word, Language::kKorean);
  EXPECT_TRUE(word == "jpki" || !HasAsciiLettersAlone(korean)) << key << " " << word;
}

void Walk(const std::vector<CandidateField>& fields) {
  for (const CandidateField& field : fields) {
    for (const std::string_view word : field.words) ExpectWords(field.key, word);
    Walk(field.fields);
  }
}

TEST(VetWords, OfFieldsAreTranslated) { Walk(CandidateFields()); }

TEST(VetWords, OfQuestionnairesAreTranslated) {
  for (const Questionnaire& sheet : Shipped().questionnaires) {
    for (const Question& question : sheet.items) {
      ExpectWords("by", question.by);
      for (const std::string& answer : question.answer_order) ExpectWords("answer", answer);
      for (const std::string& word : question.do_not_record) ExpectWords("never", word);
    }
  }
}

TEST(VetWords, MeanWhatTheFieldMeans) {
  EXPECT_EQ(VetWordOf("kind", "business", Language::kJapanese), "屋号・ビジネスネーム");
  EXPECT_EQ(VetWordOf("level", "business", Language::kJapanese), "ビジネス");
  EXPECT_EQ(VetWordOf("camera", "failed", Language::kEnglish), "did not work");
  EXPECT_EQ(VetWord("failed", Language::kEnglish), "failed");
  EXPECT_EQ(VetWord("no_word", Language::kKorean), "no_word");
}

}  // namespace
}  // namespace sekisho
