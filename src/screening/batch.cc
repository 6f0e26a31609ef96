#include "screening/batch.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "core/text.h"
#include "ingest/table_rows.h"
#include "screening/dates.h"

namespace sekisho {
namespace {

enum Column : size_t { kName, kId, kBirthDate, kDocument, kAddress, kWallet, kColumnCount };
constexpr std::array<std::string_view, kColumnCount> kColumns = {
    "name", "id", "birth_date", "document", "address", "wallet"};

constexpr size_t kNone = static_cast<size_t>(-1);
using Places = std::array<size_t, kColumnCount>;

StatusOr<Places> FindColumns(const std::string& path, const std::vector<std::string>& names) {
  Places places;
  places.fill(kNone);
  for (size_t i = names.size(); i-- > 0;) {
    const std::string name = NormalText(names[i], TextCase::kLower);
    const auto found = std::find(kColumns.begin(), kColumns.end(), name);
    if (found != kColumns.end()) places[static_cast<size_t>(found - kColumns.begin())] = i;
  }
  if (places[kName] != kNone) return places;
  return InvalidInput(
      path + ":1: there is no column name: " +
      DescribeFirstRow(names, "name, and any of id, birth_date, document, address, wallet"));
}

// Why the row is refused; empty when it is not.
std::string ReadRow(const TableRows& rows, const Places& places, ScreenRow* row) {
  const auto text = [&](Column column) {
    const size_t place = places[column];
    return place == kNone ? "" : NormalText(rows.cells()[place].text, TextCase::kKept);
  };
  row->line = rows.line();
  row->id = text(kId);
  row->query = {};
  row->query.name = text(kName);
  if (std::string document = text(kDocument); !document.empty()) {
    row->query.documents.push_back(std::move(document));
  }
  if (std::string address = text(kAddress); !address.empty()) {
    row->query.addresses.push_back(std::move(address));
  }
  if (std::string wallet = text(kWallet); !wallet.empty()) {
    row->query.wallets.push_back(std::move(wallet));
  }
  if (row->query.name.empty() && row->query.documents.empty() && row->query.wallets.empty()) {
    return "the row has no name, document or wallet to look up";
  }
  const std::string birth = text(kBirthDate);
  if (birth.empty()) return "";
  row->query.birth = ReadBirthDate(birth);
  return row->query.birth ? "" : "birth_date is no date; write it as 1980-04-01, or 1980";
}

}  // namespace

StatusOr<ScreenBatchReport> ReadScreenBatch(const std::string& path,
                                            const std::function<void(const ScreenRow&)>& on_row) {
  const StatusOr<std::unique_ptr<TableRows>> rows = TableRows::Open(path, {});
  if (!rows.ok()) return rows.status();
  ScreenBatchReport report;
  std::optional<Places> places;
  ScreenRow row;
  for (RowOutcome outcome; (outcome = (*rows)->Next()) != RowOutcome::kEnd;) {
    std::string reason = outcome == RowOutcome::kRefused ? (*rows)->reason() : "";
    if (outcome == RowOutcome::kRow) {
      if (!places) {
        const StatusOr<Places> found = FindColumns(path, (*rows)->columns());
        if (!found.ok()) return found.status();
        places = *found;
      }
      reason = ReadRow(**rows, *places, &row);
    }
    if (reason.empty()) {
      ++report.rows;
      on_row(row);
    } else if (report.refused++ == 0) {
      report.first_refused = absl::StrCat(path, ":", (*rows)->line(), ": ", reason);
    }
  }
  report.source_errors = (*rows)->errors();
  // A file of which no row was read may be none of the kind at all.
  const bool nothing_read = !places && (report.refused > 0 || !(*rows)->columns().empty());
  if (!nothing_read) return report;
  const Status status = FindColumns(path, (*rows)->columns()).status();
  if (!status.ok()) return status;
  return report;
}

}  // namespace sekisho
