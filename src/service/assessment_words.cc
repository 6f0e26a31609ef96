#include "service/assessment_words.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"

namespace sekisho {
namespace {

constexpr size_t kSignsMax = 8;

constexpr Phrase kPaths[] = {
    {"Urgent: a sign that tells of harm that goes on.", "至急：進行中の被害を示す兆候があります。",
     "긴급: 진행 중인 피해를 보여 주는 징후가 있습니다."},
    {"Urgent: a sign that opens a case, beside a hard contradiction of another kind.",
     "至急：単独で審査対象となる兆候と、別の種類の強い矛盾があります。",
     "긴급: 단독으로 심사를 여는 징후와 다른 종류의 강한 모순이 있습니다."},
    {"Urgent: hard contradictions of several independent kinds.",
     "至急：互いに独立した複数種類の強い矛盾があります。",
     "긴급: 서로 독립된 여러 종류의 강한 모순이 있습니다."},
    {"Review: one sign that opens a case by itself.", "確認：単独で審査対象となる兆候があります。",
     "검토: 단독으로 심사를 여는 징후가 있습니다."},
    {"Review: a hard contradiction, and evidence of another kind.",
     "確認：強い矛盾と、別の種類の証拠があります。",
     "검토: 강한 모순과 다른 종류의 증거가 있습니다."},
    {"Review: a hard contradiction, and several weaker kinds of evidence.",
     "確認：強い矛盾と、複数種類の弱い証拠があります。",
     "검토: 강한 모순과 여러 종류의 약한 증거가 있습니다."},
    {"Review for re-verification only: many different indicators within a short time.",
     "確認（再確認のみ）：短期間に多数の異なる指標が見られます。",
     "검토(재확인만): 짧은 기간에 서로 다른 지표가 많이 나타났습니다."},
    {"Flag: listed for additional review; nothing follows for the person.",
     "要注意：追加確認の一覧に載せるのみで、本人への影響はありません。",
     "주의: 추가 확인 목록에만 오르며 당사자에게 영향이 없습니다."},
    {"Flag: several kinds of weaker evidence; listed for additional review.",
     "要注意：複数種類の弱い証拠があり、追加確認の一覧に載せます。",
     "주의: 여러 종류의 약한 증거가 있어 추가 확인 목록에 올립니다."},
    {"Context: no reason to look.", "参考：確認の理由はありません。", "참고: 볼 이유가 없습니다."},
};

constexpr Phrase kReasons[] = {
    {"no events in the input", "対象のイベントなし", "대상 이벤트 없음"},
    {"a field is missing", "項目なし", "항목 없음"},
    {"the rule cannot be evaluated", "規則を判定できない", "규칙을 판정할 수 없음"},
    {"a list is needed", "リスト要", "목록 필요"},
    {"a comparison is needed", "類似判定要", "유사 판정 필요"},
    {"people answer it", "人が確認", "사람이 확인"},
};

class Words {
 public:
  Words(const RuleSet& rules, const ScanAssessments& assessments, Language language)
      : rules_(rules), assessments_(assessments), language_(language) {}

  std::string Explain(const Assessment& assessment) {
    text_ = std::string(kPaths[static_cast<size_t>(assessment.path)].In(language_));
    size_t counted = 0;
    for (const Contribution& one : assessment.contributions) {
      if (one.role == ContributionRole::kCounted && ++counted <= kSignsMax) Counted(one);
      if (one.role == ContributionRole::kSameCause) {
        Say({"$0 has the same cause as $1 and counts once.",
             "$0 は $1 と同因のため一度だけ数えます。", "$0: $1과(와) 원인이 같아 한 번만 셉니다."},
            assessments_.kind(one).code, assessments_.assessor->kinds()[one.folded_into].code);
      }
    }
    if (counted > kSignsMax) {
      Say({"$0 more indicators count.$1", "ほかに $0 個の指標があります。$1",
           "그 밖에 지표 $0개가 있습니다.$1"},
          std::to_string(counted - kSignsMax), "");
    }
    NotEvaluated();
    return std::move(text_);
  }

 private:
  void Say(const Phrase& phrase, const std::string& first, const std::string& second) {
    text_ += " " + absl::Substitute(ToAbsl(phrase.In(language_)), first, second);
  }

  void Counted(const Contribution& one) {
    if (one.kind >= rules_.indicators.size()) {
      Say({"$0: a rule of your own.$1", "$0：独自規則。$1", "$0: 자체 규칙.$1"},
          assessments_.kind(one).code, "");
      return;
    }
    const Indicator& indicator = rules_.indicators[one.kind];
    std::vector<std::string> sources;
    for (const IndicatorSource& source : indicator.sources) {
      sources.push_back(source.document + " (" + source.place + ")");
    }
    Say({"$0 [$1].", "$0［$1］。", "$0 [$1]."},
        indicator.id + " " + indicator.name.In(language_) + (one.solid ? "" : " ⚠"),
        absl::StrJoin(sources, "; "));
    if (indicator.what_clears.empty()) return;
    Say({"It would be cleared by: $0$1", "解消されるもの：$0$1", "해소되는 것: $0$1"},
        indicator.what_clears.front().In(language_), "");
  }

  void NotEvaluated() {
    std::vector<std::string> parts;
    for (size_t reason = 0; reason < std::size(kReasons); ++reason) {
      std::vector<std::string> codes;
      for (const sekisho::NotEvaluated& one : assessments_.not_evaluated) {
        if (static_cast<size_t>(one.reason) == reason) {
          codes.push_back(rules_.indicators[one.indicator].id);
        }
      }
      if (codes.empty()) continue;
      parts.push_back(std::string(kReasons[reason].In(language_)) + ": " +
                      absl::StrJoin(codes, " "));
    }
    if (parts.empty()) return;
    Say({"Not evaluated, which says nothing for or against anybody: $0.$1",
         "未判定（有利にも不利にも扱いません）：$0。$1",
         "미판정(유리하게도 불리하게도 보지 않음): $0.$1"},
        absl::StrJoin(parts, "; "), "");
  }

  const RuleSet& rules_;
  const ScanAssessments& assessments_;
  const Language language_;
  std::string text_;
};

}  // namespace

const Phrase& PathPhrase(AssessmentPath path) { return kPaths[static_cast<size_t>(path)]; }

const Phrase& ReasonPhrase(NotEvaluatedReason reason) {
  return kReasons[static_cast<size_t>(reason)];
}

LocalText ExplainAssessment(const RuleSet& rules, const ScanAssessments& assessments,
                            const Assessment& assessment) {
  const auto in = [&](Language language) {
    return Words(rules, assessments, language).Explain(assessment);
  };
  return {in(Language::kEnglish), in(Language::kJapanese), in(Language::kKorean)};
}

}  // namespace sekisho
