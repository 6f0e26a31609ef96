#include "service/mapping_draft_table.h"

#include <algorithm>
#include <filesystem>

#include "core/forbidden_fields.h"
#include "core/status.h"
#include "ingest/time_form.h"
#include "service/column_names.h"

namespace sekisho {
namespace {

constexpr size_t kFormValues = 100;  // of a column, with which time forms are tried
// Tried in this order; those that hold a day before a month only where the values decide.
constexpr const char* kForms[] = {
    "yyyy/M/d H:mm:ss",
    "yyyy/M/d H:mm",
    "yyyy/M/d",
    "yyyy-MM-dd HH:mm:ss",
    "yyyy-MM-dd HH:mm",
    "yyyy-MM-dd",
    "yyyy-MM-dd'T'HH:mm:ss",
    "yyyy-MM-dd HH:mm:ss.SSS",
    "yyyy.M.d H:mm:ss",
    "yyyy.M.d H:mm",
    "yyyy.M.d",
    "yyyy年M月d日 H:mm",
    "yyyy年M月d日 H時mm分",
    "yyyy年M月d日",
    "yyyy년 M월 d일 H:mm",
    "yyyy년 M월 d일",
    "yyyyMMddHHmmss",
    "yyyyMMdd",
    "M/d/yyyy H:mm",
    "d/M/yyyy H:mm",
    "M/d/yyyy h:mm a",
    "M/d/yyyy",
    "d/M/yyyy",
    "excel",
};
constexpr const char* kOwnForms[] = {"yyyy-MM-dd'T'HH:mm:ssZZZZZ", "yyyy-MM-dd'T'HH:mm:ss.SSSZZZZZ",
                                     "yyyy-MM-dd HH:mm:ssZZZZZ"};

bool Suits(const char* pattern, const SampledColumn& column) {
  const StatusOr<TimeForm> form = TimeForm::Parse(pattern);
  if (!form.ok() || column.values.empty()) return false;
  const size_t count = std::min(column.values.size(), kFormValues);
  size_t read = 0;
  for (size_t i = 0; i < count; ++i) read += form->Read(column.values[i]) ? 1 : 0;
  return read * 10 >= count * 9;  // a table may hold a few bad ones
}

DraftFileName NameOf(const std::string& path) {
  DraftFileName name;
  std::string file = std::filesystem::path(path).filename().string();
  for (const std::string_view end : {".gz", ".zst", ".zstd"}) {
    if (file.ends_with(end)) file.resize(file.size() - end.size());
  }
  constexpr size_t kDayDigits = 8;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (size_t at = 0; at + kDayDigits <= file.size(); ++at) {
    const auto begin = file.begin() + static_cast<std::ptrdiff_t>(at);
    if (!std::all_of(begin, begin + kDayDigits, is_digit)) continue;
    name.dated = true;
    name.pattern = file.substr(0, at) + "{yyyyMMdd}" + file.substr(at + kDayDigits);
    name.stem = file.substr(0, at);
    break;
  }
  if (!name.dated) {
    name.pattern = file;
    name.stem = file.substr(0, file.find('.'));
  }
  while (!name.stem.empty() && (name.stem.back() == '_' || name.stem.back() == '-')) {
    name.stem.pop_back();
  }
  if (name.stem.empty()) name.stem = "table";
  return name;
}

std::string_view TypeByColumns(const DraftTable& table) {
  if (table.Find("payout.identifier") != nullptr) return "payout.account";
  if (table.Find("rating") != nullptr) return "review.given";
  if (table.Find("ip") != nullptr) return "session.start";
  if (table.Find("document.number") != nullptr) return "document.submission";
  if (table.Find("email") != nullptr || table.Find("name") != nullptr) {
    return "account.registration";
  }
  if (table.Find("project") != nullptr && table.Find("amount") != nullptr) return "bid.submitted";
  return "";
}

}  // namespace

std::vector<std::string> DraftForms(const SampledColumn& column) {
  for (const char* const pattern : kOwnForms) {
    if (Suits(pattern, column)) return {};
  }
  std::vector<std::string> forms;
  for (const char* const pattern : kForms) {
    if (Suits(pattern, column)) forms.emplace_back(pattern);
  }
  return forms;
}

DraftTable MakeDraftTable(const RecordSample& sample) {
  DraftTable table;
  table.sample = &sample;
  table.file = NameOf(sample.path);
  for (const SampledColumn& column : sample.columns) {
    if (IsForbiddenField(column.name)) continue;
    const std::string field(GuessField(column.name));
    if (!field.empty()) table.fields.emplace(field, &column);
  }
  table.type = GuessEventType(table.file.stem);
  if (table.type.empty()) table.type = TypeByColumns(table);
  const SampledColumn* const number = table.Find("key");
  const SampledColumn* const account = table.Find("account");
  if (number != nullptr && number->unique && number->filled == sample.rows) {
    table.key = number;
  } else if (account != nullptr && account->unique && account->filled == sample.rows) {
    table.key = account;
  }
  table.states = table.file.dated && table.key != nullptr &&
                 (table.type == "account.registration" || table.type == "payout.account");
  return table;
}

}  // namespace sekisho
