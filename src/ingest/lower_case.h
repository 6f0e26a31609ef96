// Names of members and columns are compared without regard to case.
#pragma once

#include <string>
#include <string_view>

namespace sekisho {

// Latin letters only; all other bytes stay.
inline std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

}  // namespace sekisho
