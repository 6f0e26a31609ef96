#include "facts/contact/domain.h"

#include <libpsl.h>
#include <unicode/bytestream.h>
#include <unicode/idna.h>

#include <algorithm>
#include <memory>

#include "core/text.h"

namespace sekisho {
namespace {

constexpr size_t kHostBytesMax = 253;  // RFC 1035, in text
constexpr size_t kWrittenBytesMax = 1024;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Null when ICU has no data; then no host is one.
const icu::IDNA* Idna() {
  static const std::unique_ptr<icu::IDNA> idna = [] {
    UErrorCode error = U_ZERO_ERROR;
    constexpr uint32_t kOptions = UIDNA_NONTRANSITIONAL_TO_ASCII |
                                  UIDNA_NONTRANSITIONAL_TO_UNICODE | UIDNA_USE_STD3_RULES |
                                  UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ;
    std::unique_ptr<icu::IDNA> made(icu::IDNA::createUTS46Instance(kOptions, error));
    if (U_FAILURE(error)) made.reset();
    return made;
  }();
  return idna.get();
}

icu::StringPiece Piece(std::string_view text) {
  return {text.data(), static_cast<int32_t>(text.size())};
}

}  // namespace

std::optional<std::string> AsciiHost(std::string_view written) {
  if (written.size() > kWrittenBytesMax || Idna() == nullptr) return std::nullopt;
  std::string host = NormalText(written, TextCase::kLower);
  if (host.ends_with('.')) host.pop_back();
  std::string ascii;
  icu::StringByteSink<std::string> sink(&ascii);
  icu::IDNAInfo info;
  UErrorCode error = U_ZERO_ERROR;
  Idna()->nameToASCII_UTF8(Piece(host), sink, info, error);
  if (U_FAILURE(error) || info.hasErrors() || ascii.size() > kHostBytesMax) return std::nullopt;
  const size_t last_dot = ascii.rfind('.');
  if (last_dot == std::string::npos || last_dot + 1 == ascii.size()) return std::nullopt;
  const std::string_view top = std::string_view(ascii).substr(last_dot + 1);
  if (std::all_of(top.begin(), top.end(), IsDigit)) return std::nullopt;
  return ascii;
}

std::string UnicodeHost(std::string_view ascii) {
  std::string text;
  if (Idna() == nullptr) return std::string(ascii);
  icu::StringByteSink<std::string> sink(&text);
  icu::IDNAInfo info;
  UErrorCode error = U_ZERO_ERROR;
  Idna()->nameToUnicodeUTF8(Piece(ascii), sink, info, error);
  return U_FAILURE(error) ? std::string(ascii) : text;
}

std::optional<std::string> RegistrableDomain(std::string_view ascii_host) {
  const std::string host(ascii_host);
  const char* const domain = psl_registrable_domain(psl_builtin(), host.c_str());
  if (domain == nullptr) return std::nullopt;
  return std::string(domain);
}

std::optional<bool> IsListed(std::string_view ascii_host, const DomainSet* list) {
  if (list == nullptr) return std::nullopt;
  const auto domain = RegistrableDomain(ascii_host);
  if (!domain) return std::nullopt;
  return list->Contains(*domain);
}

}  // namespace sekisho
