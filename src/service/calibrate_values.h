// Which parameter of an indicator is its threshold, and which values to try.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "rules/load.h"

namespace sekisho {

struct ParameterChoice {
  size_t indicator = 0;  // index into RuleSet::indicators
  std::string name;
  std::string key;                  // "B01.addresses"
  std::vector<std::string> values;  // rising, the one in force among them
};

// Of every computed indicator in `asked` (ids; empty: of all) that has one: the first parameter, in
// the order of the file, that is part of the condition of a correlation; else the first that is a
// number. Values above the greatest one of the parameter are left out. `loaded` comes of `request`.
// Loads the rules once for each place in the lists of parameters.
std::vector<ParameterChoice> ChooseParameters(const LoadRequest& request, const LoadResult& loaded,
                                              const std::set<std::string>& asked);

// `value` (a number or a duration) times a half, three quarters, 1, 1.5, 2 and 3; whole numbers
// stay whole. Rising, without duplicates; empty when it is neither.
std::vector<std::string> ValuesAround(const std::string& value);

// Rising by number or duration; texts that are neither stay where they are.
void SortValues(std::vector<std::string>* values);

}  // namespace sekisho
