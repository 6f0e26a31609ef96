// Foreign records → events.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "ingest/decode.h"
#include "ingest/mapping_reader.h"

namespace sekisho::testing {
namespace {

std::shared_ptr<const Mapping> Read(std::string_view text) {
  const MappingResult result = ReadMapping("test.yml", text);
  for (const Diagnostic& diagnostic : result.diagnostics) ADD_FAILURE() << diagnostic.message;
  return result.mapping;
}

std::shared_ptr<const Mapping> Shipped(const std::string& name) {
  const MappingResult result = LoadMapping(SEKISHO_SOURCE_DIR "/mappings/" + name + ".yml");
  for (const Diagnostic& diagnostic : result.diagnostics) ADD_FAILURE() << diagnostic.message;
  return result.mapping;
}

std::vector<Seen> DecodeWith(const Mapping& mapping, std::string_view text,
                             Counters* counters = nullptr, bool foreign_fields = false) {
  FieldTable fields = AllEventFields();
  for (const char* name : {"eventType", "actor.alternateId", "target.id", "action", "paper.no",
                           "paper.zone", "papers.no", "note"}) {
    fields.Intern(name);
  }
  DecoderOptions options;
  options.mapping = &mapping;
  options.foreign_fields = foreign_fields;
  return DecodeText(text, counters, fields, options);
}

using Fields = std::map<std::string, std::string>;

constexpr std::string_view kExample = R"(
mapping: example
logsource: {product: example, service: audit}
kind: kind
fields:
  id: id
  time: {from: [at, created], transform: utc_time}
  account: {from: [user.name, user.id], ignore: [unknown, "-"], transform: lower_case}
  country: {from: place, transform: country_code}
events:
  - type: session.start
    when: {kind: "login*", ok: ["true", null]}
    unless: {user.bot: "true"}
    fields: {ip: addresses, device: {constant: d0}}
  - type: repository.activity
    when: {kind: [push, clone]}
    fields:
      operation: {from: kind, values: {push: push, clone: copy}}
      visibility: {from: v, transform: upper_case}
)";

TEST(Mapping, TakesTheFirstValueAndChangesIt) {
  const auto mapping = Read(kExample);
  const std::vector<Seen> all = DecodeWith(
      *mapping,
      R"({"id":7,"created":"2026-04-01 00:10:00.25","user":{"name":"unknown","id":"ADA"},)"
      R"("kind":"login.web","place":"United States","addresses":["192.0.2.1","192.0.2.2"]})");
  ASSERT_EQ(all.size(), 1u);
  ASSERT_EQ(all[0].outcome, Outcome::kEvent) << all[0].reason;
  EXPECT_EQ(all[0].type, "session.start");
  EXPECT_EQ(all[0].time_ms, 1775002200250);
  EXPECT_EQ(all[0].source, "sekisho/session//example//audit/");
  EXPECT_EQ(all[0].fields, (Fields{{"id", "\"7\""},
                                   {"time", "\"2026-04-01 00:10:00.25Z\""},
                                   {"type", "\"session.start\""},
                                   {"account", "\"ada\""},
                                   {"country", "\"US\""},
                                   {"ip", "\"192.0.2.1\""},
                                   {"device", "\"d0\""}}));
}

TEST(Mapping, TellsKindsApart) {
  const auto mapping = Read(kExample);
  const auto type_of = [&](std::string_view more) {
    const std::vector<Seen> all = DecodeWith(
        *mapping, R"({"at":1775002200000,"user":{"name":"a"},)" + std::string(more) + "}");
    return all[0].outcome == Outcome::kSkipped ? "not mapped" : all[0].type;
  };
  EXPECT_EQ(type_of(R"("kind":"login")"), "session.start");
  EXPECT_EQ(type_of(R"("kind":"login","ok":true)"), "session.start");
  EXPECT_EQ(type_of(R"("kind":"login","ok":"")"), "session.start");
  EXPECT_EQ(type_of(R"("kind":"login","ok":false)"), "not mapped");
  EXPECT_EQ(type_of(R"("kind":"login","USER":{"Bot":true})"), "not mapped");
  EXPECT_EQ(type_of(R"("kind":"Login")"), "not mapped");
  EXPECT_EQ(type_of(R"("KIND":"push")"), "repository.activity");
  EXPECT_EQ(type_of(R"("kind":["push","x"])"), "repository.activity");
  EXPECT_EQ(type_of(R"("kind":"pushed")"), "not mapped");
  EXPECT_EQ(type_of(R"("kind":{"a":1})"), "not mapped");
  EXPECT_EQ(type_of(R"("x":1)"), "not mapped");
}

TEST(Mapping, CountsWhatIsNotMappedByKind) {
  Counters counters;
  const std::string text =
      "{\"kind\":\"other\"}\n{\"kind\":\"other\"}\n{\"a\":1}\n"
      "{\"kind\":\"push\",\"at\":1,\"user\":{\"name\":\"a\"}}\n{\"kind\":\"push\"}\nbroken\n";
  DecodeWith(*Read(kExample), text, &counters);
  const std::map<std::string, uint64_t, std::less<>> kCounts = {{"other", 2}, {"(no kind)", 1}};
  EXPECT_EQ(counters.not_mapped.counts(), kCounts);
  EXPECT_EQ(counters.records, 6u);
  EXPECT_EQ(counters.events, 1u);
  EXPECT_EQ(counters.rejects, 2u);  // a push without time and account, and a broken line
  EXPECT_EQ(counters.unknown_fields.total(), 0u);
}

TEST(Mapping, SaysWhereABadValueCameFrom) {
  const std::vector<Seen> all =
      DecodeWith(*Read(kExample), R"({"kind":"push","at":"redacted","user":{"name":"a"}})");
  ASSERT_EQ(all[0].outcome, Outcome::kRejected);
  EXPECT_EQ(all[0].column, 21u);
  EXPECT_NE(all[0].reason.find("\"redacted\" cannot be read"), std::string::npos) << all[0].reason;
  EXPECT_NE(all[0].reason.find("(mapped from \"at\")"), std::string::npos) << all[0].reason;
}

TEST(Mapping, ReadsTimesInManyForms) {
  const auto mapping = Read(R"(
mapping: times
logsource: {product: times}
fields:
  account: a
  time: {from: utc, transform: utc_time}
events:
  - {type: session.start, when: {k: utc}}
  - {type: session.end, when: {k: s}, fields: {time: {from: s, transform: epoch_seconds}}}
)");
  const struct {
    const char* record;
    int64_t time_ms;
  } kCases[] = {
      {R"("k":"utc","utc":"2022-03-22 14:21:53.225")", 1647958913225},
      {R"("k":"utc","utc":"2024-05-02 18:46:21.121000000")", 1714675581121},
      {R"("k":"utc","utc":"2022-03-22T14:21:53")", 1647958913000},
      {R"("k":"utc","utc":"2022-03-22T14:21:53Z")", 1647958913000},
      {R"("k":"utc","utc":"2022-03-22T14:21:53+09:00")", 1647926513000},
      {R"("k":"utc","utc":"2022-03-22T14:21:53-09:00")", 1647991313000},
      {R"("k":"utc","utc":1621305118553)", 1621305118553},
      {R"("k":"utc","utc":1621305118553.0)", 1621305118553},
      {R"("k":"utc","utc":"1621305118553")", 1621305118553},
      {R"("k":"s","s":1621305118)", 1621305118000},
      {R"("k":"s","s":1621305118.5539)", 1621305118553},
      {R"("k":"s","s":"1621305118.5")", 1621305118500},
      {R"("k":"s","s":"2022-03-22T14:21:53Z")", 1647958913000},
  };
  for (const auto& c : kCases) {
    const std::vector<Seen> all =
        DecodeWith(*mapping, "{\"a\":\"u\"," + std::string(c.record) + "}");
    ASSERT_EQ(all[0].outcome, Outcome::kEvent) << c.record << all[0].reason;
    EXPECT_EQ(all[0].time_ms, c.time_ms) << c.record;
  }
}

TEST(Mapping, LetsForeignRulesSeeTheRecord) {
  const auto okta = Shipped("okta");
  const std::string record =
      R"({"published":"2026-04-01T00:10:00Z","eventType":"user.session.start",)"
      R"("actor":{"alternateId":"Ada@example.com"},"target":[{"id":"1"},{"id":"2"}]})";
  const Seen own = DecodeWith(*okta, record)[0];
  EXPECT_EQ(own.fields.count("eventType"), 0u);
  const Seen both = DecodeWith(*okta, record, nullptr, true)[0];
  EXPECT_EQ(both.source, "sekisho/session//okta//okta/");
  EXPECT_EQ(both.fields.at("account"), "\"ada@example.com\"");
  EXPECT_EQ(both.fields.at("eventType"), "\"user.session.start\"");
  EXPECT_EQ(both.fields.at("actor.alternateId"), "\"Ada@example.com\"");
  EXPECT_EQ(both.fields.at("target.id"), "[\"1\",\"2\",]");
}

TEST(Mapping, HandsOutRecordsThatOnlyForeignRulesCanUse) {
  const auto okta = Shipped("okta");
  const std::string record =
      R"({"published":"2026-04-01T00:10:00Z","eventType":"system.api_token.create",)"
      R"("actor":{"alternateId":"Ada@example.com"}})";
  EXPECT_EQ(DecodeWith(*okta, record)[0].outcome, Outcome::kSkipped);
  Counters counters;
  const Seen seen = DecodeWith(*okta, record, &counters, true)[0];
  EXPECT_EQ(seen.outcome, Outcome::kEvent);
  EXPECT_EQ(seen.type, "");
  EXPECT_EQ(seen.source, "///okta//okta/");
  EXPECT_EQ(seen.time_ms, 1775002200000);
  EXPECT_EQ(seen.fields.at("account"), "\"ada@example.com\"");
  EXPECT_EQ(seen.fields.at("eventType"), "\"system.api_token.create\"");
  EXPECT_EQ(counters.not_mapped.total(), 1u);
  // Without a time it has no place among the events; that is no error.
  const std::string timeless = R"({"eventType":"x","published":"redacted"})";
  EXPECT_EQ(DecodeWith(*okta, timeless, nullptr, true)[0].outcome, Outcome::kSkipped);
}

TEST(Mapping, NeverReadsForbiddenFields) {
  Counters counters;
  const std::vector<Seen> all =
      DecodeWith(*Read(kExample), R"({"kind":"push","at":1,"user":{"name":"a","nationality":"x"}})",
                 &counters, true);
  EXPECT_EQ(all[0].raw, R"({"kind":"push","at":1,"user":{"name":"a","nationality":null}})");
  EXPECT_EQ(counters.forbidden_fields.total(), 1u);
}

TEST(Mapping, ReadsCsvRecords) {
  const auto mapping = Read(kExample);
  DecoderOptions options;
  options.fields = &AllEventFields();
  options.mapping = mapping.get();
  Decoder decoder(options);
  auto header = std::make_shared<CsvHeader>();
  header->names = {"at", "user.name", "kind", "ok"};
  const Block block =
      MakeBlock("1775002200000,Ada,login,\n1,Bob,login,false\n", Format::kCsv, header);
  const std::vector<Seen> all = DecodeBlock(block, &decoder, AllEventFields());
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].fields.at("account"), "\"ada\"");
  EXPECT_EQ(all[1].outcome, Outcome::kSkipped);
}

