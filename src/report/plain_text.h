// Text of events made fit to be shown.
#pragma once

#include <string>
#include <string_view>

#include "core/visible_text.h"  // IWYU pragma: export

namespace sekisho {

// Does the field hold the number of a document, a payee account or a phone, which a page that is
// passed on should not repeat in full?
bool IsMaskedField(std::string_view field);

// Dots and the last four characters: "•••• 1234"; of four or fewer, dots alone.
std::string MaskedText(std::string_view text);

// The id of a finding's subject as it may be shown: masked where its field is. `type` and `id` as
// in service/finding.h.
std::string SubjectText(std::string_view type, std::string_view id);

}  // namespace sekisho
