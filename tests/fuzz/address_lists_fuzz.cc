// The readers of lists that facts are looked up in, on arbitrary text: lists.yml, ranges, places,
// domains, wallets, banks, services, postal addresses, technologies. What they read is asked for.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/postal_address.h"
#include "fuzz/require.h"
#include "lists/list_session.h"

namespace sekisho::fuzz {
namespace {

constexpr int64_t kTimeMs = 1'775'002'200'000;  // 2026-04-01

void CheckTable(std::string_view text, ListKind kind) {
  ListSpec spec;
  spec.kind = kind;
  spec.file = "list.txt";
  spec.published = "2026-01-01";
  spec.list_class = kind == ListKind::kEmailDomains      ? "disposable"
                    : kind == ListKind::kPostalAddresses ? "mailbox"
                                                         : "vpn";
  spec.pool = true;
  DiagnosticSink sink(false);
  const std::shared_ptr<const ListSet> set =
      ListSet::Make({{spec, std::string(text)}}, &sink, KeyedHash::ForDemo());
  Require(set->lists().size() == 1, "a list stays one");
  const ListInfo& info = set->lists()[0];
  Require(info.loaded == (info.entries > 0), "a list without entries is missing");
  const std::vector<Diagnostic> said = sink.Take();
  Require(info.refused == 0 || !said.empty(), "what is left out is said");
  for (const Diagnostic& one : said) RequireMessage(one.message);
  ListSession session(set);
  for (const std::string_view ip : {"192.0.2.1", "::ffff:10.0.0.1", "2001:db8::1"}) {
    for (size_t field = 0; field < kNetworkFields; ++field) {
      const std::string_view value = session.Network(ip, static_cast<NetworkField>(field), kTimeMs);
      if (!value.empty()) RequireMessage(value);
    }
  }
  if (!ParseAddress(text)) Require(session.Network(text, NetworkField::kClass, 0).empty(), "none");
  set->IsDisposable(text, kTimeMs);
  set->IsListedWallet(text, kTimeMs);
  set->directory().InstitutionKind("iban", text, kTimeMs);
  set->directory().ServiceCountry(text, kTimeMs);
  const auto year = set->FirstYear(text, kTimeMs);
  Require(!year || kind == ListKind::kTechnologies, "only a list of technologies has one");
  if (const auto address = ReadPostalAddress(text)) {
    const bool is_listed = !set->places().ClassOf(*address, kTimeMs).empty();
    Require(!is_listed || kind == ListKind::kPostalAddresses, "only a list of addresses has one");
  }
}

void Check(std::string_view text) {
  DiagnosticSink sink(false);
  for (const ListSpec& spec : ReadListManifest("lists.yml", text, &sink)) {
    Require(!spec.file.empty() && !spec.source.empty(), "a list says what it is");
    Require(DayStartMs(spec.published).has_value(), "a list has a day");
    Require(spec.file.find("../") == std::string::npos && spec.file[0] != '/',
            "a list lies in its folder", spec.file);
  }
  for (const Diagnostic& one : sink.Take()) RequireMessage(one.message);
  for (const ListKind kind :
       {ListKind::kNetworkRanges, ListKind::kNetworkPlaces, ListKind::kEmailDomains,
        ListKind::kWalletAddresses, ListKind::kBankDirectory, ListKind::kPaymentServices,
        ListKind::kPostalAddresses, ListKind::kTechnologies, ListKind::kSharedArtefacts}) {
    CheckTable(text, kind);
  }
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sekisho::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
