#include "names/match.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace sekisho {
namespace {

struct Case {
  int line;
  std::string left;
  std::string right;
  std::string outcome;
};

std::string Trimmed(const std::string& text) {
  const size_t first = text.find_first_not_of(' ');
  const size_t last = text.find_last_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

std::vector<Case> ReadCases() {
  std::ifstream file(SEKISHO_SOURCE_DIR "/tests/names/cases.txt");
  std::vector<Case> cases;
  std::string text;
  for (int line = 1; std::getline(file, text); ++line) {
    if (text.empty() || text[0] == '#') continue;
    const size_t first = text.find('|');
    const size_t second = text.find('|', first + 1);
    if (second == std::string::npos) {
      ADD_FAILURE() << "cases.txt:" << line << ": a case is name | name | outcome";
      continue;
    }
    cases.push_back({line, Trimmed(text.substr(0, first)),
                     Trimmed(text.substr(first + 1, second - first - 1)),
                     Trimmed(text.substr(second + 1))});
  }
  return cases;
}

TEST(MatchNames, Cases) {
  const std::vector<Case> cases = ReadCases();
  ASSERT_GT(cases.size(), 50U);
  for (const Case& each : cases) {
    const NameMatch match = MatchNames(each.left, each.right);
    EXPECT_EQ(NameOutcomeWord(match.outcome), each.outcome)
        << "cases.txt:" << each.line << ": " << each.left << " | " << each.right << ": "
        << match.score << " " << ExplainNameMatch(match, Language::kEnglish);
  }
}

TEST(MatchNames, NothingIsNoName) {
  for (const char* nothing : {"", " ", "...", "株式会社", "()"}) {
    EXPECT_EQ(MatchNames(nothing, "Taro Yamada").outcome, NameOutcome::kUnrelated) << nothing;
    EXPECT_EQ(MatchNames(nothing, nothing).outcome, NameOutcome::kUnrelated) << nothing;
    EXPECT_EQ(NameOutcomeWord(MatchNames(nothing, "Taro Yamada")), "unclear") << nothing;
    EXPECT_EQ(ExplainNameMatch(MatchNames(nothing, nothing), Language::kEnglish),
              "nothing to compare");
  }
}

TEST(MatchNames, WordsWithMoreSoundsThanLetters) {
  const std::string many(40, 'x');
  EXPECT_EQ(MatchNames("Taro Yamada", many).outcome, NameOutcome::kUnrelated);
  EXPECT_EQ(MatchNames(many, many).outcome, NameOutcome::kSame);
}

TEST(MatchNames, ExplainsInThreeLanguages) {
  const NameMatch match = MatchNames("김민수", "Kim Min-soo");
  EXPECT_EQ(ExplainNameMatch(match, Language::kEnglish),
            "hangul in Latin letters: 김민수 ~ kimminsoo");
  EXPECT_EQ(ExplainNameMatch(match, Language::kJapanese),
            "ハングルのローマ字表記: 김민수 ~ kimminsoo");
  EXPECT_EQ(ExplainNameMatch(match, Language::kKorean), "한글의 로마자 표기: 김민수 ~ kimminsoo");
  const NameMatch chinese = MatchNames("Chan Tai Man", "Chen Dawen");
  EXPECT_EQ(ExplainNameMatch(chinese, Language::kEnglish),
            "two romanisations of one name in characters: chan tai man ~ chen dawen");
  EXPECT_EQ(ExplainNameMatch(chinese, Language::kJapanese),
            "同じ漢字名の異なるローマ字表記: chan tai man ~ chen dawen");
  EXPECT_EQ(ExplainNameMatch(chinese, Language::kKorean),
            "같은 한자 이름의 다른 로마자 표기: chan tai man ~ chen dawen");
  EXPECT_EQ(ExplainNameMatch(MatchNames("陳大文", "Chan Tai Man"), Language::kKorean),
            "한자와 광둥어 독음: 陳大文 ~ chantaiman");
  EXPECT_EQ(ExplainNameMatch(MatchNames("林國明", "Lim Kok Beng"), Language::kJapanese),
            "漢字と閩南語読み: 林國明 ~ limkokbeng");
  EXPECT_EQ(ExplainNameMatch(MatchNames("박", "김민수"), Language::kKorean), "공통점 없음");
  EXPECT_EQ(ExplainNameMatch(MatchNames("", "Kim"), Language::kJapanese), "比較できる文字なし");
}

const std::vector<std::string>& Pieces() {
  static const auto& pieces = *new std::vector<std::string>{
      "Taro",   "Yamada", "OHNO", "Ōno",     "Kim",   "Min-soo", "김",       "민수",     "山田",
      "太郎",   "ヤマダ", "ﾀﾛｳ",  "ｼﾖｳ",     "髙",    "Corp",    "(株)",     "株式会社", "J.",
      "née",    "旧姓",   "(",    ")",       "/",     ",",       "Пример",   "محمد",     "李",
      "Bank",   "of",     "51",   "é",       "\xff",  "\u3099",  "\u0301",   "々",       "ー",
      "l.l.c.", "हिन्दी",  "al-",  "Ⅷ",       "Wong",  "Siu",     "Xiaoming", "黃",       "bin",
      "J",      "S.",     "a",    "Trading", "Dhaka", "Jr",      "5"};
  return pieces;
}

std::string AnyName() {
  const auto parts = *rc::gen::resize(
      6, rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(Pieces())));
  std::string name;
  for (const std::string& part : parts) {
    name += part;
    if (*rc::gen::inRange(0, 3) > 0) name += ' ';
  }
  return name;
}

RC_GTEST_PROP(MatchNamesProperty, IsSymmetric, ()) {
  const std::string a = AnyName();
  const std::string b = AnyName();
  const NameMatch one = MatchNames(a, b);
  const NameMatch other = MatchNames(b, a);
  RC_ASSERT(one.score == other.score);
  RC_ASSERT(one.outcome == other.outcome);
}

RC_GTEST_PROP(MatchNamesProperty, StaysInItsBounds, ()) {
  const NameMatch match = MatchNames(AnyName(), AnyName());
  RC_ASSERT(match.score >= 0 && match.score <= 1);
  RC_ASSERT((match.outcome == NameOutcome::kUnrelated) == (match.score < kNameVariantScore));
  RC_ASSERT(match.remarks.size() <= 17U);
  if (match.outcome == NameOutcome::kSame) RC_ASSERT(match.score == 1);
}

RC_GTEST_PROP(MatchNamesProperty, ANameIsItself, ()) {
  const std::string name = AnyName();
  const NameMatch match = MatchNames(name, name);
  // A name without a letter is none.
  if (match.score > 0) RC_ASSERT(match.outcome == NameOutcome::kSame);
}

RC_GTEST_PROP(MatchNamesProperty, MemoryOfEarlierNamesDoesNotMatter, ()) {
  Name a(AnyName());
  Name b(AnyName());
  NameMatch match;
  MatchNames(a, b, &match);
  const std::string left = AnyName();
  const std::string right = AnyName();
  a.Assign(left);
  b.Assign(right);
  MatchNames(a, b, &match);
  const NameMatch fresh = MatchNames(left, right);
  RC_ASSERT(match.score == fresh.score);
  RC_ASSERT(match.outcome == fresh.outcome);
  RC_ASSERT(ExplainNameMatch(match, Language::kEnglish) ==
            ExplainNameMatch(fresh, Language::kEnglish));
  RC_ASSERT(NameScore(a, b) == match.score);
}

// Words of Latin letters that no table knows.
std::vector<std::string> PlainWords() {
  const auto letters = rc::gen::elementOf(std::string("bdefgiklmnoprstuvz"));
  auto words = *rc::gen::resize(4, rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(
                                       rc::gen::container<std::string>(6, letters))));
  return words;
}

std::string Joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

RC_GTEST_PROP(MatchNamesProperty, OrderOfWordsIsNoDifference, ()) {
  std::vector<std::string> words = PlainWords();
  const std::string name = Joined(words, " ");
  std::reverse(words.begin(), words.end());
  RC_ASSERT(MatchNames(name, Joined(words, ", ")).score >= 0.99);
}

RC_GTEST_PROP(MatchNamesProperty, WidthAndCaseAreNoDifference, ()) {
  const std::string name = Joined(PlainWords(), " ");
  std::string wide;
  for (const char c : name) {
    if (c == ' ') {
      wide += "　";
      continue;
    }
    const int code = 0xff21 + (c - 'a');  // full-width capital
    wide += {static_cast<char>(0xe0 | (code >> 12)), static_cast<char>(0x80 | (code >> 6 & 0x3f)),
             static_cast<char>(0x80 | (code & 0x3f))};
  }
  RC_ASSERT(MatchNames(name, wide).outcome == NameOutcome::kSame);
}

}  // namespace
}  // namespace sekisho
