// A packed name compares like the name that it was made of.
#include "names/packed_name.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "names/match.h"

namespace sekisho {
namespace {

std::string Repacked(const std::string& name) { return UnpackName(PackName(name)); }

TEST(PackedName, TakesFewBytes) {
  for (const auto& [name, bytes] :
       std::vector<std::pair<std::string, size_t>>{{"Mina Placeholder", 16},
                                                   {"ﾐﾎﾝ ﾊﾅｺ", 7},
                                                   {"みほん はなこ", 7},
                                                   {"見本花子", 12},
                                                   {"김견본", 9},
                                                   {"Мина Образцова", 15},
                                                   {"José Núñez", 11},
                                                   {"مينا", 5},
                                                   {"  Mina  ", 4},
                                                   {"  ", 0},
                                                   {"", 0}}) {
    EXPECT_EQ(PackName(name).size(), bytes) << name;
  }
}

TEST(PackedName, FoldsWidthAndKana) {
  EXPECT_EQ(Repacked("Ｍｉｎａ"), "Mina");
  EXPECT_EQ(Repacked("ﾐﾎﾝ ﾊﾅｺ"), "ミホン ハナコ");
  EXPECT_EQ(Repacked("山田花子 (旧姓 佐藤)"), "山田花子 (旧姓 佐藤)");
  EXPECT_EQ(Repacked("Zoë 𠮷野 김견본 Ωμέγα שם"), "Zoë 𠮷野 김견본 Ωμέγα שם");
}

TEST(PackedName, IsCutBetweenCharacters) {
  const std::string packed = PackName("見本 Ωa");
  for (const auto& [bytes, text] : std::vector<std::pair<size_t, std::string>>{{0, ""},
                                                                               {2, ""},
                                                                               {3, "見"},
                                                                               {5, "見"},
                                                                               {6, "見本"},
                                                                               {7, "見本 "},
                                                                               {8, "見本 "},
                                                                               {9, "見本 Ω"},
                                                                               {10, "見本 Ωa"},
                                                                               {99, "見本 Ωa"}}) {
    EXPECT_EQ(UnpackName(CutPackedName(packed, bytes)), text) << bytes;
  }
}

// Names of all writings, with what stands around names.
std::string AnyName() {
  static const std::vector<std::string> kPieces = {
      "Mina", "PLACEHOLDER", "Jönas", "ﾐﾎﾝ", "みほん", "見本", "花子", "김",   "견본", "née",
      "旧姓", "(",           ")",     "ｶ)",  "Corp",   " ",    " ",    "-",    "Мина", "مينا",
      "　",   "᚛",           "か゛",  "わ",  "\u3099", "ﬁ",    "𠮷",   "\xff", "O'Ha", "/"};
  std::string name;
  for (size_t i = *rc::gen::inRange(0, 7); i > 0; --i) name += *rc::gen::elementOf(kPieces);
  return name;
}

RC_GTEST_PROP(PackedName, ComparesLikeTheName, ()) {
  const std::string a = AnyName();
  const std::string b = AnyName();
  const NameMatch written = MatchNames(a, b);
  for (const NameMatch& packed : {MatchNames(Repacked(a), b), MatchNames(a, Repacked(b))}) {
    RC_ASSERT(packed.outcome == written.outcome);
    RC_ASSERT(packed.score == written.score);
  }
  RC_ASSERT(Name(Repacked(a)).empty() == Name(a).empty());
}

RC_GTEST_PROP(PackedName, IsTheNameOfItself, ()) {
  const std::string packed = PackName(AnyName());
  RC_ASSERT(PackName(UnpackName(packed)) == packed);
}

RC_GTEST_PROP(PackedName, AnyBytesGiveSomeName, (const std::string& bytes)) {
  const std::string name = UnpackName(bytes);
  RC_ASSERT(UnpackName(PackName(name)).size() <= 64 * (name.size() + 1));
  RC_ASSERT(CutPackedName(bytes, bytes.size()).size() <= bytes.size());
}

}  // namespace
}  // namespace sekisho
