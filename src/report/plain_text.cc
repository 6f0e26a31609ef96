#include "report/plain_text.h"

#include <vector>

#include "absl/strings/str_split.h"
#include "core/identity_mask.h"
#include "core/status.h"
#include "core/utf8.h"

namespace sekisho {
namespace {

constexpr size_t kCharactersShown = 4;

std::vector<std::string> Split(std::string_view text, char separator) {
  return absl::StrSplit(ToAbsl(text), separator);
}

}  // namespace

bool IsMaskedField(std::string_view field) {
  for (const std::string_view masked :
       {"document.number", "document.key", "payout.identifier", "payout.key", "payer.identifier",
        "payer.key", "phone", "phone.key", "request.value", "request.value_key"}) {
    if (field == masked) return true;
  }
  return false;
}

std::string MaskedText(std::string_view text) {
  // What the scan has hidden already ends with all that may be shown.
  const size_t dots = text.rfind(kMaskDots);
  const bool hidden = dots != std::string_view::npos;
  if (hidden) text.remove_prefix(dots + kMaskDots.size());
  const std::string_view last = LastCharacters(text, kCharactersShown);
  const bool shows = hidden ? !text.empty() : last.size() < text.size();
  return std::string(kMaskDots) + (shows ? " " + std::string(last) : "");
}

std::string SubjectText(std::string_view type, std::string_view id) {
  const std::vector<std::string> names = Split(type, '+');
  bool masked = false;
  for (const std::string& name : names) masked = masked || IsMaskedField(name);
  if (!masked) return std::string(id);
  std::vector<std::string> parts = Split(id, ' ');
  if (parts.size() != names.size()) return MaskedText(id);
  std::string text;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += " ";
    text += IsMaskedField(names[i]) ? MaskedText(parts[i]) : parts[i];
  }
  return text;
}

}  // namespace sekisho
