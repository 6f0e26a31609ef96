#include "service/import_plan.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "core/event_view.h"
#include "core/forbidden_fields.h"
#include "core/limits.h"
#include "core/time.h"
#include "ingest/json_text.h"
#include "ingest/mapping.h"
#include "ingest/table_mapping.h"
#include "service/import_files.h"

namespace sekisho {
namespace {

using Kind = PlannedUse::Kind;

constexpr size_t kMaskedCharactersMax = 20;
// Texts that are codes of a platform, not words of a person.
constexpr std::string_view kCodes[] = {"role",
                                       "field",
                                       "action",
                                       "currency",
                                       "category",
                                       "service",
                                       "channel",
                                       "operation",
                                       "visibility",
                                       "closed.by",
                                       "position",
                                       "time_zone",
                                       "payout.institution",
                                       "check.method",
                                       "check.result",
                                       "document.expires"};

bool Has(const std::vector<int>& slots, int slot) {
  return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

// Adds a use, or the event to a use that is the same.
void AddUse(PlannedUse use, const std::string& event, std::vector<PlannedUse>* uses) {
  const auto key = [](const PlannedUse& one) {
    return std::tuple(one.kind, one.via, one.field, one.form, one.zone);
  };
  auto found = std::find_if(uses->begin(), uses->end(),
                            [&](const PlannedUse& one) { return key(one) == key(use); });
  if (found == uses->end()) found = uses->insert(uses->end(), std::move(use));
  if (!event.empty() &&
      std::find(found->events.begin(), found->events.end(), event) == found->events.end()) {
    found->events.push_back(event);
  }
}

// Shows what the source makes of a value that stands in `slot`.
void Convert(const Mapping& mapping, const MappedSource& source, int slot, const std::string& text,
             PlannedUse* use) {
  std::vector<Value> slots(mapping.paths.size());
  slots[static_cast<size_t>(slot)] = Value::Text(text);
  EventView event(0);
  int from = -1;
  const StatusOr<Value> value = MappedValue(source, slots, &event, &from);
  use->before = text;
  if (!value.ok()) {
    use->failure = std::string(ToStd(value.status().message()));
    return;
  }
  use->after = std::string(value->text);
  if (use->field->kind != FieldKind::kTime || use->after.empty()) return;
  const StatusOr<int64_t> time_ms = ParseTime(use->after);
  if (time_ms.ok()) {
    use->after = FormatTime(*time_ms);
  } else {
    use->failure = std::string(ToStd(time_ms.status().message()));
  }
}

PlannedUse FieldUse(const Mapping& mapping, const MappedField& field, int slot,
                    const SampledColumn& sample) {
  PlannedUse use;
  use.field = field.spec;
  const MappedSource& source = field.source;
  if (source.forms != nullptr) {
    for (const TimeForm& form : source.forms->forms) {
      use.form += (use.form.empty() ? "" : " | ") + form.pattern();
    }
    if (source.forms->zone) use.zone = source.forms->zone->name();
  }
  if (!sample.values.empty()) Convert(mapping, source, slot, sample.values[0], &use);
  if (use.before == use.after && use.failure.empty()) use.before = use.after = "";
  return use;
}

// The uses of the column in `slot` of `mapping`.
void AddUses(const Mapping& mapping, int slot, const std::string& via, const SampledColumn& sample,
             std::vector<PlannedUse>* uses) {
  if (slot < 0) return;
  for (const MappedEvent& event : mapping.events) {
    const std::string type(event.type->type);
    for (const MappedField& field : event.fields) {
      if (!Has(field.source.slots, slot)) continue;
      PlannedUse use = FieldUse(mapping, field, slot, sample);
      use.via = via;
      AddUse(std::move(use), type, uses);
    }
    for (const MappedCondition& condition : event.conditions) {
      if (condition.slot != slot) continue;
      PlannedUse use;
      use.kind = Kind::kCondition;
      use.via = via;
      AddUse(std::move(use), type, uses);
    }
  }
}

std::string LowerCase(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

// What other tables take of the rows of this one.
void AddJoinedUses(const Mapping& whole, const MappedTable& table, const SampledColumn& sample,
                   std::vector<PlannedUse>* uses) {
  const std::string name = LowerCase(sample.name);
  for (const auto& other : whole.tables) {
    for (const TableJoin& join : other->joins) {
      if (join.table != table.name) continue;
      for (const auto& [column, slot] : join.columns) {
        if (column == name) AddUses(other->mapping, slot, other->name, sample, uses);
      }
    }
  }
}

void AddTableUses(const Mapping& whole, const MappedTable& table, PlannedColumn* column) {
  const int slot = table.mapping.Slot(column->sample.name);
  const auto add = [&](Kind kind, const std::string& event) {
    PlannedUse use;
    use.kind = kind;
    AddUse(std::move(use), event, &column->uses);
  };
  if (slot >= 0 && slot == table.key_slot) add(Kind::kKey, "");
  for (const TableJoin& join : table.joins) {
    if (slot >= 0 && slot == join.slot) add(Kind::kJoin, join.table);
  }
  for (size_t i = 0; i < table.events.size(); ++i) {
    if (Has(table.events[i].columns, slot)) {
      add(Kind::kChange, std::string(table.mapping.events[i].type->type));
    }
  }
  AddUses(table.mapping, slot, "", column->sample, &column->uses);
  for (const auto& [old_slot, now] : table.old_slots) {
    if (now == slot && slot >= 0) {
      AddUses(table.mapping, old_slot, "", column->sample, &column->uses);
    }
  }
  AddJoinedUses(whole, table, column->sample, &column->uses);
}

// Values are shown where everything that reads them is no matter of a person.
bool IsPersonalColumn(const PlannedColumn& column) {
  bool read = false;
  for (const PlannedUse& use : column.uses) {
    if (use.kind == Kind::kKey || use.kind == Kind::kJoin) return true;
    if (use.kind == Kind::kField && IsPersonal(*use.field)) return true;
    read = true;
  }
  return !read;
}

PlannedFile PlanFile(const Mapping& whole, const MappedTable* table, RecordSample sample) {
  PlannedFile file;
  const Mapping& mapping = table == nullptr ? whole : table->mapping;
  if (table != nullptr) {
    file.table = table->name;
    file.states = table->states;
  }
  for (SampledColumn& sampled : sample.columns) {
    PlannedColumn column;
    column.sample = std::move(sampled);
    column.forbidden = IsForbiddenField(column.sample.name);
    if (column.forbidden) {
      column.sample.values.clear();
    } else if (table != nullptr) {
      AddTableUses(whole, *table, &column);
    } else {
      AddUses(mapping, mapping.Slot(column.sample.name), "", column.sample, &column.uses);
    }
    column.personal = IsPersonalColumn(column);
    file.columns.push_back(std::move(column));
  }
  sample.columns.clear();
  file.sample = std::move(sample);
  return file;
}

// A log may leave paths out; a table has all its columns in the first row.
void FindMissing(const Mapping& mapping, PlannedFile* file) {
  if (!file->table.empty()) {
    file->missing = file->outcome.missing_columns;
    return;
  }
  for (const std::string& path : mapping.paths) {
    const bool found =
        std::any_of(file->columns.begin(), file->columns.end(), [&](const PlannedColumn& column) {
          const std::string name = LowerCase(column.sample.name);
          return name == path || name.starts_with(path + ".");
        });
    if (!found) file->missing.push_back(path);
  }
}

StatusOr<std::vector<TableFile>> FilesOf(const Mapping& mapping,
                                         const std::vector<std::string>& paths) {
  if (!mapping.tables.empty()) return SortIntoTables(mapping, paths);
  std::vector<TableFile> files;
  files.reserve(paths.size());
  for (const std::string& path : paths) files.push_back({path, 0, std::nullopt});
  return files;
}

}  // namespace

bool IsPersonal(const FieldSpec& field) {
  switch (field.kind) {
    case FieldKind::kNumber:
    case FieldKind::kBoolean:
    case FieldKind::kTime:
    case FieldKind::kDuration:
    case FieldKind::kCountry:
      return false;
    case FieldKind::kText:
      return std::find(std::begin(kCodes), std::end(kCodes), field.name) == std::end(kCodes) &&
             !field.name.ends_with(".kind") && !field.name.ends_with(".type") &&
             !field.name.ends_with(".status") && field.name != "type";
    default:
      return true;
  }
}

std::string Masked(std::string_view text) {
  std::string masked;
  size_t characters = 0;
  for (size_t at = 0; at < text.size() && characters < kMaskedCharactersMax; ++characters) {
    const auto c = static_cast<unsigned char>(text[at]);
    const bool hidden =
        c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    masked += hidden ? "•" : std::string(1, text[at]);
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
    if (at == text.size()) return masked;
  }
  return masked + "…";
}

StatusOr<ImportPlan> PlanImport(const Mapping& mapping, const std::vector<std::string>& paths) {
  const StatusOr<std::vector<TableFile>> files = FilesOf(mapping, paths);
  if (!files.ok()) return files.status();
  ImportPlan plan;
  for (const TableFile& file : *files) {
    const MappedTable* const table =
        mapping.tables.empty() ? nullptr : mapping.tables[file.table].get();
    const Encoding stated = table == nullptr ? mapping.encoding : table->mapping.encoding;
    StatusOr<RecordSample> sample =
        SampleRecords(file.path, stated, table == nullptr ? &mapping : &table->mapping);
    if (!sample.ok()) return sample.status();
    PlannedFile planned = PlanFile(mapping, table, *std::move(sample));
    planned.taken_ms = file.taken_ms;
    plan.files.push_back(std::move(planned));
  }
  ImportOptions options;
  options.records_max = limits::kTrialRowsMax;
  StatusOr<ImportReport> trial = Import(mapping, paths, options);
  if (!trial.ok()) return trial.status();
  for (size_t i = 0; i < plan.files.size() && i < trial->files.size(); ++i) {
    plan.files[i].outcome = trial->files[i];
    FindMissing(mapping, &plan.files[i]);
  }
  plan.trial = *std::move(trial);
  return plan;
}

}  // namespace sekisho
