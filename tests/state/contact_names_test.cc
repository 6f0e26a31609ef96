// The different names of one e-mail address or telephone number.
#include "state/contact_names.h"

#include <gtest/gtest.h>

#include <string>

namespace sekisho {
namespace {

TEST(ContactNames, OneNameInSeveralWritingsHasOneNumber) {
  ContactNames names = {};
  EXPECT_EQ(names.NumberOf("大野太郎"), 1U);
  EXPECT_EQ(names.NumberOf("OHNO, Taro"), 1U);
  EXPECT_EQ(names.NumberOf("ｵｵﾉ ﾀﾛｳ"), 1U);
  EXPECT_EQ(names.NumberOf("Jonas Beispiel"), 2U);
  EXPECT_EQ(names.NumberOf("J. Beispiel"), 2U);
  EXPECT_EQ(names.NumberOf("-"), 0U);
  EXPECT_EQ(names.NumberOf(""), 0U);
}

TEST(ContactNames, AnUnknownReadingIsNoNewName) {
  ContactNames names = {};
  EXPECT_EQ(names.NumberOf("陳大文"), 1U);
  EXPECT_EQ(names.NumberOf("Chan Tai Man"), 1U);
  EXPECT_EQ(names.NumberOf("Petra Muster"), 2U);
}

TEST(ContactNames, FurtherNamesAreOneMore) {
  ContactNames names = {};
  EXPECT_EQ(names.NumberOf("Mina Placeholder"), 1U);
  EXPECT_EQ(names.NumberOf("Jonas Beispiel"), 2U);
  EXPECT_EQ(names.NumberOf("Petra Muster"), 3U);
  EXPECT_EQ(names.NumberOf("Taro Yamada"), 4U);
  EXPECT_EQ(names.NumberOf("Diego Fulano"), 4U);
  EXPECT_EQ(names.NumberOf("BEISPIEL JONAS"), 2U);
}

TEST(ContactNames, NamesWithoutRoomAreNotCountedTwice) {
  ContactNames names = {};
  const std::string first = "Maximiliane Katharina Placeholder-Beispiel the Elder";
  const std::string second = "Bartholomew Ferdinand Illustration-Sample the Younger";
  EXPECT_EQ(names.NumberOf(first), 1U);
  EXPECT_EQ(names.NumberOf(second), 2U);
  EXPECT_EQ(names.NumberOf(first), 1U);
  EXPECT_EQ(names.NumberOf(second), 2U);
  EXPECT_EQ(names.NumberOf("Petra Muster"), 1U) << "may be the one that is kept in part";
}

}  // namespace
}  // namespace sekisho
