// The numbered diagnostics of the files that people write: rules, indicators, mappings.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"

namespace sekisho {

// What is wrong, as in diagnostic_codes.def; the value is the number of the code.
enum class Sk : uint16_t {
// NOLINTNEXTLINE(bugprone-macro-parentheses): the name of an enumerator takes none
#define SK(number, name, level, title, help) name = number,
#include "yaml/diagnostic_codes.def"
#undef SK
};

enum class SkLevel : uint8_t {
  kError,
  kWarning,
  kStrict,  // error in our own files, warning in foreign ones
  kListed,  // the rule is loaded but not evaluated: a warning that names the reason
};

struct SkSpec {
  Sk code;
  SkLevel level;
  std::string_view title;
  std::string_view help;
};

// Every code, numbers rising.
std::span<const SkSpec> AllDiagnosticCodes();

// "SK0123".
std::string CodeText(Sk code);

// docs/diagnostics.md as it must read.
std::string DiagnosticsDocument();

// Collects diagnostics while files are read. Not thread-safe.
class DiagnosticSink {
 public:
  explicit DiagnosticSink(bool foreign) : foreign_(foreign) {}

  void Report(Sk code, SourcePlace place, std::string message, std::string suggestion = "");

  // Errors reported so far: a part has failed when the number rose while it was read.
  size_t errors() const { return errors_; }
  bool foreign() const { return foreign_; }
  // Searching for the nearest name is worth its time for people, not for floods of errors.
  bool wants_suggestion() const { return diagnostics_.size() < kSuggestionsMax; }
  std::vector<Diagnostic> Take() { return std::move(diagnostics_); }

 private:
  static constexpr size_t kSuggestionsMax = 200;

  bool foreign_;
  size_t errors_ = 0;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace sekisho
