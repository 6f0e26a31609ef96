#include "lists/list_spec.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <map>

#include "core/limits.h"
#include "core/suggestion.h"
#include "core/time.h"
#include "yaml/section.h"
#include "yaml/yaml.h"

namespace sekisho {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::string_view kKinds[] = {
    "network_ranges",   "network_places",   "network_database", "email_domains",
    "wallet_addresses", "bank_directory",   "payment_services", "postal_addresses",
    "technologies",     "shared_artefacts", "ofac_names",       "ofac_aliases",
    "ofac_addresses",   "un_sanctions",     "mof_sanctions",    "follow_the_money"};
constexpr int64_t kDaysMax = 36'500;
constexpr size_t kHashDigits = 64;  // of SHA-256

// The keys of each kind, beside those that every list has.
Words OwnKeys(ListKind kind) {
  switch (kind) {
    case ListKind::kNetworkRanges:
      return {"class", "brand", "pool", "from", "until"};
    case ListKind::kEmailDomains:
    case ListKind::kPostalAddresses:
      return {"class"};
    default:
      return {};
  }
}

class SpecReader {
 public:
  SpecReader(const std::vector<ListKey>& keys, const SourcePlace& place, DiagnosticSink* sink)
      : keys_(keys), place_(place), sink_(sink) {}

  std::optional<ListSpec> Read() {
    const size_t errors = sink_->errors();
    spec_.place = place_;
    if (!ReadKind()) return std::nullopt;
    CheckKeys();
    spec_.file = Required("file");
    spec_.source = Required("source");
    spec_.published = Required("published");
    spec_.licence = Required("licence");
    Day("published", spec_.published);
    CheckFile();
    ReadStale();
    ReadHash();
    ReadClass();
    spec_.brand = Text("brand");
    ReadPool();
    spec_.from = Text("from");
    spec_.until = Text("until");
    Day("from", spec_.from);
    Day("until", spec_.until);
    if (sink_->errors() != errors) return std::nullopt;
    return std::move(spec_);
  }

 private:
  const ListKey* Find(std::string_view key) const {
    const auto found = std::find_if(keys_.begin(), keys_.end(),
                                    [key](const ListKey& one) { return one.key == key; });
    return found == keys_.end() ? nullptr : &*found;
  }

  std::string Text(std::string_view key) const {
    const ListKey* const found = Find(key);
    return found == nullptr ? "" : found->value;
  }

  std::string Required(std::string_view key) {
    const ListKey* const found = Find(key);
    if (found != nullptr && !found->value.empty()) return found->value;
    sink_->Report(Sk::kListKeyMissing, found == nullptr ? place_ : found->place,
                  "the list has no `" + std::string(key) + "`");
    return "";
  }

  void Refuse(std::string_view key, std::string message, std::string suggestion) {
    sink_->Report(Sk::kListValue, Find(key)->place, std::move(message), std::move(suggestion));
  }

  bool ReadKind() {
    const std::string word = Required("kind");
    if (word.empty()) return false;
    const auto found = std::find(std::begin(kKinds), std::end(kKinds), word);
    spec_.kind = static_cast<ListKind>(found - std::begin(kKinds));
    if (found != std::end(kKinds)) return true;
    const Words words(std::begin(kKinds), std::end(kKinds));
    const std::string meant = DidYouMean(word, words);
    Refuse("kind", "there is no kind of list \"" + word + "\"",
           meant.empty() ? "write " + Enumerate(words) : meant);
    return false;
  }

  void CheckKeys() {
    Words allowed = {"kind",  "file", "source", "published", "licence", "stale_after_days",
                     "sha256"};
    const Words own = OwnKeys(spec_.kind);
    allowed.insert(allowed.end(), own.begin(), own.end());
    for (const ListKey& key : keys_) {
      if (std::find(allowed.begin(), allowed.end(), key.key) != allowed.end()) continue;
      const std::string meant = DidYouMean(key.key, allowed);
      sink_->Report(Sk::kListKey, key.place,
                    "a list of the kind " + std::string(ListKindName(spec_.kind)) +
                        " has no key \"" + key.key + "\"",
                    meant.empty() ? "allowed here: " + Enumerate(allowed) : meant);
    }
  }

