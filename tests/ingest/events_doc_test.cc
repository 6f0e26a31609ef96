// Every example of the schema is a good event, and every field it shows can be read.
#include <gtest/gtest.h>

#include "ingest/decode.h"

namespace sekisho::testing {
namespace {

TEST(EventTypes, EveryExampleIsAnEvent) {
  for (const EventTypeSpec& type : AllEventTypes()) {
    Counters counters;
    const std::vector<Seen> all = DecodeText(type.example, &counters);
    ASSERT_EQ(all.size(), 1u);
    if (type.engine_made) {
      EXPECT_EQ(all[0].outcome, Outcome::kRejected) << type.example;
      continue;
    }
    EXPECT_EQ(all[0].outcome, Outcome::kEvent) << type.example << "\n" << all[0].reason;
    EXPECT_EQ(all[0].type, type.type);
    EXPECT_EQ(counters.unknown_fields.total(), 0u) << type.example;
    for (const std::string_view field : type.required) {
      EXPECT_EQ(all[0].fields.count(std::string(field)), 1u) << type.type << " " << field;
    }
  }
}

}  // namespace
}  // namespace sekisho::testing
