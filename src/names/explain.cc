#include <array>

#include "names/match.h"

namespace sekisho {
namespace {

// By NameReason. $0 and $1: the pieces of the two names.
constexpr std::array<Phrase, 25> kPhrases = {{
    {"equal", "一致", "일치"},
    {"another order", "語順が異なる", "어순이 다름"},
    {"spelled differently: $0 ~ $1", "つづりの違い: $0 ~ $1", "철자 차이: $0 ~ $1"},
    {"known spelling: $0 ~ $1", "既知の異なるつづり: $0 ~ $1", "알려진 다른 철자: $0 ~ $1"},
    {"short form: $0 ~ $1", "愛称・短縮形: $0 ~ $1", "줄임꼴: $0 ~ $1"},
    {"initial: $0 ~ $1", "頭文字: $0 ~ $1", "머리글자: $0 ~ $1"},
    {"written together: $0 ~ $1", "続け書き: $0 ~ $1", "붙여 씀: $0 ~ $1"},
    {"only in one: $0", "一方にのみある: $0", "한쪽에만 있음: $0"},
    {"differs: $0 / $1", "異なる: $0 / $1", "다름: $0 / $1"},
    {"long vowels: $0 ~ $1", "長音の表記: $0 ~ $1", "장음 표기: $0 ~ $1"},
    {"cut off: $0 ~ $1", "途中で切れている: $0 ~ $1", "중간에 잘림: $0 ~ $1"},
    {"old and new forms: $0 ~ $1", "新旧字体: $0 ~ $1", "신구 자체: $0 ~ $1"},
    {"kana in Latin letters: $0 ~ $1", "仮名のローマ字表記: $0 ~ $1",
     "가나의 로마자 표기: $0 ~ $1"},
    {"hangul in Latin letters: $0 ~ $1", "ハングルのローマ字表記: $0 ~ $1",
     "한글의 로마자 표기: $0 ~ $1"},
    {"two romanisations of one hangul spelling: $0 ~ $1",
     "同じハングルの異なるローマ字表記: $0 ~ $1", "같은 한글의 다른 로마자 표기: $0 ~ $1"},
    {"initial consonants as in North and South: $0 ~ $1", "南北の頭音表記の違い: $0 ~ $1",
     "남북의 두음 표기 차이: $0 ~ $1"},
    {"characters and their hangul reading: $0 ~ $1", "漢字と朝鮮語読み: $0 ~ $1",
     "한자와 한국어 독음: $0 ~ $1"},
    {"characters and pinyin: $0 ~ $1", "漢字と拼音: $0 ~ $1", "한자와 병음: $0 ~ $1"},
    {"characters and their Cantonese reading: $0 ~ $1", "漢字と広東語読み: $0 ~ $1",
     "한자와 광둥어 독음: $0 ~ $1"},
    {"characters and their Hokkien reading: $0 ~ $1", "漢字と閩南語読み: $0 ~ $1",
     "한자와 민난어 독음: $0 ~ $1"},
    {"two romanisations of one name in characters: $0 ~ $1",
     "同じ漢字名の異なるローマ字表記: $0 ~ $1", "같은 한자 이름의 다른 로마자 표기: $0 ~ $1"},
    {"characters and their Japanese reading: $0 ~ $1", "漢字と読み: $0 ~ $1",
     "한자와 일본어 독음: $0 ~ $1"},
    {"a name by its sound: $0 ~ $1", "音による表記: $0 ~ $1", "소리대로 적음: $0 ~ $1"},
    {"declared as another name", "別名として申告", "다른 이름으로 신고됨"},
    {"may be a reading that no table has", "表にない読みの可能性", "표에 없는 독음일 수 있음"},
}};
constexpr Phrase kNothing = {"nothing in common", "共通点なし", "공통점 없음"};
constexpr Phrase kNoName = {"nothing to compare", "比較できる文字なし", "비교할 글자 없음"};

// absl::Substitute, but for pieces of text and without its checks, for it runs for every pair.
void AppendFilled(std::string_view text, std::string_view left, std::string_view right,
                  std::string* out) {
  for (size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$')) {
    *out += text.substr(0, at);
    *out += text[at + 1] == '0' ? left : right;
    text.remove_prefix(at + 2);
  }
  *out += text;
}

}  // namespace

std::string_view NameOutcomeWord(NameOutcome outcome) {
  switch (outcome) {
    case NameOutcome::kDeclared:
      return "declared";
    case NameOutcome::kVariant:
      return "variant";
    case NameOutcome::kSame:
      return "same";
    case NameOutcome::kUnrelated:
      break;
  }
  return "unrelated";
}

std::string_view NameOutcomeWord(const NameMatch& match) {
  if (!match.comparable || match.unknown_reading) return "unclear";
  return NameOutcomeWord(match.outcome);
}

void AppendNameExplanation(const NameMatch& match, Language language, std::string* out) {
  if (!match.comparable) {
    *out += kNoName.In(language);
    return;
  }
  if (match.remarks.empty()) *out += kNothing.In(language);
  bool first = true;
  for (const NameRemark& remark : match.remarks) {
    if (!first) *out += "; ";
    first = false;
    const std::string_view phrase = kPhrases[static_cast<size_t>(remark.reason)].In(language);
    const bool one = remark.reason == NameReason::kLeftOut && remark.left.empty();
    AppendFilled(phrase, one ? remark.right : remark.left, remark.right, out);
  }
}

std::string ExplainNameMatch(const NameMatch& match, Language language) {
  std::string text;
  AppendNameExplanation(match, language, &text);
  return text;
}

}  // namespace sekisho
