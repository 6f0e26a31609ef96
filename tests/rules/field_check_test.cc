#include "rules/field_check.h"

#include <gtest/gtest.h>

namespace sekisho {
namespace {

std::string CodeFor(FieldKind kind, FieldUse use) {
  DiagnosticSink sink(false);
  FieldChecker checker(&sink);
  const FieldSpec spec{"made.up", kind, FieldOrigin::kEvent, "A field of this test."};
  const bool fine = checker.CheckUse(spec, use, {"test", 1, 1});
  const std::vector<Diagnostic> diagnostics = sink.Take();
  EXPECT_EQ(fine, diagnostics.empty());
  return fine ? "" : diagnostics[0].code;
}

TEST(FieldCheck, CountriesAreOnlyComparedWithFields) {
  for (const FieldUse use : {FieldUse::kEqual, FieldUse::kPart, FieldUse::kNumber, FieldUse::kTime,
                             FieldUse::kAddress, FieldUse::kComparedPart}) {
    EXPECT_EQ(CodeFor(FieldKind::kCountry, use), "SK0402");
  }
  for (const FieldUse use : {FieldUse::kPresence, FieldUse::kCompared, FieldUse::kGroup}) {
    EXPECT_EQ(CodeFor(FieldKind::kCountry, use), "");
  }
}

TEST(FieldCheck, IdentifiersAreComparedAsAWhole) {
  EXPECT_EQ(CodeFor(FieldKind::kIdentifier, FieldUse::kEqual), "");
  EXPECT_EQ(CodeFor(FieldKind::kIdentifier, FieldUse::kCompared), "");
  EXPECT_EQ(CodeFor(FieldKind::kIdentifier, FieldUse::kPart), "SK0403");
  EXPECT_EQ(CodeFor(FieldKind::kIdentifier, FieldUse::kComparedPart), "SK0403");
}

TEST(FieldCheck, AListIsNoGroup) {
  EXPECT_EQ(CodeFor(FieldKind::kList, FieldUse::kGroup), "SK0513");
  EXPECT_EQ(CodeFor(FieldKind::kList, FieldUse::kEqual), "");
}

TEST(FieldCheck, NumbersTimesAndAddresses) {
  EXPECT_EQ(CodeFor(FieldKind::kText, FieldUse::kNumber), "SK0407");
  EXPECT_EQ(CodeFor(FieldKind::kDuration, FieldUse::kNumber), "");
  EXPECT_EQ(CodeFor(FieldKind::kText, FieldUse::kTime), "SK0407");
  EXPECT_EQ(CodeFor(FieldKind::kTime, FieldUse::kTime), "");
  EXPECT_EQ(CodeFor(FieldKind::kText, FieldUse::kAddress), "SK0407");
  EXPECT_EQ(CodeFor(FieldKind::kAddress, FieldUse::kAddress), "");
  EXPECT_EQ(CodeFor(FieldKind::kText, FieldUse::kSum), "SK0524");
  EXPECT_EQ(CodeFor(FieldKind::kNumber, FieldUse::kSum), "");
}

TEST(FieldCheck, ForbiddenFieldsAreRefusedInForeignFilesToo) {
  for (const bool foreign : {false, true}) {
    DiagnosticSink sink(foreign);
    FieldChecker checker(&sink);
    EXPECT_FALSE(checker.Check("user.Nationality", FieldUse::kPresence, {"test", 1, 1}));
    EXPECT_EQ(sink.Take()[0].code, "SK0401");
  }
}

}  // namespace
}  // namespace sekisho
