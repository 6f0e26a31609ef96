#include "cli/line_splitter.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace sekisho {
namespace {

constexpr size_t kBytesMax = 8;

// What comes out when the bytes come in pieces of this size; "!" for a line that is too long.
std::vector<std::string> Lines(const std::string& text, size_t piece_bytes) {
  LineSplitter splitter(kBytesMax);
  std::vector<std::string> lines;
  std::string line;
  const auto take = [&] {
    for (LineSplitter::Outcome outcome;
         (outcome = splitter.Next(&line)) != LineSplitter::Outcome::kNothing;) {
      lines.push_back(outcome == LineSplitter::Outcome::kLine ? line : "!");
    }
  };
  for (size_t at = 0; at < text.size(); at += piece_bytes) {
    splitter.Feed(text.substr(at, piece_bytes));
    take();
  }
  splitter.End();
  take();
  return lines;
}

using Texts = std::vector<std::string>;

TEST(LineSplitter, SplitsAtLineEnds) {
  EXPECT_EQ(Lines("", 1), Texts());
  EXPECT_EQ(Lines("a\nb\r\n\nc", 100), Texts({"a", "b", "", "c"}));
  EXPECT_EQ(Lines("a\n", 100), Texts({"a"}));
}

TEST(LineSplitter, ALineThatIsTooLongIsDroppedAsAWhole) {
  EXPECT_EQ(Lines("12345678\n123456789\nb\n", 100), Texts({"12345678", "!", "b"}));
  EXPECT_EQ(Lines("12345678901234567890\nb", 3), Texts({"!", "b"}));
  EXPECT_EQ(Lines("a\n12345678901234567890", 3), Texts({"a", "!"}));
}

RC_GTEST_PROP(LineSplitter, HowTheBytesArriveDoesNotMatter, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::element('a', '\r', '\n'));
  const auto piece_bytes = *rc::gen::inRange<size_t>(1, 20);
  RC_ASSERT(Lines(text, piece_bytes) == Lines(text, text.size() + 1));
}

}  // namespace
}  // namespace sekisho
