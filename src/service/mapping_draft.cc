#include "service/mapping_draft.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "core/forbidden_fields.h"
#include "core/schema.h"
#include "ingest/mapping.h"
#include "ingest/table_mapping.h"
#include "service/column_names.h"
#include "service/import_files.h"
#include "service/mapping_draft_table.h"

namespace sekisho {
namespace {

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

class Draft {
 public:
  Draft(const std::string& name, std::vector<DraftTable> tables)
      : name_(name), tables_(std::move(tables)) {
    for (const DraftTable& table : tables_) {
      if (table.type == "account.registration" && table.key != nullptr &&
          table.Find("account") != nullptr && people_ == nullptr) {
        people_ = &table;
      }
    }
  }

  std::string Write() {
    Line("# A first draft, guessed from the names of files and columns. Nothing of it is certain:");
    Line("# look at every line, above all at `zone`, then see `sekisho import --plan --map`.");
    Line("mapping: " + Quoted(name_));
    Line("logsource: {product: " + Quoted(name_) + "}");
    Line("zone: UTC  # CHANGE THIS: where the clocks are that wrote the times, e.g. Asia/Tokyo");
    Line("tables:");
    std::set<std::string> written;
    for (const DraftTable& table : tables_) {
      if (table.type.empty() || !written.insert(table.file.pattern).second) continue;
      WriteTable(table);
    }
    return text_;
  }

  // Why no events can be made of the table; empty when they can.
  std::string Lacking(const DraftTable& table) const {
    if (table.type.empty()) return "what its rows are is not clear from its names";
    if (TimeOf(table) == nullptr) return "no column looks like the time of a row";
    if (AccountOf(table, "account").empty()) return "no column looks like an account";
    const EventTypeSpec& type = *FindEventType(table.type);
    for (const std::string_view field : type.required) {
      if (field != "account" && field != "payout.kind" && field != "other_account" &&
          table.Find(std::string(field)) == nullptr) {
        return "no column looks like " + std::string(field) + ", which " + std::string(table.type) +
               " needs";
      }
      if (field == "other_account" && AccountOf(table, "other_account").empty()) {
        return "no column looks like the other account";
      }
    }
    return "";
  }

 private:
  void Line(const std::string& text) { text_ += text + "\n"; }

  static const SampledColumn* TimeOf(const DraftTable& table) {
    for (const char* field : {"time", "created", "updated"}) {
      if (const SampledColumn* column = table.Find(field)) return column;
    }
    return nullptr;
  }

  // The path of an account: a column, or that of the joined table whose key the column holds.
  std::string AccountOf(const DraftTable& table, const std::string& field) const {
    const SampledColumn* column = table.Find(field);
    if (column == nullptr && field == "account") column = Link(table);
    if (column == nullptr) return "";
    if (people_ == nullptr || &table == people_ || !HoldsKeys(*column)) {
      return field == "account" && column == table.Find("key") ? "" : column->name;
    }
    return JoinOf(table, field) + "." + people_->Find("account")->name;
  }

  // A column that is named like the key of the people.
  const SampledColumn* Link(const DraftTable& table) const {
    if (people_ == nullptr || &table == people_) return nullptr;
    for (const SampledColumn& column : table.sample->columns) {
      if (column.name == people_->key->name) return &column;
    }
    return nullptr;
  }

  bool HoldsKeys(const SampledColumn& column) const {
    if (people_->key == people_->Find("account")) return false;
    const auto& keys = people_->key->values;
    const size_t held = static_cast<size_t>(
        std::count_if(column.values.begin(), column.values.end(), [&](const std::string& value) {
          return std::find(keys.begin(), keys.end(), value) != keys.end();
        }));
    return !column.values.empty() && held * 5 >= column.values.size() * 4;
  }

  std::string JoinOf(const DraftTable& table, const std::string& field) const {
    return field == "account" && table.Find("other_account") == nullptr ? people_->file.stem
                                                                        : field + "_row";
  }

