// Tables that hang together: arbitrary text as the files of an import. Three texts stand behind one
// another, apart by a line of "%%": people, the same people later, and rows that name them.
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/status.h"
#include "fuzz/records.h"
#include "ingest/mapping_reader.h"
#include "ingest/table_rows.h"
#include "service/import.h"
#include "service/import_plan.h"

namespace sekisho::fuzz {
namespace {

constexpr char kMapping[] = R"(
mapping: fuzz
logsource: {product: fuzz}
zone: Asia/Tokyo
tables:
  people:
    files: people_{yyyyMMdd}.csv
    rows: states
    key: id
    fields: {account: name}
    events:
      - {type: account.registration, fields: {time: {from: made, format: yyyy/M/d}}}
      - type: profile.change
        on: change
        column: name
        fields: {field: {constant: name}, value: name, previous: old.name}
      - {type: account.closed, on: gone}
  logins:
    files: logins.csv
    join: {people: person}
    fields: {account: people.name}
    events:
      - {type: session.start, fields: {time: {from: at, format: yyyy/M/d}, ip: ip}}
)";
constexpr const char* kNames[] = {"people_20260401.csv", "people_20260501.csv", "logins.csv"};
constexpr std::string_view kApart = "\n%%\n";

// A folder of this process, gone at its end.
struct Folder {
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
  const std::string path =
      (std::filesystem::temp_directory_path() / ("sekisho_table_fuzz_" + std::to_string(getpid())))
          .string();
};

std::vector<std::string> WriteFiles(std::string_view data) {
  static const Folder folder;
  std::vector<std::string> paths;
  for (const char* const name : kNames) {
    const size_t end = data.find(kApart);
    const std::string_view text = data.substr(0, end);
    data.remove_prefix(end == std::string_view::npos ? data.size() : end + kApart.size());
    paths.push_back(folder.path + "/" + name);
    FILE* const file = std::fopen(paths.back().c_str(), "wb");
    Require(file != nullptr, "a file can be written");
    std::fwrite(text.data(), 1, text.size(), file);
    std::fclose(file);
  }
  return paths;
}

struct Imported {
  ImportReport report;
  std::string lines;
  uint64_t rejects = 0;
};

Imported Run(const Mapping& mapping, const std::vector<std::string>& paths) {
  Imported imported;
  ImportOptions options;
  options.on_events = [&](std::string_view lines) { imported.lines += lines; };
  options.on_reject = [&](const RejectedRecord& record) {
    ++imported.rejects;
    RequireMessage(record.reason);
    Require(record.line > 0, "a refused row has a line");
  };
  StatusOr<ImportReport> report = Import(mapping, paths, options);
  Require(report.ok(), "tables can be imported");
  imported.report = *std::move(report);
  return imported;
}

// The last name of each key in a file, by the rows alone.
std::map<std::string, std::string> NamesOf(const std::string& path) {
  std::map<std::string, std::string> names;
  const auto rows = TableRows::Open(path, {});
  Require(rows.ok(), "a table can be opened");
  for (RowOutcome outcome; (outcome = (*rows)->Next()) != RowOutcome::kEnd;) {
    if (outcome != RowOutcome::kRow) continue;
    Require((*rows)->cells().size() == (*rows)->columns().size(), "a row has a cell a column");
    std::string key;
    std::string name;
    for (size_t i = 0; i < (*rows)->columns().size(); ++i) {
      std::string column = (*rows)->columns()[i];
      if (column.size() == 2 && (column[0] | 0x20) == 'i' && (column[1] | 0x20) == 'd' &&
          key.empty()) {
        key = (*rows)->cells()[i].text;
      }
      std::transform(column.begin(), column.end(), column.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
      if (column == "name" && name.empty()) name = (*rows)->cells()[i].text;
    }
    if (!key.empty()) names.emplace(key, name);  // the first row of a key counts
  }
  return names;
}

void CheckEvents(const Imported& imported, const std::vector<std::string>& paths) {
  std::map<std::string, std::string> names = NamesOf(paths[1]);
  names.merge(NamesOf(paths[0]));  // the newer file counts more
  std::set<std::string> accounts;
  for (const auto& [key, name] : names) accounts.insert("\"" + name + "\"");
  size_t events = 0;
  for (const testing::Seen& seen : testing::DecodeText(imported.lines)) {
    Require(seen.outcome == Outcome::kEvent, "what is written is an event", seen.reason);
    ++events;
    if (seen.type != "session.start") continue;
    const auto account = seen.fields.find("account");
    Require(account != seen.fields.end(), "a joined row has its partner's name");
    Require(accounts.contains(account->second) || account->second.ends_with("…"),
            "the name of a joined row stands in the other table", account->second);
  }
  Require(events == imported.report.events, "all events are counted");
}

void Check(std::string_view data) {
  static const MappingResult mapping = ReadMapping("fuzz.yml", kMapping);
  Require(mapping.mapping != nullptr, "the mapping is good");
  const std::vector<std::string> paths = WriteFiles(data);
  const Imported imported = Run(*mapping.mapping, paths);
  Require(imported.rejects == imported.report.counters.rejects, "each refused row is reported");
  uint64_t events = 0;
  for (const ImportedFile& file : imported.report.files) {
    events += file.events;
    for (const ImportedJoin& join : file.joins) {
      Require(join.found + join.missing <= file.records, "a row is joined once");
    }
  }
  Require(events == imported.report.events, "events belong to files");
  CheckEvents(imported, paths);
  Require(Run(*mapping.mapping, {paths[2], paths[1], paths[0]}).lines == imported.lines,
          "the order of the names does not matter");
  const StatusOr<ImportPlan> plan = PlanImport(*mapping.mapping, paths);
  Require(plan.ok() && plan->trial.events == imported.report.events,
          "a plan says what an import does");
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sekisho::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
