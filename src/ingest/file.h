// Thin layer over the system's file calls.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/status.h"

namespace sekisho {

// "<name>: <what>: <text of errno>".
Status SystemError(std::string_view name, std::string_view what);

// Reads exactly `bytes` bytes at `offset`; fewer are an error.
Status ReadFully(int file, uint64_t offset, size_t bytes, char* out, std::string_view name);

}  // namespace sekisho