  void WriteTable(const DraftTable& table) {
    const std::string lacking = Lacking(table);
    if (!lacking.empty()) {
      Line("  # " + table.file.pattern + ": left out, because " + lacking);
      return;
    }
    Line("  " + Quoted(table.file.stem) + ":");
    Line("    files: " + Quoted(table.file.pattern));
    Line("    encoding: " + std::string(EncodingName(table.sample->encoding)) +
         (table.sample->guess.clue == EncodingClue::kDetector ? "  # a guess" : ""));
    if (table.states) Line("    rows: states  # each row is how something stood on that day");
    if (table.key != nullptr && (table.states || &table == people_)) {
      Line("    key: " + Quoted(table.key->name));
    }
    WriteJoins(table);
    Line("    events:");
    Line("      - type: " + std::string(table.type) + "  # guessed from the names");
    Line("        fields:");
    WriteFields(table);
    if (table.states) WriteChanges(table);
    for (const SampledColumn& column : table.sample->columns) {
      if (IsForbiddenField(column.name)) {
        Line("    # " + Quoted(column.name) + " may not be read");
      } else if (GuessField(column.name).empty()) {
        Line("    # not used: " + Quoted(column.name));
      }
    }
  }

  void WriteJoins(const DraftTable& table) {
    std::vector<std::string> joins;
    for (const char* field : {"account", "other_account"}) {
      const std::string path = AccountOf(table, field);
      const SampledColumn* column = table.Find(field);
      if (column == nullptr && std::string_view(field) == "account") column = Link(table);
      if (column == nullptr || path.empty() || path == column->name) continue;
      joins.push_back("      " + JoinOf(table, field) + ": {table: " + Quoted(people_->file.stem) +
                      ", by: " + Quoted(column->name) + "}");
    }
    if (joins.empty()) return;
    Line("    join:");
    for (const std::string& join : joins) Line(join);
  }

  // The column where it has values: it may be empty in the first of several files.
  const SampledColumn& Filled(const DraftTable& table, const SampledColumn& column) const {
    for (const DraftTable& other : tables_) {
      if (other.file.pattern != table.file.pattern) continue;
      for (const SampledColumn& same : other.sample->columns) {
        if (same.name == column.name && same.filled > column.filled) return same;
      }
    }
    return column;
  }

  void WriteTime(const DraftTable& table, const SampledColumn& column, const std::string& indent) {
    const std::vector<std::string> forms = DraftForms(Filled(table, column));
    std::string line = indent + "time: ";
    if (forms.empty()) {
      Line(line + Quoted(column.name));
      return;
    }
    line += "{from: " + Quoted(column.name) + ", format: " + Quoted(forms[0]) + "}";
    for (size_t i = 1; i < forms.size(); ++i) {
      line += (i == 1 ? "  # or " : ", ") + Quoted(forms[i]) + (i + 1 == forms.size() ? "?" : "");
    }
    Line(line);
  }

  // `time`: the column that tells when, if there is one.
  void WriteFields(const DraftTable& table, const char* time = "") {
    const std::string indent = "          ";
    if (!table.states && table.key != nullptr && table.key == table.Find("key")) {
      Line(indent + "id: " + Quoted(table.key->name));
    }
    const SampledColumn* column = table.Find(time);
    if (column == nullptr) column = TimeOf(table);
    if (column != nullptr) WriteTime(table, *column, indent);
    Line(indent + "account: " + Quoted(AccountOf(table, "account")));
    const EventTypeSpec& type = *FindEventType(table.type);
    for (const auto& fields : {type.required, type.optional}) {
      for (const std::string_view name : fields) WriteField(table, std::string(name), indent);
    }
  }

  void WriteField(const DraftTable& table, const std::string& name, const std::string& indent) {
    if (name == "account") return;
    if (name == "other_account") {
      const std::string path = AccountOf(table, name);
      if (!path.empty()) Line(indent + "other_account: " + Quoted(path));
      return;
    }
    if (name == "payout.kind" && table.Find(name) == nullptr &&
        table.Find("payout.identifier") != nullptr) {
      Line(indent + "payout.kind: {constant: bank}  # a guess");
      return;
    }
    const SampledColumn* const column = table.Find(name);
    if (column == nullptr) return;
    const std::vector<std::string> forms =
        name == "birth_year" ? DraftForms(*column) : std::vector<std::string>();
    Line(indent + name + ": " +
         (forms.empty()
              ? Quoted(column->name)
              : "{from: " + Quoted(column->name) + ", format: " + Quoted(forms[0]) + "}"));
  }

