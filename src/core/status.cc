#include "core/status.h"

namespace sekisho {

std::string FormatDiagnostic(const Diagnostic& diagnostic) {
  std::string text = diagnostic.place.file;
  // As much of the place as there is: the line of a list has no column.
  if (diagnostic.place.line > 0) text += ":" + std::to_string(diagnostic.place.line);
  if (diagnostic.place.line > 0 && diagnostic.place.column > 0) {
    text += ":" + std::to_string(diagnostic.place.column);
  }
  text += diagnostic.severity == Severity::kError ? ": error[" : ": warning[";
  text += diagnostic.code + "]: " + diagnostic.message;
  if (!diagnostic.suggestion.empty()) text += "\n  help: " + diagnostic.suggestion;
  return text;
}

}  // namespace sekisho
