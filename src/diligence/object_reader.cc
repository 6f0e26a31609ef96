#include "diligence/object_reader.h"

#include <algorithm>
#include <charconv>

#include "core/forbidden_fields.h"
#include "core/limits.h"
#include "core/number.h"
#include "core/suggestion.h"
#include "core/time.h"
#include "facts/events/time_zone.h"
#include "ingest/country_name.h"
#include "ingest/json_text.h"

namespace sekisho {
namespace {

constexpr size_t kShownBytesMax = 60;

std::string Shown(std::string_view text) {
  const std::string_view cut = CutUtf8(text, kShownBytesMax);
  return "\"" + std::string(cut) + (cut.size() < text.size() ? "…\"" : "\"");
}

std::optional<int64_t> ReadInteger(const JsonNode& node) {
  if (node.kind != JsonNode::Kind::kNumber) return std::nullopt;
  int64_t number = 0;
  const char* const end = node.text.data() + node.text.size();
  const auto [stop, error] = std::from_chars(node.text.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

// The codes that ISO 3166-1 leaves to its users (XK for Kosovo).
bool IsUserAssigned(std::string_view code) {
  if (code.size() != 2 || code[1] < 'A' || code[1] > 'Z') return false;
  return code == "AA" || code == "ZZ" || code[0] == 'X' || (code[0] == 'Q' && code[1] >= 'M');
}

bool IsHex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

std::optional<int64_t> ReadClock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const size_t i : {0, 1, 3, 4}) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
  }
  const int hour = (text[0] - '0') * 10 + text[1] - '0';
  const int minute = (text[3] - '0') * 10 + text[4] - '0';
  if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return std::nullopt;
  return hour * 60 + minute;
}

}  // namespace

void FileProblems::Report(Sk code, int line, int column, std::string message,
                          std::string suggestion) {
  if (problems_.size() >= limits::kCandidateProblemsMax) return;
  problems_.push_back({CodeText(code),
                       Severity::kError,
                       {file_, line, column},
                       std::move(message),
                       std::move(suggestion)});
}

bool ReadRootObject(std::string_view what, std::string_view text, JsonNode* root,
                    FileProblems* problems) {
  Diagnostic error;
  error.code = CodeText(Sk::kCandidateJson);
  if (!ReadJsonTree(problems->file(), text, root, &error)) {
    problems->Add(std::move(error));
    return false;
  }
  if (root->kind == JsonNode::Kind::kObject) return true;
  problems->Report(
      Sk::kCandidateValue, root->line, root->column,
      std::string(what) + " is one object in braces, not " + std::string(DescribeJson(*root)));
  return false;
}

ObjectReader::ObjectReader(const JsonNode& node, std::string at, FileProblems* problems)
    : node_(node), at_(std::move(at)), problems_(problems) {}

void ObjectReader::Report(Sk code, std::string_view key, std::string_view message,
                          std::string suggestion) {
  const JsonNode* const value = node_.Find(key);
  const JsonNode& place = value != nullptr ? *value : node_;
  const std::string pointer = key.empty() ? at_ : JoinPointer(at_, key);
  problems_->Report(code, place.line, place.column,
                    (pointer.empty() ? "the file" : pointer) + ": " + std::string(message),
                    std::move(suggestion));
}

const JsonNode* ObjectReader::Ask(std::string_view key, Need need) {
  asked_.push_back(key);
  const JsonNode* const value = node_.Find(key);
  if (value == nullptr && need == Need::kRequired) {
    Report(Sk::kCandidateKeyMissing, "", "there is no `" + std::string(key) + "`");
  }
  return value;
}

void ObjectReader::Wrong(std::string_view key, std::string_view wanted, std::string suggestion) {
  const JsonNode& value = *node_.Find(key);
  const bool scalar = value.kind == JsonNode::Kind::kText || value.kind == JsonNode::Kind::kNumber;
  Report(
      Sk::kCandidateValue, key,
      "here should stand " + std::string(wanted) + ", not " +
          (scalar ? Shown(value.text) : std::string(DescribeJson(value))),
      value.kind == JsonNode::Kind::kNull ? "leave out what is not known" : std::move(suggestion));
}