TEST(ShippedMappings, ReadGithubRecords) {
  const auto github = Shipped("github");
  const Seen push = DecodeWith(
      *github,
      R"({"@timestamp":1775002200000,"action":"git.push","actor":"Ada","repo":"example/app",)"
      R"("org":"example","actor_ip":"192.0.2.1","actor_location":{"country_code":"jp"}})")[0];
  ASSERT_EQ(push.outcome, Outcome::kEvent) << push.reason;
  EXPECT_EQ(push.fields, (Fields{{"account", "\"ada\""},
                                 {"country", "\"JP\""},
                                 {"ip", "\"192.0.2.1\""},
                                 {"operation", "\"push\""},
                                 {"organization", "\"example\""},
                                 {"repository", "\"example/app\""},
                                 {"time", "1775002200000"},
                                 {"type", "\"repository.activity\""}}));
  const Seen member = DecodeWith(
      *github, R"({"created_at":"2026-04-01 00:10:00.000","action":"org.add_member","actor":"Ada",)"
               R"("user":"Bob","org":"example","permission":"admin"})")[0];
  EXPECT_EQ(member.fields.at("operation"), "\"add_member\"");
  EXPECT_EQ(member.fields.at("other_account"), "\"bob\"");
  EXPECT_EQ(member.fields.at("role"), "\"admin\"");
  EXPECT_EQ(DecodeWith(*github, R"({"action":"git.push","actor":"","created_at":1})")[0].outcome,
            Outcome::kSkipped);
}

