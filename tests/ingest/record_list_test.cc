// Documents that hold a list of records → one record a line.
#include "ingest/record_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "core/limits.h"

namespace sekisho {
namespace {

struct Listed {
  std::string text;
  std::string error;
};

Listed List(std::string_view text, RecordLayout layout = {"value", ""}, size_t piece = 1 << 16) {
  size_t at = 0;
  RecordListReader reader(std::move(layout), [&](char* out, size_t bytes) -> StatusOr<size_t> {
    const size_t take = std::min({bytes, piece, text.size() - at});
    std::memcpy(out, text.data() + at, take);
    at += take;
    return take;
  });
  Listed listed;
  std::string buffer(piece, '\0');
  while (true) {
    const StatusOr<size_t> got = reader.Read(buffer.data(), buffer.size());
    if (!got.ok()) listed.error = ToStd(got.status().message());
    if (!got.ok() || *got == 0) return listed;
    listed.text.append(buffer, 0, *got);
  }
}

constexpr std::string_view kDocument = R"({
  "context": {"value": [9]},
  "value": [
    {"a": 1,
     "b": "x]}, \" {["},
    {"a": 2}, {"a": 3}
  ],
  "next": {"value": [4]}
}
)";

TEST(RecordList, TakesTheListOutOfADocument) {
  EXPECT_EQ(List(kDocument).text,
            "\n\n\n{\"a\": 1,      \"b\": \"x]}, \\\" {[\"}\n\n{\"a\": 2}\n{\"a\": 3}\n");
  EXPECT_EQ(List(kDocument).error, "");
}

TEST(RecordList, AListThatStandsTwiceIsNotLost) {
  const Listed listed = List("{\"value\":[{\"a\":1}],\"x\":0,\"value\":[{\"a\":2}],\"y\":[3]}");
  EXPECT_EQ(listed.text, "{\"a\":1}\n{\"a\":2}\n");
  EXPECT_EQ(listed.error, "");
}

TEST(RecordList, UpperAndLowerCaseOfTheMembersAreTheSame) {
  EXPECT_EQ(List("{\"Value\":[{\"EVENTS\":[1,2]}]}", {"value", "events"}).text,
            "{\"EVENTS\":[1]}\n{\"EVENTS\":[2]}\n");
}

TEST(RecordList, ListsStandAlone) {
  EXPECT_EQ(List("[{\"a\":1},{\"a\":2}]").text, "{\"a\":1}\n{\"a\":2}\n");
  EXPECT_EQ(List("[]\n").text, "");
  EXPECT_EQ(List("\xef\xbb\xbf[{}]").text, "{}\n");
}

TEST(RecordList, PagesFollowEachOther) {
  EXPECT_EQ(List("{\"value\":[{\"a\":1}]}\n{\"value\":[{\"a\":2}]}\n[{\"a\":3}]").text,
            "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n");
}

TEST(RecordList, LinesOfRecordsStayAsTheyAre) {
  const std::string lines = "{\"a\":1}\n\n{\"values\":[1]}\n{\"value\":1}\n";
  EXPECT_EQ(List(lines).text, lines);
}

TEST(RecordList, OtherTextStaysAsItIs) {
  const std::string table = "a,b\n\"[1,\n2]\",3\n";
  EXPECT_EQ(List(table).text, table);
  EXPECT_EQ(List(" \n" + table).text, " \n" + table);
  EXPECT_EQ(List("").text, "");
}

TEST(RecordList, WhatIsNoJsonBecomesItsOwnLine) {
  EXPECT_EQ(List("[{\"a\":1}, oops, 2, \"x\", {\"a\":2}]").text,
            "{\"a\":1}\noops\n2\n\"x\"\n{\"a\":2}\n");
  // A broken line does not take the ones behind it with it.
  EXPECT_EQ(List("{\"a\":1\n{\"a\":2}\n{\"a\":\"x\n{\"a\":3}\nwords {\n{\"a\":4}\n").text,
            "{\"a\":1 \n{\"a\":2}\n{\"a\":\"x\n{\"a\":3}\nwords {\n{\"a\":4}\n");
}

TEST(RecordList, ALineEndInATextStaysAMistake) {
  EXPECT_EQ(List("[{\"a\":\"x\ny\"}]").text, "{\"a\":\"x\x1fy\"}\n");
}

TEST(RecordList, SaysWhereItWasCut) {
  const Listed between = List("{\"value\":[\n{\"a\":1},\n");
  EXPECT_EQ(between.text, "\n{\"a\":1}\n");
  EXPECT_EQ(between.error,
            "the list of records is not closed: the text ends on line 3 before its end; take the "
            "export again");
  const Listed within = List("[{\"a\":1},{\"a\":");
  EXPECT_EQ(within.text, "{\"a\":1}\n{\"a\":\n");
  EXPECT_NE(within.error, "");
  EXPECT_NE(List("{\"value\":[{}]").error, "");
}

TEST(RecordList, SplitsARecord) {
  const RecordLayout layout{"items", "events"};
  EXPECT_EQ(List(R"({"items":[{"id":1,"events":[{"n":[1,2]},{"n":","}],"z":0},{"id":2},)"
                 R"({"events":[]},{"events":[{"n":3}]}]})",
                 layout)
                .text,
            "{\"id\":1,\"events\":[{\"n\":[1,2]}],\"z\":0}\n"
            "{\"id\":1,\"events\":[{\"n\":\",\"}],\"z\":0}\n"
            "{\"id\":2}\n{\"events\":[]}\n{\"events\":[{\"n\":3}]}\n");
}

TEST(RecordList, DoesNotSplitBeyondTheLimit) {
  std::string record =
      "{\"fill\":\"" + std::string(limits::kSplitBytesMax / 1024, 'x') + "\",\"events\":[";
  for (int i = 0; i < 1100; ++i) record += i == 0 ? "1" : ",1";
  const Listed listed = List("[{\"a\":1},\n" + record + "]}]", {"", "events"});
  EXPECT_EQ(listed.text, "{\"a\":1}\n");
  EXPECT_EQ(listed.error,
            "the record on line 2 has 1100 items in \"events\"; as records of their own they are "
            "over the limit of 64 MiB");
}

TEST(RecordList, ARecordOverTheLimitIsHandedOutOverTheLimit) {
  const std::string record = "{\"a\":\"" + std::string(limits::kLineBytesMax + 100, 'x') + "\"}";
  const std::string text = List("[" + record + ",{\"b\":1}]").text;
  EXPECT_GT(text.find('\n'), limits::kLineBytesMax);
  EXPECT_EQ(text.substr(text.find('\n')), "\n{\"b\":1}\n");
}

TEST(RecordList, PiecesDoNotMatter) {
  for (const std::string_view text :
       {kDocument, std::string_view("\xef\xbb\xbf [1,{\"a\":2}]{\"value\":[{}]}x"),
        std::string_view("{\"a\":1\n{\"a\":2}\n")}) {
    const Listed whole = List(text);
    for (size_t piece = 1; piece < 9; ++piece) {
      const Listed cut = List(text, {"value", ""}, piece);
      EXPECT_EQ(cut.text, whole.text) << piece;
      EXPECT_EQ(cut.error, whole.error) << piece;
    }
  }
}

}  // namespace
}  // namespace sekisho
