// What one thread asks the lists: remembers the answers for addresses, which come again and again.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lists/list_set.h"

namespace sekisho {

// Not thread-safe; each thread has its own. Holds on to the set. Memory is bounded: an answer that
// falls into the place of another one replaces it, so that answers never depend on the order.
class ListSession {
 public:
  explicit ListSession(std::shared_ptr<const ListSet> lists);

  // What the lists say about the address at that time; empty when nothing is known. The text lives
  // until the next call.
  std::string_view Network(std::string_view ip, NetworkField field, int64_t time_ms);

  const ListSet& lists() const { return *lists_; }

 private:
  static constexpr size_t kAddressBytesMax = 46;

  struct Known {
    uint8_t size = 0;  // of the text; 0: empty place
    std::array<char, kAddressBytesMax> text = {};
    std::span<const uint32_t> records;
    // What the databases say: `value`, until `until_ms`.
    struct Answer {
      std::string value;
      int64_t until_ms = 0;
    };
    std::array<Answer, kNetworkFields> answers;
  };

  const Known& Find(std::string_view ip);
  void LookUp(const Address& address, Known* known) const;

  const std::shared_ptr<const ListSet> lists_;
  std::vector<Known> known_;
  const Known* last_ = nullptr;  // facts of one event ask for one address in a row
  Known other_;                  // for addresses that are too long to remember
};

}  // namespace sekisho
