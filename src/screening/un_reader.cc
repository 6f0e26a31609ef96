#include <expat.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "core/text.h"
#include "screening/dates.h"
#include "screening/readers.h"

namespace sekisho {
namespace {

constexpr size_t kDepthMax = 64;
constexpr size_t kTextBytesMax = 64 << 10;
constexpr size_t kPortionBytes = 1 << 20;

std::string Trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

class UnReader {
 public:
  UnReader(std::string_view file, WatchList* list)
      : file_(file), list_(*list), parser_(XML_ParserCreate("UTF-8"), &XML_ParserFree) {}

  void Read(std::string_view xml) {
    if (parser_ == nullptr) return Damage("not enough memory to read XML");
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* self, const char* name, const char** attributes) {
          static_cast<UnReader*>(self)->Begin(name, attributes);
        },
        [](void* self, const char*) { static_cast<UnReader*>(self)->End(); });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int size) {
      static_cast<UnReader*>(self)->Text({text, static_cast<size_t>(size)});
    });
    XML_SetStartDoctypeDeclHandler(
        parser_.get(), [](void* self, const char*, const char*, const char*, int) {
          static_cast<UnReader*>(self)->Stop("the document has a DTD; the published list has none");
        });
    while (true) {
      const std::string_view portion = xml.substr(0, kPortionBytes);
      xml.remove_prefix(portion.size());
      const bool last = xml.empty();
      if (XML_Parse(parser_.get(), portion.data(), static_cast<int>(portion.size()),
                    last ? 1 : 0) != XML_STATUS_OK) {
        if (!stopped_) {
          Damage("the XML is cut off or damaged (" +
                 std::string(XML_ErrorString(XML_GetErrorCode(parser_.get()))) + ")");
        }
        return;
      }
      if (last) return;
    }
  }

 private:
  void Problem(std::string_view reason) {
    AddProblem({file_, Line(), std::string(reason)}, &list_);
  }

  void Damage(std::string reason) {
    AddDamage({file_, Line(), std::move(reason), std::string(kFetchAgain)}, &list_);
  }

  uint64_t Line() const { return parser_ == nullptr ? 0 : XML_GetCurrentLineNumber(parser_.get()); }

  void Stop(std::string_view reason) {
    stopped_ = true;
    Damage(std::string(reason));
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void Begin(std::string_view name, const char** attributes) {
    if (path_.size() == kDepthMax) return Stop("more than 64 levels of elements");
    path_.emplace_back(name);
    text_.clear();
    if (path_.size() == 1) {
      for (size_t i = 0; attributes[i] != nullptr; i += 2) {
        constexpr size_t kDateSize = 10;
        if (std::string_view(attributes[i]) == "dateGenerated") {
          list_.published = std::string(attributes[i + 1]).substr(0, kDateSize);
        }
      }
    }
    if (name == "INDIVIDUAL" || name == "ENTITY") {
      entry_ = ListedEntry();
      for (std::string& part : name_parts_) part.clear();
      original_.clear();
    }
    if (name.ends_with("_ALIAS")) alias_weak_ = false;
    if (name.ends_with("_ADDRESS")) address_.clear();
    if (name.ends_with("_DATE_OF_BIRTH")) birth_ = {};
  }

  void Text(std::string_view text) {
    if (text_.size() + text.size() <= kTextBytesMax) text_ += text;
  }

  std::string_view Parent() const {
    return path_.size() < 2 ? std::string_view() : std::string_view(path_[path_.size() - 2]);
  }

  void End() {
    if (path_.empty()) return;
    const std::string name = path_.back();
    const std::string value = Trimmed(text_);
    text_.clear();
    const std::string_view parent = Parent();
    if (parent == "INDIVIDUAL" || parent == "ENTITY") EndOfEntryField(name, value);
    if (parent.ends_with("_ALIAS")) EndOfAliasField(name, value);
    if (parent.ends_with("_ADDRESS") && name != "COUNTRY" && name != "NOTE" && !value.empty()) {
      address_ += (address_.empty() ? "" : " ") + value;
    }
    if (parent.ends_with("_DATE_OF_BIRTH")) EndOfBirthField(name, value);
    if (parent.ends_with("_DOCUMENT") && name == "NUMBER" && !value.empty()) {
      entry_.documents.push_back(LettersAndDigits(value, TextCase::kUpper));
    }
    if (name.ends_with("_ADDRESS") && !address_.empty()) entry_.addresses.push_back(address_);
    if (name.ends_with("_DATE_OF_BIRTH") && birth_.year_first != 0) {
      entry_.births.push_back(birth_);
    }
    path_.pop_back();
    if (name == "INDIVIDUAL" || name == "ENTITY") Finish();
  }

  void EndOfEntryField(std::string_view name, const std::string& value) {
    static constexpr std::array<std::string_view, 4> kNameParts = {"FIRST_NAME", "SECOND_NAME",
                                                                   "THIRD_NAME", "FOURTH_NAME"};
    for (size_t i = 0; i < kNameParts.size(); ++i) {
      if (name == kNameParts[i]) name_parts_[i] = value;
    }
    if (name == "NAME_ORIGINAL_SCRIPT") original_ = value;
    if (name == "REFERENCE_NUMBER") entry_.id = value;
    if (name == "UN_LIST_TYPE") entry_.programme = value;
  }

  void EndOfAliasField(std::string_view name, const std::string& value) {
    if (name == "QUALITY") alias_weak_ = value == "Low";
    if (name == "ALIAS_NAME" && !value.empty()) entry_.names.push_back({value, alias_weak_});
  }

  void EndOfBirthField(std::string_view name, const std::string& value) {
    if (value.empty()) return;
    if (name == "TYPE_OF_DATE") birth_about_ = value == "APPROXIMATELY";
    if (name == "YEAR" || name == "DATE") {
      if (const auto date = ReadBirthDate((birth_about_ ? "circa " : "") + value)) birth_ = *date;
    }
    if (name == "FROM_YEAR" || name == "TO_YEAR") {
      const auto date = ReadBirthDate(value);
      if (!date) return;
      if (name == "FROM_YEAR" || birth_.year_first == 0) birth_.year_first = date->year_first;
      birth_.year_last = date->year_last;
    }
  }

  void Finish() {
    std::string whole;
    for (const std::string& part : name_parts_) {
      if (!part.empty()) whole += (whole.empty() ? "" : " ") + part;
    }
    if (!original_.empty()) entry_.names.insert(entry_.names.begin(), {original_, false});
    if (!whole.empty()) entry_.names.insert(entry_.names.begin(), {whole, false});
    if (entry_.names.empty()) return Problem("the entry has no name");
    list_.entries.push_back(std::move(entry_));
    entry_ = ListedEntry();
  }

  const std::string file_;
  WatchList& list_;
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
  std::vector<std::string> path_;
  std::string text_;
  bool stopped_ = false;
  ListedEntry entry_;
  std::array<std::string, 4> name_parts_;
  std::string original_;
  std::string address_;
  BirthDate birth_;
  bool birth_about_ = false;
  bool alias_weak_ = false;
};

}  // namespace

void ReadUn(std::string_view file, std::string_view xml, WatchList* list) {
  UnReader(file, list).Read(xml);
}

}  // namespace sekisho
