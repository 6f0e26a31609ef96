#include "dossier/wording.h"

#include <algorithm>

#include "core/text.h"
#include "core/utf8.h"
#include "dossier/origin_check.h"
#include "dossier/text_forms.h"
#include "dossier/word_list.h"
#include "yaml/diagnostics.h"

namespace sekisho {
namespace {

// The words of a title in Latin letters; of others nothing, or a title that has "IT" in it would
// take that word out of every text.
std::string TitleWords(std::string_view title) {
  std::string words = WordForm(title);
  const size_t spaces = static_cast<size_t>(std::count(words.begin(), words.end(), ' '));
  const bool latin = words.size() - spaces == LettersAndDigits(title, TextCase::kLower).size();
  return latin ? words : std::string();
}

// Letters and digits of any script, nothing between.
std::string LettersOf(std::string_view text) { return LettersAndDigits(text, TextCase::kLower); }

// `text` without `title`; a mark stays, so that what stood on both sides does not become one word.
void Remove(std::string_view title, std::string_view mark, std::string* text) {
  if (title.size() < 4) return;
  for (size_t at = text->find(title); at != std::string::npos; at = text->find(title, at)) {
    text->replace(at, title.size(), mark);
  }
}

// `text` without what stands between a mark and the other.
void RemoveQuoted(std::string_view open, std::string_view close, std::string* text) {
  for (size_t at = text->find(open); at != std::string::npos; at = text->find(open, at + 1)) {
    const size_t end = text->find(close, at + open.size());
    if (end == std::string::npos) return;
    text->replace(at, end + close.size() - at, ",");
  }
}

// Names are what they are: a sentence of the program may quote those of the account, its own id and
// the values of its events, and what it puts in quotation marks, such as the names of schools.
std::string WithoutNames(std::string text, const ReportFile& report) {
  RemoveQuoted("\"", "\"", &text);
  RemoveQuoted("「", "」", &text);
  RemoveQuoted("“", "”", &text);
  Remove(report.account, ",", &text);
  for (const std::string& name : report.account_names) Remove(name, ",", &text);
  for (const std::string& contact : report.contacts) Remove(contact, ",", &text);
  for (const ReportPayout& payout : report.payouts) {
    Remove(payout.name, ",", &text);
    Remove(payout.institution, ",", &text);
  }
  for (const ReportEvent& event : report.events) {
    Remove(event.account, ",", &text);
    for (const auto& [name, value] : event.fields) Remove(value, ",", &text);
  }
  return text;
}

bool HasWord(const std::string& words, std::string_view word) {
  for (const std::string_view ending : {" ", "s ", "es "}) {
    const std::string wanted = " " + std::string(word) + std::string(ending);
    if (words.find(wanted) != std::string::npos) return true;
  }
  return false;
}

bool IsHangul(char32_t code) { return code >= 0xac00 && code <= 0xd7a3; }

// The character that ends before `at`; empty at the beginning.
std::string_view Before(std::string_view text, size_t at) {
  size_t begin = at;
  while (begin > 0 && (text[--begin] & 0xc0) == 0x80) {
  }
  return text.substr(begin, at - begin);
}

bool Counts(const ListedWord& word, std::string_view text, size_t at) {
  const std::string_view before = Before(text, at);
  const std::string_view rest = text.substr(at + word.word.size());
  if (word.begins && !before.empty() && IsHangul(DecodeUtf8(before, 0).code)) return false;
  const auto holds = [](std::string_view characters, std::string_view one) {
    return !one.empty() && characters.find(one) != std::string_view::npos;
  };
  const size_t next = rest.empty() ? 0 : DecodeUtf8(rest, 0).bytes;
  return !holds(word.not_after, before) && !holds(word.not_before, rest.substr(0, next));
}

std::optional<BadWord> FindListed(std::span<const ListedWord> words, std::string_view text) {
  for (const ListedWord& one : words) {
    for (size_t at = text.find(one.word); at != std::string_view::npos;
         at = text.find(one.word, at + 1)) {
      if (Counts(one, text, at)) return BadWord{std::string(one.word), std::string(one.write)};
    }
  }
  return std::nullopt;
}

std::optional<BadWord> FindEnglish(const std::string& words, std::string_view written) {
  for (const ListedWord& one : EnglishWords()) {
    if (HasWord(words, one.word)) return BadWord{std::string(one.word), std::string(one.write)};
  }
  return FindEnglishOrigin(words, written);
}

}  // namespace

WordingCheck::WordingCheck(const std::map<std::string, SourceDocument>& documents) {
  for (const auto& [key, document] : documents) {
    for (const std::string* const title :
         {&document.title.en, &document.title.ja, &document.title.ko}) {
      if (!title->empty()) {
        titles_.push_back(
            {TitleWords(*title), LettersOf(*title), PlainForm(*title), UnspacedForm(*title)});
      }
    }
  }
  std::stable_sort(titles_.begin(), titles_.end(), [](const Title& a, const Title& b) {
    return a.letters.size() > b.letters.size();
  });
}

std::optional<BadWord> WordingCheck::Find(std::string_view text) const {
  std::string words = WordForm(text);
  std::string letters = LettersOf(text);
  std::string plain = PlainForm(text);
  std::string unspaced = UnspacedForm(text);
  for (const Title& title : titles_) {
    Remove(title.words, " , ", &words);
    Remove(title.letters, ",", &letters);
    Remove(title.plain, ",", &plain);
    Remove(title.unspaced, ",", &unspaced);
  }
  for (const std::string_view word : HarmlessEnglish()) {
    Remove(" " + std::string(word) + " ", " , ", &words);
  }
  for (const std::string_view word : HarmlessWords()) {
    Remove(word, ",", &letters);
    Remove(word, ",", &plain);
    Remove(word, ",", &unspaced);
  }
  if (std::optional<BadWord> bad = FindEnglish(words, text)) return bad;
  if (std::optional<BadWord> bad = FindListed(JapaneseWords(), letters)) return bad;
  if (std::optional<BadWord> bad = FindListed(KoreanWords(), plain)) return bad;
  if (std::optional<BadWord> bad = FindJapaneseOrigin(unspaced)) return bad;
  return FindKoreanOrigin(plain);
}

std::vector<Diagnostic> WordingCheck::Check(const ReportFile& report) const {
  std::vector<Diagnostic> problems;
  for (const PlacedWords& one : report.free_texts) {
    const std::optional<BadWord> bad = Find(one.quotes ? WithoutNames(one.text, report) : one.text);
    if (!bad) continue;
    problems.push_back({CodeText(Sk::kReportWording),
                        Severity::kError,
                        {one.file, one.line, one.column},
                        one.at + ": \"" + bad->word + "\" may not stand in a report",
                        bad->write});
  }
  return problems;
}

}  // namespace sekisho
