// A JSON tree written as text again.
#pragma once

#include <string>

#include "diligence/json_tree.h"

namespace sekisho {

// Without white space; the members stay in their order. Equal trees give equal bytes.
std::string CompactJson(const JsonNode& node);

// For people to edit: two spaces for each level, what is short on one line. Ends with a line end.
std::string IndentedJson(const JsonNode& node);

}  // namespace sekisho
