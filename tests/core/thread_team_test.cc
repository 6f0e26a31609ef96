#include "core/thread_team.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace sekisho {
namespace {

TEST(ThreadTeam, EveryMemberDoesEachStepOnce) {
  ThreadTeam team(4);
  std::vector<int> done(team.size());
  for (int step = 1; step <= 200; ++step) {
    team.Run([&](uint32_t member) { ++done[member]; });
    // What the members wrote is seen here.
    EXPECT_EQ(done, std::vector<int>(team.size(), step));
  }
}

TEST(ThreadTeam, OneMemberIsTheCaller) {
  ThreadTeam team(1);
  const std::thread::id caller = std::this_thread::get_id();
  team.Run([&](uint32_t member) {
    EXPECT_EQ(member, 0U);
    EXPECT_EQ(std::this_thread::get_id(), caller);
  });
}

TEST(ThreadTeam, WhoWaitsWorksMeanwhile) {
  ThreadTeam team(3);
  std::atomic<int> pieces = 0;
  std::atomic<bool> one_waits = false;
  const std::function<bool(uint32_t)> piece = [&](uint32_t) {
    ++pieces;
    one_waits = true;
    return true;
  };
  team.DoMeanwhile(&piece);
  // Member 0 is done only when another one has found time for a piece.
  for (int step = 0; step < 50; ++step) {
    one_waits = false;
    team.Run([&](uint32_t member) {
      while (member == 0 && !one_waits) std::this_thread::yield();
    });
  }
  team.StopMeanwhile();
  const int before = pieces;
  EXPECT_GE(before, 50);
  team.Run([](uint32_t) {});
  EXPECT_EQ(pieces, before) << "a piece ran after the end";
}

}  // namespace
}  // namespace sekisho
