#include "yaml/diagnostics.h"

#include <algorithm>
#include <cstdio>

namespace sekisho {
namespace {

constexpr SkSpec kTable[] = {
#define SK(number, name, level, title, help) {Sk::name, SkLevel::level, title, help},
#include "yaml/diagnostic_codes.def"
#undef SK
};

SkLevel LevelOf(Sk code) {
  const auto found = std::find_if(std::begin(kTable), std::end(kTable),
                                  [code](const SkSpec& spec) { return spec.code == code; });
  return found->level;
}

std::string_view LevelText(SkLevel level) {
  switch (level) {
    case SkLevel::kError:
      return "error";
    case SkLevel::kWarning:
      return "warning";
    case SkLevel::kStrict:
      return "error; warning with `--foreign-fields`";
    case SkLevel::kListed:
      return "warning; the rule is listed as not evaluated";
  }
  return "";
}

// A bar would end the table cell.
std::string Cell(std::string_view text) {
  std::string cell;
  for (const char c : text) cell += c == '|' ? std::string("\\|") : std::string(1, c);
  return cell;
}

}  // namespace

std::span<const SkSpec> AllDiagnosticCodes() { return kTable; }

std::string CodeText(Sk code) {
  char text[8];
  std::snprintf(text, sizeof text, "SK%04u", static_cast<unsigned>(code) % 10000u);
  return text;
}

std::string DiagnosticsDocument() {
  std::string text =
      "# Diagnostics of rule, indicator and mapping files\n\n"
      "Each message carries a number, the file with line and column, what is wrong, and where\n"
      "possible what to write instead. Numbers never change their meaning. This page is checked\n"
      "against `src/yaml/diagnostic_codes.def` by a test; `tests/rules/golden` and\n"
      "`tests/ingest/golden` hold an example of each.\n\n"
      "| code | level | what is wrong | what to do |\n|---|---|---|---|\n";
  for (const SkSpec& spec : kTable) {
    text += "| " + CodeText(spec.code) + " | " + std::string(LevelText(spec.level)) + " | ";
    text += Cell(spec.title) + " | " + Cell(spec.help) + " |\n";
  }
  return text;
}

void DiagnosticSink::Report(Sk code, SourcePlace place, std::string message,
                            std::string suggestion) {
  const SkLevel level = LevelOf(code);
  const bool error = level == SkLevel::kError || (level == SkLevel::kStrict && !foreign_);
  if (error) ++errors_;
  diagnostics_.push_back({CodeText(code), error ? Severity::kError : Severity::kWarning,
                          std::move(place), std::move(message), std::move(suggestion)});
}

}  // namespace sekisho
