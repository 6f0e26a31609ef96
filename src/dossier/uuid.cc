#include "dossier/uuid.h"

#include <openssl/evp.h>

#include <array>

#include "absl/strings/escaping.h"
#include "core/check.h"
#include "core/status.h"

namespace sekisho {
namespace {

// 9808c91b-e3ca-42ef-ad7a-5a06b401cd27, drawn once for this purpose.
constexpr std::array<unsigned char, 16> kNamespace = {
    0x98, 0x08, 0xc9, 0x1b, 0xe3, 0xca, 0x42, 0xef, 0xad, 0x7a, 0x5a, 0x06, 0xb4, 0x01, 0xcd, 0x27};

}  // namespace

std::string NamedUuid(std::string_view name) {
  std::string text(reinterpret_cast<const char*>(kNamespace.data()), kNamespace.size());
  text += name;
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
  unsigned int size = 0;
  const int done = EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr);
  SEKISHO_CHECK(done == 1);
  digest[6] = static_cast<unsigned char>((digest[6] & 0x0f) | 0x50);  // version 5
  digest[8] = static_cast<unsigned char>((digest[8] & 0x3f) | 0x80);  // the variant of the RFC
  std::string hex = absl::BytesToHexString(
      absl::string_view(reinterpret_cast<const char*>(digest.data()), kNamespace.size()));
  for (const size_t at : {8, 13, 18, 23}) hex.insert(at, "-");
  return hex;
}

}  // namespace sekisho
