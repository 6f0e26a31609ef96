// May a rule read this field, and in this way?
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/schema.h"
#include "core/status.h"
#include "yaml/diagnostics.h"

namespace sekisho {

// How a rule uses the value of a field.
enum class FieldUse : uint8_t {
  kPresence,      // exists, null
  kEqual,         // whole value against a constant
  kPart,          // start, end, part or pattern of the value against a constant
  kNumber,        // ordering or number against a constant
  kTime,          // part of a time against a constant
  kAddress,       // network range
  kCompared,      // with another field of the event, whole
  kComparedPart,  // … in part
  kGroup,         // group-by, distinct count
  kSum,           // sum, average, percentile
};

// One per load; remembers which names it has looked at. Reports what is wrong and returns false.
class FieldChecker {
 public:
  explicit FieldChecker(DiagnosticSink* sink) : sink_(sink) {}

  // `own_events`: the rule sees events of our schema. Foreign rules may name any other field and
  // use it as they like; where they see our events, the fairness of our fields holds for them too.
  bool Check(const std::string& field, FieldUse use, const SourcePlace& place,
             bool own_events = true);

  // May a field of this kind be used so?
  bool CheckUse(const FieldSpec& spec, FieldUse use, const SourcePlace& place);

 private:
  // No country, no name of a person and no place against a constant: it would single out a group.
  bool CheckFairness(const FieldSpec& spec, FieldUse use, const SourcePlace& place);
  bool CheckName(const std::string& field, const SourcePlace& place);
  DiagnosticSink* sink_;
  std::map<std::string, bool, std::less<>> forbidden_;
};

// Does the field hold a person's name or a place? Its values may be compared with another field,
// grouped and counted, never with a constant.
bool HoldsNameOrPlace(std::string_view field);

// Fields of the envelope that stand outside the schema's field list.
bool IsEnvelopeField(std::string_view field);

// `did you mean`, over the fields of the schema.
std::string SuggestField(std::string_view field);

}  // namespace sekisho
