#include <gtest/gtest.h>

#include <string>

#include "core/limits.h"
#include "ingest/decode.h"

namespace sekisho::testing {
namespace {

constexpr std::string_view kGood =
    R"({"time":"2026-04-01T09:05:00Z","type":"session.start","account":"u1"})";

std::string With(std::string_view more) {
  return R"({"time":"2026-04-01T09:05:00Z","type":"session.start","account":"u1",)" +
         std::string(more) + "}";
}

TEST(JsonDecoder, ReadsAnEvent) {
  const Seen seen =
      DecodeLine(R"({"id":"e1","time":"2026-04-01T09:05:00.250+09:00","sequence":7,)"
                 R"("type":"document.submission",)"
                 R"("account":"u1","document":{"type":"passport","number":"X1","expires":null},)"
                 R"("check":{"method":"ic_chip"},"note":"kept"})");
  EXPECT_EQ(seen.outcome, Outcome::kEvent);
  EXPECT_EQ(seen.type, "document.submission");
  EXPECT_EQ(seen.time_ms, 1775001900250);
  EXPECT_EQ(seen.source, "sekisho/document//");
  const std::map<std::string, std::string> kFields = {{"id", "\"e1\""},
                                                      {"time", "\"2026-04-01T09:05:00.250+09:00\""},
                                                      {"sequence", "7"},
                                                      {"type", "\"document.submission\""},
                                                      {"account", "\"u1\""},
                                                      {"document.type", "\"passport\""},
                                                      {"document.number", "\"X1\""},
                                                      {"document.expires", "null"},
                                                      {"check.method", "\"ic_chip\""}};
  EXPECT_EQ(seen.fields, kFields);
}

TEST(JsonDecoder, ReadsDottedNamesLikeNestedOnes) {
  const Seen seen = DecodeLine(With(R"("payout.kind":"bank")"));
  EXPECT_EQ(seen.fields.at("payout.kind"), "\"bank\"");
}

struct ValueCase {
  const char* more;
  const char* field;
  const char* shown;
};

TEST(JsonDecoder, ReadsValuesByTheKindOfTheirField) {
  const ValueCase kCases[] = {
      {R"("account2":1,"session":1001)", "session", "\"1001\""},
      {R"("session":"1001")", "session", "\"1001\""},
      {R"("amount":12.50)", "amount", "12.50"},
      {R"("amount":"12.50")", "amount", "12.50"},
      {R"("amount":-1e3)", "amount", "-1e3"},
      {R"("amount":null)", "amount", "null"},
      {R"("open":true)", "open", "true"},
      {R"("open":"false")", "open", "false"},
      {R"("text":"a\"b\\c\/\b\f\n\r\tA")", "text", "\"a\"b\\c/\b\f\n\r\tA\""},
      {R"("text":"\u00e9\u3042\ud83d\ude00")", "text", "\"éあ😀\""},
      {R"("text":"")", "text", "\"\""},
      {R"("text":5)", "text", "5"},
      {R"( "text" : "spaced" )", "text", "\"spaced\""},
      {R"("te\u0078t":"escaped name")", "text", "\"escaped name\""},
  };
  for (const ValueCase& c : kCases) {
    const Seen seen = DecodeLine(With(c.more));
    ASSERT_EQ(seen.outcome, Outcome::kEvent) << c.more << ": " << seen.reason;
    EXPECT_EQ(seen.fields.at(c.field), c.shown) << c.more;
  }
}

struct RejectCase {
  std::string line;
  uint32_t column;
  const char* reason;  // a part of it
};

void ExpectRejects(const std::vector<RejectCase>& cases) {
  for (const RejectCase& c : cases) {
    // In the middle of good lines, which must not be touched.
    const std::string text = std::string(kGood) + "\n" + c.line + "\n" + std::string(kGood) + "\n";
    const std::vector<Seen> all = DecodeText(text);
    ASSERT_EQ(all.size(), 3u) << c.line;
    EXPECT_EQ(all[0].outcome, Outcome::kEvent) << c.line;
    EXPECT_EQ(all[1].outcome, Outcome::kRejected) << c.line;
    EXPECT_NE(all[1].reason.find(c.reason), std::string::npos)
        << c.line << "\n says: " << all[1].reason;
    EXPECT_EQ(all[1].column, c.column) << c.line << "\n says: " << all[1].reason;
    EXPECT_EQ(all[1].line, 2u) << c.line;
    EXPECT_EQ(all[1].raw, c.line);
    EXPECT_EQ(all[2].outcome, Outcome::kEvent) << c.line;
  }
}

TEST(JsonDecoder, RejectsBrokenText) {
  ExpectRejects({
      {R"({"time":1,"type":"session.st)", 18, "not closed"},
      {R"({"time":1,"type")", 17, "ends where a colon"},
      {R"({"time":1,"type":)", 18, "ends where a value"},
      {R"({"time":1,)", 11, "ends where the name of a field"},
      {R"({"time":1)", 10, "ends where a comma or }"},
      {R"({"time":1,})", 11, "the name of a field"},
      {R"({time:1})", 2, "the name of a field"},
      {R"({'time':1})", 2, "the name of a field"},
      {R"({"time" 1})", 9, "a colon"},
      {R"({"time":1 "type":2})", 11, "a comma or }"},
      {R"([1,2])", 1, "one JSON object"},
      {R"("text")", 1, "one JSON object"},
      {R"({"a":1}{"b":2})", 8, "one event per line"},
      {R"({"a":1},)", 8, "one event per line"},
      {R"({"a":[1,]})", 9, "a JSON value"},
      {R"({"a":[1})", 8, "a comma or ]"},
      {R"({"a":[)", 7, "ends where a value"},
      {R"({"a":{"b":1)", 12, "a comma or }"},
      {R"({"a":tru})", 6, "a JSON value"},
      {R"({"a":NaN})", 6, "a JSON value"},
      {R"({"a":Infinity})", 6, "a JSON value"},
      {R"({"a":-Infinity})", 6, "a number as JSON"},
      {R"({"a":01})", 6, "a number as JSON"},
      {R"({"a":1.})", 6, "a number as JSON"},
      {R"({"a":1e})", 6, "a number as JSON"},
      {R"({"a":+1})", 6, "a JSON value"},
      {R"({"a":0x1f})", 6, "a number as JSON"},
      {R"({"a":1e400})", 6, "too large"},
      {R"({"a":-1e400})", 6, "too large"},
      {R"({"a":1"b"})", 6, "a number as JSON"},
      {R"({"a":"\x41"})", 7, "escape"},
      {R"({"a":"\u12"})", 7, "escape"},
      {R"({"a":"x\ud800"})", 8, "surrogate"},
      {R"({"a":"\udc00\ud800"})", 7, "surrogate"},
      {std::string("{\"a\":\"x\x01\"}"), 8, "control character 0x01"},
      {std::string("{\"a\":\"x\0\"}", 10), 8, "control character 0x00"},
      {std::string("{\"a\":\0}", 7), 6, "a JSON value"},
      {std::string("\0\0\0", 3), 1, "one JSON object"},
      {"{\"a\":\"\xff\"}", 7, "0xFF is not UTF-8"},
      {"{\"a\":\"\xed\xa0\x80\"}", 7, "0xED is not UTF-8"},
      {"{\"a\":\"\xc0\x80\"}", 7, "0xC0 is not UTF-8"},
      {"{\"a\":\"\xe3\x81\"}", 7, "0xE3 is not UTF-8"},
      {"{\"a\":\"tab\there\"}", 10, "control character 0x09"},
  });
}

TEST(JsonDecoder, RejectsNamesThatStandTwice) {
  ExpectRejects({
      {R"({"a":1,"a":2})", 8, "\"a\" stands twice"},
      {R"({"a":1,"\u0061":2})", 8, "\"a\" stands twice"},
      {R"({"a":{"b":1,"b":2}})", 13, "\"a.b\" stands twice"},
      {R"({"a":{"b":1},"a":{"c":1}})", 14, "\"a\" stands twice"},
      {R"({"a.b":1,"a":{"b":2}})", 15, "\"a.b\" stands twice"},
      {R"({"a":[{"b":1,"b":2}]})", 14, "\"b\" stands twice"},
  });
}

TEST(JsonDecoder, RejectsBadEnvelopes) {
  const std::string kTime = R"("time":"2026-04-01T09:05:00Z")";
  ExpectRejects({
      {R"({"type":"session.start","account":"u1"})", 0, "no \"time\""},
      {"{" + kTime + R"(,"account":"u1"})", 0, "no \"type\""},
      {"{" + kTime + R"(,"type":null,"account":"u1"})", 0, "no \"type\""},
      {"{" + kTime + R"(,"type":"session.start"})", 0, "needs the field \"account\""},
      {"{" + kTime + R"(,"type":"session.start","account":null})", 0, "\"account\""},
      {"{" + kTime + R"(,"type":"session.strat","account":"u1"})", 39,
       "did you mean \"session.start\"?"},
      {"{" + kTime + R"(,"type":"nothing like it","account":"u1"})", 39, "docs/events.md"},
      {"{" + kTime + R"(,"type":5})", 39, "\"type\" must be a text"},
      {"{" + kTime + R"(,"type":"link.new"})", 39, "made while scanning"},
      {R"({"time":"2026-04-01","type":"session.start","account":"u1"})", 9, "cannot be read"},
      {R"({"time":"2026-04-01T09:05:00","type":"session.start","account":"u1"})", 9, "no offset"},
      {R"({"time":"2026-02-30T09:05:00Z","type":"session.start","account":"u1"})", 9, "calendar"},
      {R"({"time":"9999-01-01T00:00:00Z","type":"session.start","account":"u1"})", 9,
       "1970 to 2262"},
      {R"({"time":-1,"type":"session.start","account":"u1"})", 9, "1970 to 2262"},
      {R"({"time":99999999999999999999,"type":"session.start","account":"u1"})", 9, "1970 to 2262"},
      {R"({"time":1.5,"type":"session.start","account":"u1"})", 9, "\"time\" must be"},
      {R"({"time":true,"type":"session.start","account":"u1"})", 9, "\"time\" must be"},
      {With(R"("sequence":1.5)"), 81, "\"sequence\" must be a whole number"},
      {With(R"("sequence":99999999999999999999)"), 81, "\"sequence\" must be a whole number"},
      {With(R"("id":[1])"), 75, "\"id\" must be one value"},
      {With(R"("id":{"a":1})"), 75, "\"id\" must be one value"},
      {With(R"("id":1.5)"), 75, "\"id\" must be a text"},
      {With(R"("amount":"much")"), 79, "\"amount\" must be a number, not the text \"much\""},
      {With(R"("amount":true)"), 79, "\"amount\" must be a number, not true"},
      {With(R"("open":"perhaps")"), 77, "\"open\" must be true or false"},
      {With(R"("session":1.5)"), 80, "\"session\" must be a text or a whole number"},
      {With(R"("ip":7)"), 75, "\"ip\" must be a text"},
      {With(R"("ip":["192.0.2.1"])"), 75, "\"ip\" must be one value"},
      {With(R"("check":{"at":"yesterday"})"), 84, "cannot be read"},
  });
}

TEST(JsonDecoder, RejectsWhatIsOverALimit) {
  const auto nested = [](int depth) {
    return With("\"a\":" + std::string(depth, '[') + std::string(depth, ']'));
  };
  EXPECT_EQ(DecodeLine(nested(limits::kNestingMax)).outcome, Outcome::kEvent);
  const Seen deep = DecodeLine(nested(limits::kNestingMax + 1));
  EXPECT_EQ(deep.outcome, Outcome::kRejected);
  EXPECT_NE(deep.reason.find("nested deeper than 16"), std::string::npos) << deep.reason;
  const Seen deeper = DecodeLine(nested(1'000'000));
  EXPECT_EQ(deeper.outcome, Outcome::kRejected);

  std::string objects;
  for (int i = 0; i <= limits::kNestingMax; ++i) objects += "{\"a\":";
  EXPECT_NE(DecodeLine(With("\"a\":" + objects)).reason.find("nested"), std::string::npos);

  std::string many;
  for (int i = 0; i < limits::kEventFieldsMax; ++i) many += "\"f" + std::to_string(i) + "\":1,";
  many += "\"last\":1";
  EXPECT_NE(DecodeLine(With(many)).reason.find("more than 1024 fields"), std::string::npos);

  const Seen id = DecodeLine(With("\"id\":\"" + std::string(2000, 'x') + "\""));
  EXPECT_NE(id.reason.find("longer than"), std::string::npos);
}

TEST(JsonDecoder, CutsLongTextAtACharacter) {
  Counters counters;
  const std::string text = "x" + [] {
    std::string long_text;
    while (long_text.size() < limits::kFieldBytesMax) long_text += "あ";
    return long_text;
  }();
  const std::vector<Seen> all = DecodeText(With("\"text\":\"" + text + "\""), &counters);
  ASSERT_EQ(all.size(), 1u);
  ASSERT_EQ(all[0].outcome, Outcome::kEvent) << all[0].reason;
  // 64 KiB would end inside a character: 1 + 3 · 21845 = 65536 bytes fit, so the next one does not.
  EXPECT_EQ(all[0].fields.at("text"), "\"" + text.substr(0, 65536) + "\"…");
  EXPECT_EQ(counters.values_truncated, 1u);
}

TEST(JsonDecoder, ReadsAnyNumberOfLinesAndEnds) {
  const std::string good(kGood);
  EXPECT_EQ(DecodeText("").size(), 0u);
  EXPECT_EQ(DecodeText("\n\n \t\r\n").size(), 0u);
  EXPECT_EQ(DecodeText(good + "\r\n\r\n" + good).size(), 2u);
  const std::vector<Seen> all = DecodeText("\n\n" + good + "  \n\n" + good + "\n");
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].line, 3u);
  EXPECT_EQ(all[1].line, 5u);
  EXPECT_EQ(all[0].raw, good);
}

