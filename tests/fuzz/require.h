// How a fuzz target says that something is wrong.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "ingest/json_text.h"

namespace sekisho::fuzz {

// Ends the run when `holds` is false: libFuzzer then keeps the input. `rule` is the sentence that
// does not hold, `about` what it does not hold for.
inline void Require(bool holds, std::string_view rule, std::string_view about = "") {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n%.*s\n", static_cast<int>(rule.size()), rule.data(),
               static_cast<int>(about.size()), about.data());
  std::abort();
}

// Whatever is said about an input can be printed and written as JSON.
inline void RequireMessage(std::string_view text) {
  Require(!text.empty(), "a message says something");
  Require(FindBadUtf8(text) == text.size(), "a message is UTF-8", text);
}

}  // namespace sekisho::fuzz
