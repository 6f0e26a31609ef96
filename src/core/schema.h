// The event types and fields of Sekisho, generated from schema/events.yml.
#pragma once

#include <span>
#include <string_view>

namespace sekisho {

enum class FieldOrigin {
  kEvent,    // stands in the event as delivered
  kFact,     // computed from one event (src/facts)
  kProfile,  // computed from one event and what was kept of earlier ones (src/state)
  kLink,     // stands in the link.new and link.hub events that the engine emits
};

enum class FieldKind {
  kText,
  kIdentifier,  // compared for equality only; stored as a keyed hash
  kNumber,
  kBoolean,
  kTime,
  kDuration,  // whole seconds
  kCountry,   // ISO 3166; may be compared with another field, never with a constant
  kAddress,   // IPv4 or IPv6
  kList,
};

struct FieldSpec {
  std::string_view name;  // path with dots: "document.number"
  FieldKind kind;
  FieldOrigin origin;
  std::string_view meaning;  // one English sentence
};

struct EventTypeSpec {
  std::string_view type;  // "session.start"; the part before the dot is the category
  std::string_view meaning;
  std::span<const std::string_view> required;
  std::span<const std::string_view> optional;
  std::string_view example;  // one JSON object
  bool engine_made;          // link.new, link.hub: the engine makes them, a file cannot bring them
};

std::span<const FieldSpec> AllFields();
std::span<const EventTypeSpec> AllEventTypes();
// Null when there is none of that name.
const FieldSpec* FindField(std::string_view name);
const EventTypeSpec* FindEventType(std::string_view type);

}  // namespace sekisho
