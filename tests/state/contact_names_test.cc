// The different names of one e-mail address or telephone number.
#include "state/contact_names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sekisho {
namespace {

// The numbers of the names, which come in this order with one contact.
std::vector<size_t> NumbersOf(const std::vector<std::string>& names) {
  ContactNames contact = {};
  std::vector<size_t> numbers;
  for (const std::string& name : names) numbers.push_back(contact.NumberOf(name));
  return numbers;
}
using Numbers = std::vector<size_t>;

TEST(ContactNames, OneNameInSeveralWritingsHasOneNumber) {
  EXPECT_EQ(
      NumbersOf({"大野太郎", "OHNO, Taro", "ｵｵﾉ ﾀﾛｳ", "Jonas Beispiel", "J. Beispiel", "-", ""}),
      (Numbers{1, 1, 1, 2, 2, 0, 0}));
}

TEST(ContactNames, AnUnknownReadingIsNoNewName) {
  EXPECT_EQ(NumbersOf({"陳大文", "Chan Tai Man", "Petra Muster"}), (Numbers{1, 1, 2}));
}

TEST(ContactNames, FurtherNamesAreOneMore) {
  EXPECT_EQ(NumbersOf({"Mina Placeholder", "Jonas Beispiel", "Petra Muster", "Taro Yamada",
                       "Diego Fulano", "BEISPIEL JONAS"}),
            (Numbers{1, 2, 3, 4, 4, 2}));
}

TEST(ContactNames, NamesWithoutRoomAreNotCountedTwice) {
  const std::string first = "Maximiliane Katharina Placeholder-Beispiel the Elder";
  const std::string second = "Bartholomew Ferdinand Illustration-Sample the Younger";
  // The last may be the one that is kept in part.
  EXPECT_EQ(NumbersOf({first, second, first, second, "Petra Muster"}), (Numbers{1, 2, 1, 2, 1}));
}

}  // namespace
}  // namespace sekisho
