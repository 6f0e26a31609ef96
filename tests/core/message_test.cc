// Texts for people: diagnostics and suggestions.
#include <gtest/gtest.h>

#include "core/status.h"
#include "core/suggestion.h"

namespace sekisho {
namespace {

TEST(Diagnostic, IsOneLineAndAHelpLine) {
  Diagnostic diagnostic{"SK0123", Severity::kError, {"a.yml", 3, 7}, "no such field", ""};
  EXPECT_EQ(FormatDiagnostic(diagnostic), "a.yml:3:7: error[SK0123]: no such field");
  diagnostic.severity = Severity::kWarning;
  diagnostic.suggestion = "did you mean \"ip\"?";
  diagnostic.place.line = 0;
  EXPECT_EQ(FormatDiagnostic(diagnostic),
            "a.yml: warning[SK0123]: no such field\n  help: did you mean \"ip\"?");
}

TEST(Suggestion, NamesTheNearest) {
  EXPECT_EQ(EditDistance("session.strat", "session.start"), 1u);
  EXPECT_EQ(EditDistance("", "abc"), 3u);
  EXPECT_EQ(EditDistance("ABC", "abc"), 0u);
  EXPECT_EQ(DidYouMean("acccount", {"amount", "account"}), "did you mean \"account\"?");
  EXPECT_EQ(DidYouMean("colour", {"account", "ip"}), "");
  EXPECT_EQ(Enumerate({"a", "b", "c"}), "a, b or c");
  EXPECT_EQ(Enumerate({"a"}), "a");
}

}  // namespace
}  // namespace sekisho
