// What the user says about a list: an entry of lists.yml.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "lists/list_part.h"
#include "yaml/diagnostics.h"

namespace sekisho {

enum class ListKind : uint8_t {
  kNetworkRanges,    // address ranges of one class, a line each
  kNetworkPlaces,    // CSV: ranges with country, network, kind of line …
  kNetworkDatabase,  // a MaxMind DB file
  kEmailDomains,     // domains of disposable mail, a line each
  kWalletAddresses,  // wallet addresses that an authority has named, a line each
  kBankDirectory,    // CSV: codes of institutions and what they are
  kPaymentServices,  // CSV: payment services and the countries that they are offered in
  kPostalAddresses,  // postal addresses of one class, a line each
  kTechnologies,     // CSV: technologies and when they were first public
  kSharedArtefacts,  // CSV: keyed hashes of what partners of an exchange have reported
  // Sanctions and watch lists: `screening` reads them, no fact is looked up in them.
  kOfacNames,
  kOfacAliases,
  kOfacAddresses,
  kUnSanctions,
  kMofSanctions,
  kFollowTheMoney,
};

// "network_ranges" and so on, as written in lists.yml.
std::string_view ListKindName(ListKind kind);

// A list that names are looked up in (docs/screening.md).
bool IsWatchList(ListKind kind);

struct ListSpec {
  ListKind kind = ListKind::kNetworkRanges;
  std::string file;       // below the folder of lists.yml
  std::string source;     // who publishes it, and where
  std::string published;  // YYYY-MM-DD
  std::string licence;
  int64_t stale_after_days = 0;  // 0: never
  std::string sha256;            // that the file must have, lower case; "": any
  std::string list_class;        // kNetworkRanges; kEmailDomains: disposable or allowed;
                                 // kPostalAddresses
  std::string brand;             // kNetworkRanges
  bool pool = false;             // kNetworkRanges: ranges of one brand are one address
  std::string from;              // kNetworkRanges: first day on which the ranges were seen, or ""
  std::string until;             // … and the last one
  SourcePlace place;

  // What a list of this kind and class brings when it can be read; columns and files may bring
  // less.
  ListParts UsualParts() const;

  // From this moment on the list says nothing any more: the start of the day that many days after
  // the one on which it was published, UTC milliseconds.
  int64_t ExpiresMs() const;
};

inline constexpr int64_t kNoEndMs = std::numeric_limits<int64_t>::max();

// Start of a day YYYY-MM-DD, UTC milliseconds; nothing for anything else.
std::optional<int64_t> DayStartMs(std::string_view day);

// One key of an entry as it stands in a file.
struct ListKey {
  std::string key;
  std::string value;
  SourcePlace place;
};

// Nothing after a report to `sink`. `place` is that of the entry.
std::optional<ListSpec> MakeListSpec(const std::vector<ListKey>& keys, const SourcePlace& place,
                                     DiagnosticSink* sink);

// The entries of a lists.yml; what is wrong is reported and left out.
std::vector<ListSpec> ReadListManifest(const std::string& file, std::string_view text,
                                       DiagnosticSink* sink);

}  // namespace sekisho
