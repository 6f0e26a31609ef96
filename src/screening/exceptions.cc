#include "screening/exceptions.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

#include "core/hash.h"
#include "names/match.h"
#include "screening/csv_rows.h"
#include "screening/dates.h"

namespace sekisho {
namespace {

constexpr std::array<std::string_view, 7> kColumns = {"list", "entry", "fingerprint", "name",
                                                      "who",  "why",   "until"};
constexpr std::string_view kLevelColumn = "level";
constexpr std::string_view kHeader = "list,entry,fingerprint,name,who,why,until,level";
constexpr uint64_t kFingerprintSeed = 0x5343524e;  // "SCRN"
constexpr char kUnit = '\x1f';

std::array<std::string ScreenException::*, kColumns.size()> Members() {
  return {&ScreenException::list, &ScreenException::entry, &ScreenException::fingerprint,
          &ScreenException::name, &ScreenException::who,   &ScreenException::why,
          &ScreenException::until};
}

// "2027-03-31".
bool IsDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto date = ReadBirthDate(text);
  return date && date->exact();
}

Status Check(const ScreenException& exception) {
  for (size_t i = 0; i < kColumns.size(); ++i) {
    if ((exception.*Members()[i]).empty()) {
      return InvalidInput("an exception needs " + std::string(kColumns[i]) +
                          ": who has looked, why it is somebody else, and until when that holds");
    }
  }
  if (IsDay(exception.until)) return absl::OkStatus();
  return InvalidInput("until: \"" + exception.until + "\" is no day; write it as 2027-03-31");
}

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted.push_back('"');
    quoted.push_back(c);
  }
  return quoted + "\"";
}

std::string RowOf(const ScreenException& exception) {
  std::string row;
  for (const auto member : Members()) row += Quoted(exception.*member) + ",";
  return row + std::string(HitLevelWord(exception.level)) + "\n";
}

bool IsHeader(const std::vector<std::string>& row) {
  const bool all = row.size() == kColumns.size() + 1 && row.back() == kLevelColumn;
  return (all || row.size() == kColumns.size()) &&
         std::equal(kColumns.begin(), kColumns.end(), row.begin());
}

StatusOr<ScreenException> ReadRow(const std::vector<std::string>& row, size_t columns) {
  if (row.size() != columns) {
    return InvalidInput("expected the columns " + std::string(kHeader));
  }
  ScreenException exception;
  for (size_t i = 0; i < kColumns.size(); ++i) exception.*Members()[i] = row[i];
  if (row.size() > kColumns.size()) {
    const std::optional<HitLevel> level = ParseHitLevel(row.back());
    if (!level) return InvalidInput("level: \"" + row.back() + "\" is not low, medium or high");
    exception.level = *level;
  }
  if (Status status = Check(exception); !status.ok()) return status;
  return exception;
}

}  // namespace

std::string FingerprintOf(const ListedEntry& entry) {
  std::string all = entry.id;
  const auto add = [&](std::string_view text) {
    all.push_back(kUnit);
    all += text;
  };
  for (const ListedName& name : entry.names) add(name.text);
  for (const BirthDate& date : entry.births) {
    add(std::to_string(date.year_first) + "-" + std::to_string(date.year_last) + "-" +
        std::to_string(date.month) + "-" + std::to_string(date.day));
  }
  for (const auto* const list : {&entry.documents, &entry.addresses, &entry.wallets}) {
    add("|");
    for (const std::string& text : *list) add(text);
  }
  constexpr size_t kDigits = 16;
  return KeyToHex(HashBytes(all, kFingerprintSeed)).substr(0, kDigits);
}

StatusOr<ScreenExceptions> ScreenExceptions::Read(const std::string& path) {
  ScreenExceptions result;
  std::error_code error;
  if (!std::filesystem::exists(path, error) && !error) return result;
  std::ifstream file(path, std::ios::binary);
  if (!file) return InvalidInput("the exceptions " + path + " cannot be read");
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  WatchList problems;
  size_t columns = 0;
  ForEachCsvRow(path, text, &problems, [&](const std::vector<std::string>& row, uint64_t line) {
    if (columns == 0 && IsHeader(row)) {
      columns = row.size();
      result.has_levels_ = columns > kColumns.size();
      return;
    }
    const StatusOr<ScreenException> exception = ReadRow(row, columns);
    if (exception.ok()) {
      result.exceptions_.push_back(*exception);
    } else {
      AddProblem({path, line, std::string(ToStd(exception.status().message()))}, &problems);
    }
  });
  if (problems.problem_count == 0) return result;
  const ListProblem& first = problems.problems.front();
  return InvalidInput(path + ":" + std::to_string(first.line) + ": " + first.reason);
}

Status ScreenExceptions::Append(const std::string& path, const ScreenException& exception,
                                std::string_view today) {
  if (Status status = Check(exception); !status.ok()) return status;
  if (exception.until < today) {
    return InvalidInput("until: " + exception.until + " is over; write " + std::string(today) +
                        " or a later day");
  }
  const StatusOr<ScreenExceptions> before = Read(path);
  if (!before.ok()) return before.status();
  std::error_code error;
  const bool empty =
      !std::filesystem::exists(path, error) || std::filesystem::file_size(path, error) == 0;
  std::string text = empty || !before->has_levels_ ? std::string(kHeader) + "\n" : "";
  std::string target = path;
  auto mode = std::ios::binary | std::ios::app;
  if (!before->has_levels_) {
    for (const ScreenException& each : before->exceptions_) text += RowOf(each);
    target += ".new";
    mode = std::ios::binary | std::ios::trunc;
  }
  std::ofstream file(target, mode);
  file << text << RowOf(exception);
  file.close();
  if (file && target != path) std::filesystem::rename(target, path, error);
  if (file && !error) return absl::OkStatus();
  return InvalidInput("the exceptions " + path + " cannot be written");
}

ExceptionMatch ScreenExceptions::Find(std::string_view name, const WatchList& list,
                                      const ListedEntry& entry, HitLevel level,
                                      std::string_view today) const {
  ExceptionMatch best;
  const std::string fingerprint = FingerprintOf(entry);
  for (const ScreenException& each : exceptions_) {
    if (each.list != list.name || each.entry != entry.id) continue;
    if (MatchNames(each.name, name).outcome != NameOutcome::kSame) continue;
    ExceptionState state = ExceptionState::kHolds;
    if (each.fingerprint != fingerprint) {
      state = ExceptionState::kEntryChanged;
    } else if (std::string_view(each.until) < today) {
      state = ExceptionState::kEnded;
    } else if (level > each.level) {
      state = ExceptionState::kLevelRaised;
    }
    if (best.exception == nullptr || state == ExceptionState::kHolds) best = {state, &each};
  }
  return best;
}

}  // namespace sekisho
