#include "core/wipe.h"

#include <gtest/gtest.h>

#include <string>

namespace sekisho {
namespace {

TEST(Wipe, LeavesNothingAndTouchesNothingElse) {
  std::string text = "0123456789abcdef";
  Wipe(text.data(), 8);
  EXPECT_EQ(text, std::string(8, '\0') + "89abcdef");
}

}  // namespace
}  // namespace sekisho
