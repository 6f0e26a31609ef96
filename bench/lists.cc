// How fast addresses are looked up in real lists, on one core: sekisho-bench-lists DIR
//
// DIR holds text files of ranges, one a line. The addresses that are asked are the ends of the
// ranges and random ones, in random order, so that neither the processor's caches nor its guesses
// are helped; a third of IPv4 is asked as it stands in an event, as text.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "lists/list_session.h"

namespace sekisho {
namespace {

constexpr size_t kAsked = 1 << 20;
constexpr int kRounds = 5;

// Of this thread: what others do on this machine does not count.
double CpuSeconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

std::string ReadAll(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The median of a few rounds, in look-ups a second.
template <typename LookUp>
double Measure(size_t count, const LookUp& look_up) {
  std::vector<double> rates;
  for (int round = 0; round < kRounds; ++round) {
    const double start_s = CpuSeconds();
    for (size_t i = 0; i < count; ++i) look_up(i);
    rates.push_back(static_cast<double>(count) / (CpuSeconds() - start_s));
  }
  std::sort(rates.begin(), rates.end());
  return rates[kRounds / 2];
}

struct Asked {
  std::vector<Address> addresses;
  std::vector<std::string> texts;
};

Asked Draw(const std::vector<AddressRange>& ranges, bool v4) {
  std::mt19937_64 random(7);
  Asked asked;
  std::vector<AddressRange> own;
  std::copy_if(ranges.begin(), ranges.end(), std::back_inserter(own),
               [v4](const AddressRange& range) { return range.first.v4 == v4; });
  if (own.empty()) return asked;
  for (size_t i = 0; i < kAsked; ++i) {
    const AddressRange& range = own[random() % own.size()];
    Address one = range.first;
    if (i % 3 == 1) one = range.Last();
    if (i % 3 == 2) {
      one = v4 ? Address{true, 0, random() & 0xffffffff} : Address{false, one.high, random()};
    }
    asked.addresses.push_back(one);
    std::string text = FormatAddressRange({one, v4 ? 32 : 128});
    asked.texts.push_back(text.substr(0, text.find('/')));
  }
  return asked;
}

int Run(const std::string& folder) {
  std::vector<ListText> lists;
  std::vector<AddressRange> ranges;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    ListSpec spec;
    spec.file = path.filename().string();
    spec.list_class = spec.file.starts_with("vpn") ? "vpn" : "hosting";
    spec.published = "2026-01-01";
    lists.push_back({spec, ReadAll(path)});
    for (size_t at = 0; at < lists.back().text.size();) {
      const size_t end = std::min(lists.back().text.find('\n', at), lists.back().text.size());
      const auto range =
          ParseAddressRange(std::string_view(lists.back().text).substr(at, end - at));
      if (range) ranges.push_back(*range);
      at = end + 1;
    }
  }
  DiagnosticSink sink(false);
  const double start_s = CpuSeconds();
  const std::shared_ptr<const ListSet> set = ListSet::Make(std::move(lists), &sink);
  std::printf("ranges %zu, loaded in %.0f ms\n", ranges.size(), 1e3 * (CpuSeconds() - start_s));
  size_t found = 0;
  for (const bool v4 : {true, false}) {
    const Asked asked = Draw(ranges, v4);
    if (asked.addresses.empty()) continue;
    const double plain =
        Measure(kAsked, [&](size_t i) { found += set->network().Find(asked.addresses[i]).size(); });
    const double from_text = Measure(kAsked, [&](size_t i) {
      const auto address = ParseAddress(asked.texts[i]);
      if (address) found += set->network().Find(*address).size();
    });
    ListSession session(set);
    const double in_events = Measure(kAsked, [&](size_t i) {
      found += session.Network(asked.texts[i], NetworkField::kClass, 0).size();
    });
    std::printf(
        "IPv%c: %.1f M look-ups/s, %.1f M/s from text, %.1f M/s as a fact (new addresses)\n",
        v4 ? '4' : '6', plain / 1e6, from_text / 1e6, in_events / 1e6);
  }
  return found == 0 ? 1 : 0;
}

}  // namespace
}  // namespace sekisho

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: sekisho-bench-lists DIR\n");
    return 2;
  }
  return sekisho::Run(argv[1]);
}
