#include "diligence/vetting.h"

#include <algorithm>
#include <map>

#include "diligence/later_parts.h"
#include "diligence/sheet.h"
#include "diligence/vet_words.h"
#include "yaml/diagnostics.h"

namespace sekisho {
namespace {

// What the indicator's warning is not about stands on its own: one kind of sign for each.
class Weighing {
 public:
  explicit Weighing(const VetInput& in) : in_(in) {}

  void Run(VetReport* report) {
    for (const Indicator& one : in_.indicators) {
      AddKind(one, false);
      AddKind(one, true);
    }
    std::vector<Sign> signs;
    for (size_t i = 0; i < report->findings.size(); ++i) {
      const VetFinding& finding = report->findings[i];
      const auto kind = numbers_.find({finding.indicator, finding.proxy});
      if (kind == numbers_.end()) continue;
      Sign sign;
      sign.kind = kind->second;
      sign.grade = finding.grade;
      sign.first_ms = sign.last_ms = finding.time_ms.value_or(in_.candidate.as_of);
      sign.finding = static_cast<uint32_t>(i);
      signs.push_back(sign);
    }
    // A payee that stays unexplained is graded by its rule, so no requests go in.
    const Assessor assessor(in_.assessment, kinds_);
    const Assessment assessment = assessor.Assess(signs, {}, in_.candidate.as_of);
    report->level = assessment.level;
    report->path = assessment.path;
    report->reverification_only = assessment.reverification_only;
  }

 private:
  void AddKind(const Indicator& one, bool proxy) {
    SignKind kind;
    kind.code = one.id;
    kind.evidence_class = one.evidence_class;
    kind.proxy = proxy;
    kind.human_only = one.sensitivity == "human_only";
    kind.same_cause_as = one.same_cause_as;
    kind.same_cause_as.push_back(one.id);  // the two kinds of one indicator
    numbers_.emplace(std::pair(one.id, proxy), static_cast<uint32_t>(kinds_.size()));
    kinds_.push_back(std::move(kind));
  }

