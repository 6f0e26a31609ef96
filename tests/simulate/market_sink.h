// A market in memory, read back into plain values.
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "simulate/market.h"

namespace sekisho::simulate::testing {

class MemorySink : public MarketSink {
 public:
  void Events(std::string_view lines) override { events += lines; }
  void Truth(std::string_view lines) override { truth += lines; }

  std::string events;
  std::string truth;
};

struct TruthLine {
  std::string account, kind, ring, role, care, country, language, created, label;
};

inline std::vector<std::string> Split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

// Without the line of column names.
inline std::vector<TruthLine> ReadTruth(const std::string& csv) {
  std::vector<TruthLine> truth;
  const std::vector<std::string> lines = Split(csv, '\n');
  for (size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string> cells = Split(lines[i], ',');
    if (cells.size() != 9) return {};
    truth.push_back(
        {cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8]});
  }
  return truth;
}

// A small market; `summary` may be null.
inline MemorySink Make(const MarketOptions& options, uint32_t threads = 1,
                       MarketSummary* summary = nullptr) {
  MemorySink sink;
  const StatusOr<MarketSummary> made = MakeMarket(options, threads, &sink);
  if (made.ok() && summary != nullptr) *summary = *made;
  return sink;
}

}  // namespace sekisho::simulate::testing
