#include "dossier/wording.h"

#include <algorithm>

#include "core/text.h"
#include "core/utf8.h"
#include "yaml/diagnostics.h"

namespace sekisho {
namespace {

constexpr std::string_view kNoOrigin =
    "say nothing about nationality, people or origin; write what was observed, or quote the full "
    "title of the notice";
constexpr std::string_view kNoJudgement =
    "write what was observed, when and by whom, not what the person is";

struct Word {
  std::string_view word;  // lower case, NFKC; a plural in -s or -es counts as well
  std::string_view write;
};

constexpr Word kEnglish[] = {
    {"north korea", kNoOrigin},  {"north korean", kNoOrigin},  {"n korea", kNoOrigin},
    {"n korean", kNoOrigin},     {"dprk", kNoOrigin},          {"pyongyang", kNoOrigin},
    {"korean", kNoOrigin},       {"chinese", kNoOrigin},       {"russian", kNoOrigin},
    {"japanese", kNoOrigin},     {"foreigner", kNoOrigin},     {"asian", kNoOrigin},
    {"nationality", kNoOrigin},  {"nationalities", kNoOrigin}, {"citizenship", kNoOrigin},
    {"ethnic", kNoOrigin},       {"ethnicity", kNoOrigin},     {"native speaker", kNoOrigin},
    {"northkorea", kNoOrigin},   {"northkorean", kNoOrigin},   {"defector", kNoOrigin},
    {"immigrant", kNoOrigin},    {"racial", kNoOrigin},        {"religion", kNoOrigin},
    {"accent", kNoOrigin},       {"spy", kNoJudgement},        {"spies", kNoJudgement},
    {"criminal", kNoJudgement},  {"impostor", kNoJudgement},   {"imposter", kNoJudgement},
    {"fraudster", kNoJudgement}, {"scammer", kNoJudgement},    {"culprit", kNoJudgement},
    {"terrorist", kNoJudgement}, {"liar", kNoJudgement},       {"thief", kNoJudgement},
    {"thieves", kNoJudgement},   {"operative", kNoJudgement},  {"it warrior", kNoJudgement},
    {"guilty", kNoJudgement},
};

// Found whatever stands between their letters.
constexpr Word kJapanese[] = {
    {"北朝鮮", kNoOrigin},
    {"北鮮", kNoOrigin},
    {"共和国籍", kNoOrigin},
    {"朝鮮民主主義", kNoOrigin},
    {"朝鮮籍", kNoOrigin},
    {"朝鮮人", kNoOrigin},
    {"朝鮮族", kNoOrigin},
    {"韓国人", kNoOrigin},
    {"中国人", kNoOrigin},
    {"ロシア人", kNoOrigin},
    {"日本人", kNoOrigin},
    {"外国人", kNoOrigin},
    {"国籍", kNoOrigin},
    {"民族", kNoOrigin},
    {"在日朝鮮", kNoOrigin},
    {"平壌", kNoOrigin},
    {"訛り", kNoOrigin},
    {"脱北", kNoOrigin},
    {"人種", kNoOrigin},
    {"朝鮮出身", kNoOrigin},
    {"宗教", kNoOrigin},
    {"北韓", kNoOrigin},
    {"スパイ", kNoJudgement},
    {"工作員", kNoJudgement},
    {"犯罪者", kNoJudgement},
    {"犯人", kNoJudgement},
    {"詐欺師", kNoJudgement},
    {"偽者", kNoJudgement},
    {"なりすまし犯", kNoJudgement},
    {"テロリスト", kNoJudgement},
    {"嘘つき", kNoJudgement},
    {"泥棒", kNoJudgement},
    {"容疑者", kNoJudgement},
    {"it戦士", kNoJudgement},
};

// Found as they stand: without the spaces between words, others would be read into a sentence.
constexpr Word kKorean[] = {
    {"북한", kNoOrigin},          {"북조선", kNoOrigin},    {"조선민주주의", kNoOrigin},
    {"조선족", kNoOrigin},        {"조선인", kNoOrigin},    {"중국인", kNoOrigin},
    {"러시아인", kNoOrigin},      {"한국인", kNoOrigin},    {"일본인", kNoOrigin},
    {"외국인", kNoOrigin},        {"국적", kNoOrigin},      {"민족", kNoOrigin},
    {"평양", kNoOrigin},          {"탈북", kNoOrigin},      {"억양", kNoOrigin},
    {"간첩", kNoJudgement},       {"스파이", kNoJudgement}, {"공작원", kNoJudgement},
    {"범죄자", kNoJudgement},     {"범인", kNoJudgement},   {"사기꾼", kNoJudgement},
    {"종교", kNoOrigin},          {"사칭범", kNoJudgement}, {"용의자", kNoJudgement},
    {"거짓말쟁이", kNoJudgement}, {"도둑", kNoJudgement},   {"테러리스트", kNoJudgement},
    {"it전사", kNoJudgement},
};

// Words that hold one of those above and mean something else.
constexpr std::string_view kHarmless[] = {
    "多国籍",   "中国人民",   "朝鮮人参",   "スパイウェア", "スパイウエア", "スパイク",
    "スパイス", "スパイダー", "スパイラル", "다국적",       "전국적",       "초국적",
    "태평양",   "북한산",     "북한강",     "한국인터넷",   "일본인터넷",   "중국인터넷",
    "중국인민", "스파이웨어", "스파이크",   "스파이스",     "스파이더",     "스파이럴"};

bool IsLatin(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// The text in its normal form without characters that nobody sees.
std::string PlainOf(std::string_view text) {
  const std::string normal = NormalText(text, TextCase::kLower);
  std::string plain;
  for (size_t at = 0; at < normal.size();) {
    const Utf8Character one = DecodeUtf8(normal, at);
    const bool unseen = one.code == 0xad || (one.code >= 0x200b && one.code <= 0x200f) ||
                        (one.code >= 0x2060 && one.code <= 0x2064) || one.code == 0xfeff;
    if (!unseen) plain += normal.substr(at, one.bytes);
    at += one.bytes;
  }
  return plain;
}

// Words of Latin letters with one space between and at both ends; everything else parts words.
// Apostrophes within them go, and full stops behind single letters ("D.P.R.K.", "N. Korean").
std::string WordsOf(std::string_view text) {
  std::string words = " ";
  size_t run = 0;  // letters since the last character that is none
  for (const char c : PlainOf(text)) {
    const bool abbreviates = c == '.' && run == 1;
    run = IsLatin(c) ? run + 1 : 0;
    if (IsLatin(c)) {
      words += c;
    } else if (!abbreviates && c != '\'' && words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

// The words of a title in Latin letters; of others nothing, or a title that has "IT" in it would
// take that word out of every text.
std::string TitleWords(std::string_view title) {
  std::string words = WordsOf(title);
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

// Names are what they are: a sentence of the program may quote those of the account, its own id and
// the values of its events.
std::string WithoutNames(std::string text, const ReportFile& report) {
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

}  // namespace

WordingCheck::WordingCheck(const std::map<std::string, SourceDocument>& documents) {
  for (const auto& [key, document] : documents) {
    for (const std::string* const title :
         {&document.title.en, &document.title.ja, &document.title.ko}) {
      if (!title->empty()) {
        titles_.push_back({TitleWords(*title), LettersOf(*title), PlainOf(*title)});
      }
    }
  }
  std::stable_sort(titles_.begin(), titles_.end(), [](const Title& a, const Title& b) {
    return a.letters.size() > b.letters.size();
  });
}

std::optional<BadWord> WordingCheck::Find(std::string_view text) const {
  std::string words = WordsOf(text);
  std::string letters = LettersOf(text);
  std::string plain = PlainOf(text);
  for (const Title& title : titles_) {
    Remove(title.words, " , ", &words);
    Remove(title.letters, ",", &letters);
    Remove(title.plain, ",", &plain);
  }
  for (const std::string_view word : kHarmless) {
    Remove(word, ",", &letters);
    Remove(word, ",", &plain);
  }
  for (const Word& one : kEnglish) {
    if (HasWord(words, one.word)) return BadWord{one.word, one.write};
  }
  for (const Word& one : kJapanese) {
    if (letters.find(one.word) != std::string::npos) return BadWord{one.word, one.write};
  }
  for (const Word& one : kKorean) {
    if (plain.find(one.word) != std::string::npos) return BadWord{one.word, one.write};
  }
  return std::nullopt;
}

std::vector<Diagnostic> WordingCheck::Check(const ReportFile& report) const {
  std::vector<Diagnostic> problems;
  for (const PlacedWords& one : report.free_texts) {
    const std::optional<BadWord> bad = Find(one.quotes ? WithoutNames(one.text, report) : one.text);
    if (!bad) continue;
    problems.push_back({CodeText(Sk::kReportWording),
                        Severity::kError,
                        {one.file, one.line, one.column},
                        one.at + ": \"" + std::string(bad->word) + "\" may not stand in a report",
                        std::string(bad->write)});
  }
  return problems;
}

}  // namespace sekisho
