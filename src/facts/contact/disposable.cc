#include "facts/contact/disposable.h"

#include <algorithm>
#include <optional>

#include "facts/contact/email.h"

namespace sekisho {

void LookUpDisposable(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                      EventView* event) {
  const Value& email = event->Get(inputs[0]);
  if (email.kind != ValueKind::kText) return;
  std::optional<EmailAddress> address = ParseEmail(email.text);
  if (!address) return;
  std::transform(address->host.begin(), address->host.end(), address->host.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const ListSet::Answer answer = lists->lists().IsDisposable(address->host, event->time_ms);
  if (answer == ListSet::Answer::kUnknown) return;
  event->Set(output, Value::Boolean(answer == ListSet::Answer::kYes));
}

}  // namespace sekisho
