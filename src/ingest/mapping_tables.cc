// The part of MappingDocument that reads `tables`.
#include <algorithm>

#include "core/limits.h"
#include "ingest/lower_case.h"
#include "ingest/mapping_document.h"

namespace sekisho {
namespace {

constexpr std::string_view kOld = "old.";
constexpr std::string_view kTaken = "snapshot.taken";

}  // namespace

void MappingDocument::ReadTables(const YamlNode& node) {
  if (!node.is_map() || node.entries.empty()) {
    Report(Sk::kMappingTable, node, "`tables` must be a map from names to tables");
    return;
  }
  if (node.entries.size() > limits::kMappingTablesMax) {
    Report(Sk::kMappingSize, node,
           "the mapping has more than " + std::to_string(limits::kMappingTablesMax) + " tables");
    return;
  }
  for (const YamlEntry& entry : node.entries) {
    MappingDocument table(context_.file, sink_);
    table.ReadTable(entry.key, entry.value, *this);
    mapping_.tables.push_back(std::move(table.table_));
  }
  CheckJoins(node);
}

void MappingDocument::ReadTable(const std::string& name, const YamlNode& node,
                                const MappingDocument& whole) {
  table_ = std::make_shared<MappedTable>();
  table_->name = name;
  mapping_.name = whole.mapping_.name;
  mapping_.product = whole.mapping_.product;
  mapping_.category = whole.mapping_.category;
  mapping_.service = whole.mapping_.service;
  mapping_.encoding = whole.mapping_.encoding;
  context_.zone = whole.context_.zone;
  if (!node.is_map()) {
    Report(Sk::kMappingTable, node, "a table must be a map with `files` and `events`");
    return;
  }
  context_.CheckKeys(
      node, {"files", "encoding", "zone", "records", "rows", "key", "join", "fields", "events"},
      "a table");
  for (const std::string_view key : {"files", "events"}) {
    // A table that only others are joined with makes no events.
    const bool joined_only = key == "events" && node.Find("key") != nullptr;
    if (node.Find(key) != nullptr || joined_only) continue;
    Report(Sk::kMappingKeyMissing, node, "the table lacks the key \"" + std::string(key) + "\"");
  }
  ReadPlaces(node);
  // Of a file that is JSON.
  mapping_.layout.list = ".";
  if (const YamlNode* records = node.Find("records")) {
    mapping_.layout.list = context_.ReadText(*records, "`records`").value_or(".");
  }
  if (const YamlNode* files = node.Find("files")) ReadFiles(*files);
  if (const YamlNode* rows = node.Find("rows")) {
    const std::string kind = context_.ReadText(*rows, "`rows`").value_or("events");
    table_->states = kind == "states";
    if (kind != "states" && kind != "events") {
      Report(Sk::kMappingTable, *rows, "`rows` are events or states, not \"" + kind + "\"");
    }
  }
  if (const YamlNode* key = node.Find("key")) table_->key_slot = context_.ReadPath(*key);
  if (table_->states && node.Find("key") == nullptr) {
    Report(Sk::kMappingTable, node, "a table of states needs a `key`: the column that tells rows");
  }
  if (const YamlNode* join = node.Find("join")) ReadJoins(*join);
  std::vector<FieldEntry> common;
  if (const YamlNode* fields = node.Find("fields")) common = ReadFields(*fields);
  if (const YamlNode* events = node.Find("events")) ReadEvents(*events, &common);
  CheckUsed(common);
  TieSlots();
  table_->mapping = std::move(mapping_);
}

void MappingDocument::ReadFiles(const YamlNode& node) {
  const std::vector<YamlNode> one = {node};
  for (const YamlNode& item : node.is_sequence() ? node.items : one) {
    const std::optional<std::string> text = context_.ReadText(item, "a name of files");
    if (!text) continue;
    StatusOr<FilePattern> pattern = FilePattern::Parse(*text, context_.zone);
    if (pattern.ok()) {
      table_->files.push_back(*std::move(pattern));
    } else {
      Report(Sk::kMappingTable, item, std::string(ToStd(pattern.status().message())));
    }
  }
}

void MappingDocument::ReadJoins(const YamlNode& node) {
  if (!node.is_map() || node.entries.empty()) {
    Report(Sk::kMappingTable, node,
           "`join` must be a map from tables to the column of this one that holds their key");
    return;
  }
  for (const YamlEntry& entry : node.entries) {
    if (!entry.value.is_map()) {
      table_->joins.push_back({entry.key, entry.key, context_.ReadPath(entry.value), {}});
      continue;
    }
    context_.CheckKeys(entry.value, {"table", "by"}, "a join");
    const YamlNode* const table = entry.value.Find("table");
    const YamlNode* const by = entry.value.Find("by");
    if (table == nullptr || by == nullptr) {
      Report(Sk::kMappingTable, entry.value,
             "a join needs `table` and `by`, the column of the key");
      continue;
    }
    table_->joins.push_back(
        {entry.key, context_.ReadText(*table, "a table").value_or(""), context_.ReadPath(*by), {}});
  }
}

RowTrigger MappingDocument::ReadOn(const YamlNode& node) {
  const std::string word = context_.ReadText(node, "`on`").value_or("row");
  if (word == "row") return RowTrigger::kRow;
  if (word != "change" && word != "gone") {
    Report(Sk::kMappingTable, node, "`on` is row, change or gone, not \"" + word + "\"");
  } else if (!table_->states) {
    Report(Sk::kMappingTable, node,
           "only a table of states (`rows: states`) knows \"" + word + "\"");
  }
  return word == "change" ? RowTrigger::kChange : RowTrigger::kGone;
}

void MappingDocument::ReadTrigger(const YamlNode& node, MappedEvent* event) {
  TableEvent trigger;
  if (const YamlNode* on = node.Find("on")) trigger.on = ReadOn(*on);
  const YamlNode* const column = node.Find("column");
  if ((column != nullptr) != (trigger.on == RowTrigger::kChange)) {
    Report(Sk::kMappingTable, node, "`on: change` and `column`, which changes, stand together");
  } else if (column != nullptr) {
    const std::vector<YamlNode> one = {*column};
    for (const YamlNode& item : column->is_sequence() ? column->items : one) {
      trigger.columns.push_back(context_.ReadPath(item));
    }
  }
  const auto is_time = [](const MappedField& field) { return field.spec->name == "time"; };
  if (trigger.on != RowTrigger::kRow &&
      std::none_of(event->fields.begin(), event->fields.end(), is_time)) {
    MappedSource taken;
    taken.slots.push_back(context_.SlotOf(std::string(kTaken), context_.Place(node)));
    event->fields.push_back({FindField("time"), std::move(taken)});
  }
  table_->events.push_back(std::move(trigger));
}

// Tells the columns of the table from those of joined tables and of the state before.
void MappingDocument::TieSlots() {
  for (size_t slot = 0; slot < mapping_.paths.size(); ++slot) {
    const std::string path = mapping_.paths[slot];
    const auto join = std::find_if(
        table_->joins.begin(), table_->joins.end(),
        [&](const TableJoin& its) { return path.starts_with(LowerCase(its.name) + "."); });
    if (path == kTaken) {
      table_->taken_slot = static_cast<int>(slot);
    } else if (path.starts_with(kOld) && table_->states) {
      const int now = context_.SlotOf(path.substr(kOld.size()), {context_.file, 0, 0});
      table_->old_slots.emplace_back(static_cast<int>(slot), now);
    } else if (join != table_->joins.end()) {
      join->columns.emplace_back(path.substr(join->name.size() + 1), static_cast<int>(slot));
    } else {
      table_->own_slots.push_back(static_cast<int>(slot));
    }
  }
}

void MappingDocument::CheckJoins(const YamlNode& node) {
  for (const std::shared_ptr<const MappedTable>& table : mapping_.tables) {
    for (const TableJoin& join : table->joins) {
      const auto found = std::find_if(mapping_.tables.begin(), mapping_.tables.end(),
                                      [&](const auto& other) { return other->name == join.table; });
      if (found == mapping_.tables.end() || *found == table) {
        Report(Sk::kMappingTable, *node.Find(table->name),
               "the table is joined with \"" + join.table + "\", which is no other table here");
      } else if ((*found)->key_slot < 0) {
        Report(
            Sk::kMappingTable, *node.Find(join.table),
            "the table is joined, so it needs a `key`: a column with a unique value in each row");
      }
    }
  }
}

}  // namespace sekisho
