#include "report/form_texts.h"

#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"

namespace sekisho {
namespace {

constexpr std::string_view kShown = "profiles.fields.";

const FormText* Look(std::string_view path) {
  for (const std::span<const FormText> texts : {PersonTexts(), HistoryTexts()}) {
    for (const FormText& one : texts) {
      if (one.path == path) return &one;
    }
  }
  return nullptr;
}

// The place of an entry counted from 1; nothing when the step is no index.
std::optional<int> PlaceOf(std::string_view step) {
  int index = 0;
  const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
  if (error != std::errc() || end != step.data() + step.size() || index < 0) return std::nullopt;
  return index + 1;
}

}  // namespace

const FormText* FindFormText(std::string_view path) {
  if (path.substr(0, kShown.size()) == kShown) {
    return FindFormText("claims." + std::string(path.substr(kShown.size())));
  }
  if (const FormText* const own = Look(path)) return own;
  const size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? nullptr : Look("*" + std::string(path.substr(dot)));
}

LocalText PointerWords(std::string_view pointer) {
  LocalText words;
  std::string path;
  const auto add = [&words](std::string_view between, const Phrase& text) {
    const std::string gap(words.en.empty() ? "" : between);
    words.en += gap + std::string(text.en);
    words.ja += gap + std::string(text.ja);
    words.ko += gap + std::string(text.ko);
  };
  const std::string text(pointer.substr(pointer.empty() ? 0 : 1));
  const std::vector<std::string> steps = absl::StrSplit(text, '/');
  for (size_t i = 0; i < steps.size(); ++i) {
    const std::string& step = steps[i];
    if (const std::optional<int> number = PlaceOf(step)) {
      const std::string place = std::to_string(*number);
      add(" ", {place, place, place});
      continue;
    }
    path += (path.empty() ? "" : ".") + step;
    const bool is_entry = i + 1 < steps.size() && PlaceOf(steps[i + 1]).has_value();
    const FormText* const known = FindFormText(path);
    if (known == nullptr) {
      add(" › ", {step, step, step});
    } else {
      add(" › ", is_entry && !known->one.en.empty() ? known->one : known->label);
    }
  }
  return words;
}

}  // namespace sekisho