  // The manifest names files beside itself; nothing else of the machine is its business.
  void CheckFile() {
    const std::string& file = spec_.file;
    if (file.empty()) return;
    const bool outside = file[0] == '/' || file.find('\0') != std::string::npos || file == ".." ||
                         file.starts_with("../") || file.ends_with("/..") ||
                         file.find("/../") != std::string::npos;
    if (outside) Refuse("file", "the file of a list must lie in its folder", "put it there");
  }

  void Day(std::string_view key, const std::string& day) {
    if (day.empty() || DayStartMs(day)) return;
    Refuse(key, "`" + std::string(key) + "` is not a date: \"" + day + "\"",
           "write it as 2026-11-23");
  }

  void ReadStale() {
    const ListKey* const key = Find("stale_after_days");
    if (key == nullptr) return;
    const std::string& text = key->value;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), spec_.stale_after_days);
    if (error == std::errc() && end == text.data() + text.size() && spec_.stale_after_days > 0 &&
        spec_.stale_after_days <= kDaysMax) {
      return;
    }
    Refuse("stale_after_days", "`stale_after_days` must be a whole number of days from 1",
           "leave it out when the list never goes stale");
  }

  void ReadHash() {
    spec_.sha256 = Text("sha256");
    if (Find("sha256") == nullptr) return;
    for (char& c : spec_.sha256) c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    if (spec_.sha256.size() == kHashDigits &&
        spec_.sha256.find_first_not_of("0123456789abcdef") == std::string::npos) {
      return;
    }
    Refuse("sha256", "`sha256` must be 64 hexadecimal digits", "sha256sum FILE prints them");
  }

  void ReadClass() {
    Words words;
    if (spec_.kind == ListKind::kEmailDomains) {
      words = {"disposable", "allowed"};
      spec_.list_class = Find("class") == nullptr ? "disposable" : Text("class");
    } else if (spec_.kind == ListKind::kNetworkRanges) {
      for (size_t i = 0; i < kRangeClasses; ++i) {
        words.push_back(ListPartName(static_cast<ListPart>(i)));
      }
      spec_.list_class = Required("class");
    } else if (spec_.kind == ListKind::kPostalAddresses) {
      for (size_t i = 0; i < kAddressClasses; ++i) {
        words.push_back(
            ListPartName(static_cast<ListPart>(static_cast<size_t>(ListPart::kMailbox) + i)));
      }
      spec_.list_class = Required("class");
    }
    if (spec_.list_class.empty() ||
        std::find(words.begin(), words.end(), spec_.list_class) != words.end()) {
      return;
    }
    const std::string meant = DidYouMean(spec_.list_class, words);
    Refuse("class", "there is no class \"" + spec_.list_class + "\"",
           meant.empty() ? "write " + Enumerate(words) : meant);
  }

  void ReadPool() {
    const std::string text = Text("pool");
    spec_.pool = text == "true";
    if (text.empty() || text == "true" || text == "false") return;
    Refuse("pool", "`pool` must be true or false", "");
  }

  const std::vector<ListKey>& keys_;
  const SourcePlace& place_;
  DiagnosticSink* sink_;
  ListSpec spec_;
};

std::optional<ListSpec> ReadEntry(const YamlNode& node, ReadContext* context) {
  if (!node.is_map()) {
    context->Report(Sk::kListValue, context->Place(node),
                    "a list must be a map, not " + std::string(DescribeKind(node)));
    return std::nullopt;
  }
  std::vector<ListKey> keys;
  for (const YamlEntry& entry : node.entries) {
    const std::optional<std::string> value =
        ReadText(entry.value, "`" + entry.key + "`", context, Sk::kListValue);
    if (!value) return std::nullopt;
    keys.push_back({entry.key, *value, context->Place(entry)});
  }
  return MakeListSpec(keys, context->Place(node), context->sink);
}

}  // namespace

std::string_view ListKindName(ListKind kind) { return kKinds[static_cast<size_t>(kind)]; }

bool IsWatchList(ListKind kind) { return kind >= ListKind::kOfacNames; }

