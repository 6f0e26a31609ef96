#include "dossier/origin_check.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/substitute.h"
#include "core/status.h"
#include "core/utf8.h"
#include "dossier/country_list.h"
#include "dossier/origin_words.h"

namespace sekisho {
namespace {

using Tokens = std::vector<std::string>;
using WordSet = OriginWords::Words;

// What may be written about a thing instead, in the language of the word.
std::string Advice(size_t country, Language language) {
  const Phrase kAdvice{
      "about a person write nothing of the kind; about a thing write its place, such as \"a bank "
      "in $0\", \"access from an address in $0\" or \"a document issued by $0\"",
      "about a person write nothing of the kind; about a thing write its place, such as "
      "「$0所在の銀行」, 「$0のアドレスからの接続」 or 「$0発行の書類」",
      "about a person write nothing of the kind; about a thing write its place, such as "
      "\"$0 소재 은행\", \"$0 주소에서의 접속\" or \"$0 발행 서류\""};
  const LocalText& names = CountryList::Get().countries()[country].name;
  const std::string& name = names.In(language);
  if (name.empty()) return "about a person write nothing of the kind; write what was observed";
  return absl::Substitute(ToAbsl(kAdvice.In(language)), name);
}

bool Holds(const WordSet& set, const Tokens& words, size_t at) {
  return at < words.size() && set.contains(words[at]);
}

bool IsOne(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// How many words from `at` on are one of `list`, a plural included; 0: none.
size_t Match(const Tokens& words, size_t at, const CountryList::Words& list, size_t* country) {
  constexpr size_t kWordsMax = 7;
  for (size_t count = std::min(kWordsMax, words.size() - at); count > 0; --count) {
    const std::string text = absl::StrJoin(words.begin() + static_cast<ptrdiff_t>(at),
                                           words.begin() + static_cast<ptrdiff_t>(at + count), " ");
    for (const std::string_view ending : {"", "s", "es"}) {
      if (!text.ends_with(ending) || text.size() < ending.size() + 3) {
        if (!ending.empty()) continue;
      }
      const auto found = list.find(std::string_view(text).substr(0, text.size() - ending.size()));
      if (found == list.end()) continue;
      *country = found->second;
      return count;
    }
  }
  return 0;
}

// "to the account", "of an account": then something else is from there.
bool IsAimedAt(const Tokens& words, size_t at) {
  const auto aims = [&](size_t back) {
    return at >= back && IsOne(words[at - back], {"to", "of", "on", "into", "for", "with"});
  };
  return aims(1) || aims(2);
}

// Does "from" at `from` follow a thing or an act, and not a person? A verb between ("is from",
// "came from") is read over, but then an account is a person and so is whoever "who" means.
bool ThingBefore(const Tokens& words, size_t from) {
  constexpr size_t kWordsBack = 8;
  size_t at = from;
  bool verb = false;
  for (; at > 0; --at) {
    const std::string& word = words[at - 1];
    const bool is = IsOne(word, {"is", "are", "was", "were", "be", "been", "being", "come", "comes",
                                 "came", "coming", "originates", "originated", "hails", "hail"});
    verb = verb || is;
    if (!is && !IsOne(word, {"also", "all", "not", "that", "which", "probably", "likely",
                             "originally", "apparently", "mostly"})) {
      break;
    }
  }
  const size_t first = at > kWordsBack ? at - kWordsBack : 0;
  if (verb && std::find(words.begin() + static_cast<ptrdiff_t>(first),
                        words.begin() + static_cast<ptrdiff_t>(at),
                        "who") != words.begin() + static_cast<ptrdiff_t>(at)) {
    return false;
  }
  for (; at > first; --at) {
    if (Holds(OriginWords::Get().placed_things, words, at - 1)) return true;
    if (Holds(OriginWords::Get().persons, words, at - 1)) return false;
    if (verb && IsOne(words[at - 1], {"account", "accounts"}) && !IsAimedAt(words, at - 1)) {
      return false;
    }
  }
  return false;
}

// From where to where words tie the country at [begin, end) to a person; empty: nowhere.
std::string TiedWords(const Tokens& words, size_t begin, size_t end) {
  const auto join = [&words](size_t from, size_t to) {
    return absl::StrJoin(words.begin() + static_cast<ptrdiff_t>(from),
                         words.begin() + static_cast<ptrdiff_t>(to), " ");
  };
  if (end < words.size()) {
    const std::string& next = words[end];
    const bool label = IsOne(next, {"national", "citizen", "native"}) &&
                       !Holds(OriginWords::Get().named_things, words, end + 1);
    if (label || IsOne(next, {"nationals", "citizens", "natives", "origin", "descent", "ancestry",
                              "born", "passport"})) {
      return join(begin, end + 1);
    }
  }
  size_t at = begin;
  while (at > 0 && IsOne(words[at - 1], {"the", "mainland", "northern", "southern", "eastern",
                                         "western", "central"})) {
    --at;
  }
  if (at == 0) return "";
  const std::string& link = words[at - 1];
  const std::string before = at > 1 ? words[at - 2] : "";
  if (link == "from" && !ThingBefore(words, at - 1)) return join(at - 1, end);
  const bool tied = (link == "in" && IsOne(before, {"born", "raised", "up"})) ||
                    (link == "of" && IsOne(before, {"citizen", "citizens", "national", "nationals",
                                                    "native", "natives", "people", "subject"})) ||
                    (link == "to" && before == "native");
  return tied ? join(at - 2, end) : "";
}

// "born in Lagos", but not "born in 1990" or "born in May".
bool NamesBirthplace(const Tokens& words, size_t at) {
  if (words[at] != "born" || at + 2 >= words.size()) return false;
  if (!IsOne(words[at + 1], {"in", "at", "near"})) return false;
  const std::string& next = words[at + 2];
  const bool number = next[0] >= '0' && next[0] <= '9';
  return !number && !IsOne(next, {"january", "february", "march", "april", "may", "june", "july",
                                  "august", "september", "october", "november", "december", "the"});
}

bool BeginsWithOne(std::string_view text, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [text](const std::string& one) { return text.starts_with(one); });
}

// The suffix with which `rest` begins as a word about a person; empty: none.
std::string_view SuffixOf(std::string_view rest, const std::vector<OriginSuffix>& suffixes) {
  for (const OriginSuffix& one : suffixes) {
    if (rest.starts_with(one.text) && !BeginsWithOne(rest.substr(one.text.size()), one.things)) {
      return one.text;
    }
  }
  return {};
}

bool IsKatakana(char32_t code) { return code >= 0x30a1 && code <= 0x30fc; }
bool IsHangul(char32_t code) { return code >= 0xac00 && code <= 0xd7a3; }

// A name in the middle of a longer word is none: "マインド", "개발자이란".
template <typename InWord>
const std::pair<std::string, size_t>* NameAt(std::string_view text, size_t at, char32_t last,
                                             const CountryList::Names& names,
                                             const InWord& in_word) {
  const Utf8Character first = DecodeUtf8(text, at);
  const auto list = names.find(text.substr(at, first.bytes));
  if (list == names.end() || (in_word(last) && in_word(first.code))) return nullptr;
  for (const auto& one : list->second) {
    if (text.substr(at).starts_with(one.first)) return &one;
  }
  return nullptr;
}

template <typename InWord, typename Skip>
std::optional<BadWord> FindSuffixed(std::string_view text, Language language,
                                    const CountryList::Names& names,
                                    const std::vector<OriginSuffix>& suffixes,
                                    const InWord& in_word, const Skip& skip) {
  char32_t last = 0;
  for (size_t at = 0; at < text.size();) {
    size_t bytes = DecodeUtf8(text, at).bytes;
    if (const auto* const name = NameAt(text, at, last, names, in_word)) {
      bytes = name->first.size();
      const std::string_view suffix = SuffixOf(text.substr(at + bytes), suffixes);
      if (!suffix.empty() && !skip(name->first, suffix)) {
        return BadWord{absl::StrCat(name->first, ToAbsl(suffix)), Advice(name->second, language)};
      }
    }
    const std::string_view read = text.substr(at, bytes);
    for (size_t i = 0; i < read.size(); i += DecodeUtf8(read, i).bytes) {
      last = DecodeUtf8(read, i).code;
    }
    at += bytes;
  }
  return std::nullopt;
}

}  // namespace

std::optional<BadWord> FindEnglishOrigin(std::string_view words, std::string_view written) {
  const CountryList& list = CountryList::Get();
  const Tokens tokens = absl::StrSplit(ToAbsl(words), ' ', absl::SkipEmpty());
  for (size_t at = 0; at < tokens.size();) {
    size_t country = 0;
    size_t people = 0;
    const size_t named = Match(tokens, at, list.english(), &country);
    const size_t described = Match(tokens, at, list.demonyms(), &people);
    if (described > named) {
      const std::string word =
          absl::StrJoin(tokens.begin() + static_cast<ptrdiff_t>(at),
                        tokens.begin() + static_cast<ptrdiff_t>(at + described), " ");
      const std::string_view capital = list.AsWritten(word);
      const bool meant = capital.empty() || written.find(capital) != std::string_view::npos;
      if (meant && !Holds(OriginWords::Get().named_things, tokens, at + described)) {
        return BadWord{word, Advice(people, Language::kEnglish)};
      }
    } else if (named > 0) {
      std::string tied = TiedWords(tokens, at, at + named);
      if (!tied.empty()) return BadWord{std::move(tied), Advice(country, Language::kEnglish)};
    } else if (NamesBirthplace(tokens, at)) {
      return BadWord{absl::StrCat("born ", tokens[at + 1], " ", tokens[at + 2]),
                     "write nothing about where somebody was born"};
    }
    at += std::max<size_t>({named, described, 1});
  }
  return std::nullopt;
}

std::optional<BadWord> FindJapaneseOrigin(std::string_view text) {
  return FindSuffixed(text, Language::kJapanese, CountryList::Get().japanese(),
                      OriginWords::Get().japanese, IsKatakana,
                      [](const std::string&, std::string_view) { return false; });
}

std::optional<BadWord> FindKoreanOrigin(std::string_view text) {
  const OriginWords& words = OriginWords::Get();
  return FindSuffixed(text, Language::kKorean, CountryList::Get().korean(), words.korean, IsHangul,
                      [&words](const std::string& name, std::string_view suffix) {
                        return (suffix == "인" || suffix == "계") &&
                               words.korean_words.contains(name);
                      });
}

}  // namespace sekisho