const JsonNode* ObjectReader::AskText(std::string_view key, Need need) {
  const JsonNode* const value = Ask(key, need);
  if (value == nullptr) return nullptr;
  if (value->kind != JsonNode::Kind::kText) {
    Wrong(key, "a text");
    return nullptr;
  }
  if (!value->text.empty()) return value;
  Report(Sk::kCandidateValue, key, "the text is empty", "leave out what is not known");
  return nullptr;
}

std::string ObjectReader::Text(std::string_view key, Need need) {
  const JsonNode* const value = AskText(key, need);
  return value == nullptr ? "" : value->text;
}

void ObjectReader::CheckWord(std::string_view key, const std::string& word, Words words) {
  if (std::find(words.begin(), words.end(), word) != words.end()) return;
  const std::vector<std::string_view> all(words);
  Report(Sk::kCandidateValue, key, Shown(word) + " is not one of " + Enumerate(all),
         DidYouMean(word, all));
}

std::string ObjectReader::Word(std::string_view key, Words words, Need need) {
  const JsonNode* const value = AskText(key, need);
  if (value == nullptr) return "";
  CheckWord(key, value->text, words);
  return value->text;
}

std::string ObjectReader::Country(std::string_view key) {
  const JsonNode* const value = AskText(key, Need::kOptional);
  if (value == nullptr) return "";
  const std::string_view code = CountryCode(value->text);
  if ((!code.empty() && code == value->text) || IsUserAssigned(value->text)) return value->text;
  Wrong(key, "a country as ISO 3166 writes it, such as \"JP\"",
        code.empty() ? "" : "write \"" + std::string(code) + "\"");
  return "";
}

std::string ObjectReader::Zone(std::string_view key, Need need) {
  const JsonNode* const value = AskText(key, need);
  if (value == nullptr) return "";
  if (ZoneOffsetMinutes(value->text, 0)) return value->text;
  Wrong(key, "a time zone of IANA's database, such as \"Asia/Tokyo\"");
  return "";
}

std::string ObjectReader::Day(std::string_view key) {
  const JsonNode* const value = AskText(key, Need::kOptional);
  if (value == nullptr) return "";
  if (IsDay(value->text)) return value->text;
  Wrong(key, "a day, such as \"1990-04-01\"");
  return "";
}

std::string ObjectReader::Sha256(std::string_view key) {
  const JsonNode* const value = AskText(key, Need::kOptional);
  if (value == nullptr) return "";
  if (value->text.size() == 64 && std::all_of(value->text.begin(), value->text.end(), IsHex)) {
    return value->text;
  }
  Wrong(key, "a SHA-256 of 64 lower-case hexadecimal digits");
  return "";
}

std::optional<int64_t> ObjectReader::Time(std::string_view key, Need need) {
  const JsonNode* const value = AskText(key, need);
  if (value == nullptr) return std::nullopt;
  const StatusOr<int64_t> time = ParseTime(value->text);
  if (time.ok() && value->text.size() > 10) return *time;
  Wrong(key, "a time with its offset, such as \"2026-04-01T09:00:00+09:00\"");
  return std::nullopt;
}

std::optional<MonthRange> ObjectReader::Month(std::string_view key) {
  const JsonNode* const value = AskText(key, Need::kOptional);
  if (value == nullptr) return std::nullopt;
  const std::optional<MonthRange> month = ParseMonth(value->text);
  if (!month) Wrong(key, "a year, month or day as a text, such as \"2016-04\"");
  return month;
}

