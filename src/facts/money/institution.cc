#include "facts/money/institution.h"

#include <string>

#include "core/text.h"
#include "facts/money/payout_check.h"

namespace sekisho {

void LookUpInstitutionKind(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                           EventView* event) {
  const Value& identifier = event->Get(inputs[1]);
  if (lists->lists().directory().empty() || !identifier.usable_as_key() || identifier.truncated)
    return;
  const std::string_view kind = event->Get(inputs[0]).text;
  const std::string_view form = FormOfPayout(kind, identifier.text).form;
  if (form.empty()) return;
  const std::string number = LettersAndDigits(identifier.text, TextCase::kUpper);
  // The code of the bank stands behind the check digits of an IBAN: the country, then the code.
  const std::string code =
      form == "iban" && number.size() > 4 ? number.substr(0, 2) + number.substr(4) : number;
  const std::string_view found = lists->lists().InstitutionKind(form, code, event->time_ms);
  if (!found.empty()) event->Set(output, Value::Text(event->Store(found)));
}

void LookUpServiceCountry(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                          EventView* event) {
  const Value& name = event->Get(inputs[0]);
  if (name.kind != ValueKind::kText) return;
  const std::string_view country = lists->lists().ServiceCountry(name.text, event->time_ms);
  if (!country.empty()) event->Set(output, Value::Text(event->Store(country)));
}

}  // namespace sekisho
