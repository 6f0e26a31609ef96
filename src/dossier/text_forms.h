// The forms in which the wording of a report is compared.
#pragma once

#include <string>
#include <string_view>

namespace sekisho {

// The text in its normal form, in lower case, without characters that nobody sees.
std::string PlainForm(std::string_view text);

// That without white space, which Japanese does not need between words.
std::string UnspacedForm(std::string_view text);

// Words of Latin letters with one space between and at both ends; everything else parts words.
// Letters that look like Latin ones count as those, apostrophes within words go, and so do full
// stops behind single letters ("D.P.R.K.", "N. Korean").
std::string WordForm(std::string_view text);

}  // namespace sekisho
