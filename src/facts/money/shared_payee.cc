#include "facts/money/shared_payee.h"

#include "facts/money/payout.h"

namespace sekisho {

void LookUpSharedPayee(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                       EventView* event) {
  const Value& identifier = event->Get(inputs[1]);
  if (!identifier.usable_as_key() || identifier.truncated) return;
  const auto key =
      PayoutKey(event->Get(inputs[0]).text, identifier.text, event->Get(inputs[2]).text);
  if (!key) return;
  const ListSet::Answer answer =
      lists->lists().IsShared(ArtefactKind::kPayee, *key, event->time_ms);
  if (answer == ListSet::Answer::kUnknown) return;
  event->Set(output, Value::Boolean(answer == ListSet::Answer::kYes));
}

}  // namespace sekisho
