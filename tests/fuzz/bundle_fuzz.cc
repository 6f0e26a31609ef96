// `sekisho report verify` on arbitrary bytes.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "dossier/bundle.h"
#include "fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto check =
      sekisho::CheckBundle(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!check.ok()) {
    sekisho::fuzz::RequireMessage(sekisho::ToStd(check.status().message()));
    return 0;
  }
  for (const auto& member : check->members) {
    sekisho::fuzz::Require(member.name.find("..") != 0, "a name stays in the bundle", member.name);
  }
  return 0;
}
