#include "cli/import_indicators.h"

#include <algorithm>
#include <map>

#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "cli/text_width.h"
#include "cli/words.h"

namespace sekisho {
namespace {

constexpr size_t kIndent = 2;

using Codes = std::vector<std::string>;

class Lines {
 public:
  Lines(const Terminal& terminal, Language language) : terminal_(terminal), language_(language) {}

  void Heading(const Phrase& phrase, size_t count) {
    text_ += "\n" +
             Paint(terminal_, Style::kBold,
                   absl::Substitute(ToAbsl(phrase.In(language_)), GroupedNumber(count))) +
             "\n";
  }
  void CodesOnly(const Codes& codes) {
    if (!codes.empty()) Paragraph(absl::StrJoin(codes, ", "));
  }
  // "reason: A01, A02".
  void Reason(const std::string& reason, const Codes& codes) {
    if (codes.empty()) return;
    Paragraph(reason + In({": ", "：", ": "}) + absl::StrJoin(codes, ", "));
  }
  std::string In(const Phrase& phrase) const { return std::string(phrase.In(language_)); }
  const std::string& text() const { return text_; }

 private:
  void Paragraph(const std::string& paragraph) {
    text_ += WrapIndented(Printable(paragraph), terminal_.columns, kIndent);
  }

  const Terminal& terminal_;
  const Language language_;
  std::string text_;
};

std::string LackText(const RuleLack& lack, const Lines& lines) {
  if (!lack.types.empty()) {
    return absl::Substitute(
        lines.In({"no events $0", "イベントがありません（$0）", "이벤트가 없음($0)"}),
        absl::StrJoin(lack.types, lines.In({" or ", " または ", " 또는 "})));
  }
  const std::string fields = absl::StrJoin(lack.fields, ", ");
  if (lack.type.empty()) {
    return absl::Substitute(
        lines.In({"nothing gives $0", "$0 がどこにもありません", "$0 이(가) 어디에도 없음"}),
        fields);
  }
  return absl::Substitute(
      lines.In({"$0 comes without $1", "$0 に $1 がありません", "$0 에 $1 이(가) 없음"}), lack.type,
      fields);
}

void LackLines(const RuleSet& rules, const std::vector<IndicatorAnswer>& answers, Lines* lines) {
  std::map<std::string, Codes> lacks;
  std::map<std::string, Codes> states;
  std::map<Evaluable, Codes> others;
  for (const IndicatorAnswer& answer : answers) {
    const std::string& code = rules.indicators[answer.indicator].id;
    if (answer.evaluable == Evaluable::kLacks || answer.evaluable == Evaluable::kOneSided) {
      lacks[LackText(answer.lack, *lines)].push_back(code);
    } else if (answer.evaluable == Evaluable::kOneState) {
      states[absl::StrJoin(answer.tables, ", ")].push_back(code);
    } else {
      others[answer.evaluable].push_back(code);
    }
  }
  for (const auto& [tables, codes] : states) {
    lines->Reason(
        absl::Substitute(
            lines->In({"one file shows how things stand, not what changed ($0); bring a second one",
                       "一つの時点の表からは変化が分かりません（$0。別の時点の表が必要です）",
                       "한 시점의 표로는 변화를 알 수 없음($0, 다른 시점의 표가 필요함)"}),
            tables),
        codes);
  }
  for (const auto& [lack, codes] : lacks) lines->Reason(lack, codes);
  lines->Reason(lines->In({"cannot be computed", "計算できない規則", "계산할 수 없는 규칙"}),
                others[Evaluable::kRule]);
  lines->Reason(lines->In({"a list is needed", "リストが必要", "목록이 필요함"}),
                others[Evaluable::kNeedsList]);
  lines->Reason(lines->In({"texts or pictures must be compared", "文面や画像の比較が必要",
                           "글이나 이미지의 비교가 필요함"}),
                others[Evaluable::kNeedsSimilarity]);
  lines->Reason(lines->In({"for people to answer", "人が確認", "사람이 확인"}),
                others[Evaluable::kPeople]);
}

}  // namespace

std::string IndicatorLines(const RuleSet& rules, const std::vector<IndicatorAnswer>& answers,
                           const Terminal& terminal, Language language) {
  Lines lines(terminal, language);
  Codes yes;
  Codes differences;
  std::vector<IndicatorAnswer> misleading;
  std::vector<IndicatorAnswer> rest;
  for (const IndicatorAnswer& answer : answers) {
    const std::string& code = rules.indicators[answer.indicator].id;
    if (answer.evaluable == Evaluable::kYes) {
      yes.push_back(code);
    } else if (answer.evaluable == Evaluable::kDifferences) {
      differences.push_back(code);
    } else {
      (answer.evaluable == Evaluable::kOneSided ? misleading : rest).push_back(answer);
    }
  }
  lines.Heading(
      {"Indicators that can be evaluated: $0", "判定できる指標 $0 件", "판정할 수 있는 지표 $0건"},
      yes.size() + differences.size());
  lines.CodesOnly(yes);
  lines.Reason(
      lines.In(
          {"only as far as two states differ (what was undone or done twice between them is "
           "not in the tables)",
           "二つの時点の差から分かる範囲のみ（その間に元に戻された変更や重ねた変更は表にありません"
           "）",
           "두 시점의 차이에서 알 수 있는 범위만(그사이에 되돌렸거나 거듭한 변경은 표에 없음)"}),
      differences);
  if (!misleading.empty()) {
    lines.Heading({"Misleading without more: $0. They take for absent what the files do not tell",
                   "このままでは誤解を招く指標 $0 件（表にないものを「ない」とみなします）",
                   "이대로는 오해를 부르는 지표 $0건(표에 없는 것을 ‘없음’으로 봄)"},
                  misleading.size());
    LackLines(rules, misleading, &lines);
  }
  lines.Heading({"Not evaluated, which clears nobody: $0",
                 "判定しない指標 $0 件（疑いがないという意味ではありません）",
                 "판정하지 않는 지표 $0건(혐의가 없다는 뜻이 아님)"},
                rest.size());
  LackLines(rules, rest, &lines);
  return lines.text();
}

}  // namespace sekisho
