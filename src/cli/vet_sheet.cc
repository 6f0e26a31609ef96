#include "cli/vet_sheet.h"

#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "cli/page.h"
#include "diligence/sheet.h"
#include "diligence/vet_words.h"

namespace sekisho {
namespace {

std::string Boxes(const Question& question, Language language) {
  std::vector<std::string> boxes;
  for (const std::string& answer : question.answer_order) {
    boxes.push_back("[ ] " + VetWord(answer, language));
  }
  return absl::StrJoin(boxes, "   ");
}

void AddQuestion(const Question& question, Language language, Page* page) {
  page->Item(question.id + "  " + question.text.In(language));
  page->Note(Boxes(question, language));
  std::vector<std::string> remarks = {
      absl::Substitute(ToAbsl(Phrase{"by: $0", "記入：$0", "기록: $0"}.In(language)),
                       VetWord(question.by, language)),
      question.measure};
  if (question.evidence == "required") {
    remarks.emplace_back(Phrase{"evidence needed", "証拠が必要", "증거 필요"}.In(language));
  }
  if (!question.alternative.empty()) {
    remarks.push_back(absl::Substitute(
        ToAbsl(Phrase{"other way: $0", "別の方法：$0", "다른 방법: $0"}.In(language)),
        question.alternative));
  }
  page->Note(absl::StrJoin(remarks, " · "));
  if (question.do_not_record.empty()) return;
  std::vector<std::string> words;
  for (const std::string& word : question.do_not_record) words.push_back(VetWord(word, language));
  page->Note(absl::Substitute(
      ToAbsl(Phrase{"do not write down: $0", "記録しないこと：$0", "적지 말 것: $0"}.In(language)),
      absl::StrJoin(words, ", ")));
}

}  // namespace

std::string VetSheet(const Candidate& candidate, const std::vector<Questionnaire>& questionnaires,
                     const Terminal& terminal, Language language) {
  Page page(terminal, language);
  page.Title(absl::Substitute(
      ToAbsl(
          Phrase{"Candidate $0, role $1", "候補者 $0、募集 $1", "후보자 $0, 모집 $1"}.In(language)),
      candidate.id, candidate.role_id));
  page.Paragraph(
      Phrase{"The same questions for everybody of this role, in this order. Day: ______"
             "  Filled in by: ____________",
             "この募集の全員に、同じ質問を同じ順序で行います。日付：______　記入者："
             "____________",
             "이 모집의 모두에게 같은 질문을 같은 순서로 합니다. 날짜: ______  "
             "기록자: ____________"}
          .In(language));
  for (const Questionnaire& sheet : SheetOf(candidate, questionnaires)) {
    page.Heading({sheet.title.en, sheet.title.ja, sheet.title.ko});
    for (const Question& question : sheet.items) AddQuestion(question, language, &page);
  }
  return page.text();
}

}  // namespace sekisho
