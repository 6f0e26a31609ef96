// What the oracle's files of profile facts share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "core/field.h"

namespace sekisho::oracle {

using Events = std::vector<const EventView*>;

struct Profile {
  const FieldTable& fields;
  Events own;  // earlier events of the account
  EventView* event;

  const Value& Get(const EventView* from, std::string_view field) const {
    return from->Get(fields.Find(field));
  }
  void SetText(std::string_view field, std::string_view text) const {
    event->Set(fields.Find(field), Value::Text(event->Store(text)));
  }
  void SetNumber(std::string_view field, int64_t number) const {
    event->Set(fields.Find(field), Value::Number(event->Store(std::to_string(number))));
  }
  void SetBoolean(std::string_view field, bool value) const {
    event->Set(fields.Find(field), Value::Boolean(value));
  }
};

// The class of an account that is so many days old.
inline std::string_view AgeClass(int64_t days) {
  if (days >= 365) return "from_365d";
  if (days >= 90) return "90d_to_364d";
  if (days >= 30) return "30d_to_89d";
  return days >= 7 ? "7d_to_29d" : "under_7d";
}

// Verification and residence.
void SetChecks(const Profile& profile);
// Devices, addresses, authors, deliveries.
void SetKnown(const Profile& profile);
void SetMoney(const Profile& profile);
void SetRhythm(const Profile& profile);
void SetTravel(const Profile& profile);

}  // namespace sekisho::oracle
