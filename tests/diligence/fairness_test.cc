// What must not make a difference: the writing of a name, the country of residence and bank, and
// who else is in the file. Made-up people throughout.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/forbidden_fields.h"
#include "diligence/candidate_reader.h"
#include "diligence/shipped.h"

namespace sekisho {
namespace {

struct Person {
  std::string name;     // in Latin letters
  std::string written;  // the same name in another writing
  std::string country;
};

const std::vector<Person>& People() {
  static const auto& people = *new std::vector<Person>{
      {"Anna Beispiel", "ANNA BEISPIEL", "DE"},
      {"Yamada Taro", "山田太郎", "JP"},
      {"Kim Minsu", "김민수", "KR"},
      {"Wang Xiaoming", "王小明", "CN"},
      {"Ivan Primerov", "Иван Примеров", "BG"},
      {"Maria Ejemplo", "MARÍA EJEMPLO", "MX"},
  };
  return people;
}

// What a candidate did, without who he is.
std::string Conduct() {
  static const std::vector<std::string> parts = {
      R"("requests": [{"at": "2026-04-01T09:00:00Z", "kind": "crypto_payment"}])",
      R"("work": {"late": [{"at": "2026-03-01T09:00:00Z"}, {"at": "2026-03-02T09:00:00Z"},
                           {"at": "2026-03-03T09:00:00Z"}]})",
      R"("meetings": [{"at": "2026-04-01T09:00:00Z", "kind": "video", "camera": "off",
                       "alternatives_offered": ["in_person"]},
                      {"at": "2026-04-02T09:00:00Z", "kind": "video", "camera": "off"}])",
      R"("checks": [{"measure": "M04", "state": "done", "result": "passed", "by": "I",
                     "at": "2026-04-02T09:00:00Z"}])",
      R"("answers": [{"question": "Q06", "value": "described", "by": "I",
                      "at": "2026-04-02T09:00:00Z"}])"};
  std::string text;
  for (const std::string& part : parts) {
    if (*rc::gen::arbitrary<bool>()) text += ", " + part;
  }
  return text;
}

std::string FileOf(const Person& person, bool other_payee, const std::string& conduct) {
  return R"({"format": "sekisho.candidate/1", "id": "c", "role_id": "r", "audience": "employer",
    "jurisdiction": "JP", "as_of": "2026-04-10T09:00:00Z", "claims": {"names": [{"value": ")" +
         person.name + R"("}, {"value": ")" + person.written +
         R"("}], "residence": {"country": ")" + person.country +
         R"("}}, "documents": [{"type": "passport", "name": ")" + person.written +
         R"("}], "payout": [{"kind": "bank", "holder": ")" +
         (other_payee ? "Quentin Zwischenhalter" : person.written) + R"(", "country": ")" +
         person.country + R"("}])" + conduct + "}";
}

VetReport ReportOf(const std::string& file) {
  CandidateLoad load = ReadCandidate("c.json", file, std::nullopt);
  RC_ASSERT(load.candidate.has_value());
  return Vet(InputOf(*load.candidate, nullptr));
}

// Everything but the words that quote the file.
std::string Shape(const VetReport& report) {
  std::string text(LevelName(report.level));
  for (const VetFinding& one : report.findings) {
    text += "\n" + one.indicator + " " + std::string(GradeName(one.grade)) + (one.proxy ? "p" : "");
    for (const std::string& at : one.at) text += " " + at;
  }
  for (const VetTask& one : report.tasks) text += "\n" + one.id + " " + one.state;
  for (const VetGate& one : report.gates) {
    text += "\n" + one.gate + " " + one.state;
    for (const std::string& id : one.missing) text += " " + id;
  }
  for (const VetNotEvaluated& one : report.not_evaluated) text += "\n" + one.id + " " + one.why;
  return text;
}

RC_GTEST_PROP(VettingFairness, NameAndCountryChangeNothing, ()) {
  const std::string conduct = Conduct();
  const bool other_payee = *rc::gen::arbitrary<bool>();
  const std::string wanted = Shape(ReportOf(FileOf(People().front(), other_payee, conduct)));
  for (const Person& person : People()) {
    RC_ASSERT(Shape(ReportOf(FileOf(person, other_payee, conduct))) == wanted);
  }
}

// The tasks that nobody's findings added.
std::vector<std::string> BaseTasks(const VetReport& report) {
  std::vector<std::string> ids;
  for (const VetTask& one : report.tasks) {
    if (one.because.empty() || one.measure == "M25" || one.measure == "M22") ids.push_back(one.id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

RC_GTEST_PROP(VettingFairness, FindingsAddTasksAndTakeNoneAway, ()) {
  const Person& person = *rc::gen::elementOf(People());
  const std::vector<std::string> quiet = BaseTasks(ReportOf(FileOf(person, false, "")));
  const VetReport loud = ReportOf(FileOf(person, true, Conduct()));
  for (const std::string& id : quiet) {
    RC_ASSERT(std::any_of(loud.tasks.begin(), loud.tasks.end(),
                          [&](const VetTask& task) { return task.id == id; }));
  }
}

TEST(VettingFairness, NoQuestionAsksForWhatNobodyMayRead) {
  for (const Questionnaire& sheet : Shipped().questionnaires) {
    for (const Question& question : sheet.items) {
      EXPECT_FALSE(IsForbiddenField(question.id));
      for (const auto& [answer, effect] : question.answers) {
        EXPECT_FALSE(IsForbiddenField(answer)) << question.id;
        // What only people may judge counts for nothing, whatever they answer.
        EXPECT_NE(effect.target, "E06");
        EXPECT_NE(effect.target, "E07");
        EXPECT_NE(effect.target, "E08");
        EXPECT_NE(effect.target, "E09");
        EXPECT_NE(effect.target, "X78");
      }
    }
  }
}

// Every question that looks at a person on a screen has a way of equal strength, or says what is
// not written down.
TEST(VettingFairness, InterviewersKnowWhatNotToWriteDown) {
  for (const Questionnaire& sheet : Shipped().questionnaires) {
    for (const Question& question : sheet.items) {
      if (question.by != "interviewer" && question.by != "manager") continue;
      EXPECT_FALSE(question.do_not_record.empty()) << question.id;
    }
  }
}

TEST(VettingFairness, AllQuestionsOfTheMinimumSetAreThere) {
  for (int number = 1; number <= 17; ++number) {
    const std::string id = (number < 10 ? "Q0" : "Q") + std::to_string(number);
    EXPECT_NE(FindQuestion(Shipped().questionnaires, id), nullptr) << id;
  }
}

}  // namespace
}  // namespace sekisho
