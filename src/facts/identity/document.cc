#include "facts/identity/document.h"

#include "core/text.h"

namespace sekisho {

std::optional<std::string> DocumentKey(std::string_view issuer, std::string_view type,
                                       std::string_view number) {
  if (IsMaskedNumber(number)) return std::nullopt;
  const std::string normal_number = LettersAndDigits(number, TextCase::kUpper);
  if (normal_number.empty()) return std::nullopt;
  return LettersAndDigits(issuer, TextCase::kUpper) + '|' +
         LettersAndDigits(type, TextCase::kUpper) + '|' + normal_number;
}

void ComputeDocumentKey(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& number = event->Get(inputs[2]);
  if (!number.usable_as_key() || number.truncated) return;
  const auto key = DocumentKey(event->Get(inputs[0]).text, event->Get(inputs[1]).text, number.text);
  if (key) event->Set(output, Value::Text(event->Store(*key)));
}

}  // namespace sekisho
