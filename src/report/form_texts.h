// The words of the fields of a candidate file (docs/vetting.md), for the form that writes one and
// the report about it.
#pragma once

#include <span>
#include <string_view>

#include "core/language.h"

namespace sekisho {

struct FormText {
  // "claims.names.value"; "*.at" stands for every field `at` without words of its own.
  std::string_view path;
  Phrase label;
  Phrase hint;              // how to fill it in; often empty
  std::string_view serves;  // codes of indicators and measures: "A02 M34"; often empty
  Phrase one = {};          // of a list: one entry; empty: as the label
};

// Head, claims, documents, profiles and payout; then what happened, and what people did about it.
std::span<const FormText> PersonTexts();
std::span<const FormText> HistoryTexts();

// The words of the field at this path without indices. The claims that a profile shows have those
// of the claims. Null when there are none. Thread-safe.
const FormText* FindFormText(std::string_view path);

// "/payout/0/holder" in words: "Payout account 1 › Holder". Parts without words stay as they are.
LocalText PointerWords(std::string_view pointer);

}  // namespace sekisho