TEST(JsonDecoder, CountsUnknownFieldsAndKeepsThemInTheLine) {
  Counters counters;
  const std::string line = With(R"("shoe":1,"more":{"size":2},"list":[1,{"x":1}],"time.hour":3)");
  const std::vector<Seen> all = DecodeText(line + "\n" + line, &counters);
  EXPECT_EQ(all[0].raw, line);
  const std::map<std::string, uint64_t, std::less<>> kCounts = {
      {"shoe", 2}, {"more.size", 2}, {"list", 2}, {"list.x", 2}, {"time.hour", 2}};
  EXPECT_EQ(counters.unknown_fields.counts(), kCounts);
  EXPECT_EQ(counters.events, 2u);
  // A computed field cannot be brought along.
  EXPECT_EQ(all[0].fields.count("time.hour"), 0u);
}

TEST(JsonDecoder, DropsForbiddenFieldsWhereverTheyStand) {
  Counters counters;
  const std::string line =
      With(R"("nationality":"AA","name":"n","person":{"birth_place":{"city":"c"},"x":1},)"
           R"("l":[{"religion":["r"]}],"na\u0074ionality_2":7)");
  const std::vector<Seen> all = DecodeText(line, &counters);
  ASSERT_EQ(all[0].outcome, Outcome::kEvent) << all[0].reason;
  EXPECT_EQ(all[0].raw, With(R"("nationality":null,"name":"n","person":{"birth_place":null,"x":1},)"
                             R"("l":[{"religion":null}],"na\u0074ionality_2":null)"));
  const std::map<std::string, uint64_t, std::less<>> kCounts = {
      {"nationality", 1}, {"person.birth_place", 1}, {"l.religion", 1}, {"nationality_2", 1}};
  EXPECT_EQ(counters.forbidden_fields.counts(), kCounts);
  // What stands in a forbidden field is checked like everything else.
  EXPECT_EQ(DecodeLine(With(R"("nationality":{"a":NaN})")).outcome, Outcome::kRejected);
}

TEST(JsonDecoder, RefusesTheSameLinesWhateverRulesRead) {
  FieldTable none;
  Counters counters;
  const std::vector<Seen> all = DecodeText(With(R"("amount":"much")"), &counters, none);
  EXPECT_EQ(all[0].outcome, Outcome::kRejected);
  EXPECT_EQ(counters.rejects, 1u);
  EXPECT_EQ(DecodeText(With(R"("text":"bad \q escape")"), nullptr, none)[0].outcome,
            Outcome::kRejected);
}

TEST(JsonDecoder, ForgetsNamesThatAreTooMany) {
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += With("\"f" + std::to_string(i) + "\":1") + "\n";
  Counters counters;
  const std::vector<Seen> all = DecodeText(text, &counters);
  EXPECT_EQ(counters.events, 30'000u);
  EXPECT_EQ(counters.unknown_fields.total(), 30'000u);
  EXPECT_LE(counters.unknown_fields.counts().size(), NameCounts::kNamesMax);
  EXPECT_EQ(all.back().fields.at("account"), "\"u1\"");
}

}  // namespace
}  // namespace sekisho::testing
