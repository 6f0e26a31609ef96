// Text in the encodings of exports.
#include "ingest/text_encoding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>

namespace sekisho {
namespace {

// Hands out `text` in pieces of `piece` bytes.
ByteReader InPieces(std::string_view text, size_t piece) {
  return [text, piece](char* out, size_t bytes) mutable -> StatusOr<size_t> {
    const size_t size = std::min({text.size(), bytes, piece});
    std::memcpy(out, text.data(), size);
    text.remove_prefix(size);
    return size;
  };
}

std::string Read(Encoding encoding, std::string_view text, size_t piece = 1000, size_t out = 1000) {
  EncodingReader reader(encoding, InPieces(text, piece));
  std::string all;
  std::string part(out, '\0');
  while (true) {
    const StatusOr<size_t> got = reader.Read(part.data(), part.size());
    if (!got.ok()) return "error: " + std::string(ToStd(got.status().message()));
    if (*got == 0) return all;
    all += part.substr(0, *got);
  }
}

using std::string_literals::operator""s;

TEST(TextEncoding, ReadsEachEncoding) {
  EXPECT_EQ(Read(Encoding::kCp932, "\x89\xd4\x8e\x71,\xb1\\~\x87\x40\xfb\xfc\x95\x5c,a"),
            "花子,ｱ\\~①髙表,a");
  EXPECT_EQ(Read(Encoding::kEucJp, "\xb2\xd6\xbb\xd2"), "花子");
  EXPECT_EQ(Read(Encoding::kCp949, "\xb0\xa1"), "가");
  EXPECT_EQ(Read(Encoding::kUtf16Le, "\xb1\x82\x50\x5b\x0a\x00"s), "花子\n");
  EXPECT_EQ(Read(Encoding::kUtf16Be, "\x82\xb1\x5b\x50\x00\x0a"s), "花子\n");
  EXPECT_EQ(Read(Encoding::kUtf16Le, "\x42\xd8\xb7\xdf"s), "𠮷");
  EXPECT_EQ(Read(Encoding::kUtf8, "花子"), "花子");
}

TEST(TextEncoding, TakesTheMarkAway) {
  EXPECT_EQ(Read(Encoding::kUtf8, "\xef\xbb\xbf花"), "花");
  EXPECT_EQ(Read(Encoding::kUtf16Le, "\xff\xfe\xb1\x82"s), "花");
  EXPECT_EQ(Read(Encoding::kUtf16, "\xff\xfe\xb1\x82"s), "花");
  EXPECT_EQ(Read(Encoding::kUtf16, "\xfe\xff\x82\xb1"s), "花");
  EXPECT_EQ(Read(Encoding::kUtf16Be, "\xfe\xff"s), "");
}

TEST(TextEncoding, DoesNotGuess) {
  EXPECT_EQ(Read(Encoding::kUtf16, "a\0b\0"s),
            "error: the text has no byte-order mark of UTF-16; state utf-16le or utf-16be");
  EXPECT_EQ(Read(Encoding::kCp932,
                 "\xef\xbb\xbf"
                 "a"),
            "error: the text begins with the byte-order mark of utf-8, not of the stated cp932; "
            "correct `encoding` in the mapping");
  EXPECT_NE(Read(Encoding::kUtf16Le, "\xfe\xff\0a"s).find("of utf-16be"), std::string::npos);
}

TEST(TextEncoding, MarksWhatMeansNothing) {
  EXPECT_EQ(Read(Encoding::kCp932, "a,\x82,b\n"), "a,\xff,b\n");  // a lead byte alone
  EXPECT_EQ(Read(Encoding::kCp932, "a\x82"), "a\xff");            // … at the end
  EXPECT_EQ(Read(Encoding::kUtf16Le, "a\0b"s), "a\xff");
  EXPECT_EQ(Read(Encoding::kUtf16Le, "\x42\xd8\x0a\x00"s), "\xff\n");  // half a pair
  EXPECT_EQ(Read(Encoding::kCp932, ""), "");
}

// Where the text is cut does not matter.
RC_GTEST_PROP(TextEncoding, ReadsPiecesAsAWhole, (const std::string& text)) {
  for (const Encoding encoding : {Encoding::kCp932, Encoding::kUtf16Le, Encoding::kEucJp}) {
    const std::string whole = Read(encoding, text);
    RC_ASSERT(Read(encoding, text, 1, 1) == whole);
    RC_ASSERT(Read(encoding, text, 3, 7) == whole);
  }
}

TEST(TextEncoding, HasANameForEach) {
  for (const std::string_view name : EncodingNames()) {
    const std::optional<Encoding> encoding = FindEncoding(name);
    ASSERT_TRUE(encoding.has_value());
    EXPECT_EQ(EncodingName(*encoding), name);
  }
  EXPECT_FALSE(FindEncoding("shift_jis").has_value());
}

}  // namespace
}  // namespace sekisho
