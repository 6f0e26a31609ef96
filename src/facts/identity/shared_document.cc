#include "facts/identity/shared_document.h"

#include "facts/identity/document.h"

namespace sekisho {

void LookUpSharedDocument(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                          EventView* event) {
  const Value& number = event->Get(inputs[2]);
  if (!number.usable_as_key() || number.truncated) return;
  const auto key = DocumentKey(event->Get(inputs[0]).text, event->Get(inputs[1]).text, number.text);
  if (!key) return;
  const ListSet::Answer answer =
      lists->lists().IsShared(ArtefactKind::kDocument, *key, event->time_ms);
  if (answer == ListSet::Answer::kUnknown) return;
  event->Set(output, Value::Boolean(answer == ListSet::Answer::kYes));
}

}  // namespace sekisho
