#include "core/event_view.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sekisho {
namespace {

TEST(FieldTable, GivesTheEnvelopeFixedNumbers) {
  FieldTable table;
  EXPECT_EQ(table.Find("id"), kFieldId);
  EXPECT_EQ(table.Find("time"), kFieldTime);
  EXPECT_EQ(table.Find("sequence"), kFieldSequence);
  EXPECT_EQ(table.Find("type"), kFieldType);
  EXPECT_EQ(table.Find("account"), kFieldAccount);
  EXPECT_EQ(table.Find("ip"), kNoField);
  const FieldId ip = table.Intern("ip");
  EXPECT_EQ(table.Intern("ip"), ip);
  EXPECT_EQ(table.Find("ip"), ip);
  EXPECT_EQ(table.Name(ip), "ip");
  EXPECT_EQ(table.size(), 6u);
}

TEST(EventView, ForgetsEverythingOnClear) {
  EventView event(8);
  event.Set(5, Value::Text("a"));
  event.Set(7, Value::Number("1"));
  event.Set(5, Value::Text("b"));
  event.id = event.type = event.product = event.foreign_product = event.raw = "x";
  event.time_ms = event.sequence = 9;
  EXPECT_EQ(event.Get(5).text, "b");
  const std::vector<FieldId> set(event.set_fields().begin(), event.set_fields().end());
  EXPECT_EQ(set, (std::vector<FieldId>{5, 7}));
  event.Clear();
  EXPECT_EQ(event.Get(5).kind, ValueKind::kAbsent);
  EXPECT_TRUE(event.set_fields().empty());
  EXPECT_TRUE(event.id.empty() && event.type.empty() && event.product.empty() &&
              event.foreign_product.empty() && event.raw.empty());
  EXPECT_EQ(event.time_ms, 0);
  EXPECT_EQ(event.sequence, 0);
}

TEST(EventView, KeepsStoredTextUntilClear) {
  EventView event(5);
  for (int round = 0; round < 3; ++round) {
    std::vector<std::pair<std::string, std::string_view>> stored;
    for (size_t size : {0u, 1u, 100u, 16'000u, 1'000u, 100'000u, 16'384u, 3u}) {
      const std::string text(size, static_cast<char>('a' + stored.size()));
      stored.emplace_back(text, event.Store(text));
    }
    const std::span<Value> values = event.AllocateValues(3);
    values[2] = Value::Boolean(true);
    for (const auto& [text, view] : stored) EXPECT_EQ(view, text);
    EXPECT_EQ(values[2].text, "true");
    event.Clear();
  }
}

TEST(Value, KnowsWhatCanBeAKey) {
  EXPECT_TRUE(Value::Text("a").usable_as_key());
  EXPECT_TRUE(Value::Number("0").usable_as_key());
  EXPECT_TRUE(Value::Boolean(false).usable_as_key());
  EXPECT_FALSE(Value::Text("").usable_as_key());
  EXPECT_FALSE(Value::Null().usable_as_key());
  EXPECT_FALSE(Value().usable_as_key());
  Value list;
  list.kind = ValueKind::kList;
  EXPECT_FALSE(list.usable_as_key());
  EXPECT_TRUE(list.present());
  EXPECT_FALSE(Value::Null().present());
}

}  // namespace
}  // namespace sekisho
