#include "cli/messages.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "cli/text_width.h"

namespace sekisho {
namespace {

void Print(Style style, std::string_view severity, std::string_view message) {
  const Terminal terminal = InspectTerminal(STDERR_FILENO);
  const std::string text =
      "sekisho: " + Paint(terminal, style, severity) + " " + std::string(message) + "\n";
  std::fputs(text.c_str(), stderr);
}

}  // namespace

void PrintError(std::string_view message) { Print(Style::kRed, "error:", message); }

void PrintError(const Status& status) { PrintError(ToStd(status.message())); }

ExitCode ExitCodeOf(const Status& done) {
  if (done.ok()) return kDone;
  PrintError(done);
  return kFailed;
}

ExitCode ExitCodeOf(const StatusOr<ExitCode>& done) {
  return done.ok() ? *done : ExitCodeOf(done.status());
}

void PrintWarning(std::string_view message) { Print(Style::kYellow, "warning:", message); }

void PrintNote(std::string_view message) { Print(Style::kCyan, "note:", message); }

std::string FormatDiagnostic(const Diagnostic& diagnostic, const Terminal& terminal) {
  const bool error = diagnostic.severity == Severity::kError;
  std::string place = Printable(diagnostic.place.file);
  if (diagnostic.place.line > 0) place += ":" + std::to_string(diagnostic.place.line);
  if (diagnostic.place.line > 0 && diagnostic.place.column > 0) {
    place += ":" + std::to_string(diagnostic.place.column);
  }
  const std::string severity = (error ? "error[" : "warning[") + diagnostic.code + "]";
  std::string text = Paint(terminal, Style::kBold, place + ":") + " " +
                     Paint(terminal, error ? Style::kRed : Style::kYellow, severity) + ": " +
                     Printable(diagnostic.message) + "\n";
  if (!diagnostic.suggestion.empty()) {
    text += "  " + Paint(terminal, Style::kCyan, "help:") + " " + Printable(diagnostic.suggestion) +
            "\n";
  }
  return text;
}

void PrintDiagnostics(const std::vector<Diagnostic>& diagnostics) {
  const Terminal terminal = InspectTerminal(STDERR_FILENO);
  for (const Diagnostic& diagnostic : diagnostics) {
    std::fputs(FormatDiagnostic(diagnostic, terminal).c_str(), stderr);
  }
}

Status PrintResult(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return absl::OkStatus();
  return absl::UnavailableError(
      ToAbsl("cannot write to standard output: " + std::string(std::strerror(errno))));
}

}  // namespace sekisho
