#include "dossier/origin_check.h"

#include <algorithm>
#include <span>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/substitute.h"
#include "core/status.h"
#include "core/utf8.h"
#include "dossier/country_list.h"

namespace sekisho {
namespace {

using Tokens = std::vector<std::string>;
using WordSet = std::span<const std::string_view>;

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

// Things that carry the name of a people without saying anything about a person.
constexpr std::string_view kNamedThings[] = {
    "law",      "laws",       "court",      "courts",     "police",     "authority", "authorities",
    "ministry", "regulator",  "government", "embassy",    "consulate",  "customs",   "tax",
    "yen",      "won",        "yuan",       "renminbi",   "dollar",     "dollars",   "pound",
    "pounds",   "franc",      "francs",     "rupee",      "rupees",     "peso",      "pesos",
    "lira",     "baht",       "dong",       "ringgit",    "rupiah",     "real",      "reais",
    "rand",     "krona",      "kronor",     "krone",      "kroner",     "ruble",     "rubles",
    "rouble",   "roubles",    "hryvnia",    "zloty",      "taka",       "naira",     "dirham",
    "dirhams",  "riyal",      "riyals",     "shekel",     "shekels",    "currency",  "time",
    "standard", "bank",       "banks",      "university", "institute",  "college",   "airlines",
    "air",      "airways",    "express",    "railways",   "telecom",    "post",      "ip",
    "address",  "addresses",  "server",     "servers",    "carrier",    "telephone", "phone",
    "number",   "numbers",    "exchange",   "branch",     "subsidiary", "ocean",     "sea",
    "union",    "commission", "parliament", "republic",   "stock",      "postal",    "central"};

// Things and acts of which a report says where they come from.
constexpr std::string_view kPlacedThings[] = {
    "access",      "accessed",  "accesses",  "address",    "addresses",  "attempt",
    "attempts",    "call",      "called",    "calls",      "calling",    "card",
    "certificate", "changed",   "connect",   "connected",  "connection", "connections",
    "connects",    "created",   "delivered", "delivery",   "device",     "devices",
    "document",    "documents", "download",  "downloaded", "downloads",  "email",
    "emails",      "funds",     "got",       "heard",      "invoice",    "invoices",
    "ip",          "jumped",    "letter",    "licence",    "license",    "logged",
    "login",       "logins",    "logon",     "logons",     "mail",       "mails",
    "message",     "messages",  "money",     "moved",      "network",    "networks",
    "number",      "numbers",   "opened",    "package",    "packages",   "paid",
    "parcel",      "parcels",   "passport",  "passports",  "pay",        "payment",
    "payments",    "phone",     "proxy",     "receipt",    "received",   "registered",
    "remittance",  "reply",     "replies",   "request",    "requests",   "send",
    "sends",       "sent",      "server",    "servers",    "session",    "sessions",
    "ship",        "shipment",  "shipments", "shipped",    "sign",       "signed",
    "signing",     "signs",     "switched",  "telephone",  "traffic",    "transfer",
    "transferred", "transfers", "travelled", "upload",     "uploaded",   "uploads",
    "used",        "visited",   "visits",    "vpn",        "wire",       "wired",
    "work",        "worked",    "working",   "works",      "ins",        "log"};

constexpr std::string_view kPersons[] = {
    "he",         "she",         "they",       "him",         "her",        "them",
    "i",          "we",          "you",        "who",         "man",        "men",
    "woman",      "women",       "person",     "persons",     "people",     "someone",
    "somebody",   "anyone",      "worker",     "workers",     "user",       "users",
    "developer",  "developers",  "engineer",   "engineers",   "candidate",  "candidates",
    "applicant",  "applicants",  "employee",   "employees",   "colleague",  "colleagues",
    "friend",     "friends",     "guy",        "guys",        "individual", "individuals",
    "freelancer", "freelancers", "contractor", "contractors", "team",       "teams",
    "group",      "groups",      "member",     "members",     "student",    "students",
    "citizen",    "citizens",    "actor",      "actors",      "holder",     "holders",
    "operator",   "operators",   "programmer", "programmers", "coder",      "coders",
    "staff",      "crew",        "family"};

bool Holds(WordSet set, const Tokens& words, size_t at) {
  return at < words.size() && std::find(set.begin(), set.end(), words[at]) != set.end();
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
    if (Holds(kPlacedThings, words, at - 1)) return true;
    if (Holds(kPersons, words, at - 1)) return false;
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
    const bool label =
        IsOne(next, {"national", "citizen", "native"}) && !Holds(kNamedThings, words, end + 1);
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

// What stands behind a country's name in a word about a person, and with what behind that it is the
// name of a thing instead.
struct Suffix {
  std::string_view text;
  std::span<const std::string_view> things;
};

constexpr std::string_view kJaAfterPeople[] = {"材", "口", "形", "民", "工", "事",
                                               "権", "気", "件", "身", "力"};
constexpr std::string_view kJaFirms[] = {"企業",     "銀行", "資本",   "金融", "法人", "会社",
                                         "ファンド", "決済", "取引所", "船",   "航空", "サービス"};
constexpr std::string_view kJaCitizens[] = {"銀行", "年金", "健康", "生活", "カード"};
constexpr std::string_view kJaArrived[] = {"アクセス", "接続", "通信", "メール",
                                           "送金",     "荷物", "要求", "要請"};
constexpr Suffix kJapaneseSuffixes[] = {{"人", kJaAfterPeople},
                                        {"の人", kJaAfterPeople},
                                        {"国籍", {}},
                                        {"の国籍", {}},
                                        {"籍", kJaFirms},
                                        {"系", kJaFirms},
                                        {"出身", {}},
                                        {"の出身", {}},
                                        {"生まれ", {}},
                                        {"で生まれ", {}},
                                        {"育ち", {}},
                                        {"で育", {}},
                                        {"から来た", kJaArrived},
                                        {"から来てい", {}},
                                        {"からの労働者", {}},
                                        {"からの技術者", {}},
                                        {"からの留学生", {}},
                                        {"からの人", kJaAfterPeople},
                                        {"国民", kJaCitizens},
                                        {"の国民", kJaCitizens},
                                        {"市民", {}},
                                        {"の市民", {}}};

constexpr std::string_view kKoAfterPeople[] = {"터넷", "증", "력", "구", "민", "사", "건", "권",
                                               "재",   "프", "쇄", "출", "지", "접", "터"};
constexpr std::string_view kKoAfterKin[] = {
    "좌", "획", "약",   "정",    "산",    "열",    "절",    "층",    "기",    "속",   "측",
    "통", "단", "은행", " 은행", " 기업", " 자본", " 회사", " 업체", " 금융", " 법인"};
constexpr std::string_view kKoCitizens[] = {"은행", "연금", "카드", "건강"};
constexpr std::string_view kKoArrived[] = {" 접속", " 메일", " 이메일", " 통신",
                                           " 송금", " 요청", " 소포",   " 연결"};
constexpr Suffix kKoreanSuffixes[] = {{"인", kKoAfterPeople},
                                      {"계", kKoAfterKin},
                                      {"출신", {}},
                                      {" 출신", {}},
                                      {"국적", {}},
                                      {" 국적", {}},
                                      {"태생", {}},
                                      {" 태생", {}},
                                      {"사람", {}},
                                      {" 사람", {}},
                                      {"동포", {}},
                                      {" 동포", {}},
                                      {"교포", {}},
                                      {" 교포", {}},
                                      {"국민", kKoCitizens},
                                      {" 국민", kKoCitizens},
                                      {"시민", {}},
                                      {" 시민", {}},
                                      {"에서 온", kKoArrived},
                                      {"에서 왔", {}},
                                      {"에서 태어", {}},
                                      {"에서 자란", {}},
                                      {"에서 자랐", {}}};

// Countries whose names are common words, with which 인 and 계 make others ("수단인": which is a
// way).
constexpr std::string_view kKoreanWordsToo[] = {"수단", "오만", "차드", "조선"};

bool BeginsWithOne(std::string_view text, std::span<const std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [text](std::string_view one) { return text.starts_with(one); });
}

// The suffix with which `rest` begins as a word about a person; empty: none.
std::string_view SuffixOf(std::string_view rest, std::span<const Suffix> suffixes) {
  for (const Suffix& one : suffixes) {
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
                                    std::span<const Suffix> suffixes, const InWord& in_word,
                                    const Skip& skip) {
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
      if (meant && !Holds(kNamedThings, tokens, at + described)) {
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
  return FindSuffixed(text, Language::kJapanese, CountryList::Get().japanese(), kJapaneseSuffixes,
                      IsKatakana, [](const std::string&, std::string_view) { return false; });
}

std::optional<BadWord> FindKoreanOrigin(std::string_view text) {
  return FindSuffixed(text, Language::kKorean, CountryList::Get().korean(), kKoreanSuffixes,
                      IsHangul, [](const std::string& name, std::string_view suffix) {
                        return (suffix == "인" || suffix == "계") &&
                               std::find(std::begin(kKoreanWordsToo), std::end(kKoreanWordsToo),
                                         name) != std::end(kKoreanWordsToo);
                      });
}

}  // namespace sekisho
