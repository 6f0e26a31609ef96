#include "facts/network/line.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace sekisho {
namespace {

using Words = std::initializer_list<std::string_view>;

// Of lines that somebody else may sit behind, and of carriers: what an address is not, is only
// known when every list that could say it speaks.
constexpr ListPart kRelays[] = {
    ListPart::kVpn,     ListPart::kProxy,  ListPart::kResidentialProxy, ListPart::kTor,
    ListPart::kHosting, ListPart::kExempt, ListPart::kConnection};
constexpr ListPart kCarriers[] = {ListPart::kMobileCarrier, ListPart::kConnection};

bool IsSilent(const ListSet& lists, std::span<const ListPart> parts, int64_t time_ms) {
  const ListParts silent = lists.SilentAt(time_ms);
  return std::any_of(parts.begin(), parts.end(),
                     [&silent](ListPart part) { return silent.Has(part); });
}

// Is the class or the connection of the address one of these?
bool IsLine(std::string_view ip, int64_t time_ms, const Words& classes, const Words& connections,
            ListSession* lists) {
  const auto is_one_of = [&](NetworkField field, const Words& words) {
    const std::string_view value = lists->Network(ip, field, time_ms);
    return std::find(words.begin(), words.end(), value) != words.end();
  };
  return is_one_of(NetworkField::kClass, classes) ||
         is_one_of(NetworkField::kConnection, connections);
}

}  // namespace

void LookUpRelayed(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                   EventView* event) {
  const Value& ip = event->Get(inputs[0]);
  if (ip.kind != ValueKind::kText || !ParseAddress(ip.text)) return;
  const bool is_relayed = IsLine(ip.text, event->time_ms,
                                 {"vpn", "proxy", "residential_proxy", "tor", "hosting", "exempt"},
                                 {"hosting", "satellite"}, lists);
  const ListSet& all = lists->lists();
  if (!is_relayed && (!all.PartsAt(event->time_ms).Has(ListPart::kVpn) ||
                      IsSilent(all, kRelays, event->time_ms))) {
    return;
  }
  event->Set(output, Value::Boolean(is_relayed));
}

void LookUpMobile(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                  EventView* event) {
  const Value& ip = event->Get(inputs[0]);
  if (ip.kind != ValueKind::kText || !ParseAddress(ip.text)) return;
  const bool is_mobile = IsLine(ip.text, event->time_ms, {"mobile_carrier"}, {"mobile"}, lists);
  const ListParts parts = lists->lists().PartsAt(event->time_ms);
  const bool is_asked = parts.Has(ListPart::kMobileCarrier) || parts.Has(ListPart::kConnection);
  if (!is_mobile && (!is_asked || IsSilent(lists->lists(), kCarriers, event->time_ms))) return;
  event->Set(output, Value::Boolean(is_mobile));
}

}  // namespace sekisho
