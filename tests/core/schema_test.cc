#include "core/schema.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>
#include <string>

namespace sekisho {
namespace {

TEST(Schema, FindsItsFieldsAndTypes) {
  for (const FieldSpec& field : AllFields()) EXPECT_EQ(FindField(field.name), &field);
  for (const EventTypeSpec& type : AllEventTypes()) EXPECT_EQ(FindEventType(type.type), &type);
  EXPECT_EQ(FindField("no.such.field"), nullptr);
  EXPECT_EQ(FindEventType("session"), nullptr);
  EXPECT_EQ(FindField("document.number")->kind, FieldKind::kIdentifier);
  EXPECT_EQ(FindField("network.address")->origin, FieldOrigin::kFact);
  EXPECT_EQ(FindField("profile.bids")->origin, FieldOrigin::kProfile);
  EXPECT_EQ(FindField("link.kind")->origin, FieldOrigin::kLink);
}

TEST(Schema, TypesNameFieldsThatExistOnce) {
  for (const EventTypeSpec& type : AllEventTypes()) {
    EXPECT_NE(type.type.find('.'), std::string_view::npos) << type.type;
    std::set<std::string_view> seen;
    for (const auto& names : {type.required, type.optional}) {
      for (const std::string_view name : names) {
        EXPECT_NE(FindField(name), nullptr) << type.type << ": " << name;
        EXPECT_TRUE(seen.insert(name).second) << type.type << ": " << name;
      }
    }
  }
}

TEST(Schema, HasEveryTypeOfTheIndicators) {
  for (const char* type :
       {"account.registration",  "profile.change",    "verification.result",
        "document.submission",   "payout.account",    "payout.payment",
        "transfer.sent",         "session.start",     "session.activity",
        "session.end",           "network.check",     "bid.submitted",
        "award.granted",         "milestone.paid",    "work.log",
        "review.given",          "message.sent",      "request.made",
        "referral.made",         "website.check",     "external_profile.snapshot",
        "application.submitted", "meeting.held",      "shipment.sent",
        "device.telemetry",      "charge.made",       "repository.activity",
        "checklist.answer",      "incident.reported", "exemption.granted",
        "task.closed",           "account.closed"}) {
    ASSERT_NE(FindEventType(type), nullptr) << type;
    EXPECT_FALSE(FindEventType(type)->engine_made) << type;
  }
  EXPECT_TRUE(FindEventType("link.new")->engine_made);
  EXPECT_TRUE(FindEventType("link.hub")->engine_made);
}

TEST(Schema, GeneratedFilesAreUpToDate) {
  EXPECT_EQ(std::system("python3 " SEKISHO_SOURCE_DIR "/tools/schema_gen.py --check"), 0);
}

}  // namespace
}  // namespace sekisho
