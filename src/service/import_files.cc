#include "service/import_files.h"

#include <algorithm>
#include <utility>

namespace sekisho {
namespace {

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

std::string TablesInWords(const Mapping& mapping) {
  std::string text;
  for (const auto& table : mapping.tables) {
    text += (text.empty() ? "" : ", ") + table->name + " (";
    for (size_t i = 0; i < table->files.size(); ++i) {
      text += (i == 0 ? "" : ", ") + table->files[i].text();
    }
    text += ")";
  }
  return text;
}

StatusOr<TableFile> TableOf(const Mapping& mapping, const std::string& path) {
  TableFile file{path, mapping.tables.size(), std::nullopt};
  for (size_t i = 0; i < mapping.tables.size(); ++i) {
    for (const FilePattern& pattern : mapping.tables[i]->files) {
      std::optional<int64_t> taken_ms;
      if (!pattern.Matches(path, &taken_ms)) continue;
      if (file.table < i) {
        return InvalidInput(path + ": suits two tables of the mapping, " +
                            mapping.tables[file.table]->name + " and " + mapping.tables[i]->name +
                            "; rename it, or make their `files` differ");
      }
      if (file.table > i) file.taken_ms = taken_ms;
      file.table = i;
    }
  }
  if (file.table < mapping.tables.size()) return file;
  return InvalidInput(path + ": suits no table of the mapping " + mapping.name +
                      ". Its tables and their files: " + TablesInWords(mapping));
}

Status CheckOrder(const Mapping& mapping, const std::vector<TableFile>& files) {
  for (size_t i = 1; i < files.size(); ++i) {
    const TableFile& a = files[i - 1];
    const TableFile& b = files[i];
    if (a.table != b.table || !mapping.tables[a.table]->states) continue;
    const std::string both = a.path + " and " + b.path + " are both states of the table " +
                             mapping.tables[a.table]->name;
    if (!a.taken_ms || !b.taken_ms) {
      return InvalidInput(both + ", but their names do not say when they were taken; write " +
                          "`files` with a time in braces, for example users_{yyyyMMdd}.csv");
    }
    if (*a.taken_ms == *b.taken_ms) return InvalidInput(both + " at the same time; keep one");
  }
  return absl::OkStatus();
}

}  // namespace

StatusOr<std::vector<TableFile>> SortIntoTables(const Mapping& mapping,
                                                const std::vector<std::string>& paths) {
  std::vector<TableFile> files;
  for (const std::string& path : paths) {
    StatusOr<TableFile> file = TableOf(mapping, path);
    if (!file.ok()) return file.status();
    files.push_back(*std::move(file));
  }
  std::stable_sort(files.begin(), files.end(), [&](const TableFile& a, const TableFile& b) {
    if (a.table != b.table) return a.table < b.table;
    return mapping.tables[a.table]->states && a.taken_ms.value_or(0) < b.taken_ms.value_or(0);
  });
  if (Status status = CheckOrder(mapping, files); !status.ok()) return status;
  return files;
}

int ColumnOf(const std::vector<std::string>& columns, std::string_view lower) {
  for (size_t i = 0; i < columns.size(); ++i) {
    if (LowerCase(columns[i]) == lower) return static_cast<int>(i);
  }
  return -1;
}

InputOptions InputOf(const MappedTable& table, const TemporaryPlace& temporary) {
  InputOptions input;
  input.encoding = table.mapping.encoding;
  input.layout = table.mapping.layout;
  input.columns_read = table.mapping.paths;
  input.temporary = temporary;
  return input;
}

Status AtFile(const std::string& path, const Status& status) {
  return Status(status.code(), ToAbsl(path + ": " + std::string(ToStd(status.message()))));
}

}  // namespace sekisho
