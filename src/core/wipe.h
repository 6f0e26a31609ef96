// Secrets do not outlive their use in memory.
#pragma once

#include <cstddef>

namespace sekisho {

// Overwrites `bytes` bytes that held a secret with zeros, even when nobody reads them any more.
void Wipe(char* text, size_t bytes);

}  // namespace sekisho
