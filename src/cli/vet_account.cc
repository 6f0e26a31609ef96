#include "cli/vet_account.h"

#include <algorithm>

#include "core/schema.h"
#include "service/account_events.h"

namespace sekisho {

Status LookAtAccount(RecordSource* source, const std::string& account, int64_t until_ms,
                     AccountInFiles* out) {
  AccountEventsQuery query;
  query.accounts = {account};
  for (const FieldSpec& field : AllFields()) {
    if (field.origin == FieldOrigin::kEvent) query.fields.push_back(field.name);
  }
  return ReadAccountEvents(source, query,
                           [&](const AccountEvent& event) {
                             if (event.time_ms > until_ms) return;
                             ++out->events;
                             out->first_ms =
                                 std::min(out->first_ms.value_or(event.time_ms), event.time_ms);
                             std::set<std::string>& fields = out->known[std::string(event.type)];
                             fields.emplace("account");
                             for (const AccountEvent::Field& one : event.fields) {
                               fields.emplace(one.name);
                             }
                             if (const std::string_view holder = event.Get("payout.holder");
                                 !holder.empty() && event.type == "payout.account") {
                               out->payees[event.id] = holder;
                             }
                           })
      .status();
}

}  // namespace sekisho
