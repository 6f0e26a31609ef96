// What kind of line an address is, as far as it matters to the question where its user sits.
#pragma once

#include <span>

#include "core/event_view.h"
#include "lists/list_session.h"

namespace sekisho {

// network.relayed from {ip}: whether whoever uses the address may sit elsewhere, because it is an
// exit of a VPN, a proxy, Tor or a hosting company, a satellite line, or one of the user's own
// exempt ranges (the line of a company leaves to the internet where its router is). Absent while no
// list knows VPN services: then nobody can say that it is not.
void LookUpRelayed(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                   EventView* event);

// network.mobile from {ip}: whether the address is a mobile carrier's. Thousands share it, and a
// telephone abroad has one of its home country. Absent while no list knows carriers.
void LookUpMobile(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                  EventView* event);

}  // namespace sekisho
