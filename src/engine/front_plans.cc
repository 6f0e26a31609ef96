// Front: what to do for an event, by its type and its fields.
#include <set>
#include <string>

#include "core/schema.h"
#include "engine/front.h"

namespace sekisho {
namespace {

// Orders of fields of one type that are remembered, and those that get a plan of their own: a log
// has a handful, and a plan costs kilobytes.
constexpr size_t kShapesMax = 1000;
constexpr size_t kShapePlansMax = 32;

}  // namespace

void Front::AddKnown(FieldsByType* known) const {
  for (size_t type = 0; type < seen_.size(); ++type) {
    const std::vector<bool>& fields = seen_[type].fields;
    if (fields.empty()) continue;
    std::set<std::string>& names = (*known)[std::string(AllEventTypes()[type].type)];
    for (size_t field = 0; field < fields.size(); ++field) {
      if (fields[field]) names.emplace(plan_.fields().Name(static_cast<FieldId>(field)));
    }
  }
}

const TypePlan& Front::PlanOther(const EventView& event, Seen* seen) {
  const TypePlan* plan = &PlanFor(event);
  // What has another log source as well has other rules, and only ours have a shape.
  if (event.shape != 0 && plan == by_number_[event.type_number]) {
    if (seen->shapes.size() == kShapesMax) seen->shapes.clear();
    const auto [known, is_new] = seen->shapes.try_emplace(event.shape);
    if (is_new && seen->shapes.size() <= kShapePlansMax) {
      known->second = std::make_unique<TypePlan>(plan_.PlanShape(event, *plan));
    }
    if (known->second != nullptr) plan = known->second.get();
    seen->last_shape = event.shape;
    seen->last_plan = plan;
    if (!is_new) return *plan;
  }
  if (seen->fields.empty()) seen->fields.resize(plan_.fields().size());
  for (const FieldId field : event.set_fields()) {
    const Value& value = event.Get(field);
    if (value.usable_as_key() || value.kind == ValueKind::kList) seen->fields[field] = true;
  }
  return *plan;
}

const TypePlan& Front::FindPlan(const EventView& event) {
  type_key_.assign(event.type);
  for (const std::string_view part :
       {event.product, event.category, event.service, event.foreign_product, event.foreign_category,
        event.foreign_service}) {
    type_key_.push_back('\0');
    type_key_.append(part);
  }
  std::unique_ptr<TypePlan>& plan = types_[type_key_];
  if (plan == nullptr) plan = std::make_unique<TypePlan>(plan_.PlanType(event));
  if (event.type_number < by_number_.size() && event.foreign_product.empty()) {
    by_number_[event.type_number] = plan.get();
  }
  return *plan;
}

}  // namespace sekisho
