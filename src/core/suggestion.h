// "Did you mean": the nearest of the names that would have been right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

// Insertions, deletions, replacements and swaps of neighbours between two names, ignoring ASCII
// case (optimal string alignment).
size_t EditDistance(std::string_view a, std::string_view b);

// `did you mean "x"?` for the nearest candidate, or "" when none is near: at most a third of its
// letters differ. Of equally near ones the one that starts alike for longer wins, then the first.
std::string DidYouMean(std::string_view name, const std::vector<std::string_view>& candidates);

// "a, b or c".
std::string Enumerate(const std::vector<std::string_view>& names);

}  // namespace sekisho
