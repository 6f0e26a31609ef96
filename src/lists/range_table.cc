#include "lists/range_table.h"

#include <algorithm>
#include <bit>
#include <string_view>

#include "absl/container/flat_hash_map.h"

namespace sekisho {
namespace {

constexpr uint32_t kIndexBitsMax = 16;

// The address behind `last`; false when there is none.
bool Next(const Address& last, Address* next) {
  *next = last;
  if (last.v4) {
    if (last.low == 0xffffffff) return false;
    ++next->low;
    return true;
  }
  if (++next->low == 0) ++next->high;
  return next->low != 0 || next->high != 0;
}

}  // namespace

// Walks along the addresses with the ranges that are open at each point: ranges given by prefixes
// either contain each other or do not touch, so the open ones are a stack.
class RangeTable::Flattener {
 public:
  explicit Flattener(RangeTable* table) : table_(*table) {}

  void Run(const std::vector<Entry>& entries) {
    bool v4 = true;
    for (const Entry& entry : entries) {
      if (v4 && !entry.range.first.v4) {
        CloseAll();
        v4 = false;
      }
      CloseBefore(entry.range.first);
      open_.push_back(&entry);
      Cut(entry.range.first);
    }
    CloseAll();
  }

 private:
  void CloseBefore(const Address& next) {
    while (!open_.empty() && open_.back()->range.Last() < next) Close();
  }
  void CloseAll() {
    while (!open_.empty()) Close();
  }

  // All ranges that end here end together, so that no piece is empty.
  void Close() {
    const Address last = open_.back()->range.Last();
    while (!open_.empty() && open_.back()->range.Last() == last) open_.pop_back();
    if (Address next; Next(last, &next)) Cut(next);
  }

  // A piece begins at `at` with what is open now; it replaces one that began there already.
  void Cut(const Address& at) {
    const uint32_t stack = StackOfOpen();
    if (at.v4) {
      Put(static_cast<uint32_t>(at.low), stack, &table_.v4_, &table_.v4_stack_);
    } else {
      Put(Wide{at.high, at.low}, stack, &table_.v6_, &table_.v6_stack_);
    }
  }

  template <typename Number>
  static void Put(Number at, uint32_t stack, std::vector<Number>* starts,
                  std::vector<uint32_t>* stacks) {
    if (!starts->empty() && starts->back() == at) {
      starts->pop_back();
      stacks->pop_back();
    }
    if ((stacks->empty() ? 0 : stacks->back()) == stack) return;
    starts->push_back(at);
    stacks->push_back(stack);
  }

  // Equal stacks are kept once: lists without details of their lines have a handful of them.
  uint32_t StackOfOpen() {
    values_.clear();
    for (size_t i = open_.size(); i-- > 0;) values_.push_back(open_[i]->value);
    if (values_.empty()) return 0;
    std::string key(reinterpret_cast<const char*>(values_.data()),
                    values_.size() * sizeof(uint32_t));
    const auto [found, is_new] =
        numbers_.emplace(std::move(key), static_cast<uint32_t>(table_.stacks_.size() - 1));
    if (is_new) {
      table_.values_.insert(table_.values_.end(), values_.begin(), values_.end());
      table_.stacks_.push_back(static_cast<uint32_t>(table_.values_.size()));
    }
    return found->second;
  }

  RangeTable& table_;
  std::vector<const Entry*> open_;
  std::vector<uint32_t> values_;
  absl::flat_hash_map<std::string, uint32_t> numbers_;
};

RangeTable::RangeTable(std::vector<Entry> entries) {
  // Wide ranges before the ones inside them. The stack is read from its top, so that among equal
  // ranges the one given first must be put on last.
  std::reverse(entries.begin(), entries.end());
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    if (a.range.first.v4 != b.range.first.v4) return a.range.first.v4;
    if (a.range.first != b.range.first) return a.range.first < b.range.first;
    return a.range.prefix < b.range.prefix;
  });
  Flattener(this).Run(entries);
  BuildIndex();
}

void RangeTable::BuildIndex() {
  const uint32_t bits =
      std::clamp<uint32_t>(static_cast<uint32_t>(std::bit_width(v4_.size())), 1, kIndexBitsMax);
  shift_ = 32 - bits;
  const size_t buckets = size_t{1} << bits;
  v4_index_.resize(buckets + 1);
  size_t piece = 0;
  for (size_t bucket = 0; bucket < buckets; ++bucket) {
    while (piece < v4_.size() && (v4_[piece] >> shift_) < bucket) ++piece;
    v4_index_[bucket] = static_cast<uint32_t>(piece);
  }
  v4_index_[buckets] = static_cast<uint32_t>(v4_.size());
}

std::span<const uint32_t> RangeTable::Find(const Address& address) const {
  if (address.v4) {
    if (v4_.empty()) return {};
    const auto number = static_cast<uint32_t>(address.low);
    const size_t bucket = number >> shift_;
    const auto found = std::upper_bound(v4_.begin() + v4_index_[bucket],
                                        v4_.begin() + v4_index_[bucket + 1], number);
    return found == v4_.begin() ? Stack(0) : Stack(v4_stack_[found - v4_.begin() - 1]);
  }
  const Wide number{address.high, address.low};
  const auto found = std::upper_bound(v6_.begin(), v6_.end(), number);
  return found == v6_.begin() ? Stack(0) : Stack(v6_stack_[found - v6_.begin() - 1]);
}

}  // namespace sekisho
