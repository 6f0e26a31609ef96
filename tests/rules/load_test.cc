// What loading makes of good files: names, levels, aliases, versions, parameters, filters, cases.
#include "rules/load.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "core/number.h"
#include "core/time.h"
#include "rules/event_of.h"
#include "rules/load_texts.h"

namespace sekisho {
namespace {

bool Matches(const LoadResult& loaded, std::string_view rule, std::string_view json) {
  const TestEvent event(json, loaded.rules.fields);
  return RuleNamed(loaded, rule).detection()->matcher.Matches(event.view());
}

constexpr char kStart[] =
    "title: A session starts\nname: start\nlogsource: {product: sekisho, category: session}\n"
    "detection:\n  start: {type: session.start}\n  condition: start\n";
constexpr char kPaid[] =
    "title: A milestone is paid\nname: paid\nlogsource: {product: sekisho, category: milestone}\n"
    "detection:\n  paid: {type: milestone.paid}\n  condition: paid\n";

TEST(Load, ResolvesNamesIdsLevelsAndAliases) {
  const LoadResult loaded = LoadTexts(
      {"title: Outer\nname: outer\ncorrelation:\n  type: temporal_ordered\n"
       "  rules: [inner, paid]\n  group-by: [who, project]\n  timespan: 2w\n"
       "  aliases: {who: {inner: account, paid: client}}\n"
       "---\ntitle: Inner\nname: inner\nid: 0af5c1d2-1111-4111-8111-111111111111\ncorrelation:\n"
       "  type: value_count\n  rules: [start]\n  group-by: account\n  timespan: 90m\n"
       "  condition: {field: [network.address, device], gte: 3, lt: 10}\n---\n" +
           std::string(kStart),
       kPaid});
  EXPECT_TRUE(loaded.diagnostics.empty()) << FormatDiagnostic(loaded.diagnostics[0]);
  ASSERT_EQ(loaded.rules.rules.size(), 4u);
  const FieldTable& fields = loaded.rules.fields;

  const CorrelationRule& inner = *RuleNamed(loaded, "inner").correlation();
  EXPECT_EQ(inner.type, CorrelationType::kValueCount);
  EXPECT_EQ(inner.level, 1);
  EXPECT_EQ(inner.timespan_ms, 90 * kMinuteMs);
  EXPECT_EQ(inner.value_fields, (std::vector<std::string>{"network.address", "device"}));
  ASSERT_EQ(inner.thresholds.size(), 2u);
  EXPECT_EQ(inner.inputs[0].group_by, std::vector<FieldId>{kFieldAccount});
  EXPECT_EQ(inner.inputs[0].values,
            (std::vector<FieldId>{fields.Find("network.address"), fields.Find("device")}));

  const CorrelationRule& outer = *RuleNamed(loaded, "outer").correlation();
  EXPECT_EQ(outer.level, 2);
  EXPECT_EQ(outer.timespan_ms, 14 * kDayMs);
  EXPECT_TRUE(outer.thresholds.empty());
  ASSERT_EQ(outer.inputs.size(), 2u);
  EXPECT_EQ(loaded.rules.rules[outer.inputs[0].rule].name, "inner");
  EXPECT_EQ(outer.group_by, (std::vector<std::string>{"who", "project"}));
  EXPECT_EQ(outer.inputs[0].group_by,
            (std::vector<FieldId>{kFieldAccount, fields.Find("project")}));
  EXPECT_EQ(outer.inputs[1].group_by,
            (std::vector<FieldId>{fields.Find("client"), fields.Find("project")}));
  EXPECT_EQ(fields.Find("who"), kNoField);
}

TEST(Load, RatioAndPresence) {
  const LoadResult loaded = LoadTexts(
      {"title: Ratio\nname: ratio\ncorrelation:\n  type: ratio\n  numerator: [paid]\n"
       "  denominator: [start, paid]\n  group-by: [account]\n  timespan: 30d\n  lag: 7d\n"
       "  minimum: {denominator: 50, numerator: 2}\n  condition: {lte: 0.02}\n"
       "---\ntitle: Presence\nname: presence\ncorrelation:\n  type: presence\n  rules: [start]\n"
       "  end: [paid]\n  group-by: [account]\n  gap: 30m\n  condition: {gte: 24h}\n---\n" +
       std::string(kStart) + "---\n" + kPaid});
  EXPECT_TRUE(loaded.diagnostics.empty());
  const CorrelationRule& ratio = *RuleNamed(loaded, "ratio").correlation();
  EXPECT_EQ(ratio.split, 1u);
  EXPECT_EQ(ratio.inputs.size(), 3u);
  EXPECT_EQ(ratio.lag_ms, 7 * kDayMs);
  EXPECT_EQ(ratio.minimum_denominator, 50);
  EXPECT_EQ(ratio.minimum_numerator, 2);
  EXPECT_EQ(ratio.thresholds[0].micros, 20'000);
  const CorrelationRule& presence = *RuleNamed(loaded, "presence").correlation();
  EXPECT_EQ(presence.split, 1u);
  EXPECT_EQ(presence.inputs.size(), 2u);
  EXPECT_EQ(presence.gap_ms, 30 * kMinuteMs);
  EXPECT_EQ(presence.timespan_ms, 0);
  EXPECT_EQ(presence.thresholds[0].micros, kDayMs * kMicro);
}

std::string Count(std::string_view name, std::string_view rule, std::string_view more) {
  return "title: Count\nname: " + std::string(name) +
         "\ncorrelation:\n  type: event_count\n  rules: [" + std::string(rule) +
         "]\n  group-by: [account]\n  timespan: 1h\n  condition: {gte: 3}\n" + std::string(more);
}

TEST(Load, InputsGiveNoFindingsUnlessGenerate) {
  const LoadResult silent = LoadTexts({Count("count", "start", ""), kStart});
  EXPECT_FALSE(RuleNamed(silent, "start").generates);
  EXPECT_TRUE(RuleNamed(silent, "count").generates);
  const LoadResult inside = LoadTexts({Count("count", "start", "  generate: true\n"), kStart});
  EXPECT_TRUE(RuleNamed(inside, "start").generates);
  const LoadResult beside = LoadTexts({Count("count", "start", "generate: true\n"), kStart});
  EXPECT_TRUE(RuleNamed(beside, "start").generates);
  const LoadResult alone = LoadTexts({kStart});
  EXPECT_TRUE(RuleNamed(alone, "start").generates);
}

std::string Section(std::string_view id, std::string_view parameters) {
  return "---\nsekisho:\n  id: " + std::string(id) +
         "\n  name: &t {en: a, ja: b, ko: c}\n  meaning: *t\n  explain: *t\n"
         "  sources: [{document: X, date: 2024-03-26, place: 1, status_in_latest: not read}]\n"
         "  audience: [platform]\n  evidence_class: network\n  grade: flag\n  sensitivity: none\n"
         "  status: computed\n  false_positives: [*t]\n  what_clears: [*t]\n  parameters:\n" +
         std::string(parameters);
}

TEST(Load, AnIndicatorGoesOnWhenAnotherFileBuildsOnIt) {
  const LoadResult loaded =
      LoadTexts({Count("b01", "start", "---\n") + kStart + Section("B01", "    {}\n"),
                 Count("outer", "b01", "")});
  EXPECT_EQ(Codes(loaded), std::vector<std::string>{});
  EXPECT_TRUE(RuleNamed(loaded, "b01").generates);
  EXPECT_FALSE(RuleNamed(loaded, "start").generates);
  EXPECT_EQ(RuleNamed(loaded, "b01").indicator, 0u);
  EXPECT_FALSE(RuleNamed(loaded, "outer").indicator.has_value());
}

TEST(Load, TheLevelOfARuleIsTheGradeOfItsFindings) {
  const auto grade = [](const std::string& level, const std::string& section) {
    return RuleNamed(LoadTexts({Count("count", "start", level + "---\n") + kStart + section}),
                     "count")
        .grade;
  };
  const std::string hard =
      Section("Z01", "    {}\n")
          .replace(Section("Z01", "    {}\n").find("grade: flag"), 11, "grade: hard");
  EXPECT_EQ(grade("", hard), "hard");
  EXPECT_EQ(grade("level: informational\n", hard), "context");
  EXPECT_EQ(grade("level: low\n", hard), "context");
  EXPECT_EQ(grade("level: medium\n", hard), "flag");
  EXPECT_EQ(grade("level: critical\n", hard), "opener");
  EXPECT_EQ(grade("", ""), "flag");
  EXPECT_EQ(grade("level: high\n", ""), "hard");
}

std::string WithParameters() {
  return "title: Count\nname: count\ncorrelation:\n  type: event_count\n  rules: [check]\n"
         "  group-by: [account]\n  timespan: $window\n  condition: {gte: $checks}\n---\n"
         "title: A check\nname: check\nlogsource: {product: sekisho, category: network}\n"
         "detection:\n  open: {type: network.check, port: [$ports, 22], product: $$ports}\n"
         "  condition: open\n" +
         Section("Z01",
                 "    window: {default: 1h, unit: duration, why: w}\n"
                 "    checks: {default: 3, unit: checks, why: w}\n"
                 "    ports: {default: [3389, 5900], unit: ports, why: w}\n");
}

TEST(Load, ParametersFillTheRulesAndCanBeOverridden) {
  const LoadResult loaded = LoadTexts({WithParameters()});
  EXPECT_EQ(Codes(loaded), std::vector<std::string>{});
  EXPECT_EQ(RuleNamed(loaded, "count").correlation()->timespan_ms, kHourMs);
  EXPECT_EQ(RuleNamed(loaded, "count").correlation()->thresholds[0].micros, 3 * kMicro);
  const auto open = [](const LoadResult& from, int port) {
    return Matches(
        from, "check",
        R"({"type":"network.check","product":"$ports","port":)" + std::to_string(port) + "}");
  };
  EXPECT_TRUE(open(loaded, 5900));
  EXPECT_TRUE(open(loaded, 22));
  EXPECT_FALSE(open(loaded, 443));
  EXPECT_EQ(loaded.rules.indicators[0].parameters[2].value, "3389, 5900");

  LoadRequest request;
  request.overrides = {{"Z01.window", "2d"}, {"Z01.checks", "5"}, {"Z01.ports", "443"}};
  const LoadResult other = LoadTexts({WithParameters()}, request);
  EXPECT_EQ(Codes(other), std::vector<std::string>{});
  EXPECT_EQ(RuleNamed(other, "count").correlation()->timespan_ms, 2 * kDayMs);
  EXPECT_TRUE(open(other, 443));
  EXPECT_FALSE(open(other, 5900));
  EXPECT_EQ(other.rules.indicators[0].parameters[0].value, "2d");
  EXPECT_EQ(other.rules.indicators[0].parameters[0].default_value, "1h");
  EXPECT_NE(RuleNamed(other, "count").version, RuleNamed(loaded, "count").version);
}

TEST(Load, TextsThatLookLikeParametersStayInFilesWithoutIndicator) {
  const LoadResult loaded =
      LoadTexts({"title: t\nname: t\nlogsource: {product: sekisho}\ndetection:\n"
                 "  it: {type: network.check, product: $ports}\n  condition: it\n"});
  EXPECT_EQ(Codes(loaded), std::vector<std::string>{});
  EXPECT_TRUE(Matches(loaded, "t", R"({"type":"network.check","product":"$ports"})"));
}

std::string VersionOf(const std::string& text, std::string_view rule = "count") {
  return RuleNamed(LoadTexts({text}), rule).version;
}

TEST(Version, IsThatOfTheMachinePart) {
  const std::string text = Count("count", "start", "---\n") + kStart;
  const std::string version = VersionOf(text);
  EXPECT_EQ(version.size(), 12u);
  EXPECT_EQ(version.find_first_not_of("0123456789abcdef"), std::string::npos);

  const auto replaced = [&](const std::string& what, const std::string& with) {
    std::string changed = text;
    changed.replace(changed.find(what), what.size(), with);
    return VersionOf(changed);
  };
  // What people read, the layout and the names of rules do not count.
  EXPECT_EQ(replaced("title: Count", "title: Another title\ndescription: x"), version);
  EXPECT_EQ(replaced("condition: {gte: 3}", "condition:\n    # why three\n    gte: 3.0"), version);
  EXPECT_EQ(replaced("A session starts", "Eine Sitzung beginnt"), version);
  EXPECT_EQ(replaced("type: session.start", "'type': 'session.start'"), version);
  // What a rule does counts, also of the rules it builds on.
  EXPECT_NE(replaced("gte: 3", "gte: 4"), version);
  EXPECT_NE(replaced("gte: 3", "gt: 3"), version);
  EXPECT_NE(replaced("1h", "2h"), version);
  EXPECT_NE(replaced("group-by: [account]", "group-by: [device]"), version);
  EXPECT_NE(replaced("session.start}", "session.end}"), version);
  EXPECT_NE(replaced(", category: session", ""), version);
}

TEST(Version, IsTheDocumentedHash) {
  // sha256("detection\nsekisho\n\n\n{2:it={4:type=13:session.start}9:condition=2:it}")
  EXPECT_EQ(VersionOf("title: t\nname: count\nlogsource: {product: sekisho}\ndetection:\n"
                      "  it: {type: session.start}\n  condition: it\n"),
            "dd7d5e20401d");
}

TEST(Load, FiltersNarrowTheNamedRules) {
  const LoadResult loaded =
      LoadTexts({std::string(kStart) +
                 "---\ntitle: Office\nlogsource: {product: sekisho}\nfilter:\n  rules: [start]\n"
                 "  selection: {device: office}\n  condition: not selection\n"});
  EXPECT_EQ(Codes(loaded), std::vector<std::string>{});
  EXPECT_TRUE(Matches(loaded, "start", R"({"type":"session.start","device":"home"})"));
  EXPECT_FALSE(Matches(loaded, "start", R"({"type":"session.start","device":"Office"})"));
  EXPECT_NE(RuleNamed(loaded, "start").version, VersionOf(kStart, "start"));
}

TEST(Load, ActionGlobalSharesValues) {
  LoadRequest request;
  request.foreign_fields = true;
  const LoadResult loaded =
      LoadTexts({"action: global\ntitle: Shared\ndetection:\n  condition: it\n"
                 "---\nname: one\nlogsource: {product: p, service: a}\ndetection:\n  it: {A: 1}\n"
                 "---\nname: two\ntitle: Own title\nlogsource: {product: p, service: b}\n"
                 "detection:\n  it: {B: 1}\n"
                 "---\naction: repeat\nname: three\nlogsource: {service: c}\n"
                 "---\naction: reset\nname: four\ntitle: Four\nlogsource: {product: q}\n"
                 "detection: {it: {D: 1}, condition: it}\n"},
                request);
  EXPECT_EQ(Codes(loaded), std::vector<std::string>{});
  EXPECT_EQ(loaded.rules.rules.size(), 4u);
  EXPECT_EQ(RuleNamed(loaded, "one").title, "Shared");
  EXPECT_EQ(RuleNamed(loaded, "two").title, "Own title");
  EXPECT_EQ(RuleNamed(loaded, "three").detection()->source.product, "p");
  EXPECT_EQ(RuleNamed(loaded, "three").detection()->source.service, "c");
  EXPECT_TRUE(Matches(loaded, "three", R"({"B":1})"));
  EXPECT_TRUE(Matches(loaded, "four", R"({"D":1})"));
}

TEST(Load, MayMatchTypeDecidesByTheTypeAlone) {
  const LoadResult loaded = LoadTexts(
      {"title: t\nname: t\nlogsource: {product: sekisho}\ndetection:\n"
       "  a: {type: [session.start, session.end]}\n  b: {device: x}\n  c: {type: 'bid.*'}\n"
       "  d: {type: work.log}\n  condition: (a and b) or (c and not d and not a)\n"});
  const Matcher& matcher = RuleNamed(loaded, "t").detection()->matcher;
  EXPECT_TRUE(matcher.MayMatchType("session.start"));
  EXPECT_TRUE(matcher.MayMatchType("SESSION.END"));
  EXPECT_TRUE(matcher.MayMatchType("bid.submitted"));
  EXPECT_FALSE(matcher.MayMatchType("work.log"));
  EXPECT_FALSE(matcher.MayMatchType("review.given"));
  // A foreign event: no type of ours, perhaps a field of that name.
  EXPECT_TRUE(matcher.MayMatchType(""));
  std::vector<FieldId> fields = matcher.fields();
  std::sort(fields.begin(), fields.end());
  EXPECT_EQ(fields, (std::vector<FieldId>{kFieldType, loaded.rules.fields.Find("device")}));
}

TEST(Load, CasesBecomeLines) {
  const LoadResult loaded = LoadTexts(
      {std::string(kStart) + Section("Z02", "    {}\n") +
       "---\ncases:\n  - name: one\n    kind: detects\n    events:\n"
       "      - {at: 1d 2h, type: session.start, account: 'u{n}', ip: 192.0.2.1,\n"
       "         repeat: {times: 2, every: 1h 30m}}\n"
       "      - {at: 0m, type: document.submission, id: own, check: {result: passed},\n"
       "         document.number: \"007\", amount: +1.5, open: True, text: \"a \\\"b\\\"\",\n"
       "         device: null, product: [a, 1]}\n"
       "    expect:\n      - {subject: u1, value: 2, first: 1d 2h, last: 2026-01-02T03:30:00Z,\n"
       "         events: 2, open: true}\n"});
  EXPECT_EQ(Codes(loaded), (std::vector<std::string>{"SK0906", "SK0906", "SK0906"}));
  ASSERT_EQ(loaded.cases.size(), 1u);
  const IndicatorCase& one = loaded.cases[0];
  EXPECT_EQ(one.kind, CaseKind::kDetects);
  ASSERT_EQ(one.lines.size(), 3u);
  EXPECT_EQ(one.lines[0],
            R"({"id":"e1","time":"2026-01-02T02:00:00Z","type":"session.start","account":"u1",)"
            R"("ip":"192.0.2.1"})");
  EXPECT_EQ(one.lines[1],
            R"({"id":"e2","time":"2026-01-02T03:30:00Z","type":"session.start","account":"u2",)"
            R"("ip":"192.0.2.1"})");
  EXPECT_EQ(one.lines[2],
            R"({"id":"own","time":"2026-01-01T00:00:00Z","type":"document.submission",)"
            R"("check.result":"passed","document.number":"007","amount":1.5,"open":true,)"
            R"("text":"a \"b\"","device":null,"product":["a",1]})");
  ASSERT_EQ(one.expected.size(), 1u);
  EXPECT_EQ(one.expected[0].subject, "u1");
  EXPECT_EQ(one.expected[0].value, "2");
  EXPECT_EQ(one.expected[0].first_ms, 1'767'225'600'000 + 26 * kHourMs);
  EXPECT_EQ(one.expected[0].last_ms, 1'767'225'600'000 + 27 * kHourMs + 30 * kMinuteMs);
  EXPECT_EQ(one.expected[0].event_count, 2);
  EXPECT_EQ(one.expected[0].open, true);
}

TEST(Load, FilesOfAFolderAreReadInOrderAndOnce) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / "sekisho_load_files";
  fs::remove_all(folder);
  fs::create_directories(folder / "b");
  fs::create_directories(folder / "empty");
  std::ofstream(folder / "b" / "2.yml") << kStart;
  std::ofstream(folder / "a.yaml") << kPaid;
  std::ofstream(folder / "notes.txt") << "no rule";
  LoadRequest request;
  request.paths = {folder.string(), (folder / "a.yaml").string(), (folder / "empty").string(),
                   (folder / "missing.yml").string()};
  const LoadResult loaded = LoadRules(request);
  ASSERT_EQ(loaded.file_status.size(), 3u);
  EXPECT_EQ(loaded.file_status[0].name, (folder / "a.yaml").string());
  EXPECT_EQ(loaded.file_status[1].name, (folder / "b" / "2.yml").string());
  EXPECT_EQ(loaded.file_status[1].rules, 1u);
  EXPECT_EQ(loaded.file_status[2].errors, 1u);
  EXPECT_EQ(Codes(loaded), (std::vector<std::string>{"SK0001", "SK0012"}));
  EXPECT_EQ(loaded.rules.rules.size(), 2u);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace sekisho
