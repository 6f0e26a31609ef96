#include "engine/feeds.h"

#include "core/schema.h"

namespace sekisho {
namespace {

constexpr uint64_t kAllOfThem = uint64_t{1} << 63;

// Equal in every key that the rule names.
bool Sees(const LogSource& wanted, std::string_view product, std::string_view category,
          std::string_view service) {
  const auto suits = [](const std::string& name, std::string_view actual) {
    return name.empty() || name == actual;
  };
  return suits(wanted.product, product) && suits(wanted.category, category) &&
         suits(wanted.service, service);
}

std::string_view CategoryOf(const EventTypeSpec& type) {
  return type.type.substr(0, type.type.find('.'));
}

}  // namespace

bool Sees(const LogSource& wanted, const EventView& event) {
  return Sees(wanted, event.product, event.category, event.service) ||
         (!event.foreign_product.empty() &&
          Sees(wanted, event.foreign_product, event.foreign_category, event.foreign_service));
}

Feeds::Feeds(const RuleSet& rules)
    : rules_(rules), delivered_(rules.fields.size()), found_(rules.rules.size()) {
  for (size_t field = 0; field < delivered_.size(); ++field) {
    const FieldSpec* spec = FindField(rules.fields.Name(static_cast<FieldId>(field)));
    delivered_[field] = spec != nullptr && spec->origin == FieldOrigin::kEvent;
  }
  uint64_t bit = 1;
  std::string_view category;
  for (const EventTypeSpec& type : AllEventTypes()) {
    // Types of one category stand together; the last bit is for all that are too many.
    if (!category.empty() && CategoryOf(type) != category && bit < kAllOfThem >> 1) bit <<= 1;
    category = CategoryOf(type);
    bits_.push_back(bit);
    if (category == "session") sessions_ = bit;
  }
}

uint64_t Feeds::Of(RuleIndex rule) {
  const Categories& categories = Find(rule);
  if ((categories.all & sessions_) != 0) return sessions_ | kAllOfThem;
  return categories.all != 0 ? categories.all | kAllOfThem : categories.some;
}

const Feeds::Categories& Feeds::Find(RuleIndex rule) {
  Categories& found = found_[rule];
  if (found.known) return found;
  found.known = true;
  if (const CorrelationRule* correlation = rules_.rules[rule].correlation()) {
    for (const CorrelationInput& input : correlation->inputs) {
      const Categories& of_input = Find(input.rule);
      // What a correlation passes on is never all of a kind.
      const bool direct = rules_.rules[input.rule].detection() != nullptr;
      found.all |= direct ? of_input.all : 0;
      found.some |= of_input.some;
    }
    return found;
  }
  const DetectionRule& detection = *rules_.rules[rule].detection();
  const std::span<const EventTypeSpec> types = AllEventTypes();
  for (size_t i = 0; i < types.size(); ++i) {
    const std::string_view type = types[i].type;
    EventView event(0);
    event.product = "sekisho";
    event.type = type;
    event.category = CategoryOf(types[i]);
    if (!Sees(detection.source, event) || !detection.matcher.MayMatchType(type)) continue;
    found.some |= bits_[i];
    if (detection.matcher.MatchesAllOfType(type, delivered_)) found.all |= bits_[i];
  }
  return found;
}

}  // namespace sekisho
