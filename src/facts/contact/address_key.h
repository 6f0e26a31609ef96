// Postal addresses of an event: in one comparable form, and what kind of place they are.
#pragma once

#include <span>
#include <string_view>

#include "core/event_view.h"
#include "lists/list_session.h"

namespace sekisho {

// shipment.address_key from {shipment.address}, document.address_key from {document.address}; see
// core/postal_address.h.
void ComputeAddressKey(std::span<const FieldId> inputs, FieldId output, EventView* event);
// changed.address_key from {field, value}: the key of `value` when `field` is "address".
void ComputeChangedAddressKey(std::span<const FieldId> inputs, FieldId output, EventView* event);

// shipment.address_form from {shipment.address}: what the address says about itself in so many
// words. "mailbox" for a post-office or private mailbox (P.O. Box 12, PMB 12, Postfach 12,
// 私書箱12, 사서함 12; USPS Publication 28, sections 28 and 29), "virtual_office" when it is called
// one. Absent for anything else, which says nothing: a suite or a unit is mostly a flat.
std::string_view AddressForm(std::string_view utf8);
void ComputeAddressForm(std::span<const FieldId> inputs, FieldId output, EventView* event);

// shipment.address_class from {shipment.address}: the class that a list gives it.
void LookUpAddressClass(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                        EventView* event);

}  // namespace sekisho
