// The network address of a visitor in one comparable form.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/event_view.h"

namespace sekisho {

// IPv4 in dotted decimal; IPv6 as its /64 ("2001:db8:1:2::/64", RFC 5952), because one home or
// office gets at least a /64 and its devices change the lower half daily (RFC 8981); IPv4-mapped
// IPv6 (::ffff:0:0/96) as the IPv4 address it stands for. A port, brackets, a zone ("%eth0") and
// surrounding spaces are dropped. None for anything else; octets with leading zeros are refused
// because some systems read them as octal (RFC 6943, 3.1.1).
std::optional<std::string> NormalAddress(std::string_view text);

// True when `text` is IPv4 as NormalAddress writes it. Costs a few nanoseconds.
bool IsNormalIpv4(std::string_view text);

// network.address from {ip}.
void ComputeNetworkAddress(std::span<const FieldId> inputs, FieldId output, EventView* event);

}  // namespace sekisho
