#include "cli/progress.h"

#include <gtest/gtest.h>

namespace sekisho {
namespace {

class StoppedClock : public Clock {
 public:
  int64_t NowMicros() const override { return now; }
  int64_t now = 0;
};

class ProgressBarTest : public testing::Test {
 protected:
  ProgressBarTest() {
    terminal_.interactive = true;
    terminal_.columns = 100;
  }

  std::string written_;
  StoppedClock clock_;
  Terminal terminal_;
  const ProgressBar::Write write_ = [this](std::string_view text) { written_ += text; };
};

TEST_F(ProgressBarTest, ShowsPhaseShareBytesAndSpeed) {
  ProgressBar bar(terminal_, Language::kEnglish, 200'000'000, clock_, write_);
  clock_.now = 2'000'000;
  bar.Update({0.45, 0.5, 3'000'000, ScanPhase::kReading});
  EXPECT_EQ(written_,
            "\r\x1b[Kreading    ███████████░░░░░░░░░░░░░  45 %  100 / 200 MB  1.5 M events/s");
}

TEST_F(ProgressBarTest, RedrawsTenTimesASecondAtMost) {
  ProgressBar bar(terminal_, Language::kEnglish, 0, clock_, write_);
  for (int ms = 0; ms < 1000; ++ms) {
    clock_.now = ms * 1000;
    bar.Update({0.1, 0, 1, ScanPhase::kReading});
  }
  size_t drawn = 0;
  for (size_t at = 0; (at = written_.find("\r", at)) != std::string::npos; ++at) ++drawn;
  EXPECT_EQ(drawn, 10u);
}

TEST_F(ProgressBarTest, RemovesItselfOnce) {
  {
    ProgressBar bar(terminal_, Language::kEnglish, 0, clock_, write_);
    bar.Update({0.1, 0, 1, ScanPhase::kSorting});
    written_.clear();
    bar.Finish();
  }
  EXPECT_EQ(written_, "\r\x1b[K");
}

TEST_F(ProgressBarTest, FitsNarrowTerminals) {
  terminal_.columns = 40;
  ProgressBar bar(terminal_, Language::kEnglish, 200'000'000, clock_, write_);
  clock_.now = 2'000'000;
  bar.Update({0.45, 0.5, 3'000'000, ScanPhase::kReading});
  EXPECT_TRUE(written_.ends_with("…")) << written_;
}

TEST_F(ProgressBarTest, IsSilentOnAPipe) {
  terminal_.interactive = false;
  {
    ProgressBar bar(terminal_, Language::kEnglish, 1, clock_, write_);
    bar.Update({0.5, 0.5, 1, ScanPhase::kReading});
  }
  EXPECT_EQ(written_, "");
}

}  // namespace
}  // namespace sekisho
