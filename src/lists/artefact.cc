#include "lists/artefact.h"

#include <algorithm>
#include <iterator>

#include "core/text.h"
#include "core/utf8.h"

namespace sekisho {
namespace {

constexpr std::string_view kNames[kArtefactKinds] = {"document", "payee", "device", "template"};
constexpr std::string_view kPurposes[kArtefactKinds] = {"share.document", "share.payee",
                                                        "share.device", "share.template"};
constexpr size_t kTemplateCharactersMin = 80;

}  // namespace

std::string_view ArtefactKindName(ArtefactKind kind) { return kNames[static_cast<size_t>(kind)]; }

std::optional<ArtefactKind> ParseArtefactKind(std::string_view name) {
  const auto found = std::find(std::begin(kNames), std::end(kNames), name);
  if (found == std::end(kNames)) return std::nullopt;
  return static_cast<ArtefactKind>(found - std::begin(kNames));
}

bool IsArtefactHash(std::string_view text) {
  return text.size() == kArtefactHashSize && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::string ArtefactHash(const KeyedHash& key, ArtefactKind kind, std::string_view value) {
  return key.Hash(kPurposes[static_cast<size_t>(kind)], value);
}

std::string ArtefactKeyCheck(const KeyedHash& key) { return key.Hash("share.check", ""); }

std::string TemplateForm(std::string_view text) {
  std::string form;
  bool space = false;
  for (const char c : NormalText(text, TextCase::kLower)) {
    const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
    if (is_space) {
      space = !form.empty();
      continue;
    }
    if (space) form += ' ';
    space = false;
    form += c;
  }
  return CountCharacters(form) < kTemplateCharactersMin ? std::string() : form;
}

}  // namespace sekisho
