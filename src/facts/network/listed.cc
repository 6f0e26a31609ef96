#include "facts/network/listed.h"

namespace sekisho {

void LookUpPool(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                EventView* event) {
  if (lists->lists().parts().Has(ListPart::kPool)) {
    LookUpNetworkText(inputs, output, NetworkField::kPool, false, lists, event);
  }
}

void LookUpNetworkText(std::span<const FieldId> inputs, FieldId output, NetworkField field,
                       bool number, ListSession* lists, EventView* event) {
  const Value& ip = event->Get(inputs[0]);
  if (ip.kind != ValueKind::kText) return;
  const std::string_view value = lists->Network(ip.text, field, event->time_ms);
  if (value.empty()) return;
  // The session may forget the text while the event still needs it.
  const std::string_view kept = event->Store(value);
  event->Set(output, number ? Value::Number(kept) : Value::Text(kept));
}

}  // namespace sekisho
