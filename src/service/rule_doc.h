// What is written about rules: the page docs/indicators.md, made from the indicator files, and the
// numbered diagnostics.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/load.h"

namespace sekisho {

// Markdown: how many indicators there are of each status, then for each family a table and a
// section for each of its indicators, ordered by id. Equal rules give equal bytes.
std::string IndicatorsPage(const LoadResult& loaded);

// A numbered diagnostic of the rule reader, as docs/diagnostics.md has it.
struct DiagnosticText {
  std::string code;   // "SK0401"
  std::string title;  // what is wrong
  std::string help;   // what to do
};

// Of a code in any case and with or without its zeros ("sk401"); nothing when there is none.
std::optional<DiagnosticText> FindDiagnosticText(std::string_view code);

}  // namespace sekisho