std::optional<int64_t> DayStartMs(std::string_view day) {
  if (!IsDate(day)) return std::nullopt;
  const StatusOr<int64_t> time = ParseTime(std::string(day) + "T00:00:00Z");
  return time.ok() ? std::optional(*time) : std::nullopt;
}

ListParts ListSpec::UsualParts() const {
  using Part = ListPart;
  static constexpr std::initializer_list<Part> kPlaces = {
      Part::kCountry, Part::kCity,         Part::kCoordinates, Part::kTimeZone,
      Part::kAsn,     Part::kOrganisation, Part::kConnection};
  ListParts parts;
  const auto add = [&parts](std::initializer_list<Part> all) {
    for (const Part part : all) parts.Add(part);
  };
  const auto add_class = [&parts](std::optional<Part> part) {
    if (part) parts.Add(*part);
  };
  switch (kind) {
    case ListKind::kNetworkRanges:
      add_class(ParseRangeClass(list_class));
      if (!brand.empty()) add({Part::kBrand});
      break;
    case ListKind::kNetworkPlaces:
      add(kPlaces);
      break;
    case ListKind::kNetworkDatabase:
      add(kPlaces);
      add({Part::kVpn, Part::kProxy, Part::kResidentialProxy, Part::kTor, Part::kHosting});
      break;
    case ListKind::kEmailDomains:
      add({Part::kDisposableEmail});
      break;
    case ListKind::kWalletAddresses:
      add({Part::kListedWallet});
      break;
    case ListKind::kBankDirectory:
      add({Part::kInstitution});
      break;
    case ListKind::kPaymentServices:
      add({Part::kServiceCountry});
      break;
    case ListKind::kPostalAddresses:
      add_class(ParseAddressClass(list_class));
      break;
    case ListKind::kTechnologies:
      add({Part::kTechnology});
      break;
    case ListKind::kSharedArtefacts:
      add({Part::kSharedDocument, Part::kSharedPayee, Part::kSharedDevice, Part::kSharedTemplate});
      break;
    case ListKind::kOfacNames:  // no fact reads lists of people
    case ListKind::kOfacAliases:
    case ListKind::kOfacAddresses:
    case ListKind::kUnSanctions:
    case ListKind::kMofSanctions:
    case ListKind::kFollowTheMoney:
      break;
  }
  return parts;
}

int64_t ListSpec::ExpiresMs() const {
  const std::optional<int64_t> day = DayStartMs(published);
  return stale_after_days == 0 || !day ? kNoEndMs : *day + stale_after_days * kDayMs;
}

std::optional<ListSpec> MakeListSpec(const std::vector<ListKey>& keys, const SourcePlace& place,
                                     DiagnosticSink* sink) {
  return SpecReader(keys, place, sink).Read();
}

std::vector<ListSpec> ReadListManifest(const std::string& file, std::string_view text,
                                       DiagnosticSink* sink) {
  std::vector<ListSpec> specs;
  const size_t errors = sink->errors();
  const std::vector<YamlNode> documents = ReadYaml(file, text, sink);
  if (documents.empty() && sink->errors() != errors) return specs;
  ReadContext context{file, sink};
  if (documents.size() != 1 || !documents[0].is_map()) {
    sink->Report(Sk::kListDocument, {file, 0, 0}, "the file is not one map with the key `lists`");
    return specs;
  }
  CheckKeys(documents[0], {"lists"}, Sk::kListDocument, "a lists.yml", &context);
  const YamlNode* const lists = documents[0].Find("lists");
  if (lists == nullptr || !lists->is_sequence() || lists->items.empty() ||
      lists->items.size() > limits::kListsMax) {
    sink->Report(Sk::kListDocument, context.Place(lists == nullptr ? documents[0] : *lists),
                 "`lists` must name 1 to " + std::to_string(limits::kListsMax) + " lists");
    return specs;
  }
  for (const YamlNode& node : lists->items) {
    if (std::optional<ListSpec> spec = ReadEntry(node, &context)) {
      specs.push_back(*std::move(spec));
    }
  }
  return specs;
}

}  // namespace sekisho
