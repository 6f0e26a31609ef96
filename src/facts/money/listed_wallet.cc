#include "facts/money/listed_wallet.h"

#include "facts/money/payout.h"

namespace sekisho {

void LookUpListedWallet(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                        EventView* event) {
  const Value& identifier = event->Get(inputs[1]);
  if (!identifier.usable_as_key() || identifier.truncated) return;
  constexpr std::string_view kCrypto = "crypto|";
  const auto key = PayoutKey(event->Get(inputs[0]).text, identifier.text, "");
  if (!key || !key->starts_with(kCrypto)) return;
  const ListSet::Answer answer =
      lists->lists().IsListedWallet(std::string_view(*key).substr(kCrypto.size()), event->time_ms);
  if (answer == ListSet::Answer::kUnknown) return;
  event->Set(output, Value::Boolean(answer == ListSet::Answer::kYes));
}

}  // namespace sekisho
