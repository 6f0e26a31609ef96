#include "service/missing_input.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>

#include "rules/load.h"
#include "service/scan.h"

namespace sekisho {
namespace {

constexpr char kRules[] = R"(
title: s
name: sign_in
logsource: {product: sekisho}
detection: {s: {type: session.start}, condition: s}
---
title: t
name: addresses
correlation:
  type: value_count
  rules: [sign_in]
  group-by: [account]
  timespan: 1h
  condition: {field: ip, gte: 3}
---
title: t
name: devices
correlation:
  type: value_count
  rules: [sign_in]
  group-by: [ip]
  timespan: 1h
  condition: {field: device, gte: 3}
---
title: t
name: paid
logsource: {product: sekisho}
detection: {s: {type: payout.payment}, condition: s}
)";

// "paid<payout.payment addresses:ip "
std::string Missing(const std::string& events) {
  LoadRequest request;
  request.texts = {{"rules.yml", kRules}};
  const LoadResult loaded = LoadRules(request);
  for (const Diagnostic& one : loaded.diagnostics) ADD_FAILURE() << FormatDiagnostic(one);
  ScanOptions options;
  options.whole_input = true;
  options.on_reject = [](const RejectedRecord& reject) { ADD_FAILURE() << reject.reason; };
  const StatusOr<ScanReport> report = ScanText(loaded.rules, events, options);
  EXPECT_TRUE(report.ok());
  std::string text;
  for (const MissingInput& one : report->missing_input) {
    text += loaded.rules.rules[one.rule].name;
    for (const std::string& type : one.lack.types) text += "<" + type;
    for (const std::string& field : one.lack.fields) text += ":" + field;
    text += " ";
  }
  return text;
}

// A sign-in with these other fields, such as `,"ip":"192.0.2.1"`.
std::string SignIn(int number, const std::string& fields) {
  const std::string second = std::to_string(10 + number % 50);
  return R"({"time":"2026-04-01T00:00:)" + second + R"(Z","type":"session.start","account":"u1")" +
         fields + "}\n";
}

constexpr char kIp[] = R"(,"ip":"192.0.2.1")";
constexpr char kDevice[] = R"(,"device":"d1")";

TEST(MissingInput, SaysWhatWouldDo) {
  EXPECT_EQ(Missing(""), "addresses<session.start devices<session.start paid<payout.payment ");
  EXPECT_EQ(Missing(SignIn(0, "")), "addresses:ip devices:device:ip paid<payout.payment ");
  EXPECT_EQ(Missing(SignIn(0, kIp)), "devices:device paid<payout.payment ");
}

TEST(MissingInput, AnEmptyValueOrNullIsNone) {
  for (const std::string value : {R"("")", "null"}) {
    EXPECT_EQ(Missing(SignIn(0, ",\"ip\":" + value) + SignIn(1, ",\"ip\":" + value)),
              "addresses:ip devices:device:ip paid<payout.payment ");
  }
}

TEST(MissingInput, ManyEventsWithoutAndOneWithTheField) {
  std::string events;
  for (int i = 0; i < 100; ++i) events += SignIn(i, kIp);
  events += SignIn(100, std::string(kIp) + R"(,"device":"")");
  EXPECT_EQ(Missing(events), "devices:device paid<payout.payment ");
  EXPECT_EQ(Missing(events + SignIn(101, std::string(kIp) + kDevice) + events),
            "paid<payout.payment ");
  // In another order, as a number, with an escape, in an object: what the fast reader passes on.
  EXPECT_EQ(Missing(events + SignIn(101, std::string(kDevice) + kIp)), "paid<payout.payment ");
  EXPECT_EQ(Missing(events + SignIn(101, R"(,"device":7)")), "paid<payout.payment ");
  EXPECT_EQ(Missing(events + SignIn(101, R"(,"device":"d\u0031")")), "paid<payout.payment ");
}

}  // namespace
}  // namespace sekisho
