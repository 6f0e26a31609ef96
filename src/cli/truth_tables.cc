#include "cli/truth_tables.h"

#include <algorithm>
#include <array>
#include <vector>

#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "cli/table.h"
#include "cli/text_width.h"
#include "cli/words.h"

namespace sekisho {
namespace {

constexpr size_t kIndent = 2;
constexpr size_t kMonthsShown = 3;
constexpr size_t kPartsShown = 10;  // of a list
constexpr size_t kCombinationsShown = 20;
constexpr double kCasesPer = 100'000;  // accounts

using Phrases = std::array<Phrase, kAssessmentLevels>;
constexpr Phrases kLinked = {{
    {"linked with others", "他と連結", "다른 계정과 연결"},
    {"linked, group at flag+", "連結・要注意以上", "연결, 주의 이상"},
    {"linked, group at review+", "連結・確認以上", "연결, 검토 이상"},
    {"linked, group at urgent", "連結・至急", "연결, 긴급"},
}};
// The ages of docs/truth.md.
constexpr std::array<std::pair<std::string_view, Phrase>, 4> kAges = {{
    {"under_30d", {"under 30 days", "30 日未満", "30일 미만"}},
    {"under_180d", {"under 180 days", "180 日未満", "180일 미만"}},
    {"under_1y", {"under a year", "1 年未満", "1년 미만"}},
    {"older", {"older", "1 年以上", "1년 이상"}},
}};
constexpr Phrase kAccounts = {"accounts", "アカウント", "계정"};

// "97.6 (95.4–98.8)": per cent and the bounds; "–" without a rate.
std::string RateText(const Share& share, int digits, int bound_digits) {
  if (share.of == 0) return "–";
  const Bounds bounds = WilsonBounds(share);
  return absl::StrFormat("%.*f (%.*f–%.*f)", digits, 100 * share.rate(), bound_digits,
                         100 * bounds.low, bound_digits, 100 * bounds.high);
}
std::string RateText(const Share& share) { return RateText(share, 1, 1); }

std::string ShortRate(const Share& share) {
  return share.of == 0 ? "–" : absl::StrFormat("%.1f", 100 * share.rate());
}

class Tables {
 public:
  Tables(const Outcome& outcome, const Quality& quality, const Terminal& terminal,
         Language language)
      : outcome_(outcome), quality_(quality), terminal_(terminal), language_(language) {}

  std::string Write() {
    Beginning();
    Levels();
    Queue();
    Cases();
    Rings();
    MissedOnes();
    Honest();
    Causes();
    Combinations();
    Indicators();
    return text_;
  }

 private:
  std::string In(const Phrase& phrase) const { return std::string(phrase.In(language_)); }

  template <typename... Parts>
  std::string Fill(const Phrase& phrase, const Parts&... parts) const {
    return absl::Substitute(ToAbsl(phrase.In(language_)), parts...);
  }

  void Heading(const Phrase& title) {
    text_ += "\n" + Paint(terminal_, Style::kBold, In(title)) + "\n";
  }

  void Paragraph(const std::string& paragraph) {
    text_ += WrapIndented(paragraph, terminal_.columns, kIndent);
  }

  std::string AtLeast(AssessmentLevel level) const {
    std::string word = LevelWord(level, language_);
    if (level == AssessmentLevel::kUrgent) return word;
    return Fill({"$0+", "$0以上", "$0 이상"}, word);
  }

  // Of the truth, for a cell; "?" where it says nothing.
  static std::string Value(const std::string& value) {
    return value.empty() ? "?" : Printable(value);
  }

  const std::string& Code(uint32_t indicator) const { return outcome_.indicators[indicator].code; }

  void Beginning() {
    Heading({"Measured against the truth", "正解との比較", "정답과의 비교"});
    Paragraph(Fill({"$0 accounts, $1 of them in $2 rings. Rates are in per cent, with 95 % "
                    "confidence bounds (Wilson).",
                    "$0 アカウント、うち $1 が $2 組のリングに属する。割合は％、かっこ内は 95％ "
                    "信頼区間（ウィルソン）。",
                    "계정 $0개 중 $1개가 공모 조직 $2개에 속합니다. 비율은 %, 괄호 안은 95% "
                    "신뢰구간(윌슨)입니다."},
                   GroupedNumber(quality_.accounts), GroupedNumber(quality_.ring_accounts),
                   GroupedNumber(quality_.rings)));
    if (quality_.not_in_truth == 0) return;
    Paragraph(Fill({"$0 accounts with findings are not in the truth and are left out.",
                    "検出のある $0 アカウントは正解にないため除外。",
                    "탐지된 계정 $0개는 정답에 없어 제외했습니다."},
                   GroupedNumber(quality_.not_in_truth)));
  }

