// Text made fit to be shown to people.
#pragma once

#include <string>
#include <string_view>

namespace sekisho {

// `text` with every character that cannot be seen, or that changes the direction or the place of
// its neighbours (controls, bidi marks, zero-width and tag characters, bytes that are no UTF-8),
// replaced by its number in brackets: "⟨U+202E⟩".
std::string VisibleText(std::string_view text);

}  // namespace sekisho
