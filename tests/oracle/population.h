// Population facts from scratch: one event against what everybody did on the last closed day.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "core/field.h"

namespace sekisho::oracle {

// The fields that population facts read and write.
std::span<const std::string_view> PopulationFields();

// Sets them on an event of an account from all earlier events of accounts, as
// src/state/population.h says.
void SetPopulationFacts(const FieldTable& fields, const std::vector<const EventView*>& earlier,
                        EventView* event);

}  // namespace sekisho::oracle
