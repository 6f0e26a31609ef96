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

}  // namespace

bool Sees(const LogSource& wanted, const EventView& event) {
  return Sees(wanted, event.product, event.category, event.service) ||
         (!event.foreign_product.empty() &&
          Sees(wanted, event.foreign_product, event.foreign_category, event.foreign_service));
}

Feeds::Feeds(const RuleSet& rules) : rules_(rules), found_(rules.rules.size()) {}

uint64_t Feeds::Of(RuleIndex rule) {
  const Categories& categories = Find(rule);
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
  uint64_t bit = 1;
  std::string_view category;
  for (const EventTypeSpec& type : AllEventTypes()) {
    EventView event(0);
    event.product = "sekisho";
    event.type = type.type;
    event.category = type.type.substr(0, type.type.find('.'));
    // Types of one category stand together; the last bit is for all that are too many.
    if (!category.empty() && event.category != category && bit < kAllOfThem >> 1) bit <<= 1;
    category = event.category;
    if (!Sees(detection.source, event) || !detection.matcher.MayMatchType(type.type)) continue;
    found.some |= bit;
    if (detection.matcher.MatchesAllOfType(type.type)) found.all |= bit;
  }
  return found;
}

}  // namespace sekisho
