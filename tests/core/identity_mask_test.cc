#include "core/identity_mask.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/my_number.h"

namespace sekisho {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

void Expect(const Cases& cases) {
  for (const auto& [text, masked] : cases) EXPECT_EQ(MaskIdentityNumbers(text), masked) << text;
}

TEST(IdentityMask, MyNumbers) {
  Expect({{"621498320257", "••••"},
          {"x 6214 9832 0257.", "x ••••."},
          {"6214-9832-0257,6214-9832-0258", "••••,6214-9832-0258"},
          {"６２１４９８３２０２５７", "••••"},
          {"６２１４ー９８３２ー０２５７", "••••"},
          {R"("6214\u0020983202\u00357")", R"("••••")"},
          {R"("\b621498320257\f")", R"("\b••••\f")"},
          {"2026-01-01 621498320257", "2026-01-01 ••••"},
          {"621498320257 2026-01-01", "•••• 2026-01-01"},
          {"621498320258", "621498320258"},
          {"16214983202570", "16214983202570"},
          {"a621498320257", "a621498320257"},
          {"1775002200000", "1775002200000"},
          {"621498320257\xff", "••••\xff"},
          {"", ""}});
}

TEST(IdentityMask, Zones) {
  const std::string first = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
  const std::string second = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
  Expect({{first + second, "••••"},
          {"a " + first + "\n" + second + " b", "a •••• b"},
          {R"({"x":")" + first + R"(\n)" + second + R"("})", R"({"x":"••••"})"},
          {second, "••••"},
          {R"(P\u003cUTOERIKSSON\u003c\u003cANNA\u003cMARIA\u003c\u003c)" + second, "••••"},
          {"<!DOCTYPE HTML><P>", "<!DOCTYPE HTML><P>"}});
  for (const char* text : {"if a<b then say 12 < 13 and c<d, that is all there is to say",
                           "THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG", "AB<CD"}) {
    EXPECT_EQ(MaskIdentityNumbers(text), text);
  }
}

TEST(IdentityMask, MembersOfJson) {
  Expect({{R"({"document":{"number":"TK1234567","type":"passport"}})",
           R"({"document":{"number":"••••","type":"passport"}})"},
          {R"({"document":{"number_hash":"TK1234567"}})", R"({"document":{"number_hash":"••••"}})"},
          {R"({"document.number" : 12345, "x":1})", R"({"document.number" : ••••, "x":1})"},
          {R"({"passport_no":"a\"b","x":1})", R"({"passport_no":"••••","x":1})"},
          {R"({"個人番号":"1","document":{"number":"cut o)",
           R"({"個人番号":"••••","document":{"number":"••••)"},
          {R"({"number":"7"})", R"({"number":"7"})"},
          {R"({"document":{"number":""},"number":{"a":1}})",
           R"({"document":{"number":""},"number":{"a":1}})"},
          {R"({"document":{"number")", R"({"document":{"number")"}});
}

std::string AnyText() {
  static const std::vector<std::string> kPieces = {"6214",
                                                   "98320257",
                                                   "621498320257",
                                                   " ",
                                                   "-",
                                                   "\\u003",
                                                   "c",
                                                   "<",
                                                   "P<UTO",
                                                   "<<<<<<<<<<<<<<<<",
                                                   "\"",
                                                   ":",
                                                   "document",
                                                   "number",
                                                   "mrz",
                                                   "\\",
                                                   "{",
                                                   ",",
                                                   "\n",
                                                   "９",
                                                   "\xff",
                                                   "\xe3\x80"};
  std::string text;
  for (size_t i = *rc::gen::inRange(0, 12); i > 0; --i) text += *rc::gen::elementOf(kPieces);
  return text;
}

RC_GTEST_PROP(IdentityMask, LeavesNothingToMask, ()) {
  const std::string once = MaskIdentityNumbers(AnyText());
  RC_ASSERT(MaskIdentityNumbers(once) == once);
}

RC_GTEST_PROP(IdentityMask, NoMyNumberStaysByItself, ()) {
  std::string digits =
      *rc::gen::container<std::string>(12, rc::gen::inRange('0', static_cast<char>('9' + 1)));
  const std::string text = "\"" + digits + "\"";
  RC_ASSERT((MaskIdentityNumbers(text) == text) == !IsMyNumber(digits));
}

RC_GTEST_PROP(IdentityMask, TextWithoutNumbersStays, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::inRange('a', 'z'));
  RC_ASSERT(MaskIdentityNumbers(text) == text);
}

}  // namespace
}  // namespace sekisho