  const VetInput& in_;
  std::vector<SignKind> kinds_;
  std::map<std::pair<std::string, bool>, uint32_t> numbers_;
};

std::vector<std::string> EveryonesQuestions(const VetInput& in) {
  std::vector<std::string> questions;
  for (const Questionnaire& sheet : in.questionnaires) {
    const bool mine = std::find(sheet.audience.begin(), sheet.audience.end(),
                                in.candidate.audience) != sheet.audience.end();
    if (!mine || !sheet.ask_everyone) continue;
    for (const Question& question : sheet.items) {
      if (!question.only_if_language_claimed) questions.push_back(question.id);
    }
  }
  return questions;
}

bool Has(const VetReport& report, std::string_view code) {
  return std::any_of(report.findings.begin(), report.findings.end(),
                     [&](const VetFinding& one) { return one.indicator == code; });
}

bool WasAsked(const Candidate& c, std::string_view code) {
  return std::any_of(c.explanations.begin(), c.explanations.end(),
                     [&](const Explanation& one) { return one.about == code; });
}

LocalText NextStep(const VetInput& in, const VetReport& report) {
  if (report.level >= AssessmentLevel::kReview) {
    return Say({"A named person looks at the case and decides; nothing is decided here.",
                "担当者が案件を確認し、判断します。ここでは何も決まりません。",
                "담당자가 사안을 확인하고 판단합니다. 여기서는 아무것도 결정되지 않습니다."});
  }
  if (Has(report, "A02") && !WasAsked(in.candidate, "A02")) {
    return Say(
        {"Ask the candidate to explain the payee: former name, trade name, company, "
         "household; note the day under /explanations.",
         "受取名義の事情（旧姓、屋号、法人、世帯）を候補者に尋ね、日付を/"
         "explanationsに記録します。",
         "수취 명의의 사정(이전 이름, 상호, 법인, 가족)을 후보자에게 묻고 날짜를 "
         "/explanations에 적습니다."});
  }
  for (const VetTask& task : report.tasks) {
    if (task.state != "open" && task.state != "in_progress") continue;
    return Say({"The first open task is $0.", "最初の未完了の作業は$0です。",
                "첫 번째 미완료 작업은 $0입니다."},
               task.id);
  }
  for (const VetGate& gate : report.gates) {
    if (gate.state != "closed") continue;
    return Say(
        {"No task is open, and a gate is still closed, which says what it lacks: $0.",
         "未完了の作業はありませんが、まだ進められないものがあります（不足は該当箇所に記載）：$0。",
         "남은 작업은 없지만 아직 할 수 없는 일이 있습니다(부족한 것은 해당 항목에 기재): $0."},
        VetWordText(gate.gate));
  }
  return Say({"Every task is done.", "すべての作業が完了しています。", "모든 작업이 끝났습니다."});
}

// A record that no task takes would be lost in silence.
std::vector<Diagnostic> RecordsWithoutTask(const VetInput& in, const std::vector<VetTask>& tasks) {
  std::vector<Diagnostic> remarks;
  for (const CheckRecord& record : in.candidate.checks) {
    const bool taken = std::any_of(tasks.begin(), tasks.end(),
                                   [&](const VetTask& task) { return IsAbout(record, task); });
    if (taken) continue;
    remarks.push_back({CodeText(Sk::kCandidateValue),
                       Severity::kWarning,
                       {in.candidate.file, record.line, record.column},
                       record.at + ": no task of this role is about " + record.measure +
                           (record.subject.empty() ? "" : " and \"" + record.subject + "\""),
                       "`subject` is a JSON pointer, or a name as /claims has it"});
  }
  return remarks;
}

// An answer to a question that was not to be asked counts for nothing; that is said.
void RemarkUnaskedAnswers(const VetInput& in, std::vector<Diagnostic>* remarks) {
  for (const Answer& answer : in.candidate.answers) {
    const Question* const question = FindQuestion(in.questionnaires, answer.question);
    if (question == nullptr || IsAsked(*question, in.candidate)) continue;
    remarks->push_back({CodeText(Sk::kCandidateValue),
                        Severity::kWarning,
                        {in.candidate.file, answer.line, answer.column},
                        answer.at + ": " + answer.question +
                            " is only for who claims a language at business or native level; the "
                            "answer is left out",
                        "write the claim into /claims/languages, or delete the answer"});
  }
}

const VetNotEvaluated* FindSkipped(std::span<const VetNotEvaluated> all, std::string_view code) {
  for (const VetNotEvaluated& one : all) {
    if (one.id == code) return &one;
  }
  return nullptr;
}

// What the file does not say, the log may: what one of the two can tell is evaluated.
void AddSkippedByEvents(const VetInput& in, RuleOutput* out) {
  std::vector<VetNotEvaluated> skipped;
  for (VetNotEvaluated& one : out->not_evaluated) {
    const bool no_pool = one.why == "no_pool";  // the log has other accounts to compare with
    const VetNotEvaluated* const events = FindSkipped(in.skipped_by_events, one.id);
    if (events == nullptr && (no_pool || one.why == "not_supplied")) continue;
    const bool lacks =
        events != nullptr && (events->why == "no_events" || events->why == "field_missing");
    skipped.push_back(no_pool && lacks ? *events : std::move(one));
  }
  const auto codes = VettingCodes();
  for (const VetNotEvaluated& one : in.skipped_by_events) {
    const bool by_file = std::find(codes.begin(), codes.end(), one.id) != codes.end();
    if (!by_file || one.id == "B06") skipped.push_back(one);
  }
  out->not_evaluated = std::move(skipped);
}

}  // namespace

VetReport Vet(const VetInput& in) {
  const RuleInput rules{in.candidate, in.policy, in.pool, in.lists};
  RuleOutput out;
  CheckBiography(rules, &out);
  CheckCareer(rules, &out);
  CheckDocuments(rules, &out);
  CheckPayout(rules, &out);
  CheckRequests(rules, &out);  // after the payee, which makes D04 hard
  CheckMeetings(rules, &out);
  CheckWork(rules, &out);
  CheckShipments(rules, &out);
  CheckConfirmations(rules, &out);
  CheckPool(rules, &out);
  ApplyAnswers(in, &out);
  out.findings.insert(out.findings.end(), in.from_events.begin(), in.from_events.end());
  if (in.events_given) {
    AddSkippedByEvents(in, &out);
  } else {
    out.Skip("B06", "no_events",
             Phrase{"event files in which the candidate's id is the account: --events",
                    "候補者のIDをアカウントとするイベントファイル（--events）",
                    "후보자의 ID를 계정으로 하는 이벤트 파일(--events)"});
  }

  VetReport report;
  report.candidate = in.candidate.id;
  report.as_of = in.candidate.as_of;
  report.findings = std::move(out.findings);
  report.matrix = std::move(out.matrix);
  report.not_evaluated = std::move(out.not_evaluated);
  const auto by_code = [](const auto& a, const auto& b) { return a.indicator < b.indicator; };
  std::stable_sort(report.findings.begin(), report.findings.end(), by_code);
  std::stable_sort(report.not_evaluated.begin(), report.not_evaluated.end(),
                   [](const VetNotEvaluated& a, const VetNotEvaluated& b) { return a.id < b.id; });
  Weighing(in).Run(&report);
  report.tasks = MakeTasks(in, out.tasks);
  report.remarks = LeftOutRemarks(in.candidate);
  for (Diagnostic& one : RecordsWithoutTask(in, report.tasks)) {
    report.remarks.push_back(std::move(one));
  }
  RemarkUnaskedAnswers(in, &report.remarks);
  report.gates = MakeGates(in, report.tasks, out.facts);
  const CandidatePool nobody;
  report.same_sheet =
      (in.pool != nullptr ? *in.pool : nobody).SameSheet(EveryonesQuestions(in), in.candidate);
  report.next_step = NextStep(in, report);
  return report;
}

std::span<const std::string_view> VettingCodes() {
  static constexpr std::string_view kCodes[] = {"A02", "A05", "A10", "B06", "D02", "D04", "D05",
                                                "D06", "D08", "E01", "E02", "E03", "E10", "E11",
                                                "F02", "F06", "F07", "F08", "F09", "F10", "G01",
                                                "G02", "G04", "X04", "X05", "X09", "X55", "X68"};
  return kCodes;
}

const Phrase& VetLimits() {
  static constexpr Phrase kLimits{
      "Published indicators are present/absent in the data supplied. This is not a finding about a "
      "person's identity or origin and is not a clearance.",
      "提供されたデータに、公表された指標の有無を示すものです。人物の身元や出自を認定するものではな"
      "く、問題がないことの証明でもありません。",
      "제공된 자료에 공표된 지표가 있는지 없는지를 보여 줍니다. 사람의 신원이나 출신을 판정하는 "
      "것이 "
      "아니며, 문제가 없다는 증명도 아닙니다."};
  return kLimits;
}

}  // namespace sekisho
