// A market whose events are read back, with what is known of each account.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/number.h"
#include "ingest/decode.h"
#include "simulate/market_sink.h"

namespace sekisho::simulate::testing {

using sekisho::testing::Seen;

struct MarketUnderTest {
  MemorySink sink;
  std::vector<Seen> events;
  std::map<std::string, TruthLine> truth;  // by account
};

inline MarketUnderTest MakeForTest(const MarketOptions& options) {
  MarketUnderTest made;
  made.sink = Make(options, 2);
  made.events = sekisho::testing::DecodeText(made.sink.events);
  for (const TruthLine& line : ReadTruth(made.sink.truth)) made.truth[line.account] = line;
  return made;
}

// "" for an absent field.
inline std::string Text(const Seen& event, const std::string& field) {
  const auto found = event.fields.find(field);
  if (found == event.fields.end() || found->second == "absent") return "";
  const std::string& shown = found->second;
  return shown.starts_with('"') ? shown.substr(1, shown.size() - 2) : shown;
}

inline int64_t Number(const Seen& event, const std::string& field) {
  return ParseMicros(Text(event, field)).value_or(0) / kMicro;
}

inline bool Honest(const MarketUnderTest& market, const Seen& event) {
  const auto found = market.truth.find(Text(event, "account"));
  return found != market.truth.end() && found->second.label == "honest";
}

}  // namespace sekisho::simulate::testing
