#include "service/import_tables.h"

#include <algorithm>
#include <utility>

#include "core/time.h"
#include "ingest/event_writer.h"

namespace sekisho {
namespace {

constexpr size_t kWriteBytes = 1 << 20;

}  // namespace

struct TableImport::Reading {
  Reading(const MappedTable& its, const FieldTable* fields, Counters* counters)
      : table(its),
        paths(fields, &its.mapping, false),
        builder(fields, &its.mapping, false, counters) {}

  const MappedTable& table;
  PathTable paths;
  EventBuilder builder;
  RowStore states;  // values in the order of table.own_slots

  // Of the file that is being read.
  ImportedFile* file = nullptr;
  TableRows* rows = nullptr;
  std::vector<Path*> columns;
  int key_column = -1;
  std::vector<int> slot_columns;                    // by slot of the table; -1: the file has none
  absl::flat_hash_map<std::string, uint64_t> seen;  // line by key
  uint32_t number = 0;                              // of the file within its table
  bool unreadable = false;
  std::string lonely;  // table that has no row for the row that is being read
  // Where the row stood whose event is being made; null: it is the one that is being read.
  const RejectedRecord* gone = nullptr;
  std::optional<int64_t> taken_ms;
  std::optional<int64_t> taken_before_ms;
  std::string taken;  // the same as text

