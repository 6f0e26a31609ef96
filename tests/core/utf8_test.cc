#include "core/utf8.h"

#include <gtest/gtest.h>

namespace sekisho {
namespace {

TEST(CountCharacters, CountsBadBytesToo) {
  EXPECT_EQ(CountCharacters(""), 0u);
  EXPECT_EQ(CountCharacters("第一x"), 3u);
  EXPECT_EQ(CountCharacters("aé\xff𠮷"), 4u);
}

TEST(LastCharacters, AreCountedNotBytes) {
  EXPECT_EQ(LastCharacters("TK1234567", 4), "4567");
  EXPECT_EQ(LastCharacters("第一二三号", 2), "三号");
  EXPECT_EQ(LastCharacters("aé\xff𠮷", 2), "\xff𠮷");
  EXPECT_EQ(LastCharacters("\xe3\x80", 1), "\x80");
  EXPECT_EQ(LastCharacters("abc", 3), "abc");
  EXPECT_EQ(LastCharacters("ab", 3), "ab");
  EXPECT_EQ(LastCharacters("ab", 0), "");
  EXPECT_EQ(LastCharacters("", 3), "");
}

}  // namespace
}  // namespace sekisho