TEST(ShippedMappings, ReadOktaRecords) {
  const auto okta = Shipped("okta");
  const auto decode = [&](const std::string& kind, const std::string& result) {
    return DecodeWith(*okta, R"({"published":"2026-04-01T00:10:00.000Z","eventType":")" + kind +
                                 R"(","outcome":{"result":")" + result +
                                 R"("},"actor":{"id":"00u1","alternateId":"ada@example.com"},)"
                                 R"("client":{"ipAddress":"192.0.2.1","geographicalContext":)"
                                 R"({"country":"Japan"}},"authenticationContext":)"
                                 R"({"externalSessionId":"s1"},"uuid":"u-1"})")[0];
  };
  const Seen start = decode("user.session.start", "SUCCESS");
  ASSERT_EQ(start.outcome, Outcome::kEvent) << start.reason;
  EXPECT_EQ(start.fields, (Fields{{"account", "\"ada@example.com\""},
                                  {"country", "\"JP\""},
                                  {"id", "\"u-1\""},
                                  {"ip", "\"192.0.2.1\""},
                                  {"service", "\"work\""},
                                  {"session", "\"s1\""},
                                  {"time", "\"2026-04-01T00:10:00.000Z\""},
                                  {"type", "\"session.start\""}}));
  EXPECT_EQ(decode("user.session.end", "SUCCESS").type, "session.end");
  EXPECT_EQ(decode("user.authentication.sso", "SUCCESS").type, "session.activity");
  EXPECT_EQ(decode("user.session.start", "FAILURE").outcome, Outcome::kSkipped);
  EXPECT_EQ(decode("user.session.impersonation.grant", "SUCCESS").outcome, Outcome::kSkipped);
}

