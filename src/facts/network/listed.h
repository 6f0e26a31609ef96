// What the lists say about the network address of a visitor.
#pragma once

#include <span>

#include "core/event_view.h"
#include "lists/list_session.h"

namespace sekisho {

// network.address from {ip}: where a list says that a carrier's pool counts as one address, its
// first range takes the place of the address. Phones change between the addresses of a pool at each
// connection, and thousands of customers share each of them.
void LookUpPool(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                EventView* event);

// What the lists say at the time of the event about the address {ip}.
void LookUpNetworkText(std::span<const FieldId> inputs, FieldId output, NetworkField field,
                       bool number, ListSession* lists, EventView* event);

// network.class and others, which are texts.
template <NetworkField kField>
void LookUpNetwork(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                   EventView* event) {
  LookUpNetworkText(inputs, output, kField, false, lists, event);
}

// network.asn and others, which are numbers.
template <NetworkField kField>
void LookUpNumber(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                  EventView* event) {
  LookUpNetworkText(inputs, output, kField, true, lists, event);
}

}  // namespace sekisho
