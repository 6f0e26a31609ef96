// Which rules could hold: what really was found was possible.
#include "engine/possible.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "ingest/decode.h"
#include "rules/load.h"

namespace sekisho {
namespace {

using Fields = std::map<std::string, std::set<std::string>>;  // values by field
constexpr size_t kValuesMax = 6;

std::string Unquoted(const std::string& text) {
  return text.size() >= 2 && text.front() == '"' ? text.substr(1, text.size() - 2) : text;
}

// What the events of the lines have; of fields with few texts these too if asked for.
std::vector<KnownEvents> KnownOf(const std::vector<std::string>& lines, bool with_values) {
  std::map<std::string, Fields> types;
  for (const std::string& line : lines) {
    const testing::Seen seen = testing::DecodeLine(line);
    if (seen.outcome != Outcome::kEvent) continue;
    Fields& fields = types[seen.type];
    for (const auto& [field, value] : seen.fields) fields[field].insert(value);
  }
  std::vector<KnownEvents> all;
  for (const auto& [type, fields] : types) {
    KnownEvents& known = all.emplace_back();
    known.type = type;
    for (const auto& [field, values] : fields) {
      known.fields.push_back(field);
      const FieldSpec* const spec = FindField(field);
      if (!with_values || field == "type" || spec->kind != FieldKind::kText) continue;
      if (values.size() > kValuesMax) continue;
      std::vector<std::string> texts;
      for (const std::string& value : values) texts.push_back(Unquoted(value));
      // Some events may be without it.
      if (values.size() > 1) known.values.emplace_back(field, texts);
    }
  }
  return all;
}

const LoadResult& Catalogue() {
  static const LoadResult loaded = [] {
    LoadRequest request;
    request.paths = {SEKISHO_SOURCE_DIR "/indicators"};
    return LoadRules(request);
  }();
  return loaded;
}

bool AnyCanHold(const LoadResult& loaded, size_t indicator, const std::vector<KnownEvents>& known) {
  PossibleRules possible(loaded.rules, known, ListParts::Everything());
  for (RuleIndex rule = 0; rule < loaded.rules.rules.size(); ++rule) {
    const Rule& its = loaded.rules.rules[rule];
    if (its.indicator != indicator || !its.generates) continue;
    const RuleLack* const lack = possible.LackOf(rule);
    if (lack == nullptr || lack->one_sided) return true;
  }
  return false;
}

TEST(PossibleRules, HoldWhereverTheCatalogueFindsSomething) {
  size_t looked_at = 0;
  for (const IndicatorCase& test : Catalogue().cases) {
    if (test.expected.empty()) continue;
    ++looked_at;
    for (const bool with_values : {false, true}) {
      EXPECT_TRUE(AnyCanHold(Catalogue(), test.indicator, KnownOf(test.lines, with_values)))
          << Catalogue().rules.indicators[test.indicator].id << " " << test.name << with_values;
    }
  }
  EXPECT_GT(looked_at, 100u);
}

TEST(PossibleRules, NoneHoldsWithoutEvents) {
  PossibleRules possible(Catalogue().rules, {}, ListParts::Everything());
  for (RuleIndex rule = 0; rule < Catalogue().rules.rules.size(); ++rule) {
    const RuleLack* const lack = possible.LackOf(rule);
    ASSERT_NE(lack, nullptr) << Catalogue().rules.rules[rule].name;
    EXPECT_FALSE(lack->types.empty() && lack->fields.empty()) << Catalogue().rules.rules[rule].name;
  }
}

// A fact of the history that nothing is known about would count as known by any event.
TEST(PossibleRules, KnowWhatHistoryIsMadeOf) {
  const std::set<std::string_view> of_any_event = {"profile.age_days", "profile.age_class",
                                                   "profile.days_since_activity"};
  for (const FieldSpec& field : AllFields()) {
    if (field.origin != FieldOrigin::kProfile) continue;
    EXPECT_EQ(HistoryNeeds(field.name).empty(), of_any_event.contains(field.name)) << field.name;
    for (const auto& group : HistoryNeeds(field.name)) {
      for (const HistorySource& source : group) {
        EXPECT_TRUE(source.type.empty() || FindEventType(source.type)) << source.type;
        EXPECT_TRUE(source.field.empty() || FindField(source.field)) << source.field;
      }
    }
  }
}

std::string LackOf(const std::string& detection, const std::string& more,
                   const std::vector<KnownEvents>& known) {
  LoadRequest request;
  request.texts.push_back(
      {"t.yml", "title: t\nname: d\nlogsource: {product: sekisho}\ndetection: " + detection +
                    "\n---\ntitle: c\nname: c\ncorrelation: " + more});
  const LoadResult loaded = LoadRules(request);
  PossibleRules possible(loaded.rules, known, ListParts::Everything());
  const RuleLack* const lack = possible.LackOf(1);
  if (lack == nullptr) return "nothing";
  std::string text = lack->type + ":";
  for (const std::string& type : lack->types) text += " " + type;
  for (const std::string& field : lack->fields) text += " " + field;
  return text + (lack->one_sided ? " (one-sided)" : "");
}

TEST(PossibleRules, NameWhatIsLacking) {
  const std::string addresses =
      "{type: value_count, rules: [d], group-by: [account], timespan: 1h, "
      "condition: {field: network.address, gte: 2}}";
  const std::string starts = "{x: {type: session.start}, condition: x}";
  EXPECT_EQ(LackOf(starts, addresses, {}), ": session.start");
  EXPECT_EQ(LackOf(starts, addresses, {{"session.start", {"account"}, {}}}), "session.start: ip");
  EXPECT_EQ(LackOf(starts, addresses, {{"session.start", {"account", "ip"}, {}}}), "nothing");

  const std::string count =
      "{type: event_count, rules: [d], group-by: [account], timespan: 1h, condition: {gte: 2}}";
  const std::string moves = "{x: {type: profile.change, field: address}, condition: x}";
  const std::vector<std::string> fields = {"account", "field", "value"};
  EXPECT_EQ(LackOf(moves, count, {{"profile.change", fields, {{"field", {"name", "email"}}}}}),
            "profile.change: field = …");
  EXPECT_EQ(LackOf(moves, count, {{"profile.change", fields, {{"field", {"name", "address"}}}}}),
            "nothing");

  const std::string others =
      "{type: ratio, numerator: [d], denominator: [e], group-by: [account], timespan: 1d, "
      "minimum: {denominator: 5}, condition: {lte: 1}}\n---\ntitle: e\nname: e\n"
      "logsource: {product: sekisho}\ndetection: {x: {type: bid.submitted}, condition: x}";
  const std::string awards = "{x: {type: award.granted}, condition: x}";
  EXPECT_EQ(LackOf(awards, others, {{"bid.submitted", {"account"}, {}}}),
            ": award.granted (one-sided)");
  EXPECT_EQ(LackOf(awards, others, {{"award.granted", {"account"}, {}}}), ": bid.submitted");

  const std::string pairs =
      "{type: event_count, rules: [d], group-by: [pair], timespan: 1d, condition: {gte: 1}}";
  const std::string shared = "{x: {type: link.new, link.kind: document}, condition: x}";
  EXPECT_EQ(LackOf(shared, pairs, {{"session.start", {"account", "device"}, {}}}),
            ": document.submission");
  EXPECT_EQ(LackOf(shared, pairs, {{"document.submission", {"account", "document.type"}, {}}}),
            "document.submission: document.number");
}

}  // namespace
}  // namespace sekisho
