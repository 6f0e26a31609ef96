// A sheet as a PDF file: A4, numbered pages, fonts embedded, Japanese and Korean set as their
// readers expect.
#pragma once

#include <string>

#include "core/status.h"
#include "paper/sheet.h"

namespace sekisho {

// Equal sheets give equal bytes with the same fonts and libraries; the date in the file is
// `made_ms`. The fonts are those of the machine, which fontconfig finds: this is the one thing that
// is read from outside. FailedPrecondition when no font has a character of the sheet; the message
// names the package that has it. Call from one thread at a time.
StatusOr<std::string> SheetPdf(const Sheet& sheet);

}  // namespace sekisho
