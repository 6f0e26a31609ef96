#include "report/plain_text.h"

#include <gtest/gtest.h>

#include "report/html_page.h"

namespace sekisho {
namespace {

TEST(VisibleText, KeepsWhatPeopleRead) {
  for (const char* text : {"", "u1", "絵田 智子", "絵田　智子", "김 예시", "O'Sample <x> \"y\" &",
                           "José", "שלום", "مثال"}) {
    EXPECT_EQ(VisibleText(text), text);
  }
}

TEST(VisibleText, NamesWhatNobodySees) {
  EXPECT_EQ(VisibleText("u\u202e1"), "u⟨U+202E⟩1");
  EXPECT_EQ(VisibleText("a\u200bb\u2066c\ufeff"), "a⟨U+200B⟩b⟨U+2066⟩c⟨U+FEFF⟩");
  EXPECT_EQ(VisibleText("\x1b[2J\n"), "⟨U+001B⟩[2J⟨U+000A⟩");
  EXPECT_EQ(VisibleText("a\xc2\xa0z\xc2\xadz"), "a⟨U+00A0⟩z⟨U+00AD⟩z");
  EXPECT_EQ(VisibleText("\xff-\xc3"), "⟨0xFF⟩-⟨0xC3⟩");
  EXPECT_EQ(VisibleText("\U000e0041"), "⟨U+E0041⟩");
}

TEST(MaskedText, ShowsTheLastFourCharacters) {
  EXPECT_EQ(MaskedText("BANK|15040966616637"), "•••• 6637");
  EXPECT_EQ(MaskedText("絵田智子です"), "•••• 智子です");
  EXPECT_EQ(MaskedText("1234"), "••••");
  EXPECT_EQ(MaskedText(""), "••••");
  EXPECT_EQ(MaskedText("XA|PASSPORT|••••4567"), "•••• 4567");
  EXPECT_EQ(MaskedText("XA|PASSPORT|••••"), "••••");
  EXPECT_EQ(MaskedText("••••1234567"), "•••• 4567");
}

TEST(SubjectText, MasksOnlyNumbers) {
  EXPECT_EQ(SubjectText("account", "u1"), "u1");
  EXPECT_EQ(SubjectText("payout.key", "bank|15040966616637"), "•••• 6637");
  EXPECT_EQ(SubjectText("account+payout.key", "u1 bank|15040966616637"), "u1 •••• 6637");
  EXPECT_EQ(SubjectText("account+payout.key", "u 1 bank|15040966616637"), "•••• 6637");
}

TEST(EscapeForScript, LeavesNothingThatHtmlReads) {
  EXPECT_EQ(EscapeForScript("[\"</script><!--&\u2028\u2029-\"]"),
            "[\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029-\"]");
  EXPECT_EQ(EscapeForScript("{\"a\":[1,\"絵\"]}"), "{\"a\":[1,\"絵\"]}");
}

}  // namespace
}  // namespace sekisho
