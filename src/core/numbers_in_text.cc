#include "core/numbers_in_text.h"

#include <algorithm>
#include <iterator>

#include "core/meant_character.h"

namespace sekisho {
namespace {

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool IsLatinLetter(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }

bool IsSpaceOrHyphen(char32_t c) {
  constexpr std::u32string_view kOthers =
      U" \u3000\u00a0-\u00ad\u2043\u2212\ufe58\ufe63\u30fc\uff70";
  return (c >= U'\u2010' && c <= U'\u2015') || kOthers.find(c) != std::u32string_view::npos;
}

// Words that announce a number and are often written without a space: "No621498320257".
constexpr std::string_view kAnnouncing[] = {"no",    "nr",         "num",        "number", "id",
                                            "my",    "mynumber",   "bango",      "bangou", "code",
                                            "kojin", "kojinbango", "kojinbangou"};

// A word of Latin letters and digits.
class Word {
 public:
  void Add(char32_t c) {
    const bool is_upper = c >= U'A' && c <= U'Z';
    is_plain_ = is_plain_ && !IsDigit(c);
    if (text_.size() < kBytesMax) text_ += static_cast<char>(is_upper ? c - U'A' + U'a' : c);
  }
  void Clear() { *this = Word(); }
  bool empty() const { return text_.empty(); }
  // So that digits behind it are a number of their own.
  bool Announces() const {
    const auto* const end = std::end(kAnnouncing);
    return is_plain_ && std::find(std::begin(kAnnouncing), end, text_) != end;
  }

 private:
  static constexpr size_t kBytesMax = 16;
  std::string text_;
  bool is_plain_ = true;  // no digit so far
};

// A digit of a run of digits with single spaces and hyphens.
struct Digit {
  char digit;
  bool begins_group;
  size_t begin;
  size_t end;
};

void AddNumbers(const std::vector<Digit>& run, size_t count, std::vector<NumberInText>* found) {
  for (size_t i = 0; i + count <= run.size(); ++i) {
    const size_t end = i + count;
    if (!run[i].begins_group || (end < run.size() && !run[end].begins_group)) continue;
    NumberInText number{"", run[i].begin, run[end - 1].end};
    for (size_t k = i; k < end; ++k) number.digits.push_back(run[k].digit);
    found->push_back(std::move(number));
  }
}

}  // namespace

std::vector<NumberInText> FindNumbers(std::string_view text, size_t count) {
  std::vector<NumberInText> found;
  std::vector<Digit> run;
  bool between = true;  // a space or hyphen stands before
  Word word;            // that the character before belongs to
  for (size_t at = 0; at < text.size();) {
    const MeantCharacter c = MeantCharacterAt(text, at);
    if (IsDigit(c.code) && word.Announces()) word.Clear();
    if (IsDigit(c.code) && word.empty()) {
      run.push_back({static_cast<char>(c.code), between, at, at + c.bytes});
      between = false;
    } else if (!run.empty() && !between && IsSpaceOrHyphen(c.code)) {
      between = true;
    } else {
      const bool in_word = IsLatinLetter(c.code) || (!word.empty() && IsDigit(c.code));
      if (in_word) {
        word.Add(c.code);
      } else {
        word.Clear();
      }
      // The digits that lead a word are no number of their own.
      while (in_word && !between && !run.empty() && !run.back().begins_group) run.pop_back();
      AddNumbers(run, count, &found);
      run.clear();
      between = true;
    }
    at += c.bytes;
  }
  AddNumbers(run, count, &found);
  return found;
}

}  // namespace sekisho