  void AddCatch(const std::string& name, const Catch& caught, Table* table) const {
    table->AddRow({name, GroupedNumber(caught.precision.of), RateText(caught.precision),
                   RateText(caught.recall)});
  }

  void Levels() {
    Heading({"Levels and groups", "判定とグループ", "수준과 그룹"});
    Table table({{"", false, Style::kCyan},
                 {In(kAccounts), true},
                 {In({"precision %", "適合率 %", "정밀도 %"}), true},
                 {In({"recall %", "再現率 %", "재현율 %"}), true}});
    for (size_t i = 0; i < kTroubleLevelCount; ++i) {
      AddCatch(AtLeast(kTroubleLevels[i]), quality_.levels[i], &table);
    }
    for (size_t i = 0; i < kAssessmentLevels; ++i) {
      AddCatch(In(kLinked[i]), quality_.linked[i], &table);
    }
    AddCatch(In({"review+ or so linked", "確認以上、または同水準の連結", "검토 이상 또는 그 연결"}),
             quality_.linked_or_case, &table);
    text_ += table.Render(terminal_, kIndent);
    Paragraph(In({"Recall of linked accounts: linked with another account of their own ring.",
                  "連結の再現率：同じリングの別のアカウントと連結されたもの。",
                  "연결의 재현율: 같은 조직의 다른 계정과 연결된 것."}));
    GroupTable();
  }

  void GroupTable() {
    Table table({{In({"groups", "グループ", "그룹"}), false, Style::kCyan},
                 {In({"number", "数", "수"}), true},
                 {In({"hold a ring %", "リングを含む %", "조직 포함 %"}), true},
                 {In({"with honest %", "正当な利用者も %", "정상 계정도 %"}), true},
                 {In({"rings found %", "見つかったリング %", "찾은 조직 %"}), true}});
    for (size_t i = 0; i < kAssessmentLevels; ++i) {
      const GroupCatch& group = quality_.groups[i];
      table.AddRow(
          {i == 0 ? In({"all", "すべて", "전체"}) : AtLeast(static_cast<AssessmentLevel>(i)),
           GroupedNumber(group.right.of), RateText(group.right), ShortRate(group.mixed),
           RateText(group.found)});
    }
    text_ += "\n" + table.Render(terminal_, kIndent);
  }

  void Queue() {
    Heading({"The queue", "確認の順番", "검토 순서"});
    Table table({{In({"first", "先頭", "처음"}), true},
                 {In(kAccounts), true},
                 {In({"of rings", "リング", "조직"}), true},
                 {In({"precision %", "適合率 %", "정밀도 %"}), true}});
    for (const QueueHead& head : quality_.queue) {
      table.AddRow({GroupedNumber(head.first), GroupedNumber(head.right.of),
                    GroupedNumber(head.right.part), RateText(head.right)});
    }
    text_ += table.Render(terminal_, kIndent);
  }

  std::string PerMany(const Share& share) const {
    if (share.of == 0) return "–";
    const Bounds bounds = WilsonBounds(share);
    return absl::StrFormat("%.0f (%.0f–%.0f)", kCasesPer * share.rate(), kCasesPer * bounds.low,
                           kCasesPer * bounds.high);
  }

  void Cases() {
    Heading({"Cases (review or above) per 100,000 accounts a month",
             "10 万アカウント・月あたりの案件数（確認以上）",
             "계정 10만 개당 월간 건수(검토 이상)"});
    Table table({{"", false, Style::kCyan},
                 {In({"cases", "案件", "건수"}), true},
                 {In({"per 100,000", "10 万あたり", "10만 개당"}), true},
                 {In({"of honest", "正当な利用者", "정상 계정"}), true},
                 {In({"per 100,000", "10 万あたり", "10만 개당"}), true}});
    const uint64_t honest = quality_.accounts - quality_.ring_accounts;
    MonthCases before = quality_.earlier;
    for (size_t i = 0; i < quality_.months.size(); ++i) {
      const MonthCases& month = quality_.months[i];
      if (i >= kMonthsShown) {
        before.all += month.all;
        before.honest += month.honest;
        continue;
      }
      table.AddRow(
          {i == 0 ? In({"the last 30 days", "直近 30 日", "최근 30일"})
                  : Fill({"$0 to $1 days ago", "$0～$1 日前", "$0~$1일 전"}, 30 * i, 30 * (i + 1)),
           GroupedNumber(month.all), PerMany({month.all, quality_.accounts}),
           GroupedNumber(month.honest), PerMany({month.honest, honest})});
    }
    table.AddRow({In({"earlier, in all", "それ以前（計）", "그 이전(합계)"}),
                  GroupedNumber(before.all), "", GroupedNumber(before.honest), ""});
    text_ += table.Render(terminal_, kIndent);
  }

