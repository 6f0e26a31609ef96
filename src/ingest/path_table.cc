#include "ingest/path_table.h"

#include <algorithm>

#include "core/forbidden_fields.h"
#include "core/status.h"
#include "ingest/mapping.h"

namespace sekisho {

PathTable::PathTable(const FieldTable* fields, const Mapping* mapping, bool foreign_fields)
    : fields_(fields), mapping_(mapping), foreign_fields_(foreign_fields) {}

Path* PathTable::Find(std::string_view name) {
  const auto found = paths_.find(ToAbsl(name));
  if (found != paths_.end()) return found->second.get();
  auto path = std::make_unique<Path>();
  path->name = name;
  Classify(path.get());
  return paths_.emplace(path->name, std::move(path)).first->second.get();
}

void PathTable::Classify(Path* path) const {
  path->forbidden = IsForbiddenField(path->name);
  if (path->forbidden) return;
  if (mapping_ != nullptr) {
    path->slot = mapping_->Slot(path->name);
    path->pairs = mapping_->PairsOf(path->name);
    if (foreign_fields_) path->field = fields_->Find(path->name);
    return;
  }
  const FieldSpec* spec = FindField(path->name);
  if (spec == nullptr || spec->origin != FieldOrigin::kEvent) return;
  path->spec = spec;
  path->spec_index = static_cast<uint16_t>(spec - AllFields().data());
  path->field = fields_->Find(path->name);
  const bool in_envelope = path->field <= kFieldType;
  // What EventBuilder looks at, each or together, once the event is whole.
  const bool looked_at =
      std::find(std::begin(kDocumentFieldsLookedAt), std::end(kDocumentFieldsLookedAt),
                path->name) != std::end(kDocumentFieldsLookedAt);
  path->plain_text = !in_envelope && !looked_at &&
                     (spec->kind == FieldKind::kText || spec->kind == FieldKind::kIdentifier ||
                      spec->kind == FieldKind::kCountry || spec->kind == FieldKind::kAddress);
  if (path->plain_text) path->usual = UsualField::kText;
  if (path->field == kFieldType) path->usual = UsualField::kType;
  if (path->field == kFieldTime) path->usual = UsualField::kTime;
  if (path->field == kFieldId) path->usual = UsualField::kId;
}

void PathTable::CountInto(Counters* counters) {
  for (auto& [name, path] : paths_) {
    if (path->count == 0) continue;
    if (path->forbidden) {
      counters->forbidden_fields.Add(name, path->count);
    } else if (path->spec == nullptr && mapping_ == nullptr) {
      counters->unknown_fields.Add(name, path->count);
    }
    path->count = 0;
  }
}

}  // namespace sekisho
