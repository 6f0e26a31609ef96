// sekisho-bench-data: writes the event file of the benchmark.
#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "core/time.h"
#include "format.h"
#include "marketplace.h"
#include "random.h"

namespace {

using sekisho::bench::MarketplaceOptions;
using sekisho::bench::Mix;
using sekisho::bench::PlannedEvent;

constexpr size_t kBlockBytes = 4u << 20;

// The order of the lines: by time, or by time plus a delay of up to `within_ms` that depends on
// the event alone, as if every event had arrived late by that much.
std::vector<uint32_t> LineOrder(const std::vector<PlannedEvent>& events, int64_t within_ms,
                                uint64_t seed) {
  std::vector<std::pair<int64_t, uint32_t>> arrivals(events.size());
  for (uint32_t i = 0; i < events.size(); ++i) {
    const int64_t delay = within_ms == 0 ? 0 : static_cast<int64_t>(Mix(seed, i) % within_ms);
    arrivals[i] = {events[i].time_ms + delay, i};
  }
  if (within_ms != 0) std::sort(arrivals.begin(), arrivals.end());
  std::vector<uint32_t> order(events.size());
  std::transform(arrivals.begin(), arrivals.end(), order.begin(),
                 [](const auto& arrival) { return arrival.second; });
  return order;
}

// Writes all of `bytes`; false with errno set when that fails.
bool WriteAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

bool WriteEvents(const MarketplaceOptions& options, int64_t shuffle_ms, int file) {
  const std::vector<PlannedEvent> events = sekisho::bench::PlanMarketplace(options);
  std::string block;
  block.reserve(kBlockBytes + 4096);
  for (const uint32_t i : LineOrder(events, shuffle_ms, options.seed)) {
    sekisho::bench::AppendEvent(options, events[i], i + 1, &block);
    if (block.size() < kBlockBytes) continue;
    if (!WriteAll(file, block)) return false;
    block.clear();
  }
  return WriteAll(file, block);
}

}  // namespace

int main(int argc, char** argv) {
  MarketplaceOptions options;
  std::string shuffle = "0s";
  std::string path = "-";
  CLI::App app{
      "Writes events of a synthetic marketplace as NDJSON, the same for the same options."};
  app.add_option("--events", options.events, "number of events")->check(CLI::Range(1, 400'000'000));
  app.add_option("--accounts", options.accounts, "accounts")->check(CLI::Range(2, 100'000'000));
  app.add_option("--days", options.days, "days from 2026-01-01 on")->check(CLI::Range(1, 3650));
  app.add_option("--seed", options.seed, "another seed is another marketplace");
  app.add_option("--hot-address", options.hot_address_percent,
                 "percent of all events that come from one address")
      ->check(CLI::Range(0, 50));
  app.add_option("--hot-accounts", options.hot_accounts,
                 "additional accounts with one sign-in each from that address")
      ->check(CLI::Range(0, 100'000'000));
  app.add_option("--shuffle-within", shuffle, "write the same lines out of order by up to this");
  app.add_option("-o,--output", path, "output file; - is standard output");
  CLI11_PARSE(app, argc, argv);

  const auto shuffle_ms = sekisho::ParseDuration(shuffle);
  if (!shuffle_ms.ok()) {
    std::fprintf(stderr, "--shuffle-within: %s\n", shuffle_ms.status().ToString().c_str());
    return 2;
  }
  const int file =
      path == "-" ? STDOUT_FILENO : open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0 || !WriteEvents(options, *shuffle_ms, file) || close(file) != 0) {
    std::fprintf(stderr, "%s: cannot be written: %s\n", path.c_str(), std::strerror(errno));
    return 1;
  }
  return 0;
}