  std::vector<Slice> WithAgesInWords(std::vector<Slice> slices) const {
    for (Slice& slice : slices) {
      for (const auto& [age, words] : kAges) {
        if (slice.value != age) continue;
        slice.value = In(words);
        break;
      }
    }
    return slices;
  }

  void RingTable(const Phrase& title, const std::vector<Slice>& slices) {
    Table table({{In(title), false, Style::kCyan, 8},
                 {In(kAccounts), true},
                 {AtLeast(AssessmentLevel::kFlag) + " %", true},
                 {AtLeast(AssessmentLevel::kReview) + " %", true},
                 {In({"linked %", "連結 %", "연결 %"}), true},
                 {In({"either %", "いずれか %", "둘 중 하나 %"}), true}});
    for (const Slice& slice : slices) {
      table.AddRow({Value(slice.value), GroupedNumber(slice.linked_case.of),
                    RateText(slice.at_least[0], 1, 0), ShortRate(slice.at_least[1]),
                    ShortRate(slice.linked_case), RateText(slice.linked_or_case, 1, 0)});
    }
    if (!table.empty()) text_ += table.Render(terminal_, kIndent) + "\n";
  }

  void Rings() {
    if (quality_.ring_accounts == 0) return;
    Heading({"Accounts of rings", "リングのアカウント", "조직 계정"});
    RingTable({"care", "慎重さ", "주의 정도"}, quality_.ring_cares);
    RingTable({"role", "役割", "역할"}, quality_.ring_roles);
    RingTable({"age", "登録期間", "가입 기간"}, WithAgesInWords(quality_.ring_ages));
    Paragraph(
        In({"Linked: with another account of its ring, in a group at review or above. "
            "Either: that, or itself at review or above.",
            "連結：確認以上のグループで同じリングの別のアカウントと連結。"
            "いずれか：連結、または自身が確認以上。",
            "연결: 검토 이상인 그룹에서 같은 조직의 다른 계정과 연결. "
            "둘 중 하나: 연결이거나 계정 자체가 검토 이상."}));
  }

  // "A02 61, X30 12, … +3", indented under a coloured word.
  void List(const std::string& word, std::vector<std::string> parts) {
    const size_t all = parts.size();
    if (all > kPartsShown) {
      parts.resize(kPartsShown);
      parts.push_back(absl::StrCat("… +", all - kPartsShown));
    }
    text_ += std::string(kIndent, ' ') + Paint(terminal_, Style::kCyan, word) + "\n" +
             WrapIndented(absl::StrJoin(parts, ", "), terminal_.columns, 2 * kIndent);
  }

  void MissedOnes() {
    if (quality_.missed.empty()) return;
    Heading({"Accounts of rings below flag, and what names them",
             "要注意に達しないリングのアカウントと、該当した指標",
             "주의 미만인 조직 계정과 해당 지표"});
    for (const Missed& line : quality_.missed) {
      std::vector<std::string> parts;
      for (const auto& [indicator, accounts] : line.indicators) {
        parts.push_back(absl::StrCat(Code(indicator), " ", accounts));
      }
      List(Fill({"$0: $1, of these $2 without a finding", "$0：$1、うち検出なし $2",
                 "$0: $1개, 그중 탐지 없음 $2개"},
                Value(line.care), GroupedNumber(line.accounts), GroupedNumber(line.unnamed)),
           std::move(parts));
    }
  }

  void HonestTable(const Phrase& title, const std::vector<Slice>& slices) {
    Table table({{In(title), false, Style::kCyan, 10},
                 {In(kAccounts), true},
                 {AtLeast(AssessmentLevel::kFlag) + " %", true},
                 {AtLeast(AssessmentLevel::kReview) + " %", true},
                 {AtLeast(AssessmentLevel::kUrgent), true}});
    for (const Slice& slice : slices) {
      table.AddRow({Value(slice.value), GroupedNumber(slice.linked_case.of),
                    RateText(slice.at_least[0], 2, 2), RateText(slice.at_least[1], 2, 2),
                    GroupedNumber(slice.at_least[2].part)});
    }
    if (!table.empty()) text_ += table.Render(terminal_, kIndent) + "\n";
  }

