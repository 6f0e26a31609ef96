#include "dossier/country_list.h"

#include <unicode/locdspnm.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "core/status.h"
#include "core/utf8.h"
#include "dossier/text_forms.h"

namespace sekisho {

std::string_view CountryNamesText();
std::string_view DemonymsText();

namespace {

// Parts of the world that words for people are made of
// (https://unstats.un.org/unsd/methodology/m49).
constexpr std::string_view kRegions[] = {"002", "003", "005", "009", "011", "014", "015",
                                         "018", "019", "021", "029", "030", "034", "035",
                                         "142", "143", "145", "150", "151", "154", "419"};

// An abbreviation of two letters is a word ("us"); those that are none stand in the table.
constexpr size_t kEnglishBytesMin = 3;

template <typename Use>
void ForEachRow(std::string_view text, const Use& use) {
  for (const auto line : absl::StrSplit(ToAbsl(text), '\n', absl::SkipWhitespace())) {
    if (line[0] == '#') continue;
    const size_t space = line.find(' ');
    use(std::string(line.substr(0, space)), std::string(line.substr(space + 1)));
  }
}

std::vector<std::string> Listed(const std::string& text) {
  std::vector<std::string> items;
  for (const auto one : absl::StrSplit(text, ',', absl::SkipWhitespace())) {
    items.emplace_back(absl::StripAsciiWhitespace(one));
  }
  return items;
}

std::string Trimmed(const std::string& word_form) {
  return word_form.size() < 2 ? "" : word_form.substr(1, word_form.size() - 2);
}

std::string NameIn(const icu::LocaleDisplayNames& names, const std::string& code) {
  icu::UnicodeString name;
  names.regionDisplayName(code.c_str(), name);
  std::string utf8;
  name.toUTF8String(utf8);
  return utf8 == code ? "" : utf8;
}

}  // namespace

const CountryList& CountryList::Get() {
  static const CountryList* const list = new CountryList();
  return *list;
}

CountryList::CountryList() {
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) IndexOf(*code);
  for (const std::string_view code : kRegions) IndexOf(code);
  AddIcuNames();
  ReadNames();
  ReadDemonyms();
  for (Names* const names : {&japanese_, &korean_}) {
    for (auto& [first, list] : *names) {
      std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
        return a.first.size() > b.first.size();
      });
    }
  }
}

std::string_view CountryList::AsWritten(std::string_view demonym) const {
  const auto found = as_written_.find(demonym);
  return found == as_written_.end() ? std::string_view() : std::string_view(found->second);
}

size_t CountryList::IndexOf(std::string_view code) {
  const auto [at, added] = by_code_.emplace(code, countries_.size());
  if (added) countries_.push_back({std::string(code), {}});
  return at->second;
}

void CountryList::AddName(Language language, std::string_view name, size_t country) {
  if (language == Language::kEnglish) {
    if (std::string words = Trimmed(WordForm(name)); !words.empty()) {
      english_.emplace(std::move(words), country);
    }
    return;
  }
  const bool japanese = language == Language::kJapanese;
  const std::string form = japanese ? UnspacedForm(name) : PlainForm(name);
  if (form.empty()) return;
  const std::string first = form.substr(0, DecodeUtf8(form, 0).bytes);
  (japanese ? japanese_ : korean_)[first].emplace_back(form, country);
}

void CountryList::AddIcuNames() {
  for (const auto& [language, part] : {std::pair(Language::kEnglish, &LocalText::en),
                                       std::pair(Language::kJapanese, &LocalText::ja),
                                       std::pair(Language::kKorean, &LocalText::ko)}) {
    const icu::Locale locale(std::string(LanguageCode(language)).c_str());
    for (const UDisplayContext length : {UDISPCTX_LENGTH_FULL, UDISPCTX_LENGTH_SHORT}) {
      UDisplayContext context[] = {length};
      const std::unique_ptr<icu::LocaleDisplayNames> names(
          icu::LocaleDisplayNames::createInstance(locale, context, 1));
      for (size_t i = 0; i < countries_.size(); ++i) {
        const std::string name = NameIn(*names, countries_[i].code);
        if (name.size() < kEnglishBytesMin) continue;
        AddName(language, name, i);
        if (length == UDISPCTX_LENGTH_FULL) countries_[i].name.*part = name;
      }
    }
  }
}

void CountryList::ReadNames() {
  ForEachRow(CountryNamesText(), [&](const std::string& code, const std::string& rest) {
    const size_t country = IndexOf(code);
    const std::vector<std::string> columns = absl::StrSplit(rest, '|');
    constexpr Language kColumns[] = {Language::kEnglish, Language::kJapanese, Language::kKorean};
    for (size_t i = 0; i < columns.size() && i < std::size(kColumns); ++i) {
      for (const std::string& name : Listed(columns[i])) AddName(kColumns[i], name, country);
    }
  });
}

void CountryList::ReadDemonyms() {
  ForEachRow(DemonymsText(), [&](const std::string& code, const std::string& rest) {
    const size_t country = IndexOf(code);
    for (const std::string& word : Listed(rest)) {
      const std::string form = Trimmed(WordForm(word));
      demonyms_.emplace(form, country);
      if (form != word) as_written_.emplace(form, word);
    }
  });
}

}  // namespace sekisho
