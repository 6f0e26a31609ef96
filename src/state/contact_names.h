// How many people's names came with one e-mail address or telephone number.
#pragma once

#include <cstddef>
#include <string_view>

#include "state/name_shelf.h"

namespace sekisho {

// The names of one contact, in the order in which they came first. All zeros: none yet. Names that
// names/match.h finds to be one name, or that may be unknown readings of each other, are one here.
struct ContactNames {
  static constexpr size_t kNamesMax = 3;  // told apart; all further ones are one more

  NameShelf<kNamesMax, 60> kept;

  // Which of the names `name` is, from 1; a name that is new gets the next number, at most
  // kNamesMax + 1. 0 when nothing in it can be compared. A name that has no room beside the others
  // is kept in part, and is then taken for one that may be it rather than for a new one.
  size_t NumberOf(std::string_view name);
};
static_assert(sizeof(ContactNames) == 64);

}  // namespace sekisho
