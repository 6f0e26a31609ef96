// What is done with each field that occurs in the input, by its path.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "core/field.h"
#include "core/schema.h"
#include "ingest/counters.h"

namespace sekisho {

struct Mapping;
struct PairList;

// The fields that decide whether a number is refused (core/my_number.h).
inline constexpr std::string_view kDocumentNumber = "document.number";
inline constexpr std::string_view kDocumentType = "document.type";
inline constexpr std::string_view kDocumentIssuer = "document.issuer";
// Its form is checked.
inline constexpr std::string_view kDocumentHash = "document.number_hash";
// It is taken out of what is kept of the record.
inline constexpr std::string_view kDocumentZone = "document.mrz";
inline constexpr std::string_view kDocumentFieldsLookedAt[] = {
    kDocumentNumber, kDocumentType, kDocumentIssuer, kDocumentHash, kDocumentZone};

// Fields whose values need no closer look when they are text of a moderate length.
enum class UsualField : uint8_t { kNone, kText, kType, kTime, kId };

// One path ("document.number"), looked up once and then pointed to.
struct Path {
  std::string name;
  const FieldSpec* spec = nullptr;  // delivered field of the schema; null with a mapping
  uint16_t spec_index = 0;          // of `spec` in AllFields()
  FieldId field = kNoField;         // where a rule reads it
  int slot = -1;                    // where the mapping reads it
  const PairList* pairs = nullptr;  // of a list of names and values; the mapping's
  bool forbidden = false;
  bool plain_text = false;  // any text is a good value of `spec`
  UsualField usual = UsualField::kNone;

  // A value of a foreign record that somebody reads.
  bool is_kept() const { return slot >= 0 || field != kNoField; }

  uint64_t count = 0;  // values seen and not yet counted
};

// Paths of one decoder; not thread-safe. Pointers stay valid until Clear().
class PathTable {
 public:
  // `fields` and `mapping` (may be null) outlive the table. `foreign_fields`: with a mapping, rules
  // may read the fields of the foreign record as well.
  PathTable(const FieldTable* fields, const Mapping* mapping, bool foreign_fields);

  Path* Find(std::string_view name);
  size_t size() const { return paths_.size(); }

  // Adds the values of unknown and forbidden paths seen so far to `counters`.
  void CountInto(Counters* counters);
  void Clear() { paths_.clear(); }

 private:
  void Classify(Path* path) const;

  const FieldTable* fields_;
  const Mapping* mapping_;
  bool foreign_fields_;
  absl::flat_hash_map<std::string, std::unique_ptr<Path>> paths_;
};

}  // namespace sekisho
