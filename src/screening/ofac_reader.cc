#include <algorithm>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "core/text.h"
#include "screening/csv_rows.h"
#include "screening/dates.h"
#include "screening/readers.h"

namespace sekisho {
namespace {

constexpr size_t kSdnColumns = 12;
constexpr size_t kAltColumns = 5;
constexpr size_t kAddColumns = 6;
constexpr uint64_t kOrphansMin = 10;
constexpr uint64_t kOrphanShare = 100;  // one row in so many
constexpr size_t kSdnProgramme = 3;
constexpr size_t kSdnRemarks = 11;

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// "-0-" is how the format writes that there is nothing.
std::string_view Value(std::string_view cell) {
  cell = Trim(cell);
  return cell == "-0-" || cell == "-0" ? std::string_view() : cell;
}

std::string_view FirstWord(std::string_view text) {
  text = Trim(text);
  return text.substr(0, text.find_first_of(" (,;"));
}

// One remark: "DOB 08 Feb 1971", "Passport AD254557 (Colombia)", "Cedula No. 16785833".
void ReadRemark(std::string_view remark, ListedEntry* entry) {
  remark = Trim(remark);
  if (remark.starts_with("alt. ")) remark.remove_prefix(5);
  if (remark.ends_with('.')) remark.remove_suffix(1);
  constexpr std::string_view kBirth = "DOB ";
  constexpr std::string_view kPassport = "Passport ";
  constexpr std::string_view kWallet = "Digital Currency Address - ";
  constexpr std::string_view kNumber = " No. ";
  if (remark.starts_with(kBirth)) {
    if (const auto date = ReadBirthDate(remark.substr(kBirth.size()))) {
      entry->births.push_back(*date);
    }
  } else if (remark.starts_with(kWallet)) {
    const std::string_view rest = remark.substr(kWallet.size());  // "XBT 1abc…"
    const size_t space = rest.find(' ');
    if (space != std::string_view::npos) {
      entry->wallets.emplace_back(FirstWord(rest.substr(space)));
    }
  } else if (remark.starts_with(kPassport)) {
    entry->documents.push_back(
        LettersAndDigits(FirstWord(remark.substr(kPassport.size())), TextCase::kUpper));
  } else if (const size_t at = remark.find(kNumber); at != std::string_view::npos) {
    entry->documents.push_back(
        LettersAndDigits(FirstWord(remark.substr(at + kNumber.size())), TextCase::kUpper));
  }
}

void ReadRemarks(std::string_view remarks, ListedEntry* entry) {
  while (!remarks.empty()) {
    const size_t end = remarks.find(';');
    ReadRemark(remarks.substr(0, end), entry);
    remarks.remove_prefix(end == std::string_view::npos ? remarks.size() : end + 1);
  }
}

class OfacReader {
 public:
  explicit OfacReader(WatchList* list) : list_(*list) {}

  void ReadNames(const OfacFile& file) {
    Read(file, kSdnColumns, [&](const std::vector<std::string>& row, uint64_t line) {
      const std::string_view name = Value(row[1]);
      if (name.empty()) {
        return AddProblem({std::string(file.name), line, "the entry has no name"}, &list_);
      }
      ListedEntry entry;
      entry.id = std::string(Trim(row[0]));
      entry.names.push_back({std::string(name), false});
      entry.programme = std::string(Value(row[kSdnProgramme]));
      ReadRemarks(Value(row[kSdnRemarks]), &entry);
      ++FileOf(file.name, &list_).entries;
      by_id_[entry.id] = list_.entries.size();
      list_.entries.push_back(std::move(entry));
    });
  }

  void ReadOthers(const OfacFile& file) {
    Read(file, kAltColumns, [&](const std::vector<std::string>& row, uint64_t line) {
      ListedEntry* const entry = Find(file, row[0], line);
      const std::string_view name = Value(row[3]);
      if (entry == nullptr || name.empty()) return;  // an empty alias says nothing
      const bool weak = row[4].find("eak") != std::string::npos;
      ++FileOf(file.name, &list_).entries;
      entry->names.push_back({std::string(name), weak});
    });
  }

  void ReadAddresses(const OfacFile& file) {
    Read(file, kAddColumns, [&](const std::vector<std::string>& row, uint64_t line) {
      ListedEntry* const entry = Find(file, row[0], line);
      const std::string_view street = Value(row[2]);
      if (entry == nullptr || street.empty()) return;  // a country is no address
      ++FileOf(file.name, &list_).entries;
      entry->addresses.push_back(std::string(street) + " " + std::string(Value(row[3])));
    });
  }

  // Aliases and addresses of many entries that are not there: the names lack their end, or the
  // files are of different days.
  void CheckTogether(const OfacFile& names) {
    if (list_.entries.empty() || orphans_ < kOrphansMin || orphans_ * kOrphanShare < joined_)
      return;
    AddDamage({std::string(names.name), 0,
               std::to_string(orphans_) +
                   " rows of the other files belong to no entry of this one: it is cut off, or "
                   "the files are not of one day",
               "fetch all three files again"},
              &list_);
  }

 private:
  template <typename Use>
  void Read(const OfacFile& file, size_t columns, const Use& use) {
    const CsvEnding ending = ForEachCsvRow(
        file.name, file.text, &list_, [&](const std::vector<std::string>& row, uint64_t line) {
          if (row.size() == columns) return use(row, line);
          AddProblem({std::string(file.name), line,
                      "the row has " + std::to_string(row.size()) + " columns, not " +
                          std::to_string(columns)},
                     &list_);
        });
    // Copies that end without line end, or inside of the "-0- " that says nothing, have lost
    // nothing.
    const bool whole = ending.line_end || (ending.cells == columns &&
                                           (ending.quoted || ending.last.starts_with("-0")));
    if (whole || (ending.cells == 0 && FileOf(file.name, &list_).damage)) return;
    AddDamage({std::string(file.name), ending.line, "the file ends inside of a row: it is cut off",
               std::string(kFetchAgain)},
              &list_);
  }

  ListedEntry* Find(const OfacFile& file, std::string_view id, uint64_t line) {
    ++joined_;
    const auto found = by_id_.find(std::string(Trim(id)));
    if (found != by_id_.end()) return &list_.entries[found->second];
    AddProblem({std::string(file.name), line, "belongs to no entry of the list"}, &list_);
    ++orphans_;
    return nullptr;
  }

  WatchList& list_;
  uint64_t joined_ = 0;   // rows of aliases and addresses
  uint64_t orphans_ = 0;  // … that belong to no entry
  absl::flat_hash_map<std::string, size_t> by_id_;
};

}  // namespace

void ReadOfac(const OfacFile& sdn, const OfacFile& alt, const OfacFile& add, WatchList* list) {
  OfacReader reader(list);
  if (!sdn.name.empty()) reader.ReadNames(sdn);
  if (!alt.name.empty()) reader.ReadOthers(alt);
  if (!add.name.empty()) reader.ReadAddresses(add);
  reader.CheckTogether(sdn);
}

}  // namespace sekisho
