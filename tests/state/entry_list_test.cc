#include "state/entry_list.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <deque>
#include <vector>

namespace sekisho {
namespace {

constexpr uint32_t kMax = limits::kWindowEntriesMax;

// A list in a record of its own, which is exactly as large as it must be.
template <typename Item>
class List {
 public:
  List(uint32_t inline_capacity, BlockPool* pool)
      : inline_capacity_(inline_capacity),
        memory_(EntryList<Item>::Bytes(inline_capacity)),
        pool_(pool) {}
  // A new view, as every visit of a record makes one.
  EntryList<Item> View() { return {memory_.data(), inline_capacity_, pool_}; }

 private:
  uint32_t inline_capacity_;
  std::vector<std::byte> memory_;
  BlockPool* pool_;
};

Entry EntryAt(int64_t number) { return Entry(Stamp(number, number), number * 7); }

TEST(EntryList, OfZerosIsEmpty) {
  BlockPool pool;
  List<Stamp> list(3, &pool);
  EXPECT_EQ(list.View().size(), 0u);
  EXPECT_FALSE(list.View().head().flag);
  EXPECT_FALSE(list.View().DroppedAfter(-1));
}

TEST(EntryList, MovesToABlockOnlyWhenItIsFull) {
  BlockPool pool;
  List<Entry> list(2, &pool);
  list.View().PushBack(EntryAt(1));
  list.View().PushBack(EntryAt(2));
  EXPECT_EQ(pool.bytes_used(), 0u);
  list.View().PopFront();
  list.View().PushBack(EntryAt(3));  // around the end of the ring
  EXPECT_EQ(pool.bytes_used(), 0u);
  list.View().PushBack(EntryAt(4));
  EXPECT_EQ(pool.bytes_used(), 64u);
  for (uint32_t i = 0; i < 3; ++i) EXPECT_EQ(list.View()[i].value(), (i + 2) * 7);
  list.View().Clear();
  EXPECT_EQ(pool.bytes_used(), 0u);
  EXPECT_EQ(list.View().size(), 0u);
}

TEST(EntryList, KeepsTheBitOfItsOwner) {
  BlockPool pool;
  List<Stamp> list(1, &pool);
  list.View().head().flag = 1;
  for (int i = 0; i < 100; ++i) list.View().PushBack(Stamp(i, i));
  list.View().PopFront();
  EXPECT_EQ(list.View().head().flag, 1u);
  list.View().head().flag = 0;
  EXPECT_EQ(list.View().size(), 99u);
}

template <typename Item>
void FillToTheLimit(Item (*make)(int64_t)) {
  BlockPool pool;
  List<Item> list(1, &pool);
  for (int64_t i = 0; i < kMax; ++i) list.View().PushBack(make(i));
  EXPECT_EQ(list.View().size(), kMax);
  EXPECT_FALSE(list.View().DroppedAfter(-1));
  for (int64_t i = kMax; i < 3 * kMax; ++i) {
    list.View().PushBack(make(i));
    ASSERT_EQ(list.View().size(), kMax);
    ASSERT_EQ(StampOf(list.View()[0]).time_ms(), i - kMax + 1);
    ASSERT_EQ(StampOf(list.View()[kMax - 1]).time_ms(), i);
    // The newest that was lost.
    ASSERT_TRUE(list.View().DroppedAfter(i - kMax - 1));
    ASSERT_FALSE(list.View().DroppedAfter(i - kMax));
  }
  // The items do not lie on what the list remembers of the lost ones.
  for (uint32_t i = 0; i < kMax; ++i) {
    ASSERT_EQ(StampOf(list.View()[i]).ref(), 2 * kMax + i);
  }
  list.View().PopFront();
  EXPECT_TRUE(list.View().DroppedAfter(2 * kMax - 2));
  list.View().Clear();
  EXPECT_FALSE(list.View().DroppedAfter(-1));
  EXPECT_EQ(pool.bytes_used(), 0u);
}

TEST(EntryList, LosesTheOldestStampAtTheLimit) {
  FillToTheLimit<Stamp>([](int64_t i) { return Stamp(i, i); });
}
TEST(EntryList, LosesTheOldestEntryAtTheLimit) { FillToTheLimit<Entry>(EntryAt); }

// What a list must be: a deque.
RC_GTEST_PROP(EntryList, IsADeque, (std::vector<uint16_t> steps)) {
  BlockPool pool;
  const uint32_t inline_capacity = *rc::gen::inRange<uint32_t>(1, 5);
  const uint32_t pushes_of_ten = *rc::gen::inRange<uint32_t>(4, 9);
  List<Entry> list(inline_capacity, &pool);
  std::deque<int64_t> expected;
  int64_t number = 0;
  for (const uint16_t step : steps) {
    EntryList<Entry> view = list.View();
    const uint32_t choice = step % 10;
    const uint32_t argument = step / 10;
    if (choice < pushes_of_ten) {
      for (uint32_t i = 0; i <= argument % 20; ++i) {
        view.PushBack(EntryAt(++number));
        expected.push_back(number);
      }
    } else if (choice == 9 && argument % 50 == 0) {
      view.Clear();
      expected.clear();
      RC_ASSERT(pool.bytes_used() == 0u);
    } else if (!expected.empty() && argument % 2 == 0) {
      view.PopFront();
      expected.pop_front();
    } else if (!expected.empty()) {
      const uint32_t index = argument % expected.size();
      view.Remove(index);
      expected.erase(expected.begin() + index);
    }
    RC_ASSERT(view.size() == expected.size());
  }
  EntryList<Entry> view = list.View();
  RC_ASSERT(view.size() == expected.size());
  for (uint32_t i = 0; i < expected.size(); ++i) {
    RC_ASSERT(view[i].stamp() == EntryAt(expected[i]).stamp());
    RC_ASSERT(view[i].value() == EntryAt(expected[i]).value());
  }
}

}  // namespace
}  // namespace sekisho
