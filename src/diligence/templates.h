// Candidate files to fill in: every section once, with an invented person. The files stand below
// src/diligence/templates and are compiled into the program.
#pragma once

#include <string_view>

namespace sekisho {

std::string_view ClientTemplate();
std::string_view EmployerTemplate();

}  // namespace sekisho
