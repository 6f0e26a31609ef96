// An identity document as one comparable key.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/event_view.h"

namespace sekisho {

// "ISSUER|TYPE|NUMBER", each part in upper case with letters and digits only, so that
// "tk 123-4567" and "ＴＫ１２３４５６７" are one number. Issuer and type may be empty. None without
// a number, and for a masked one ("****4567"), which would join strangers.
std::optional<std::string> DocumentKey(std::string_view issuer, std::string_view type,
                                       std::string_view number);

// document.key from {document.issuer, document.type, document.number}.
void ComputeDocumentKey(std::span<const FieldId> inputs, FieldId output, EventView* event);

}  // namespace sekisho
