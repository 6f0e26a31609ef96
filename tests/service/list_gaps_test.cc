#include "service/list_gaps.h"

#include <gtest/gtest.h>

#include "engine/plan.h"
#include "lists/list_set.h"
#include "rules/load.h"
#include "service/scan.h"

namespace sekisho {
namespace {

constexpr int64_t kTimeMs = 1'775'002'200'000;  // 2026-04-01

LoadResult Load(const std::string& detection) {
  LoadRequest request;
  request.texts = {
      {"rule.yml", "title: t\nname: r\nlogsource: {product: sekisho}\ndetection:\n" + detection}};
  LoadResult loaded = LoadRules(request);
  for (const Diagnostic& one : loaded.diagnostics) ADD_FAILURE() << FormatDiagnostic(one);
  return loaded;
}

std::shared_ptr<const ListSet> Lists(const std::vector<std::pair<const char*, const char*>>& given,
                                     int64_t stale_after_days = 0) {
  std::vector<ListText> texts;
  for (const auto& [list_class, text] : given) {
    ListSpec spec;
    spec.file = list_class;
    spec.kind = std::string_view(list_class) == "places" ? ListKind::kNetworkPlaces
                                                         : ListKind::kNetworkRanges;
    spec.list_class = list_class;
    spec.published = "2026-01-01";
    spec.stale_after_days = stale_after_days;
    texts.push_back({spec, text});
  }
  DiagnosticSink sink(false);
  return ListSet::Make(std::move(texts), &sink);
}

std::string Text(const std::vector<ListGap>& gaps) {
  std::string text;
  for (const ListGap& gap : gaps) {
    text += gap.partial ? "more:" : "";
    text += gap.stale ? "stale:" : "";
    for (const ListPart part : gap.parts) {
      text.append(text.empty() ? "" : " ").append(ListPartName(part));
    }
  }
  return text;
}

// "vpn tor" of the only gap, "" without one. What a plan with the lists has found out saves the
// search and changes nothing.
std::string Gap(const LoadResult& loaded, const ListSet* lists) {
  std::string text = Text(FindListGaps(loaded.rules, lists, kTimeMs));
  const std::shared_ptr<const ListSet> not_owned(std::shared_ptr<const ListSet>(), lists);
  const StatusOr<Plan> plan = Plan::Make(loaded.rules, 0, nullptr, not_owned);
  EXPECT_TRUE(plan.ok());
  EXPECT_EQ(Text(FindListGaps(loaded.rules, lists, kTimeMs, true, plan->lacks())), text);
  return text;
}

TEST(ListGaps, OneOfTheValuesIsEnough) {
  const LoadResult loaded = Load("  s: {network.class: [vpn, tor]}\n  condition: s\n");
  EXPECT_EQ(Gap(loaded, nullptr), "vpn tor");
  EXPECT_EQ(Gap(loaded, Lists({{"hosting", "192.0.2.0/24"}}).get()), "vpn tor");
  EXPECT_EQ(Gap(loaded, Lists({{"tor", "192.0.2.0/24"}}).get()), "more: vpn");
  EXPECT_EQ(Gap(loaded, Lists({{"tor", "192.0.2.0/24"}, {"vpn", "192.0.2.0/24"}}).get()), "");
  EXPECT_EQ(Gap(loaded, Lists({{"tor", "192.0.2.0/24"}}, 30).get()), "stale: vpn tor");
  EXPECT_EQ(Gap(loaded, Lists({{"tor", "192.0.2.0/24"}}, 400).get()), "more: vpn");
}

// A list that cannot be read, beside one of the same class: what it names is not seen.
TEST(ListGaps, ASilentListIsWanted) {
  const LoadResult loaded = Load("  s: {network.class: [vpn, tor]}\n  condition: s\n");
  EXPECT_EQ(
      Gap(loaded, Lists({{"vpn", "192.0.2.0/24"}, {"tor", "192.0.2.0/24"}, {"vpn", ""}}).get()),
      "more: vpn");
}

TEST(ListGaps, BothAreNeeded) {
  const LoadResult loaded =
      Load("  s: {network.class: vpn, network.country|exists: true}\n  condition: s\n");
  EXPECT_EQ(Gap(loaded, nullptr), "vpn country");
  EXPECT_EQ(Gap(loaded, Lists({{"vpn", "192.0.2.0/24"}}).get()), "country");
  EXPECT_EQ(Gap(loaded, Lists({{"places", "range,country\n192.0.2.0/24,JP"}}).get()), "vpn");
  EXPECT_EQ(
      Gap(loaded,
          Lists({{"vpn", "192.0.2.0/24"}, {"places", "range,country\n192.0.2.0/24,JP"}}).get()),
      "");
}

// What the directory says of an account and what the event says of it are two facts: who reads the
// first needs the list, who reads the class made of both is told that it would see more.
TEST(ListGaps, AFactThatIsComputedFromAListedOneWantsTheList) {
  const LoadResult kept = Load("  s: {payout.institution_kind: money_service}\n  condition: s\n");
  const LoadResult both = Load("  s: {payout.class: money_service}\n  condition: s\n");
  EXPECT_EQ(Gap(kept, nullptr), "institution");
  EXPECT_EQ(Gap(both, nullptr), "");
  EXPECT_EQ(Gap(both, Lists({{"vpn", "192.0.2.0/24"}}).get()), "more: institution");
}

TEST(ListGaps, WhatReadsNoListHasNone) {
  const LoadResult loaded = Load("  s: {type: session.start}\n  condition: s\n");
  EXPECT_EQ(Gap(loaded, nullptr), "");
}

// The same events, with lists and without: what is stated stays, what is looked up is beside it.
TEST(ListGaps, AScanLooksUpBesideWhatIsStated) {
  const LoadResult loaded = Load("  s: {country|fieldref|neq: network.country}\n  condition: s\n");
  const std::string events = R"({"id":"a","time":1775002200000,"type":"session.start",)"
                             R"("account":"u1","country":"JP","ip":"192.0.2.1"})"
                             "\n"
                             R"({"id":"b","time":1775002200001,"type":"session.start",)"
                             R"("account":"u2","country":"KR","ip":"192.0.2.1"})"
                             "\n";
  ScanOptions options;
  const StatusOr<ScanReport> without = ScanText(loaded.rules, events, options);
  ASSERT_TRUE(without.ok());
  EXPECT_EQ(without->list_gaps.size(), 1u);
  EXPECT_TRUE(without->findings.empty());
  options.lists = Lists({{"places", "range,country\n192.0.2.0/24,KR"}});
  for (const uint32_t threads : {1u, 3u}) {
    options.threads = threads;
    const StatusOr<ScanReport> with = ScanText(loaded.rules, events, options);
    ASSERT_TRUE(with.ok());
    EXPECT_TRUE(with->list_gaps.empty());
    ASSERT_EQ(with->findings.size(), 1u);
    EXPECT_EQ(with->findings[0].subject.id, "u1");
  }
}

}  // namespace
}  // namespace sekisho
