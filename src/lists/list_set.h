// All lists of a folder, as facts look things up in them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "core/status.h"
#include "lists/address_database.h"
#include "lists/directory.h"
#include "lists/list_spec.h"
#include "lists/network_table.h"
#include "lists/postal_table.h"
#include "lists/shared_table.h"
#include "lists/technology_table.h"

namespace sekisho {

// A list as it was loaded, or why it is missing.
struct ListInfo {
  ListSpec spec;
  bool loaded = false;
  std::string sha256;  // of the file, 64 lower-case hexadecimal digits; empty when it was not read
  uint64_t bytes = 0;
  uint64_t entries = 0;   // ranges, networks of a database, domains, addresses; 0 of watch lists
  uint64_t refused = 0;   // lines that were left out
  ListParts parts;        // what it brings
  bool open_end = false;  // a text whose last line has no line end: of some makers, or cut off
};

// A list that is in memory.
struct ListText {
  ListSpec spec;
  std::string text;
};

// Immutable; shared by all threads. Every answer holds for a moment in time, because addresses
// change hands: a list says nothing from the day on which it is stale.
class ListSet {
 public:
  // Reads what can be read; the rest is reported to `sink`, and `lists()` says that it is missing.
  // `exchange` is the key of shared artefacts; without it such lists are missing.
  static std::shared_ptr<const ListSet> Make(std::vector<ListText> lists, DiagnosticSink* sink,
                                             const std::optional<KeyedHash>& exchange = {});

  // In the order of the manifest.
  const std::vector<ListInfo>& lists() const { return lists_; }
  // Of the folder as it was read: equal versions, equal lists. The SHA-256 of what `sha256sum
  // lists.yml FILE…` prints, the files in the order of the manifest ("missing" in place of a hash
  // that there is none of); "" of a set that was made of texts.
  const std::string& version() const { return version_; }
  // What the loaded lists bring.
  const ListParts& parts() const { return parts_; }
  // The same, without lists that are stale at that time.
  ListParts PartsAt(int64_t time_ms) const;
  // Parts of which a list of the manifest says nothing at that time, because it cannot be read or
  // is stale: what the others do not name may stand there. What a list would have brought that
  // cannot be read is guessed from its kind (ListSpec::UsualParts).
  ListParts SilentAt(int64_t time_ms) const;
  // PartsAt without SilentAt: only of these is "not in the lists" known.
  ListParts WholeAt(int64_t time_ms) const;
  // The files of the lists that are silent about one of these parts, in the order of the manifest;
  // lists.yml itself where an entry of it cannot be understood: that may be a list of any kind.
  std::vector<std::string> SilentFiles(const ListParts& parts, int64_t time_ms) const;

  const NetworkTable& network() const { return network_; }
  struct Database {
    std::shared_ptr<const AddressDatabase> database;
    int64_t expires_ms = kNoEndMs;
  };
  // Those that live longest first.
  const std::vector<Database>& databases() const { return databases_; }

  const Directory& directory() const { return directory_; }
  const PostalTable& places() const { return places_; }

  // As Directory and TechnologyTable have them, but what holds only of all lists together is not
  // said while one is silent: that a bank is no more than a bank, that a service is offered in one
  // country alone, that nothing was public earlier.
  std::string_view InstitutionKind(std::string_view scheme, std::string_view number,
                                   int64_t time_ms) const;
  std::string_view ServiceCountry(std::string_view name, int64_t time_ms) const;
  std::optional<int64_t> FirstYear(std::string_view technology, int64_t time_ms) const;

  // kUnknown: no list speaks, or none that speaks names it and another one is silent.
  enum class Answer : uint8_t { kUnknown, kNo, kYes };
  // Is the domain, or one it lies below, a domain of disposable mail? In ASCII, lower case.
  Answer IsDisposable(std::string_view domain, int64_t time_ms) const;
  // Has an authority named this wallet address, as the fact payout.key has it, without its kind?
  Answer IsListedWallet(std::string_view address, int64_t time_ms) const;
  // Has a partner of an exchange reported it? `value` as ArtefactHash takes it.
  Answer IsShared(ArtefactKind kind, std::string_view value, int64_t time_ms) const;

 private:
  friend class ListFolder;

  // The last moment at which a list has an entry.
  using Until = absl::flat_hash_map<std::string, int64_t>;

  void Add(ListText list, DiagnosticSink* sink);
  ListCount AddText(const ListSpec& spec, std::string_view text, DiagnosticSink* sink);
  ListCount AddDomains(const ListSpec& spec, std::string_view text, DiagnosticSink* sink);
  ListCount AddWallets(const ListSpec& spec, std::string_view text, DiagnosticSink* sink);
  bool AddDatabase(const ListText& list, ListInfo* info, DiagnosticSink* sink);
  void AddMissing(ListSpec spec);
  void Finish();
  static ListParts SilentParts(const ListInfo& list, int64_t time_ms);
  void SetVersion(std::string_view manifest);
  // What is said of an entry of that part which no list names.
  Answer NotNamed(ListPart part, int64_t time_ms) const;

  std::vector<ListInfo> lists_;
  std::string version_;
  ListParts parts_;
  ListParts unread_;                     // what lists that cannot be read would bring
  bool has_unknown_entry_ = false;       // an entry of the manifest that cannot be understood
  int64_t first_expires_ms_ = kNoEndMs;  // of the loaded lists; facts ask before it mostly
  NetworkTable network_;
  std::vector<Database> databases_;
  Directory directory_;
  PostalTable places_;
  TechnologyTable technologies_;
  SharedTable shared_;
  Until disposable_;
  Until allowed_;
  Until wallets_;
};

}  // namespace sekisho