// Records that nobody here wrote; SEKISHO_DATA names the folder that has them.
TEST(ShippedMappings, ReadTheRecordsOfTheVendors) {
  const char* data = std::getenv("SEKISHO_DATA");
  if (data == nullptr) GTEST_SKIP() << "SEKISHO_DATA is not set";
  for (const std::string name : {"okta", "github"}) {
    std::string path = data;
    path.append("/vendor/").append(name).append(name == "okta" ? "_system" : "_audit");
    std::ifstream file(path.append("_log.ndjson"));
    std::ostringstream text;
    text << file.rdbuf();
    ASSERT_FALSE(text.str().empty()) << name;
    Counters counters;
    const std::vector<Seen> all = DecodeWith(*Shipped(name), text.str(), &counters);
    EXPECT_GT(counters.events, name == "okta" ? 5u : 20u);
    EXPECT_EQ(counters.records, counters.events + counters.rejects + counters.not_mapped.total());
    for (const Seen& seen : all) {
      // A record of a mapped kind that lacks its time is the only thing refused.
      if (seen.outcome != Outcome::kRejected) continue;
      EXPECT_EQ(seen.reason, "the event has no \"time\"");
    }
  }
}

// With the number and the zone of a paper below `path`.
std::shared_ptr<const Mapping> PapersIn(const std::string& path) {
  std::string text = R"(
mapping: papers
logsource: {product: papers}
fields:
  time: at
  account: user
events:
  - type: document.submission
    when: {kind: "*"}
    fields: {document.type: kind, document.number: )";
  text.append(path).append(".no, document.mrz: ").append(path).append(".zone}\n");
  return Read(text);
}

TEST(Mapping, RulesReadNoNumberOfAPaperUnderItsForeignName) {
  const auto mapping = PapersIn("paper");
  const std::vector<Seen> all =
      DecodeWith(*mapping,
                 R"({"at":"2026-04-01T00:10:00Z","user":"u1","kind":"passport","note":"TK1234567",)"
                 R"("paper":{"no":"TK1234567","zone":"P<UTO"}})"
                 "\n"
                 R"({"at":"2026-04-01T00:10:00Z","user":"u1","kind":"other","note":"x",)"
                 R"("paper":{"no":"621498320257"}})",
                 nullptr, true);
  ASSERT_EQ(all.size(), 2u);
  ASSERT_EQ(all[0].outcome, Outcome::kEvent) << all[0].reason;
  EXPECT_EQ(all[0].fields.at("document.number"), "\"TK1234567\"") << "shown as a hash only";
  for (const char* hidden : {"paper.no", "paper.zone", "note"}) {
    EXPECT_EQ(all[0].fields.at(hidden), "\"••••\"") << hidden;
  }
  EXPECT_EQ(all[0].raw.find("P<UTO"), std::string::npos);
  EXPECT_EQ(all[1].fields.at("document.number"), "\"••••\"");
  EXPECT_EQ(all[1].fields.at("paper.no"), "\"••••\"");
  EXPECT_EQ(all[1].fields.at("note"), "\"x\"");
  EXPECT_EQ(all[1].raw.find("6214"), std::string::npos);
}

TEST(Mapping, AListWithTheNumberOfAPaperIsTakenOutWhole) {
  const auto mapping = PapersIn("papers");
  for (const char* const papers : {
           R"([{"no":"621498320257"}])",
           R"([{"tags":["a"],"no":"621498320257"}])",
           R"([{"note":"a] \"b]","no":"621498320257"},{"no":"621498320257"}])",
           R"([{"zone":"P<UTO","no":"621498320257"}])",
           R"([{"nationality":["x"],"no":"621498320257"}])",
       }) {
    const std::vector<Seen> all =
        DecodeWith(*mapping,
                   R"({"at":"2026-04-01T00:10:00Z","user":"u1","kind":"k","papers":)" +
                       std::string(papers) + R"(,"note":"x"})",
                   nullptr, true);
    ASSERT_EQ(all.size(), 1u);
    ASSERT_EQ(all[0].outcome, Outcome::kEvent) << all[0].reason;
    EXPECT_EQ(all[0].raw,
              R"({"at":"2026-04-01T00:10:00Z","user":"u1","kind":"k","papers":null,"note":"x"})")
        << papers;
    EXPECT_EQ(all[0].fields.at("document.number"), "\"••••\"");
    EXPECT_EQ(all[0].fields.at("papers.no"), "\"••••\"");
  }
}

}  // namespace
}  // namespace sekisho::testing
