#include "service/account_names.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "ingest/table_rows.h"
#include "service/import_files.h"

namespace sekisho {
namespace {

constexpr std::string_view kColumn = "account";
constexpr std::string_view kFields[] = {"account", "other_account", "client"};

// Under what a name is found: as tables and people write it, with white space around it or without.
std::string KeyOf(std::string_view name) {
  return absl::AsciiStrToLower(absl::StripAsciiWhitespace(ToAbsl(name)));
}

}  // namespace

StatusOr<std::shared_ptr<const AccountNames>> AccountNames::Read(const std::string& path) {
  const auto rows = TableRows::Open(path, {});
  if (!rows.ok()) return rows.status();
  const auto names = std::make_shared<AccountNames>();
  for (RowOutcome outcome; (outcome = (*rows)->Next()) != RowOutcome::kEnd;) {
    const std::string place = path + ":" + std::to_string((*rows)->line());
    if (outcome == RowOutcome::kRefused) return InvalidInput(place + ": " + (*rows)->reason());
    const int column = ColumnOf((*rows)->columns(), kColumn);
    if (column < 0) {
      return InvalidInput(path + ":1: there is no column \"" + std::string(kColumn) +
                          "\"; the others hold further names of that account");
    }
    const std::string_view cell = (*rows)->cells()[static_cast<size_t>(column)].text;
    const std::string account(ToStd(absl::StripAsciiWhitespace(ToAbsl(cell))));
    if (account.empty()) return InvalidInput(place + ": the row names no account");
    for (const CsvCell& one : (*rows)->cells()) {
      const Status status = names->Add(one.text, account, (*rows)->line());
      if (!status.ok()) return AtFile(place, status);
    }
  }
  if (const auto errors = (*rows)->errors(); !errors.empty()) return InvalidInput(errors.front());
  return names;
}

Status AccountNames::Add(std::string_view name, std::string_view account, uint64_t line) {
  const std::string key = KeyOf(name);
  if (key.empty()) return absl::OkStatus();
  const auto [found, is_new] = accounts_.emplace(key, Entry{std::string(account), line});
  if (is_new || found->second.account == account) return absl::OkStatus();
  return InvalidInput("\"" + std::string(name) + "\" is a name of the account \"" +
                      found->second.account + "\" already (line " +
                      std::to_string(found->second.line) + "); a name leads to one account");
}

std::string_view AccountNames::Find(std::string_view name) const {
  const auto found = accounts_.find(KeyOf(name));
  return found == accounts_.end() ? std::string_view() : found->second.account;
}

int AccountNames::Apply(const FieldTable& fields, EventView* event) const {
  int unknown = 0;
  for (const std::string_view name : kFields) {
    const FieldId field = fields.Find(name);
    const Value& value = event->Get(field);
    if (!value.present()) continue;
    const std::string_view account = Find(value.text);
    if (account.empty()) {
      ++unknown;
    } else {
      event->Set(field, Value::Text(account));
    }
  }
  return unknown;
}

}  // namespace sekisho