  void WriteChanges(const DraftTable& table) {
    if (table.type == "payout.account") {
      Line("      - type: payout.account");
      Line("        on: change");
      Line("        column: " + Quoted(table.Find("payout.identifier")->name));
      Line("        fields:");
      WriteFields(table, "updated");
      return;
    }
    for (const char* field : {"name", "email", "phone"}) {
      const SampledColumn* const column = table.Find(field);
      if (column == nullptr) continue;
      Line("      - type: profile.change");
      Line("        on: change");
      Line("        column: " + Quoted(column->name));
      Line("        fields:");
      if (table.Find("updated") != nullptr) WriteTime(table, *table.Find("updated"), "          ");
      Line("          account: " + Quoted(AccountOf(table, "account")));
      Line("          field: {constant: " + std::string(field) + "}");
      Line("          value: " + Quoted(column->name));
      Line("          previous: " + Quoted("old." + column->name));
    }
  }

  const std::string name_;
  const std::vector<DraftTable> tables_;
  const DraftTable* people_ = nullptr;  // whose rows others may name by their key
  std::string text_;
};

size_t CountFound(const Mapping& mapping, const std::vector<int>& own, const RecordSample& sample,
                  size_t* wanted) {
  std::vector<std::string> columns;
  for (const SampledColumn& column : sample.columns) columns.push_back(column.name);
  size_t found = 0;
  for (const int slot : own) {
    ++*wanted;
    found += ColumnOf(columns, mapping.paths[static_cast<size_t>(slot)]) >= 0 ? 1 : 0;
  }
  return found;
}

// Of the kind of record that suits best: how many of its conditions and fields the file has. A
// field that may come from several paths is one.
MappingFit FitOfLog(const Mapping& mapping, const RecordSample& sample) {
  std::vector<std::string> columns;
  for (const SampledColumn& column : sample.columns) columns.push_back(column.name);
  const auto has = [&](int slot) {
    return ColumnOf(columns, mapping.paths[static_cast<size_t>(slot)]) >= 0;
  };
  MappingFit best;
  for (const MappedEvent& event : mapping.events) {
    MappingFit fit;
    for (const MappedCondition& condition : event.conditions) {
      ++fit.wanted;
      fit.found += has(condition.slot) ? 1 : 0;
    }
    for (const MappedField& field : event.fields) {
      const std::vector<int>& slots = field.source.slots;
      if (slots.empty()) continue;
      ++fit.wanted;
      fit.found += std::any_of(slots.begin(), slots.end(), has) ? 1 : 0;
    }
    if (fit.found * best.wanted >= best.found * fit.wanted) best = fit;
  }
  return best;
}

}  // namespace

StatusOr<MappingDraft> DraftMapping(const std::string& name,
                                    const std::vector<RecordSample>& samples) {
  std::vector<DraftTable> tables;
  for (const RecordSample& sample : samples) {
    if (sample.csv) tables.push_back(MakeDraftTable(sample));
  }
  MappingDraft made;
  for (const RecordSample& sample : samples) {
    if (!sample.csv) made.left_out.emplace_back(sample.path, "a draft is made of CSV tables only");
  }
  Draft draft(name, tables);
  for (const DraftTable& table : tables) {
    const std::string lacking = draft.Lacking(table);
    if (lacking.empty()) {
      ++made.tables;
    } else {
      made.left_out.emplace_back(table.sample->path, lacking);
    }
  }
  if (made.tables == 0) {
    std::string why;
    for (const auto& [path, reason] : made.left_out)
      why.append("; ").append(path).append(": ").append(reason);
    return InvalidInput("no mapping can be guessed from these files" + why +
                        "; docs/mapping.md shows how to write one");
  }
  made.text = draft.Write();
  return made;
}

MappingFit FitOf(const Mapping& mapping, const std::vector<RecordSample>& samples) {
  MappingFit fit;
  if (mapping.tables.empty()) {
    for (const RecordSample& sample : samples) {
      const MappingFit one = FitOfLog(mapping, sample);
      fit.found += one.found;
      fit.wanted += one.wanted;
    }
    return fit;
  }
  std::vector<std::string> paths;
  paths.reserve(samples.size());
  for (const RecordSample& sample : samples) paths.push_back(sample.path);
  const StatusOr<std::vector<TableFile>> files = SortIntoTables(mapping, paths);
  if (!files.ok()) return {};
  for (const TableFile& file : *files) {
    const MappedTable& table = *mapping.tables[file.table];
    const auto sample = std::find_if(samples.begin(), samples.end(),
                                     [&](const auto& its) { return its.path == file.path; });
    fit.found += CountFound(table.mapping, table.own_slots, *sample, &fit.wanted);
  }
  return fit;
}

}  // namespace sekisho
