// Results and diagnostics.
//
// Functions that can fail return Status or StatusOr. Errors say what happened, where, and what to
// do. Exceptions of libraries are caught in the layer that calls the library.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace sekisho {

using absl::Status;
using absl::StatusOr;

// The one place where std::string_view becomes Abseil's own string view.
inline absl::string_view ToAbsl(std::string_view text) { return {text.data(), text.size()}; }
inline std::string_view ToStd(absl::string_view text) { return {text.data(), text.size()}; }

inline Status InvalidInput(std::string_view message) {
  return absl::InvalidArgumentError(ToAbsl(message));
}

// Where something stands in a file that a person wrote. Lines and columns count from 1; 0 is
// "the file as a whole".
struct SourcePlace {
  std::string file;
  int line = 0;
  int column = 0;
};

enum class Severity { kError, kWarning };

// A numbered remark on a file that a person wrote (rule, mapping, schema). The code ("SK0123") is
// stable: golden tests pin it, and docs/diagnostics.md explains it.
struct Diagnostic {
  std::string code;
  Severity severity = Severity::kError;
  SourcePlace place;
  std::string message;     // what is wrong, what was expected
  std::string suggestion;  // what to write instead; empty when there is none
};

// "file:line:column: error[SK0123]: message" and, when there is one, "  help: suggestion".
std::string FormatDiagnostic(const Diagnostic& diagnostic);

}  // namespace sekisho