  void Honest() {
    Heading({"Honest accounts", "正当なアカウント", "정상 계정"});
    HonestTable({"kind", "種類", "종류"}, quality_.kinds);
    HonestTable({"country", "国", "국가"}, quality_.countries);
    HonestTable({"language", "言語", "언어"}, quality_.languages);
    HonestTable({"age", "登録期間", "가입 기간"}, WithAgesInWords(quality_.ages));
    text_.pop_back();
  }

  void Causes() {
    if (quality_.causes.empty()) return;
    Heading({"What lists honest accounts (flag or above)", "正当なアカウントを要注意以上にした指標",
             "정상 계정을 주의 이상으로 만든 지표"});
    for (const KindCauses& kind : quality_.causes) {
      std::vector<std::string> parts;
      for (const Cause& cause : kind.causes) {
        parts.push_back(absl::StrCat(Code(cause.indicator), " ", GroupedNumber(cause.accounts),
                                     " (", GroupedNumber(cause.alone), ")"));
      }
      List(Value(kind.kind), std::move(parts));
    }
    Paragraph(In({"Accounts that the indicator brings there; in brackets those that it alone does.",
                  "指標によって要注意以上になった数。かっこ内はその指標だけによるもの。",
                  "지표로 주의 이상이 된 계정 수. 괄호 안은 그 지표 하나만으로 된 수."}));
  }

  void Combinations() {
    Table table({{In({"signs", "兆候", "징후"}), false, Style::kCyan},
                 {In({"honest", "正当", "정상"}), true},
                 {In({"rings", "リング", "조직"}), true},
                 {In({"kinds", "種類", "종류"}), false, Style::kDim, 10}});
    for (const Combination& line : quality_.combinations) {
      if (line.honest == 0) break;
      std::vector<std::string> codes;
      for (const uint32_t indicator : line.indicators) codes.push_back(Code(indicator));
      std::vector<std::string> kinds;
      for (const auto& [kind, number] : line.kinds) {
        kinds.push_back(absl::StrCat(ToAbsl(Value(kind)), " ", number));
      }
      if (&line - quality_.combinations.data() >= static_cast<ptrdiff_t>(kCombinationsShown)) break;
      table.AddRow({absl::StrJoin(codes, "+"), GroupedNumber(line.honest), GroupedNumber(line.ring),
                    absl::StrJoin(kinds, ", ")});
    }
    if (table.empty()) return;
    Heading({"What makes cases of honest accounts (review or above)",
             "正当なアカウントを確認以上にした兆候", "정상 계정을 검토 이상으로 만든 징후"});
    text_ += table.Render(terminal_, kIndent);
  }

  void Indicators() {
    Heading({"Indicators", "指標", "지표"});
    std::vector<Table::Column> columns = {{"", false, Style::kCyan},
                                          {In(kAccounts), true},
                                          {In({"precision %", "適合率 %", "정밀도 %"}), true},
                                          {In({"recall %", "再現率 %", "재현율 %"}), true}};
    for (const std::string& care : quality_.cares) columns.push_back({Printable(care), true});
    Table table(std::move(columns));
    std::vector<std::string> silent;
    for (const IndicatorCatch& line : quality_.indicators) {
      const Catch& caught = line.caught;
      if (caught.precision.of == 0) {
        silent.push_back(Code(line.indicator));
        continue;
      }
      std::vector<std::string> cells = {Code(line.indicator), GroupedNumber(caught.precision.of),
                                        RateText(caught.precision), ShortRate(caught.recall)};
      for (const Share& share : caught.by_care) cells.push_back(ShortRate(share));
      table.AddRow(std::move(cells));
    }
    text_ += table.Render(terminal_, kIndent);
    if (silent.empty()) return;
    Paragraph(
        Fill({"Named nobody: $0", "該当なし：$0", "해당 없음: $0"}, absl::StrJoin(silent, ", ")));
  }

  const Outcome& outcome_;
  const Quality& quality_;
  const Terminal& terminal_;
  const Language language_;
  std::string text_;
};

}  // namespace

std::string TruthTables(const Outcome& outcome, const Quality& quality, const Terminal& terminal,
                        Language language) {
  return Tables(outcome, quality, terminal, language).Write();
}

}  // namespace sekisho
