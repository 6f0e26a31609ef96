#include "facts/names/name_key.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

namespace sekisho {
namespace {

TEST(NameKey, OneNameWrittenDifferently) {
  const std::vector<std::vector<const char*>> kNames = {
      {"Taro Yamada", "YAMADA TARO", "yamada,taro", "Ｙａｍａｄａ　Ｔａｒｏ", "  Taro   Yamada ",
       "Yamada, Taro", "Taro\tYamada"},
      {"山田太郎", "山田 太郎", "山田　太郎", "太郎 山田", "山田・太郎"},
      {"ヤマダ タロウ", "ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダタロウ", "タロウ　ヤマダ", "やまだ たろう"},
      {"ショウコ キョウ", "ｼﾖｳｺ ｷﾖｳ", "しょうこ きょう"},
      {"김하늘", "김 하늘", "하늘 김", "김하늘"},
      {"José Núñez", "JOSE NUNEZ", "Jose\u0301 Nun\u0303ez", "nunez jose"},
      {"O'Hara Mei", "O’Hara Mei", "OHARA MEI"},
      {"Anne-Marie Beispiel", "ANNE MARIE BEISPIEL", "Beispiel, Anne-Marie"},
      {"Groß Anna", "GROSS ANNA"},
      {"葛\U000e0100城 太郎", "葛城 太郎"},
      {"Işık Deneme", "IŞIK DENEME", "ışık deneme", "isik DENEME", "İşik Deneme",
       "I\u0307s\u0327ık Deneme"},
      {"ジョン・スミス", "スミス ジョン", "ジョンスミス"},
  };
  for (const auto& name : kNames) {
    for (const char* written : name) EXPECT_EQ(NameKey(written), NameKey(name[0])) << written;
  }
}

TEST(NameKey, DifferentNames) {
  const std::pair<const char*, const char*> kPairs[] = {
      {"カワタ ハナ", "カワダ ハナ"},  // voicing tells names apart
      {"ハハ", "パパ"},
      {"山田太郎", "Yamada Taro"},  // no romanisation
      {"山田太郎", "山田太朗"},
      {"Taro Yamada", "Jiro Yamada"},
      {"Taro Yamada", "Taro Yamada Sato"},
      {"Anna", "Anne"},
      {"राम", "रम"},  // Indic vowel signs are no decoration
  };
  for (const auto& [a, b] : kPairs) EXPECT_NE(NameKey(a), NameKey(b)) << a << " / " << b;
}

TEST(NameKey, ReadableKeys) {
  EXPECT_EQ(NameKey("Yamada Taro"), "taro yamada");
  EXPECT_EQ(NameKey("ｶﾞｯｺｳ"), "ウガツコ");
  EXPECT_EQ(NameKey("山田 太郎"), "太郎山田");
}

TEST(NameKey, NoLetterNoKey) {
  for (const char* text : {"", " ", "-", "'", "・", "\xff"}) EXPECT_EQ(NameKey(text), std::nullopt);
  EXPECT_EQ(NameKey(std::string(2000, 'a')), std::nullopt);
}

// Letters of every kind the key treats differently, and what stands between them.
std::string NameText(const std::vector<uint8_t>& choices) {
  static constexpr const char* kPieces[] = {
      "a",      "B",      "é",      "e\u0301", "ß",  "İ",      "ı",  "ſ",      "ﬁ",
      " ",      "　",     "-",      "'",       "・", "山",     "田", "ヤ",     "ﾔ",
      "ﾞ",      "\u3099", "\u309a", "ょ",      "ー", "ｰ",      "김", "\u1112", "\u1161",
      "\u11ab", "\u0345", "ᾳ",      "Σ",       "ς",  "\u064b", "ب",  "राम",    "\u200d",
      "\ufe0f", "㈱",     "1",      "\u0308",  "й",  "\xff",   "Ⅳ",  "々"};
  std::string text;
  for (const uint8_t choice : choices) text += kPieces[choice % std::size(kPieces)];
  return text;
}

RC_GTEST_PROP(NameKey, IsIdempotent, (const std::vector<uint8_t>& choices)) {
  const auto once = NameKey(NameText(choices));
  if (once) RC_ASSERT(NameKey(*once) == once);
}

RC_GTEST_PROP(NameKey, AsciiIsNoSpecialCase, (std::string name)) {
  for (char& c : name) c &= 0x7f;
  RC_ASSERT(NameKey(name) == NameKey(name + "\ufe0f"));  // a variation selector, which vanishes
}

RC_GTEST_PROP(NameKey, OrderDoesNotMatter, (const std::vector<std::vector<uint8_t>>& choices)) {
  std::vector<std::string> parts;
  for (const auto& part : choices) parts.push_back(NameText(part));
  const auto join = [&parts] {
    std::string name;
    for (const std::string& part : parts) name += part + ' ';
    return name;
  };
  const auto key = NameKey(join());
  const auto order =
      *rc::gen::container<std::vector<uint32_t>>(parts.size(), rc::gen::arbitrary<uint32_t>());
  for (size_t i = 1; i < parts.size(); ++i) std::swap(parts[i], parts[order[i] % (i + 1)]);
  RC_ASSERT(NameKey(join()) == key);
}

}  // namespace
}  // namespace sekisho
