// What people answered, as findings, context and tasks.
#include <algorithm>
#include <map>

#include "diligence/sheet.h"
#include "diligence/vet_words.h"
#include "diligence/vetting.h"

namespace sekisho {
namespace {

void AddFinding(const VetInput& in, const Question& question, const Answer& answer,
                const AnswerEffect& effect, RuleOutput* out) {
  const Indicator* const indicator = FindIndicatorOf(in, effect.target);
  const bool counts = effect.kind == AnswerEffectKind::kFinding && indicator != nullptr &&
                      indicator->sensitivity != "human_only";
  LocalText message;
  const Phrase frame{"$0 answered \"$1\" by \"$2\": $3", "$0の回答「$1」（「$2」）：$3",
                     "$0 답변 “$1”(“$2”): $3"};
  const LocalText value = VetWordText(answer.value);
  message.en =
      absl::Substitute(ToAbsl(frame.en), question.id, value.en, answer.by, question.text.en);
  message.ja =
      absl::Substitute(ToAbsl(frame.ja), question.id, value.ja, answer.by, question.text.ja);
  message.ko =
      absl::Substitute(ToAbsl(frame.ko), question.id, value.ko, answer.by, question.text.ko);
  VetFinding* const finding =
      out->Find(effect.target, std::move(message), {answer.at},
                counts ? ParseGrade(indicator->grade) : SignGrade::kContext);
  finding->proxy = indicator == nullptr || indicator->sensitivity != "none";
  finding->source = "answers";
  finding->time_ms = answer.time_ms;
}

void ApplyAnswer(const VetInput& in, const Question& question, const Answer& answer,
                 RuleOutput* out) {
  const auto found = question.answers.find(answer.value);
  if (found == question.answers.end()) return;
  const AnswerEffect& effect = found->second;
  switch (effect.kind) {
    case AnswerEffectKind::kContext:
    case AnswerEffectKind::kFinding:
      AddFinding(in, question, answer, effect, out);
      break;
    case AnswerEffectKind::kOffer: {
      const Question* const other = FindQuestion(in.questionnaires, effect.target);
      const LocalText text = other == nullptr ? LocalText() : other->text;
      out->tasks.push_back(
          {question.measure, "", "", question.id,
           Say({"declined; offer the other way", "本人が断ったため、別の方法を案内",
                "본인이 거절하여 다른 방법을 안내"})});
      for (auto LocalText::*language : {&LocalText::en, &LocalText::ja, &LocalText::ko}) {
        out->tasks.back().note.*language += ": " + text.*language;
      }
      break;
    }
    case AnswerEffectKind::kTaskOpen:
    case AnswerEffectKind::kClearsStep:
    case AnswerEffectKind::kNothing:
      break;
  }
}

// Without the claim there is nothing that an answer could contradict.
void SkipUnasked(const Question& question, RuleOutput* out) {
  for (const std::string& code : question.serves) {
    out->Skip(
        code, "not_supplied",
        Say({"a language claimed at business or native level (/claims/languages); "
             "without one, $0 is not asked",
             "ビジネスまたは母語話者の水準として申告された言語（/claims/languages）。"
             "申告がなければ$0は尋ねない",
             "업무나 원어민 수준으로 밝힌 언어(/claims/languages). 없으면 $0은(는) 묻지 않음"},
            question.id));
  }
}

// From the file, or from the events that were given; else only people can say.
bool IsComputedHere(const VetInput& in, const Indicator& indicator) {
  const auto codes = VettingCodes();
  return indicator.computed() &&
         (in.events_given || std::find(codes.begin(), codes.end(), indicator.id) != codes.end());
}

bool IsFor(const Questionnaire& sheet, const Candidate& c) {
  return std::find(sheet.audience.begin(), sheet.audience.end(), c.audience) !=
         sheet.audience.end();
}

}  // namespace

const Indicator* FindIndicatorOf(const VetInput& in, const std::string& code) {
  for (const Indicator& one : in.indicators) {
    if (one.id == code) return &one;
  }
  return nullptr;
}

std::map<std::string, const Answer*> LatestAnswers(const Candidate& c) {
  std::map<std::string, const Answer*> latest;
  for (const Answer& answer : c.answers) {
    const Answer*& known = latest[answer.question];
    if (known == nullptr || answer.time_ms >= known->time_ms) known = &answer;
  }
  return latest;
}

void ApplyAnswers(const VetInput& in, RuleOutput* out) {
  const std::map<std::string, const Answer*> latest = LatestAnswers(in.candidate);
  std::map<std::string, std::vector<std::string>> open;  // indicator → questions
  for (const Questionnaire& sheet : in.questionnaires) {
    if (!IsFor(sheet, in.candidate)) continue;
    for (const Question& question : sheet.items) {
      if (!IsAsked(question, in.candidate)) {
        SkipUnasked(question, out);
        continue;
      }
      const auto answer = latest.find(question.id);
      if (answer != latest.end()) {
        ApplyAnswer(in, question, *answer->second, out);
        continue;
      }
      for (const std::string& code : question.serves) open[code].push_back(question.id);
    }
  }
  for (const auto& [code, questions] : open) {
    const Indicator* const indicator = FindIndicatorOf(in, code);
    if (indicator == nullptr || IsComputedHere(in, *indicator)) continue;
    std::string list;
    for (const std::string& question : questions) list += (list.empty() ? "" : ", ") + question;
    out->Skip(code, "people", Say({"an answer to $0", "$0への回答", "$0에 대한 답변"}, list));
  }
}

}  // namespace sekisho
