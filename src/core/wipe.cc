#include "core/wipe.h"

#include <sodium/utils.h>

namespace sekisho {

void Wipe(char* text, size_t bytes) { sodium_memzero(text, bytes); }

}  // namespace sekisho
