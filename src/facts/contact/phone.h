// Telephone numbers: whether they can exist, and what kind of line they belong to.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/event_view.h"

namespace sekisho {

struct PhoneNumber {
  bool valid = false;  // within a range that its numbering plan gives out
  std::string e164;    // "+819012345678"
  std::string region;  // ISO 3166 alpha-2 of the plan, also of an invalid number; empty for none
  // "mobile", "fixed", "fixed_or_mobile" (plans that do not tell, as in North America), "voip",
  // "toll_free", "premium", "other", or "" for a number that is not valid.
  std::string_view type;
};

// Reads a number with the tables of libphonenumber, whose day is that of the installed package.
// National numbers need the `region` whose plan they follow; without one ("") only the
// international form is read. Nothing for text that is no number, and for masked ones.
std::optional<PhoneNumber> ReadPhone(std::string_view written, std::string_view region);

// phone.valid, phone.type and phone.region from {phone}, in the international form alone: which
// country a national number belongs to is not guessed.
void ComputePhoneValid(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputePhoneType(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputePhoneRegion(std::span<const FieldId> inputs, FieldId output, EventView* event);

}  // namespace sekisho
