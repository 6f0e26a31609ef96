// What is recognised as usual is read like everything else: lines that nearly look like the ones
// before them, and times that nearly have the usual form.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/time.h"
#include "ingest/decode.h"
#include "ingest/time_reader.h"

namespace sekisho::testing {
namespace {

constexpr std::string_view kTight =
    R"({"id":"e1","time":"2026-04-01T09:05:00.250Z","type":"session.start","account":"u1",)"
    R"("user_agent":"Mozilla/5.0","device":"d1"})";
constexpr std::string_view kSpaced =
    R"({ "id": "e1", "time": "2026-04-01T09:05:00.250Z", "type": "session.start", )"
    R"("account": "u1" , "user_agent": "Mozilla/5.0", "device": "d1" })";

// What comes out of `text` behind lines that were read before, as if it stood alone.
std::vector<Seen> Behind(std::string_view before, const std::string& text) {
  const std::string lines = std::string(before) + "\n" + std::string(before) + "\n";
  std::vector<Seen> all = DecodeText(lines + text);
  if (all.size() < 2) return {};
  all.erase(all.begin(), all.begin() + 2);
  for (Seen& seen : all) seen.line -= 2;
  return all;
}

void ExpectReadAlike(const std::string& text) {
  const std::vector<Seen> alone = DecodeText(text);
  EXPECT_EQ(Behind(kTight, text), alone) << text;
  EXPECT_EQ(Behind(kSpaced, text), alone) << text;
}

TEST(UsualLines, AreReadAlikeWhateverWasReadBefore) {
  for (const std::string_view line : {kTight, kSpaced}) {
    const std::string good(line);
    ExpectReadAlike(good);
    ExpectReadAlike(good + "\r\n" + good + " \t\n\n" + good);
    ExpectReadAlike(good + good);
    ExpectReadAlike(good + "x\n" + good);
    for (size_t at = 0; at <= good.size(); ++at) {
      ExpectReadAlike(good.substr(0, at));
      ExpectReadAlike(good.substr(0, at) + "\n" + good.substr(at));
      ExpectReadAlike(good.substr(0, at) + "\n" + good);
      for (const char c : std::string("\"{}[],:\\ 0n\t")) {
        ExpectReadAlike(good.substr(0, at) + c + good.substr(at));
        if (at < good.size()) ExpectReadAlike(good.substr(0, at) + c + good.substr(at + 1));
      }
    }
  }
}

TEST(UsualLines, EndWhereTheTextEnds) {
  const std::string good(kTight);
  const std::string before = good + "\n" + good + "\n";
  for (size_t at = 0; at <= good.size(); ++at) {
    // Behind the text stands what would complete it: bytes that were read before.
    Block block = MakeBlock(before + good.substr(0, at));
    const std::string rest = (good.substr(at) + "\n" + good).substr(0, Block::kPaddingBytes);
    std::copy(rest.begin(), rest.end(), block.buffer.end() - Block::kPaddingBytes);
    DecoderOptions options;
    options.fields = &AllEventFields();
    Decoder decoder(options);
    EXPECT_EQ(DecodeBlock(block, &decoder, AllEventFields()),
              DecodeText(before + good.substr(0, at)))
        << good.substr(0, at);
  }
}

TEST(UsualTimes, AreReadAsAllTimesAre) {
  TimeReader reader;
  const std::string good = "2026-04-01T19:45:31.250Z";
  ASSERT_EQ(*reader.Read(good), *ParseTime(good));
  for (size_t at = 0; at < good.size(); ++at) {
    for (int c = 0; c < 256; ++c) {
      std::string text = good;
      text[at] = static_cast<char>(c);
      const StatusOr<int64_t> wanted = ParseTime(text);
      int64_t time_ms = 0;
      if (reader.ReadFast(text, &time_ms)) {
        ASSERT_TRUE(wanted.ok()) << text;
        EXPECT_EQ(time_ms, *wanted) << text;
      }
      const StatusOr<int64_t> read = reader.Read(text);
      ASSERT_EQ(read.ok(), wanted.ok()) << text;
      if (read.ok()) {
        EXPECT_EQ(*read, *wanted) << text;
      }
    }
  }
  // The first and the last of a day.
  int64_t time_ms = 0;
  EXPECT_TRUE(reader.ReadFast("2026-04-01T00:00:00.000Z", &time_ms));
  EXPECT_TRUE(reader.ReadFast("2026-04-01T23:59:59.999Z", &time_ms));
  EXPECT_EQ(time_ms, *ParseTime("2026-04-01T23:59:59.999Z"));
}

}  // namespace
}  // namespace sekisho::testing
