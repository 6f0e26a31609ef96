// The kinds of identifiers that link accounts, and where events carry them.
#pragma once

#include <cstdint>
#include <string_view>

namespace sekisho {

// Values of `link.kind`.
inline constexpr std::string_view kLinkKinds[] = {
    "document", "payout", "device", "phone", "email", "photo", "text", "address", "website"};
inline constexpr uint16_t kLinkKindCount = 9;

// `account` (a field of the event) used `identifier`, which is of this kind; not so on events of
// `except_type`, where the identifier is somebody else's.
struct LinkSource {
  uint16_t kind;
  std::string_view identifier;
  std::string_view account;
  std::string_view except_type = {};
};
inline constexpr LinkSource kLinkSources[] = {
    {0, "document.key", "account"},
    {1, "payout.key", "account", "transfer.sent"},
    {1, "payer.key", "client"},
    {2, "device", "account"},
    {3, "phone.key", "account"},
    {4, "email.key", "account"},
    {7, "shipment.address_key", "account"},
    {8, "website.key", "account"},
};

}  // namespace sekisho
