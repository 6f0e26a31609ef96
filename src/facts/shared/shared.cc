#include "facts/shared/shared.h"

#include <string>

namespace sekisho {
namespace {

void LookUp(ArtefactKind kind, std::string_view value, FieldId output, ListSession* lists,
            EventView* event) {
  if (value.empty()) return;
  const ListSet::Answer answer = lists->lists().IsShared(kind, value, event->time_ms);
  if (answer == ListSet::Answer::kUnknown) return;
  event->Set(output, Value::Boolean(answer == ListSet::Answer::kYes));
}

}  // namespace

void LookUpSharedDevice(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                        EventView* event) {
  const Value& device = event->Get(inputs[0]);
  if (!device.usable_as_key() || device.truncated) return;
  LookUp(ArtefactKind::kDevice, device.text, output, lists, event);
}

void LookUpSharedText(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                      EventView* event) {
  const Value& text = event->Get(inputs[0]);
  if (text.kind != ValueKind::kText || text.truncated) return;
  LookUp(ArtefactKind::kTemplate, TemplateForm(text.text), output, lists, event);
}

}  // namespace sekisho