std::optional<int64_t> ObjectReader::Count(std::string_view key, int64_t least, int64_t most) {
  const JsonNode* const value = Ask(key, Need::kOptional);
  if (value == nullptr) return std::nullopt;
  const std::optional<int64_t> number = ReadInteger(*value);
  if (number && *number >= least && *number <= most) return number;
  Wrong(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return std::nullopt;
}

std::optional<bool> ObjectReader::Boolean(std::string_view key) {
  const JsonNode* const value = Ask(key, Need::kOptional);
  if (value == nullptr) return std::nullopt;
  if (value->kind == JsonNode::Kind::kBoolean) return value->text == "true";
  Wrong(key, "true or false without quotation marks");
  return std::nullopt;
}

std::optional<int64_t> ObjectReader::Clock(std::string_view key, Need need) {
  const JsonNode* const value = AskText(key, need);
  if (value == nullptr) return std::nullopt;
  const std::optional<int64_t> minutes = ReadClock(value->text);
  if (!minutes) Wrong(key, "a time of the day, such as \"09:00\"");
  return minutes;
}

void ObjectReader::Amount(std::string_view key) {
  const JsonNode* const value = Ask(key, Need::kOptional);
  if (value == nullptr) return;
  const std::optional<int64_t> micros =
      value->kind == JsonNode::Kind::kNumber ? ParseMicros(value->text) : std::nullopt;
  if (!micros || *micros < 0) Wrong(key, "a number of 0 or more");
}

const JsonNode* ObjectReader::AskList(std::string_view key) {
  const JsonNode* const value = Ask(key, Need::kOptional);
  if (value == nullptr) return nullptr;
  if (value->kind != JsonNode::Kind::kArray) {
    Wrong(key, "a list in square brackets");
    return nullptr;
  }
  if (value->items.size() <= limits::kCandidateItemsMax) return value;
  Report(Sk::kCandidateValue, key,
         "the list has more than " + std::to_string(limits::kCandidateItemsMax) + " entries");
  return nullptr;
}

std::vector<std::string> ObjectReader::Texts(std::string_view key) {
  std::vector<std::string> texts;
  const JsonNode* const list = AskList(key);
  if (list == nullptr) return texts;
  for (const JsonNode& item : list->items) {
    if (item.kind == JsonNode::Kind::kText && !item.text.empty()) {
      texts.push_back(item.text);
    } else {
      Report(Sk::kCandidateValue, key, "every entry of the list must be a text");
    }
  }
  return texts;
}

std::vector<std::string> ObjectReader::WordList(std::string_view key, Words words) {
  std::vector<std::string> found = Texts(key);
  for (const std::string& word : found) CheckWord(key, word, words);
  return found;
}

std::optional<std::vector<int64_t>> ObjectReader::Counts(std::string_view key, int64_t most) {
  const JsonNode* const list = AskList(key);
  if (list == nullptr) return std::nullopt;
  std::vector<int64_t> numbers;
  for (const JsonNode& item : list->items) {
    const std::optional<int64_t> number = ReadInteger(item);
    if (number && *number >= 0 && *number <= most) {
      numbers.push_back(*number);
    } else {
      Report(Sk::kCandidateValue, key,
             "every entry of the list must be a whole number from 0 to " + std::to_string(most));
    }
  }
  return numbers;
}

bool ObjectReader::Object(std::string_view key, const std::function<void(ObjectReader*)>& read) {
  const JsonNode* const value = Ask(key, Need::kOptional);
  if (value == nullptr) return false;
  if (value->kind != JsonNode::Kind::kObject) {
    Wrong(key, "an object in braces");
    return false;
  }
  ObjectReader reader(*value, JoinPointer(at_, key), problems_);
  read(&reader);
  reader.Close();
  return true;
}

bool ObjectReader::Objects(std::string_view key, const std::function<void(ObjectReader*)>& read) {
  const JsonNode* const list = AskList(key);
  if (list == nullptr) return false;
  for (size_t i = 0; i < list->items.size(); ++i) {
    const JsonNode& item = list->items[i];
    const std::string at = JoinPointer(JoinPointer(at_, key), std::to_string(i));
    if (item.kind != JsonNode::Kind::kObject) {
      problems_->Report(
          Sk::kCandidateValue, item.line, item.column,
          at + ": here should stand an object in braces, not " + std::string(DescribeJson(item)));
      continue;
    }
    ObjectReader reader(item, at, problems_);
    read(&reader);
    reader.Close();
  }
  return true;
}

void ObjectReader::Close() {
  for (const JsonMember& member : node_.members) {
    if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
    const std::string pointer = JoinPointer(at_, CutUtf8(member.key, kShownBytesMax));
    if (IsForbiddenField(member.key)) {
      problems_->Report(Sk::kCandidateForbidden, member.line, member.column,
                        pointer + ": not accepted; delete it");
    } else {
      problems_->Report(Sk::kCandidateKey, member.line, member.column,
                        pointer + ": this key is not known", DidYouMean(member.key, asked_));
    }
  }
}

}  // namespace sekisho
