#include "core/json_writer.h"

#include <gtest/gtest.h>

#include <limits>

namespace sekisho {
namespace {

std::string Quoted(std::string_view text) {
  std::string json;
  AppendJsonText(text, &json);
  return json;
}

TEST(JsonWriter, PutsCommasBetweenMembersAndElements) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject().Key("a").Integer(-1).Key("b").BeginArray().Text("x").Boolean(true).Null();
  json.EndArray().Key("c").BeginObject().EndObject().Key("d").BeginArray().EndArray().EndObject();
  EXPECT_EQ(out, R"({"a":-1,"b":["x",true,null],"c":{},"d":[]})");
}

TEST(JsonWriter, AppendsBehindWhatIsThere) {
  std::string out = "{\"a\":1}\n";
  JsonWriter json(&out);
  json.BeginArray().Count(std::numeric_limits<uint64_t>::max()).Micros(1'500'000).EndArray();
  EXPECT_EQ(out, "{\"a\":1}\n[18446744073709551615,1.5]");
}

TEST(JsonWriter, EscapesWhatJsonDoesNotAllow) {
  EXPECT_EQ(Quoted("a\"b\\c/d"), R"("a\"b\\c/d")");
  EXPECT_EQ(Quoted("\n\r\t\x01\x1f\x7f"), R"("\n\r\t\u0001\u001f\u007f")");
  EXPECT_EQ(Quoted(std::string_view("\0", 1)), R"("\u0000")");
}

TEST(JsonWriter, KeepsUtf8AndReplacesOtherBytes) {
  EXPECT_EQ(Quoted("関所 관문 é 😀"), "\"関所 관문 é 😀\"");
  EXPECT_EQ(Quoted("a\xff"
                   "b"),
            "\"a\xef\xbf\xbd"
            "b\"");
  EXPECT_EQ(Quoted("\xe3\x81"), "\"\xef\xbf\xbd\xef\xbf\xbd\"");                  // cut off
  EXPECT_EQ(Quoted("\xc0\xaf"), "\"\xef\xbf\xbd\xef\xbf\xbd\"");                  // too long a form
  EXPECT_EQ(Quoted("\xed\xa0\x80"), "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");  // surrogate
}

}  // namespace
}  // namespace sekisho