  std::string_view Cell(int column) const {
    return column < 0 ? std::string_view() : rows->cells()[static_cast<size_t>(column)].text;
  }
  std::string_view SlotText(int slot) const {
    return slot < 0 ? std::string_view() : Cell(slot_columns[static_cast<size_t>(slot)]);
  }
};

TableImport::TableImport(const Mapping& mapping, std::vector<TableFile> files,
                         const ImportOptions& options)
    : mapping_(mapping),
      files_(std::move(files)),
      options_(options),
      fields_(DeliveredFields()),
      event_(fields_.size()) {}

TableImport::~TableImport() = default;

StatusOr<ImportReport> TableImport::Run() {
  for (const auto& table : mapping_.tables) {
    for (const TableJoin& join : table->joins) {
      std::vector<std::string>& columns = joined_[join.table].columns;
      for (const auto& [column, slot] : join.columns) {
        if (std::find(columns.begin(), columns.end(), column) == columns.end()) {
          columns.push_back(column);
        }
      }
    }
  }
  for (const auto& table : mapping_.tables) {
    if (!joined_.contains(table->name)) continue;
    if (Status status = LoadJoined(table->name); !status.ok()) return status;
  }
  for (size_t begin = 0, end = 0; begin < files_.size(); begin = end) {
    while (end < files_.size() && files_[end].table == files_[begin].table) ++end;
    if (Status status = ReadTable(files_[begin].table, begin, end); !status.ok()) return status;
  }
  WriteLines(true);
  return std::move(report_);
}

Status TableImport::ReadTable(size_t table, size_t first_file, size_t end_file) {
  Reading reading(*mapping_.tables[table], &fields_, &report_.counters);
  for (size_t i = first_file; i < end_file; ++i) {
    const auto number = static_cast<uint32_t>(i - first_file);
    const Status status = ReadFile(&reading, first_file, number);
    if (!status.ok()) return AtFile(files_[i].path, status);
    if (options_.on_progress) {
      options_.on_progress(static_cast<double>(i + 1) / static_cast<double>(files_.size()));
    }
  }
  reading.paths.CountInto(&report_.counters);
  return absl::OkStatus();
}

Status TableImport::ReadFile(Reading* reading, size_t first_file, uint32_t number) {
  const TableFile& file = files_[first_file + number];
  const auto rows = TableRows::Open(file.path, InputOf(reading->table, options_.temporary),
                                    TableText::kCsvOrJson);
  if (!rows.ok()) return rows.status();
  ImportedFile& imported = report_.files.emplace_back();
  imported.name = file.path;
  imported.table = reading->table.name;
  for (const TableJoin& join : reading->table.joins) {
    imported.joins.push_back({join.name, join.table, 0, 0});
  }
  reading->file = &imported;
  reading->rows = rows->get();
  reading->columns.clear();
  reading->seen.clear();
  reading->number = number;
  reading->unreadable = false;
  reading->taken_before_ms = reading->taken_ms;
  reading->taken_ms = file.taken_ms;
  reading->taken = file.taken_ms ? FormatTime(*file.taken_ms) : "";
  const bool trial = options_.records_max > 0 && !reading->table.states;
  for (RowOutcome outcome; (outcome = (*rows)->Next()) != RowOutcome::kEnd;) {
    if (trial && imported.records >= options_.records_max) {
      imported.cut = true;
      break;
    }
    ++imported.records;
    ++report_.counters.records;
    // Those of JSON turn up with the rows.
    if (reading->columns.size() != (*rows)->columns().size()) FindColumns(reading);
    if (outcome == RowOutcome::kRefused) {
      reading->unreadable = true;
      Refuse(reading, (*rows)->column(), (*rows)->reason());
    } else if (Status status = ReadRow(reading); !status.ok()) {
      return status;
    }
    WriteLines(false);
  }
  for (const std::string& error : (*rows)->errors()) {
    report_.source_errors.push_back(error);
    reading->unreadable = true;
  }
  if (reading->table.states && imported.records == 0) {
    FindColumns(reading);
    // Half an export: it does not say that the rows of the one before are gone.
    if (reading->key_column < 0) reading->unreadable = true;
  }
  return ReadGone(reading, first_file, number);
}

void TableImport::FindColumns(Reading* reading) {
  const MappedTable& table = reading->table;
  const std::vector<std::string>& columns = reading->rows->columns();
  reading->columns.clear();
  reading->file->missing_columns.clear();
  for (const std::string& column : columns) {
    reading->columns.push_back(reading->paths.Find(column));
  }
  reading->slot_columns.assign(table.mapping.paths.size(), -1);
  for (const int slot : table.own_slots) {
    const std::string& path = table.mapping.paths[static_cast<size_t>(slot)];
    const int column = ColumnOf(columns, path);
    reading->slot_columns[static_cast<size_t>(slot)] = column;
    if (column < 0 && !columns.empty()) reading->file->missing_columns.push_back(path);
  }
  reading->key_column =
      table.key_slot < 0 ? -1 : reading->slot_columns[static_cast<size_t>(table.key_slot)];
}

// False: the row was refused.
bool TableImport::TakeKey(Reading* reading, std::string_view* key) {
  if (reading->table.key_slot < 0) return true;
  const std::string& name =
      reading->table.mapping.paths[static_cast<size_t>(reading->table.key_slot)];
  if (reading->key_column < 0) {
    reading->unreadable = true;
    Refuse(reading, 0, "the file has no column \"" + name + "\", which is the key of the table");
    return false;
  }
  *key = reading->Cell(reading->key_column);
  const auto at = static_cast<uint32_t>(
      reading->rows->cells()[static_cast<size_t>(reading->key_column)].at + 1);
  if (key->empty()) {
    reading->unreadable = true;
    Refuse(reading, at, "the row has no \"" + name + "\", which is the key of the table");
    return false;
  }
  const auto [found, is_new] = reading->seen.emplace(std::string(*key), reading->rows->line());
  if (is_new) return true;
  Refuse(reading, at,
         "the key \"" + std::string(*key) + "\" stands on line " + std::to_string(found->second) +
             " already; each row needs its own");
  return false;
}

void TableImport::AddText(Reading* reading, int slot, std::string_view text) {
  if (slot < 0 || text.empty()) return;
  Path* const path = reading->paths.Find(reading->table.mapping.paths[static_cast<size_t>(slot)]);
  reading->builder.Add(path, {ValueKind::kText, false, false, text}, EventBuilder::kWholeRecord);
}

void TableImport::AddCells(Reading* reading) {
  const std::vector<CsvCell>& cells = reading->rows->cells();
  for (size_t i = 0; i < cells.size(); ++i) {
    Path* const path = reading->columns[i];
    if (path->forbidden) {
      if (!cells[i].text.empty()) ++path->count;
      continue;
    }
    RawValue value;
    if (!cells[i].text.empty() || cells[i].quoted) {
      value.kind = ValueKind::kText;
      value.text = cells[i].text;
    }
    reading->builder.Add(path, value, cells[i].at);
  }
  AddText(reading, reading->table.taken_slot, reading->taken);
}

void TableImport::AddJoined(Reading* reading) {
  reading->lonely.clear();
  for (const TableJoin& join : reading->table.joins) {
    Joined& joined = joined_[join.table];
    const RowStore::Row* const row = joined.rows.Find(reading->SlotText(join.slot));
    ImportedJoin& counts =
        reading->file->joins[static_cast<size_t>(&join - reading->table.joins.data())];
    if (row == nullptr) {
      ++counts.missing;
      ++reading->file->without_partner;
      reading->lonely = join.table;
      continue;
    }
    ++counts.found;
    for (const auto& [column, slot] : join.columns) {
      const auto place = std::find(joined.columns.begin(), joined.columns.end(), column);
      AddText(reading, slot, row->values[static_cast<size_t>(place - joined.columns.begin())]);
    }
  }
}

Status TableImport::ReadRow(Reading* reading) {
  std::string_view key;
  if (!TakeKey(reading, &key)) return absl::OkStatus();
  reading->builder.Begin(&event_);
  AddCells(reading);
  AddJoined(reading);
  if (reading->table.states) return TakeState(reading, key);
  const size_t made = MakeEvents(reading, RowTrigger::kRow, key, nullptr);
  if (made == 0 && !reading->table.events.empty()) {
    report_.counters.not_mapped.Add(reading->table.name);
  }
  return absl::OkStatus();
}

Status TableImport::TakeState(Reading* reading, std::string_view key) {
  RowStore::Row row{{}, reading->number, reading->rows->line()};
  for (const int slot : reading->table.own_slots) {
    row.values.emplace_back(reading->SlotText(slot));
  }
  const RowStore::Row* const before = reading->states.Find(key);
  if (before == nullptr) {
    if (MakeEvents(reading, RowTrigger::kRow, key, nullptr) == 0) {
      report_.counters.not_mapped.Add(reading->table.name);
    }
  } else if (before->values == row.values) {
    ++reading->file->unchanged;
  } else {
    for (const auto& [old_slot, slot] : reading->table.old_slots) {
      const auto& own = reading->table.own_slots;
      const auto place = std::find(own.begin(), own.end(), slot);
      if (place == own.end()) continue;
      AddText(reading, old_slot, before->values[static_cast<size_t>(place - own.begin())]);
    }
    MakeEvents(reading, RowTrigger::kChange, key, &before->values);
  }
  return reading->states.Set(key, std::move(row));
}

Status TableImport::ReadGone(Reading* reading, size_t first_file, uint32_t number) {
  if (!reading->table.states || number == 0) return absl::OkStatus();
  const std::vector<std::string> gone = reading->states.KeysNotIn(number);
  if (reading->unreadable) {
    reading->file->gone_unknown = true;
    return absl::OkStatus();
  }
  const std::vector<int>& own = reading->table.own_slots;
  for (const std::string& key : gone) {
    const RowStore::Row row = *reading->states.Find(key);
    reading->builder.Begin(&event_);
    for (size_t i = 0; i < own.size(); ++i) AddText(reading, own[i], row.values[i]);
    AddText(reading, reading->table.taken_slot, reading->taken);
    const RejectedRecord stood{files_[first_file + row.file].path, row.line, 0,
                               "gone since " + reading->file->name + ": ", key};
    reading->lonely.clear();
    reading->gone = &stood;
    MakeEvents(reading, RowTrigger::kGone, key, nullptr);
    reading->gone = nullptr;
    reading->states.Erase(key);
    WriteLines(false);
  }
  return absl::OkStatus();
}

size_t TableImport::MakeEvents(Reading* reading, RowTrigger trigger, std::string_view key,
                               const std::vector<std::string>* before) {
  const MappedTable& table = reading->table;
  const auto changed = [&](int slot) {
    const auto place = std::find(table.own_slots.begin(), table.own_slots.end(), slot);
    return place != table.own_slots.end() &&
           (*before)[static_cast<size_t>(place - table.own_slots.begin())] !=
               reading->SlotText(slot);
  };
  size_t made = 0;
  for (size_t i = 0; i < table.events.size(); ++i) {
    const TableEvent& event = table.events[i];
    if (event.on != trigger || !reading->builder.Suits(i)) continue;
    if (before != nullptr && std::none_of(event.columns.begin(), event.columns.end(), changed)) {
      continue;
    }
    ++made;
    if (reading->builder.FinishAs(i) == Outcome::kEvent) {
      Emit(reading, i, key);
      continue;
    }
    const size_t at = reading->builder.failed_at();
    Refuse(reading, at == EventBuilder::kWholeRecord ? 0 : static_cast<uint32_t>(at + 1),
           reading->builder.reason() +
               (reading->lonely.empty()
                    ? ""
                    : "; no row of the table \"" + reading->lonely + "\" has the key of this one"));
  }
  return made;
}

// Ids are unique over all tables and events of a row, and tell people where an event came from.
void TableImport::GiveId(Reading* reading, size_t mapped, std::string_view key) {
  const MappedTable& table = reading->table;
  std::string id = table.name + ":";
  if (!event_.id.empty()) {
    id += event_.id;
  } else if (table.states) {
    id += key;
  } else {
    return;
  }
  if (table.events[mapped].on != RowTrigger::kRow) id += "@" + reading->taken;
  if (mapped > 0) id += "/" + std::to_string(mapped + 1);
  if (id.size() <= limits::kEventIdBytesMax) event_.id = event_.Store(id);
}

void TableImport::Emit(Reading* reading, size_t mapped, std::string_view key) {
  // A change happened between the two files, whatever the table says.
  if (reading->table.events[mapped].on == RowTrigger::kChange &&
      (event_.time_ms <= *reading->taken_before_ms || event_.time_ms > *reading->taken_ms)) {
    event_.time_ms = *reading->taken_ms;
    ++reading->file->dated_by_snapshot;
  }
  GiveId(reading, mapped, key);
  ++reading->file->events;
  NameAccounts(options_, fields_, &event_, &report_);
  CountEvent(event_, reading->table.events[mapped].on != RowTrigger::kRow, &report_);
  AppendEventLine(event_, fields_, &lines_);
}

void TableImport::Refuse(Reading* reading, uint32_t column, const std::string& reason) {
  ++reading->file->refused;
  ++report_.counters.rejects;
  if (!options_.on_reject) return;
  if (reading->gone != nullptr) {
    RejectedRecord record = *reading->gone;
    record.reason += reason;
    options_.on_reject(record);
    return;
  }
  options_.on_reject({reading->file->name, reading->rows->line(), column, reason,
                      std::string(reading->rows->raw())});
}

void TableImport::WriteLines(bool all) {
  if (lines_.empty() || (!all && lines_.size() < kWriteBytes)) return;
  if (options_.on_events) options_.on_events(lines_);
  lines_.clear();
}

}  // namespace sekisho
