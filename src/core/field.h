// Field names and the dense numbers that stand for them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace sekisho {

// Index of a field in a FieldTable. Dense, so that values live in arrays and not in maps.
using FieldId = uint16_t;
inline constexpr FieldId kNoField = 0xffff;

// The envelope: these fields have the same number in every table.
inline constexpr FieldId kFieldId = 0;
inline constexpr FieldId kFieldTime = 1;
inline constexpr FieldId kFieldSequence = 2;
inline constexpr FieldId kFieldType = 3;
inline constexpr FieldId kFieldAccount = 4;

// The fields that somebody reads: the envelope, what the loaded rules name, and what the facts
// they use need. Fields outside the table are not extracted; they stay in the bytes of the line.
//
// Names are paths of nested objects joined by dots ("check.method"). Not thread-safe while it
// grows; read-only and shared by all threads after loading.
class FieldTable {
 public:
  FieldTable();

  // The number of `name`; adds it when it is new. At most 65,535 fields.
  FieldId Intern(std::string_view name);
  // The number of `name`, or kNoField.
  FieldId Find(std::string_view name) const;

  std::string_view Name(FieldId field) const { return names_[field]; }
  size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
  absl::flat_hash_map<std::string, FieldId> ids_;
};

}  // namespace sekisho
