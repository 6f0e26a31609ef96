#include "simulate/names.h"

#include <array>
#include <span>
#include <string_view>

#include "simulate/random.h"

namespace sekisho::simulate {
namespace {

struct Kana {
  std::string_view kanji;
  std::string_view full;  // katakana
  std::string_view half;  // as bank transfers write it: half-width, small kana enlarged
};

// Family names: a word for "sample" and a word for a place.
constexpr Kana kFamilyHeads[] = {
    {"見", "ミ", "ﾐ"},        {"例", "レイ", "ﾚｲ"},  {"仮", "カリ", "ｶﾘ"},  {"標", "シメ", "ｼﾒ"},
    {"模", "モ", "ﾓ"},        {"試", "タメ", "ﾀﾒ"},  {"範", "ノリ", "ﾉﾘ"},  {"型", "カタ", "ｶﾀ"},
    {"雛", "ヒナ", "ﾋﾅ"},     {"題", "ダイ", "ﾀﾞｲ"}, {"案", "アン", "ｱﾝ"},  {"想", "ソウ", "ｿｳ"},
    {"幻", "マボロ", "ﾏﾎﾞﾛ"}, {"架", "カケ", "ｶｹ"},  {"影", "カゲ", "ｶｹﾞ"}, {"絵", "エ", "ｴ"},
};
constexpr Kana kFamilyTails[] = {
    {"本", "モト", "ﾓﾄ"}, {"田", "タ", "ﾀ"},    {"山", "ヤマ", "ﾔﾏ"}, {"川", "カワ", "ｶﾜ"},
    {"野", "ノ", "ﾉ"},    {"原", "ハラ", "ﾊﾗ"}, {"島", "シマ", "ｼﾏ"}, {"崎", "サキ", "ｻｷ"},
    {"村", "ムラ", "ﾑﾗ"}, {"井", "イ", "ｲ"},    {"沢", "サワ", "ｻﾜ"}, {"木", "キ", "ｷ"},
    {"森", "モリ", "ﾓﾘ"}, {"橋", "ハシ", "ﾊｼ"}, {"谷", "タニ", "ﾀﾆ"}, {"岡", "オカ", "ｵｶ"},
};
constexpr Kana kGiven[] = {
    {"太郎", "タロウ", "ﾀﾛｳ"},     {"花子", "ハナコ", "ﾊﾅｺ"},   {"一郎", "イチロウ", "ｲﾁﾛｳ"},
    {"陽子", "ヨウコ", "ﾖｳｺ"},     {"健", "ケン", "ｹﾝ"},        {"美咲", "ミサキ", "ﾐｻｷ"},
    {"大輔", "ダイスケ", "ﾀﾞｲｽｹ"}, {"由美", "ユミ", "ﾕﾐ"},      {"翔", "ショウ", "ｼﾖｳ"},
    {"恵", "メグミ", "ﾒｸﾞﾐ"},      {"直樹", "ナオキ", "ﾅｵｷ"},   {"彩", "アヤ", "ｱﾔ"},
    {"拓也", "タクヤ", "ﾀｸﾔ"},     {"さくら", "サクラ", "ｻｸﾗ"}, {"誠", "マコト", "ﾏｺﾄ"},
    {"智子", "トモコ", "ﾄﾓｺ"},     {"優", "ユウ", "ﾕｳ"},        {"真由", "マユ", "ﾏﾕ"},
    {"亮", "リョウ", "ﾘﾖｳ"},       {"香織", "カオリ", "ｶｵﾘ"},   {"修", "オサム", "ｵｻﾑ"},
    {"奈々", "ナナ", "ﾅﾅ"},        {"隆", "タカシ", "ﾀｶｼ"},     {"明日香", "アスカ", "ｱｽｶ"},
};

// Latin family names: a stem and an ending of the language.
constexpr std::string_view kStems[] = {"Sampl", "Exempl", "Model",  "Templat", "Prob",   "Muster",
                                       "Dumm",  "Mock",   "Specim", "Pattern", "Fictiv", "Presum",
                                       "Anyon", "Nomin",  "Schem",  "Illustr", "Design", "Placeh",
                                       "Draft", "Formul", "Typic",  "Notion",  "Imagin", "Generic"};

struct LatinStyle {
  NameStyle style;
  std::array<std::string_view, 6> endings;
  std::array<std::string_view, 16> given;
};

constexpr LatinStyle kLatin[] = {
    {NameStyle::kEnglish,
     {"er", "eton", "ford", "ley", "wood", "eman"},
     {"Alex", "Emma", "Liam", "Grace", "Noah", "Chloe", "Oliver", "Ruth", "Jack", "Amy", "Henry",
      "Zoe", "Peter", "Jane", "Owen", "Kate"}},
    {NameStyle::kGerman,
     {"mann", "meier", "bach", "berger", "hoff", "stein"},
     {"Jonas", "Lena", "Felix", "Anna", "Paul", "Marie", "Lukas", "Sophie", "Max", "Laura", "Jan",
      "Julia", "Nils", "Katrin", "Uwe", "Heike"}},
    {NameStyle::kFrench,
     {"eau", "ier", "ault", "et", "ois", "elle"},
     {"Luc", "Camille", "Hugo", "Manon", "Louis", "Chloé", "Jules", "Inès", "Paul", "Léa", "Marc",
      "Zoé", "René", "Odile", "Yves", "Anaïs"}},
    {NameStyle::kSpanish,
     {"ez", "ero", "ada", "illo", "ales", "ano"},
     {"Mateo", "Lucía", "Diego", "Sofía", "Pablo", "Elena", "Javier", "Carmen", "Luis", "Marta",
      "Iván", "Paula", "Raúl", "Inés", "Jorge", "Ana"}},
    {NameStyle::kPortuguese,
     {"eira", "inho", "ares", "al", "edo", "ães"},
     {"Thiago", "Ana", "Rafael", "Beatriz", "João", "Larissa", "Pedro", "Camila", "Bruno", "Júlia",
      "Caio", "Letícia", "Davi", "Renata", "Igor", "Clara"}},
    {NameStyle::kPolish,
     {"owski", "icki", "ak", "ewicz", "czyk", "arz"},
     {"Jakub", "Zofia", "Piotr", "Anna", "Michał", "Ewa", "Tomasz", "Maja", "Paweł", "Ola", "Adam",
      "Kasia", "Marek", "Iga", "Igor", "Hanna"}},
    {NameStyle::kUkrainian,
     {"enko", "chuk", "iuk", "ovych", "yshyn", "ko"},
     {"Oleh", "Olena", "Andrii", "Iryna", "Taras", "Oksana", "Dmytro", "Yana", "Bohdan", "Daria",
      "Ihor", "Alina", "Yurii", "Maria", "Pavlo", "Nina"}},
    {NameStyle::kIndian,
     {"a", "anath", "eja", "arao", "aswamy", "iya"},
     {"Arjun", "Priya", "Rahul", "Ananya", "Vikram", "Meera", "Rohan", "Kavya", "Sanjay", "Divya",
      "Nikhil", "Asha", "Varun", "Isha", "Karan", "Neha"}},
    {NameStyle::kVietnamese,
     {"u", "anh", "o", "ieng", "an", "uy"},
     {"Minh", "Lan", "Tuan", "Huong", "Dung", "Mai", "Quang", "Thao", "Nam", "Linh", "Bao", "Trang",
      "Khoa", "Ngoc", "Long", "Vy"}},
    {NameStyle::kIndonesian,
     {"oputra", "awan", "asari", "anto", "iawati", "oyo"},
     {"Budi", "Sari", "Agus", "Dewi", "Rizki", "Putri", "Adi", "Ayu", "Dimas", "Rina", "Eko",
      "Wulan", "Fajar", "Maya", "Bayu", "Indah"}},
    {NameStyle::kFilipino,
     {"ac", "an", "ao", "into", "asan", "ito"},
     {"Paolo", "Maria", "Jose", "Angel", "Marco", "Joy", "Carlo", "Grace", "Miguel", "Rica", "Jun",
      "Liza", "Andres", "Tess", "Nico", "Bea"}},
    {NameStyle::kTurkish,
     {"oğlu", "lı", "er", "kaya", "demir", "türk"},
     {"Deniz", "Elif", "Emre", "Zeynep", "Can", "Ayşe", "Mert", "Selin", "Ali", "Ece", "Kerem",
      "Derya", "Onur", "Esra", "Barış", "Pınar"}},
    {NameStyle::kAfrican,
     {"a", "eke", "ola", "imo", "ango", "ade"},
     {"Amina", "Kofi", "Zuri", "Tunde", "Wanjiru", "Chidi", "Imani", "Sefu", "Ada", "Juma", "Nia",
      "Femi", "Asha", "Otieno", "Lerato", "Bayo"}},
};

constexpr std::string_view kKoreanFamily[] = {"견", "표", "모", "형", "본", "범", "가", "상"};
constexpr std::string_view kKoreanHeads[] = {"지", "민", "서", "현", "도", "수", "예", "하",
                                             "주", "은", "시", "유", "준", "태", "다", "소"};
constexpr std::string_view kKoreanTails[] = {"우", "준", "연", "진", "아", "윤", "호", "영",
                                             "원", "희", "빈", "경", "혁", "미", "솔", "라"};
constexpr std::string_view kChineseFamily[] = {"样", "例", "范", "模", "假", "试", "图", "型"};
constexpr std::string_view kChineseHeads[] = {"晓", "文", "志", "丽", "建", "小", "子", "雨",
                                              "海", "春", "明", "思", "俊", "美", "国", "佳"};
constexpr std::string_view kChineseTails[] = {"明", "华", "强", "芳", "平", "玲", "涵", "杰",
                                              "燕", "林", "宁", "琪", "伟", "欣", "涛", "云"};

template <typename Item, size_t kSize>
const Item& Pick(const Item (&items)[kSize], uint64_t hash) {
  return items[hash % kSize];
}

// Capitals as banks print them. Of the letters beyond ASCII those that the names above use: in
// U+00E0..U+00FE they lie 32 apart, in U+0100..U+017F next to each other, and the dotless i has the
// plain I.
std::string Capitals(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 'a' && byte <= 'z') {
      out += static_cast<char>(byte - 'a' + 'A');
    } else if ((byte == 0xc3 || byte == 0xc4 || byte == 0xc5) && i + 1 < text.size()) {
      auto next = static_cast<unsigned char>(text[++i]);
      if (byte == 0xc4 && next == 0xb1) {  // dotless i
        out += 'I';
        continue;
      }
      if (byte == 0xc3 && next >= 0xa0) next -= 0x20;
      // The polish l with stroke has its capital at the odd place before it.
      if (byte != 0xc3 && (next % 2 == 1 || (byte == 0xc5 && next == 0x82))) --next;
      out += static_cast<char>(byte);
      out += static_cast<char>(next);
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string Joined(std::string_view first, std::string_view second, std::string_view between) {
  std::string out(first);
  out += between;
  out += second;
  return out;
}

Name Japanese(uint64_t family, uint64_t given) {
  const Kana& head = Pick(kFamilyHeads, family);
  const Kana& tail = Pick(kFamilyTails, family >> 8);
  const Kana& first = Pick(kGiven, given);
  return {Joined(Joined(head.full, tail.full, ""), first.full, " "),
          Joined(Joined(head.kanji, tail.kanji, ""), first.kanji, " "),
          Joined(Joined(head.half, tail.half, ""), first.half, " ")};
}

// Korea and China write family and given name without a space; so do their banks.
Name Unspaced(std::string_view family, std::string_view head, std::string_view tail) {
  const std::string name = Joined(family, Joined(head, tail, ""), "");
  return {name, name, name};
}

const LatinStyle& LatinOf(NameStyle style) {
  for (const LatinStyle& latin : kLatin) {
    if (latin.style == style) return latin;
  }
  return kLatin[0];
}

Name Latin(NameStyle style, uint64_t family, uint64_t given) {
  const LatinStyle& latin = LatinOf(style);
  const std::string last =
      Joined(Pick(kStems, family), latin.endings[(family >> 8) % latin.endings.size()], "");
  const std::string_view first = latin.given[given % latin.given.size()];
  // A middle initial for some tells namesakes apart, as in life.
  std::string all_given(first);
  if ((given >> 8) % 3 == 0) {
    all_given += ' ';
    all_given += static_cast<char>('A' + (given >> 16) % 26);
  }
  return {Joined(all_given, last, " "), Joined(Capitals(last), Capitals(all_given), " "),
          Joined(Capitals(all_given), Capitals(last), " ")};
}

}  // namespace

Name MakeName(NameStyle style, uint64_t family, uint64_t given) {
  switch (style) {
    case NameStyle::kJapanese:
      return Japanese(family, given);
    case NameStyle::kKorean:
      return Unspaced(Pick(kKoreanFamily, family), Pick(kKoreanHeads, given),
                      Pick(kKoreanTails, given >> 8));
    case NameStyle::kChinese:
      return Unspaced(Pick(kChineseFamily, family), Pick(kChineseHeads, given),
                      Pick(kChineseTails, given >> 8));
    default:
      return Latin(style, family, given);
  }
}

std::string GivenName(NameStyle style, uint64_t given) {
  switch (style) {
    case NameStyle::kJapanese:
      return std::string(Pick(kGiven, given).kanji);
    case NameStyle::kKorean:
      return Joined(Pick(kKoreanHeads, given), Pick(kKoreanTails, given >> 8), "");
    case NameStyle::kChinese:
      return Joined(Pick(kChineseHeads, given), Pick(kChineseTails, given >> 8), "");
    default: {
      const LatinStyle& latin = LatinOf(style);
      return std::string(latin.given[given % latin.given.size()]);
    }
  }
}

std::string BankVariant(const Name& name, uint64_t choice) {
  if (choice % 3 == 0) return name.bank + " STUDIO";  // a trade name
  const size_t space = name.bank.find_last_of(' ');
  if (space == std::string::npos) return name.bank + " OFFICE";
  // The initial of the given name alone, as old account records have it.
  if (choice % 3 == 1 && name.bank[0] >= 'A' && name.bank[0] <= 'Z') {
    return name.bank.substr(0, 1) + name.bank.substr(space);
  }
  return name.bank.substr(0, space);  // cut at the end of the field
}

}  // namespace sekisho::simulate
