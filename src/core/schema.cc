#include "core/schema.h"

#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "core/status.h"

namespace sekisho {
namespace {

#include "core/schema_table.inc"

template <typename Spec>
using Index = absl::flat_hash_map<absl::string_view, const Spec*>;

const Index<FieldSpec>& FieldIndex() {
  static const Index<FieldSpec> index = [] {
    Index<FieldSpec> made;
    for (const FieldSpec& field : kFields) made.emplace(ToAbsl(field.name), &field);
    return made;
  }();
  return index;
}

const Index<EventTypeSpec>& TypeIndex() {
  static const Index<EventTypeSpec> index = [] {
    Index<EventTypeSpec> made;
    for (const EventTypeSpec& type : kEventTypes) made.emplace(ToAbsl(type.type), &type);
    return made;
  }();
  return index;
}

}  // namespace

std::span<const FieldSpec> AllFields() { return kFields; }

std::span<const EventTypeSpec> AllEventTypes() { return kEventTypes; }

const FieldSpec* FindField(std::string_view name) {
  const auto found = FieldIndex().find(ToAbsl(name));
  return found == FieldIndex().end() ? nullptr : found->second;
}

const EventTypeSpec* FindEventType(std::string_view type) {
  const auto found = TypeIndex().find(ToAbsl(type));
  return found == TypeIndex().end() ? nullptr : found->second;
}

}  // namespace sekisho
