// One value of one field, as a view into bytes that somebody else owns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sekisho {

enum class ValueKind : uint8_t {
  kAbsent,   // the event has no such field
  kNull,     // JSON null, or an empty CSV cell
  kBoolean,  // text is "true" or "false"
  kNumber,   // text is the number as written
  kText,     // text is the string, unescaped, UTF-8
  kList,     // items are the elements
};

// A value of an event. Trivially copyable; owns nothing. Lives as long as the EventView that holds
// it is not cleared.
struct Value {
  std::string_view text;
  std::span<const Value> items;
  ValueKind kind = ValueKind::kAbsent;
  bool truncated = false;  // longer than limits::kFieldBytesMax; `text` is the prefix

  static Value Text(std::string_view text) { return {text, {}, ValueKind::kText, false}; }
  static Value Number(std::string_view text) { return {text, {}, ValueKind::kNumber, false}; }
  static Value Boolean(bool value) {
    return {value ? "true" : "false", {}, ValueKind::kBoolean, false};
  }
  static Value Null() { return {{}, {}, ValueKind::kNull, false}; }

  bool present() const { return kind != ValueKind::kAbsent && kind != ValueKind::kNull; }
  // Takes part in group-by and distinct counts: neither absent, null, empty text nor a list.
  bool usable_as_key() const {
    return present() && kind != ValueKind::kList && !(kind == ValueKind::kText && text.empty());
  }
};

}  // namespace sekisho
