// What columns of exports are commonly called, in English, Japanese and Korean. Guesses for a
// person to confirm; no import rests on them.
#pragma once

#include <string>
#include <string_view>

namespace sekisho {

// The field of docs/events.md that a column of this name usually holds; "" when the name says
// nothing. Beside fields: "key" (number of a row), "created" and "updated" (times of a row).
std::string_view GuessField(std::string_view column);

// The event type that the rows of a file of this name usually are; "" when the name says nothing.
std::string_view GuessEventType(std::string_view file_name);

// Lower case, without spaces and punctuation.
std::string PlainName(std::string_view name);

}  // namespace sekisho
