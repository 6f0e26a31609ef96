// Databases of addresses, whole and damaged: one is refused with a reason, or every look-up in it
// ends with values that can be shown.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/require.h"
#include "lists/address_database.h"

namespace sekisho::fuzz {
namespace {

void Check(std::string_view bytes) {
  const auto opened = AddressDatabase::Open(bytes);
  if (!opened.ok()) {
    RequireMessage(ToStd(opened.status().message()));
    return;
  }
  Require((*opened)->networks() > 0, "a database holds a network");
  for (const std::string_view ip :
       {"0.0.0.0", "192.0.2.1", "198.51.100.65", "255.255.255.255", "::", "2001:db8::1",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"}) {
    NetworkValues values;
    (*opened)->Find(*ParseAddress(ip), &values);
    for (const std::string& value : values) {
      if (!value.empty()) RequireMessage(value);
    }
  }
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sekisho::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
