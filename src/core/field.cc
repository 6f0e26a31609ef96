#include "core/field.h"

#include "core/status.h"

namespace sekisho {

FieldTable::FieldTable() {
  for (std::string_view name : {"id", "time", "sequence", "type", "account"}) Intern(name);
}

FieldId FieldTable::Intern(std::string_view name) {
  const auto found = ids_.find(ToAbsl(name));
  if (found != ids_.end()) return found->second;
  if (names_.size() >= kNoField) return kNoField;
  const FieldId id = static_cast<FieldId>(names_.size());
  names_.emplace_back(name);
  ids_.emplace(std::string(name), id);
  return id;
}

FieldId FieldTable::Find(std::string_view name) const {
  const auto found = ids_.find(ToAbsl(name));
  return found == ids_.end() ? kNoField : found->second;
}

}  // namespace sekisho
