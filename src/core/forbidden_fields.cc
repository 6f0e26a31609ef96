#include "core/forbidden_fields.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/text.h"

namespace sekisho {
namespace {

// Both tables hold names as Normalised() makes them. A name belongs in the first table unless it
// also occurs inside honest field names ("trace", "time", "accent_color").
constexpr std::string_view kAnywhere[] = {
    // nationality, citizenship, place of birth
    "nationality",
    "nationalities",
    "nationalorigin",
    "countryoforigin",
    "citizenship",
    "citizenof",
    "birthplace",
    "placeofbirth",
    "birthcountry",
    "countryofbirth",
    "birthcity",
    "cityofbirth",
    "birthlocation",
    "kokuseki",
    "honseki",
    "gukjeok",
    "bonjeok",
    "国籍",
    "國籍",
    "本籍",
    "原籍",
    "出生地",
    "出生国",
    "出身地",
    "出身国",
    "市民権",
    "こくせき",
    "ほんせき",
    "국적",
    "본적",
    "시민권",
    "출생지",
    "출생국",
    "출신지",
    "출신국",
    // ethnicity, race
    "ethnic",
    "racial",
    "skincolor",
    "skincolour",
    "skintone",
    "minzoku",
    "人種",
    "民族",
    "エスニシティ",
    "肌の色",
    "인종",
    "민족",
    "종족",
    "피부색",
    // religion
    "religion",
    "religious",
    "宗教",
    "信仰",
    "종교",
    "신앙",
    // mother tongue, accent
    "mothertongue",
    "nativelanguage",
    "nativetongue",
    "firstlanguage",
    "foreignaccent",
    "speechaccent",
    "accentscore",
    "accenttype",
    "母語",
    "母国語",
    "第一言語",
    "訛り",
    "なまり",
    "모국어",
    "억양",
    "사투리",
    // keyboard and input method
    "keyboardlayout",
    "keyboardlanguage",
    "keyboardlocale",
    "inputlanguage",
    "inputmethodlanguage",
    "imelanguage",
    "imelocale",
    "imename",
    "キーボード配列",
    "キーボード言語",
    "入力言語",
    "입력언어",
    "키보드배열",
    "키보드레이아웃",
    "키보드언어",
    // origin of a name
    "nameorigin",
    "originofname",
    "surnameorigin",
    "originofsurname",
    "名前の由来",
    "氏名の由来",
    "姓の由来",
    "이름기원",
    "이름의기원",
    "성씨기원",
    // attributes of a face
    "faceattribute",
    "facialattribute",
    "facialfeature",
    "faceshape",
    "eyeshape",
    "顔属性",
    "顔の属性",
    "顔の特徴",
    "얼굴속성",
    "얼굴특징",
};

constexpr std::string_view kWhole[] = {
    "nation", "citizen",    "citizens", "race",     "races",       "creed",       "faith",
    "accent", "dialect",    "ime",      "imelang",  "keyboard",    "inputmethod", "jinshu",
    "shukyo", "injong",     "jonggyo",  "hometown", "birthnation", "国民",        "信条",
    "方言",   "アクセント", "出身",     "ルーツ",   "고향",        "모어",        "출신",
    "입력기", "キーボード", "키보드",
};

std::string Normalised(std::string_view text) { return LettersAndDigits(text, TextCase::kLower); }

bool IsWholeName(std::string_view name) {
  return std::find(std::begin(kWhole), std::end(kWhole), name) != std::end(kWhole);
}

}  // namespace

bool IsForbiddenField(std::string_view field) {
  const std::string path = Normalised(field);
  for (const std::string_view name : kAnywhere) {
    if (path.find(name) != std::string::npos) return true;
  }
  if (IsWholeName(path)) return true;
  for (size_t begin = 0; begin <= field.size();) {
    const size_t end = std::min(field.find('.', begin), field.size());
    if (IsWholeName(Normalised(field.substr(begin, end - begin)))) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace sekisho
