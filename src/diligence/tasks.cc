// Measures as tasks: the same for everybody of a role; findings add tasks and take none away.
#include <algorithm>

#include "core/time.h"
#include "diligence/task_notes.h"
#include "diligence/vetting.h"

namespace sekisho {
namespace {

const Measure* FindMeasureOf(const VetInput& in, const std::string& id) {
  for (const Measure& one : in.measures.measures) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

bool IsIndependent(const std::string& contact_source) {
  return contact_source == "registry" || contact_source == "search" ||
         contact_source == "directory" || contact_source == "known_partner";
}

class TaskMaker {
 public:
  explicit TaskMaker(const VetInput& in)
      : in_(in), c_(in.candidate), answers_(LatestAnswers(in.candidate)) {}

  std::vector<VetTask> Make(const std::vector<AddedTask>& added) {
    for (const TaskPlan& plan : in_.policy.tasks) {
      const bool mine =
          std::find(plan.audience.begin(), plan.audience.end(), c_.audience) != plan.audience.end();
      if (mine && (!plan.agency_only || ThroughAgency())) AddPlanned(plan);
    }
    AddAsked();
    for (const AddedTask& one : added) AddExtra(one);
    for (VetTask& task : tasks_) {
      Settle(&task);
      Link(&task);
    }
    return std::move(tasks_);
  }

 private:
  bool ThroughAgency() const { return c_.source == "agency" || c_.agency.has_value(); }

  // An answer that leaves a step open gives a task to who has none about it.
  void AddAsked() {
    for (const auto& [id, answer] : answers_) {
      const Question* const question = FindQuestion(in_.questionnaires, id);
      if (question == nullptr || EffectOf(*question, *answer) != AnswerEffectKind::kTaskOpen ||
          std::any_of(tasks_.begin(), tasks_.end(),
                      [&](const VetTask& one) { return one.measure == question->measure; })) {
        continue;
      }
      tasks_.push_back(New(question->measure, ""));
      tasks_.back().because.push_back(id);
    }
  }

  void AddPlanned(const TaskPlan& plan) {
    if (plan.per == "career") {
      for (const CareerClaim& one : c_.claims.employers) Add(plan, one.at, one.name);
      for (const CareerClaim& one : c_.claims.education) Add(plan, one.at, one.name);
      if (!c_.claims.employers.empty() || !c_.claims.education.empty()) return;
      Add(plan, "", "");
      tasks_.back().note = Say(kNoCareer);
    } else if (plan.per == "payout") {
      for (const Payout& one : c_.payout) Add(plan, one.at, one.holder);
      if (c_.payout.empty()) Add(plan, "", "");
    } else {
      Add(plan, "", "");
    }
  }

  void Add(const TaskPlan& plan, const std::string& subject, const std::string& about) {
    VetTask task = New(plan.measure, plan.part.empty() ? subject : plan.part);
    task.part = plan.part;
    task.subject = subject;
    task.about = about;
    task.owner = plan.owner;
    task.due = plan.due;
    task.questions = plan.questions;
    task.depends_on = plan.depends_on;
    task.needs_evidence = plan.needs_evidence;
    if (plan.by_law && !IsAllowed(plan.part)) {
      task.state = "not_applicable";
      task.note = Say(kByLaw, c_.jurisdiction);
    }
    tasks_.push_back(std::move(task));
  }

  VetTask New(const std::string& measure, const std::string& rest) const {
    VetTask task;
    task.id = rest.empty() ? measure : measure + ":" + rest;
    task.measure = measure;
    task.state = "open";
    task.owner = "reviewer";
    if (const Measure* const known = FindMeasureOf(in_, measure)) {
      task.due = known->recurrence.due;
      task.repeat = known->recurrence.every;
    }
    return task;
  }

  bool IsAllowed(const std::string& part) const {
    const auto found = in_.policy.allowed_by_law.find(c_.jurisdiction);
    return found != in_.policy.allowed_by_law.end() &&
           std::find(found->second.begin(), found->second.end(), part) != found->second.end();
  }

  // Two reasons to ask again about one paper are two notes.
  static void AddNote(const LocalText& more, LocalText* note) {
    for (auto LocalText::*language : {&LocalText::en, &LocalText::ja, &LocalText::ko}) {
      std::string& text = note->*language;
      if (text.find(more.*language) != std::string::npos) continue;
      text += (text.empty() ? "" : " / ") + more.*language;
    }
  }

  void AddExtra(const AddedTask& added) {
    VetTask made = New(added.measure, added.subject);
    auto known = std::find_if(tasks_.begin(), tasks_.end(),
                              [&](const VetTask& one) { return one.id == made.id; });
    if (known == tasks_.end()) {
      made.subject = added.subject;
      made.about = added.about;
      made.because.push_back(added.because);
      made.note = added.note;
      tasks_.push_back(std::move(made));
      return;
    }
    // The finding gives the task that everybody has a further reason.
    if (std::find(known->because.begin(), known->because.end(), added.because) ==
        known->because.end()) {
      known->because.push_back(added.because);
    }
    AddNote(added.note, &known->note);
  }

  const CheckRecord* LastRecord(const VetTask& task) const {
    const CheckRecord* last = nullptr;
    for (const CheckRecord& one : c_.checks) {
      if (!IsAbout(one, task)) continue;
      if (last == nullptr || one.time_ms >= last->time_ms) last = &one;
    }
    return last;
  }

  void Settle(VetTask* task) const {
    if (task->state == "not_applicable") return;
    const CheckRecord* const record = LastRecord(*task);
    if (record == nullptr) {
      SettleByAnswers(task);
    } else {
      Take(*record, task);
    }
    if (task->state == "done") Reopen(task);
    TakeBack(record, task);
    if (task->measure == "M36") AskForMinutes(task);
    if (c_.agency && task->note.en.empty()) MindAgency(task);
  }

  static void Take(const CheckRecord& record, VetTask* task) {
    task->state = record.state;
    task->result = record.result;
    task->contact_source = record.contact_source;
    task->evidence = record.evidence;
    task->reason = record.reason;
    task->by = record.by;
    task->second = record.second;
    task->time_ms = record.time_ms;
    if (!record.owner.empty()) task->owner = record.owner;
  }

  // What was said of the same later than the record: a document found forged and an answer that
  // alone opens a case fail the task, a lesser one opens it again.
  void TakeBack(const CheckRecord* record, VetTask* task) const {
    for (const IdentityPaper& paper : c_.documents) {
      const bool forged = paper.check && paper.check->result == "forged";
      if (!forged || task->measure != "M01" ||
          (!task->subject.empty() && task->subject != paper.at)) {
        continue;
      }
      const int64_t time_ms = paper.check->at.value_or(c_.as_of);
      if (record == nullptr || time_ms >= record->time_ms) {
        Fail(time_ms, paper.check->by, Say(kForged), task);
      }
    }
    // An answer is about the person, not about one of several employers or accounts.
    if (!task->subject.empty()) return;
    for (const std::string& id : task->questions) TakeBackByAnswer(record, id, task);
  }

  void TakeBackByAnswer(const CheckRecord* record, const std::string& id, VetTask* task) const {
    const Question* const question = FindQuestion(in_.questionnaires, id);
    const auto answer = answers_.find(id);
    if (question == nullptr || answer == answers_.end()) return;
    const int64_t time_ms = answer->second->time_ms;
    if (record != nullptr && time_ms < record->time_ms) return;
    const AnswerEffectKind effect = EffectOf(*question, *answer->second);
    const LocalText why = Say(kAgainst, id);
    if (effect == AnswerEffectKind::kFinding && OpensACase(*question, *answer->second)) {
      Fail(time_ms, answer->second->by, why, task);
    } else if (task->passed() && record != nullptr &&
               (effect == AnswerEffectKind::kFinding ||
                (effect == AnswerEffectKind::kTaskOpen && time_ms > record->time_ms))) {
      task->state = "open";
      task->result.clear();
      task->note = why;
    }
  }

  bool OpensACase(const Question& question, const Answer& answer) const {
    const Indicator* const one = FindIndicatorOf(in_, question.answers.at(answer.value).target);
    return one != nullptr && one->sensitivity != "human_only" &&
           ParseGrade(one->grade) == SignGrade::kOpener;
  }

  static AnswerEffectKind EffectOf(const Question& question, const Answer& answer) {
    const auto found = question.answers.find(answer.value);
    return found == question.answers.end() ? AnswerEffectKind::kNothing : found->second.kind;
  }

  static void Fail(int64_t time_ms, const std::string& by, LocalText why, VetTask* task) {
    task->state = "done";
    task->result = "failed";
    task->contact_source.clear();
    task->evidence.clear();
    task->reason.clear();
    task->by = by;
    task->second.clear();
    task->time_ms = time_ms;
    task->next_ms.reset();
    task->note = std::move(why);
  }

  // What the file says of the agency settles nothing, but whoever does the task is to know it.
  void MindAgency(VetTask* task) const {
    const bool refused = c_.agency->process_document == "refused";
    if (task->measure == "M31" && refused) task->note = Say(kAgencyRefused);
    const bool said = c_.agency->own_check_done.value_or(false) && task->state == "open";
    if (task->measure == "M32" && said) task->note = Say(kOwnCheckSaid);
  }

  // A meeting that nobody may record leaves minutes.
  void AskForMinutes(VetTask* task) const {
    if (!c_.meetings) return;
    std::string without;
    for (const Meeting& meeting : *c_.meetings) {
      const bool kept = !meeting.recording_ref.empty() ||
                        (!task->evidence.empty() && task->time_ms.value_or(0) >= meeting.time_ms);
      if (meeting.recording_consent.value_or(true) || !meeting.attended.value_or(true) || kept) {
        continue;
      }
      without += (without.empty() ? "" : ", ") + meeting.at;
    }
    if (without.empty() || task->is_left() || task->failed()) return;
    if (task->state == "done") task->state = "open";
    task->result.clear();
    task->note = Say(kMinutes, without);
  }

  void Open(const Phrase& why, VetTask* task) const {
    task->state = "open";
    task->result.clear();
    task->note = Say(why);
  }

  // What was done counts no more: the period is over, its subject changed, the contact data came
  // from the candidate, or nobody knows what was examined. No time makes good what failed.
  void Reopen(VetTask* task) const {
    if (task->measure == "M01" && task->result == "passed" && c_.documents.empty()) {
      Open(kNoDocument, task);
      return;
    }
    const Measure* const measure = FindMeasureOf(in_, task->measure);
    if (task->result == "passed" && measure != nullptr &&
        measure->contact_source == "independent" && !IsIndependent(task->contact_source)) {
      Open(kContactSource, task);
      return;
    }
    if (task->result == "passed" && task->needs_evidence && task->evidence.empty()) {
      Open(kNoProof, task);
      return;
    }
    if (ChangedAfter(*task)) {
      Open(kChanged, task);
      return;
    }
    if (task->repeat.empty()) return;
    const StatusOr<int64_t> every = ParseDuration(task->repeat);
    if (!every.ok()) return;
    task->next_ms = *task->time_ms + *every;
    if (*task->next_ms <= c_.as_of && !task->failed()) Open(kRepeat, task);
  }

  bool ChangedAfter(const VetTask& task) const {
    if (task.measure == "M22" || task.measure == "M34") {
      return std::any_of(c_.payout.begin(), c_.payout.end(), [&](const Payout& one) {
        return (task.subject.empty() || one.at == task.subject) && one.added_at &&
               *one.added_at > *task.time_ms;
      });
    }
    if (task.measure == "M28") {
      return c_.claims.residence && c_.claims.residence->since &&
             *c_.claims.residence->since > *task.time_ms;
    }
    return false;
  }

  // Answers settle a task when every question of it is answered and clears its step. Where the
  // source of contact data matters, only a record can.
  void SettleByAnswers(VetTask* task) const {
    size_t cleared = 0;
    bool any = false;
    for (const std::string& id : task->questions) {
      const auto last = answers_.find(id);
      const Question* const question = FindQuestion(in_.questionnaires, id);
      if (last == answers_.end() || question == nullptr) continue;
      any = true;
      task->time_ms = std::max(task->time_ms.value_or(0), last->second->time_ms);
      task->by = last->second->by;
      if (EffectOf(*question, *last->second) == AnswerEffectKind::kClearsStep) ++cleared;
    }
    if (!any) return;
    const Measure* const measure = FindMeasureOf(in_, task->measure);
    const bool record_only = measure != nullptr && measure->contact_source == "independent";
    const bool several = !task->subject.empty();
    task->state = "in_progress";
    if (cleared < task->questions.size() || record_only || several) return;
    task->state = "done";
    task->result = "passed";
  }

  // Measures that it depends on become ids.
  void Link(VetTask* task) const {
    std::vector<std::string> ids;
    for (const std::string& measure : task->depends_on) {
      for (const VetTask& other : tasks_) {
        if (other.measure == measure) ids.push_back(other.id);
      }
    }
    task->depends_on = std::move(ids);
  }

  const VetInput& in_;
  const Candidate& c_;
  const std::map<std::string, const Answer*> answers_;  // by question, the latest ones
  std::vector<VetTask> tasks_;
};

}  // namespace

bool IsAbout(const CheckRecord& record, const VetTask& task) {
  if (record.measure != task.measure) return false;
  const std::string& rest = task.part.empty() ? task.subject : task.part;
  return record.subject == rest || (!task.about.empty() && record.subject == task.about);
}

std::vector<VetTask> MakeTasks(const VetInput& in, const std::vector<AddedTask>& added) {
  return TaskMaker(in).Make(added);
}

}  // namespace sekisho
