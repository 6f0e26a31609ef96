// Decisions read from a list of random numbers, so that a generated case shrinks with the list.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

namespace sekisho::oracle {

// Numbers beyond the end of the list are 0: every choice falls to its first alternative.
class Choices {
 public:
  explicit Choices(std::span<const uint16_t> numbers) : numbers_(numbers) {}

  // 0 … count - 1.
  size_t Below(size_t count) { return next_ < numbers_.size() ? numbers_[next_++] % count : 0; }
  // True in `in_hundred` of 100 cases; false when numbers run out.
  bool Chance(size_t in_hundred) { return Below(100) >= 100 - in_hundred; }
  std::string Of(std::initializer_list<const char*> alternatives) {
    return alternatives.begin()[Below(alternatives.size())];
  }

 private:
  std::span<const uint16_t> numbers_;
  size_t next_ = 0;
};

}  // namespace sekisho::oracle
