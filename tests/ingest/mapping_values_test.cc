// How a mapping takes values out of lists of names and values, changes and compares them.
#include <gtest/gtest.h>

#include "ingest/decode.h"
#include "ingest/mapping_reader.h"

namespace sekisho::testing {
namespace {

std::shared_ptr<const Mapping> Read(std::string_view text) {
  const MappingResult result = ReadMapping("test.yml", text);
  for (const Diagnostic& diagnostic : result.diagnostics) ADD_FAILURE() << diagnostic.message;
  return result.mapping;
}

std::vector<Seen> DecodeWith(const Mapping& mapping, std::string_view text,
                             Counters* counters = nullptr) {
  DecoderOptions options;
  options.mapping = &mapping;
  return DecodeText(text, counters, AllEventFields(), options);
}

using Fields = std::map<std::string, std::string>;

constexpr std::string_view kPairs = R"(
mapping: pairs
logsource: {product: example}
pairs: {list: {name: Name, value: [text, flag, many]}, deep.list: {name: n, value: v}}
fields:
  time: at
  account: {from: [list.who, deep.list.who], transform: [after_colon, before_at, upper_case]}
events:
  - type: meeting.held
    when: {list.Kind: call}
    fields:
      minutes: {from: list.seconds, transform: whole_minutes}
      meeting.attended: list.there
      project: list.many
  - type: session.start
    when: {deep.list.serial: {same_as: issued}}
  - type: session.end
    when: {issued: {same_as: deep.list.nothing}}
)";

TEST(Mapping, ReadsListsOfNamesAndValues) {
  const auto mapping = Read(kPairs);
  const Seen seen = DecodeWith(
      *mapping,
      R"({"at":1,"LIST":[{"name":"WHO","text":"x:y:ada@example.com"},)"
      R"({"text":"call","name":"kind"},)"
      R"({"name":"seconds","text":"119.9"},{"name":"there","text":"","flag":true},)"
      R"({"name":"many","many":["a","b"]},{"name":"who","text":"second"},{"name":"alone"},)"
      R"({"text":"nameless"},"bare",{"name":"Seconds","text":"60"}]})")[0];
  ASSERT_EQ(seen.outcome, Outcome::kEvent) << seen.reason;
  EXPECT_EQ(seen.fields, (Fields{{"account", "\"ADA\""},
                                 {"meeting.attended", "true"},
                                 {"minutes", "1"},
                                 {"project", "\"a\""},
                                 {"time", "1"},
                                 {"type", "\"meeting.held\""}}));
}

TEST(Mapping, DropsForbiddenPairsWithTheirValues) {
  Counters counters;
  const Seen seen = DecodeWith(
      *Read(kPairs),
      R"({"at":1,"list":[{"name":"who","text":"ada"},{"name":"kind","text":"call"},)"
      R"({"name":"Nationality","text":"XX"} ,{"text":{"race":1,"a":"YY"},"name":"religion"}]})",
      &counters)[0];
  ASSERT_EQ(seen.outcome, Outcome::kEvent) << seen.reason;
  EXPECT_EQ(seen.raw,
            R"({"at":1,"list":[{"name":"who","text":"ada"},{"name":"kind","text":"call"},)"
            R"(null ,null]})");
  EXPECT_EQ(counters.forbidden_fields.total(), 3u);
}

TEST(Mapping, ComparesTwoPathsOfARecord) {
  const auto mapping = Read(kPairs);
  const auto decode = [&](const std::string& read, const std::string& issued) {
    return DecodeWith(*mapping,
                      R"({"at":1,"deep":{"list":[{"n":"who","v":"ada"},{"n":"serial","v":)" + read +
                          R"(}]},"issued":)" + issued + "}")[0]
        .type;
  };
  EXPECT_EQ(decode("\" sn-1\"", "\"SN-1 \""), "session.start");
  EXPECT_EQ(decode("\"SN-1\"", "\"SN-2\""), "");
  EXPECT_EQ(decode("\"\"", "\"\""), "");
  EXPECT_EQ(decode("null", "null"), "");
  EXPECT_EQ(decode("7", "\"7\""), "session.start");
}

TEST(Mapping, WhatATransformLeavesEmptyIsNoValue) {
  const auto mapping = Read(R"(
mapping: example
logsource: {product: example}
fields:
  time: at
  account: {from: [a, b], transform: [after_colon, before_at]}
  minutes: {from: s, transform: whole_minutes}
events:
  - type: work.log
    when: {at: "*"}
)");
  const auto decode = [&](const std::string& a, const std::string& seconds) {
    return DecodeWith(*mapping, R"({"at":1,"a":)" + a + R"(,"b":"bob","s":)" + seconds + "}")[0];
  };
  EXPECT_EQ(decode("\"x:\"", "60").fields.at("account"), "\"bob\"");
  EXPECT_EQ(decode("\"@x\"", "60").fields.at("account"), "\"bob\"");
  EXPECT_EQ(decode("\"ada\"", "3600.5").fields.at("minutes"), "60");
  EXPECT_EQ(decode("\"ada\"", "\"an hour\"").outcome, Outcome::kRejected);
  EXPECT_EQ(decode("\"ada\"", "-60").fields.at("minutes"), "-60");
}

TEST(Mapping, TakesTheRepositoryOutOfAnAddress) {
  const auto mapping = Read(R"(
mapping: example
logsource: {product: example}
fields: {time: at, account: who, operation: what, repository: {from: url, transform: repository}}
events:
  - type: repository.activity
    when: {what: push}
)");
  const auto decode = [&](const std::string& url) {
    const Seen seen =
        DecodeWith(*mapping, R"({"at":1,"who":"a","what":"push","url":")" + url + R"("})")[0];
    const auto found = seen.fields.find("repository");
    return found == seen.fields.end() ? "none" : found->second;
  };
  EXPECT_EQ(decode("https://github.com/example/app/commit/1"), "\"example/app\"");
  EXPECT_EQ(decode("https://api.github.com/repos/example/app/commits/1"), "\"example/app\"");
  EXPECT_EQ(decode("https://git.example.com/example/app?tab=1"), "\"example/app\"");
  EXPECT_EQ(decode("https://git.example.com/example/app"), "\"example/app\"");
  for (const char* url : {"example/app", "https://git.example.com", "https://git.example.com/",
                          "https://git.example.com/example", "https://git.example.com/example/",
                          "https://git.example.com//app"}) {
    EXPECT_EQ(decode(url), "none") << url;
  }
}

}  // namespace
}  // namespace sekisho::testing
