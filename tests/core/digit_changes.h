// What check digits promise, stated once: helpers that change a number in every way of one kind and
// hand each result to a test.
#pragma once

#include <rapidcheck.h>

#include <cctype>
#include <string>
#include <utility>

namespace sekisho::testing {

// Calls `see(changed, at, was)` for every text that differs from `number` in one digit.
template <typename See>
void EachChangedDigit(const std::string& number, See see) {
  for (size_t at = 0; at < number.size(); ++at) {
    if (std::isdigit(static_cast<unsigned char>(number[at])) == 0) continue;
    std::string changed = number;
    for (char c = '0'; c <= '9'; ++c) {
      if (c == number[at]) continue;
      changed[at] = c;
      see(changed, at, number[at]);
    }
  }
}

// Calls `see(changed, left, right)` for every swap of two different neighbouring digits.
template <typename See>
void EachSwap(const std::string& number, See see) {
  for (size_t at = 0; at + 1 < number.size(); ++at) {
    const bool digits = std::isdigit(static_cast<unsigned char>(number[at])) != 0 &&
                        std::isdigit(static_cast<unsigned char>(number[at + 1])) != 0;
    if (!digits || number[at] == number[at + 1]) continue;
    std::string changed = number;
    std::swap(changed[at], changed[at + 1]);
    see(changed, number[at], number[at + 1]);
  }
}

// `count` digits, drawn by the property that calls it.
inline std::string SomeDigits(size_t count) {
  const auto values = *rc::gen::container<std::string>(count, rc::gen::inRange('0', char('9' + 1)));
  return values;
}

}  // namespace sekisho::testing
