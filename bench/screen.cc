// How long a look-up in real lists takes, on one core: sekisho-bench-screen DIR
//
// The names that are looked up are the listed ones themselves with their words turned round and a
// letter changed, which is harder than honest names: every one has many candidates.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "screening/load.h"
#include "screening/screener.h"

namespace sekisho {
namespace {

constexpr size_t kLookups = 20'000;

bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }

std::string Changed(const std::string& name, size_t number) {
  const size_t space = name.find(' ');
  std::string changed =
      space == std::string::npos ? name : name.substr(space + 1) + " " + name.substr(0, space);
  const size_t at = number * 7 % changed.size();
  if (number % 2 == 0 && at > 0 && IsCapital(changed[at]) && IsCapital(changed[at - 1])) {
    changed[at] = 'E';
  }
  return changed;
}

// Of this thread: what others do on this machine does not count.
double CpuMicros() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

int Measure(const std::string& folder) {
  using Clock = std::chrono::steady_clock;
  StatusOr<LoadedLists> loaded = LoadWatchLists(folder);
  if (!loaded.ok() || loaded->lists.empty()) {
    std::fprintf(stderr, "no lists in %s\n", folder.c_str());
    return 1;
  }
  std::vector<std::string> names;
  for (const WatchList& list : loaded->lists) {
    for (const ListedEntry& entry : list.entries) {
      for (const ListedName& name : entry.names) {
        if (!name.text.empty()) names.push_back(name.text);
      }
    }
  }
  const Clock::time_point begin = Clock::now();
  const Screener screener(std::move(loaded->lists));
  const std::chrono::duration<double> index_s = Clock::now() - begin;
  Screener::Scratch scratch;
  std::vector<double> times_us;
  size_t found = 0;
  for (size_t i = 0; i < kLookups; ++i) {
    ScreenQuery query;
    query.name = Changed(names[i * 31 % names.size()], i);
    const double start_us = CpuMicros();
    found += screener.Screen(query, {}, &scratch).empty() ? 0 : 1;
    times_us.push_back(CpuMicros() - start_us);
  }
  std::sort(times_us.begin(), times_us.end());
  std::printf(
      "names %zu, index %.2f s, look-ups %zu, found %.1f %%, median %.0f us, p99 %.0f us, "
      "max %.0f us\n",
      screener.name_count(), index_s.count(), kLookups,
      100.0 * static_cast<double>(found) / kLookups, times_us[kLookups / 2],
      times_us[kLookups * 99 / 100], times_us.back());
  return 0;
}

}  // namespace
}  // namespace sekisho

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: sekisho-bench-screen DIR\n");
    return 2;
  }
  return sekisho::Measure(argv[1]);
}
