#include "screening/screener.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "core/text.h"
#include "names/match.h"
#include "screening/addresses.h"
#include "screening/dates.h"

namespace sekisho {
namespace {

// So that a key of everybody still makes a candidate.
constexpr float kLeastWeight = 0.01F;

using EntryRef = std::pair<uint32_t, uint32_t>;  // list, entry

struct IndexedName {
  Name name;
  EntryRef entry;
  uint32_t position;  // among the names of the entry
};

// Wallet addresses differ in case only where their own check says so; prefixes of networks go.
std::string WalletKey(std::string_view wallet) {
  return LettersAndDigits(wallet, TextCase::kLower);
}

template <typename Items, typename Item>
bool Contains(const Items& items, const Item& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

constexpr std::array<std::string_view, 3> kLevelWords = {"low", "medium", "high"};

}  // namespace

std::string_view HitLevelWord(HitLevel level) { return kLevelWords[static_cast<size_t>(level)]; }

std::optional<HitLevel> ParseHitLevel(std::string_view word) {
  const auto found = std::find(kLevelWords.begin(), kLevelWords.end(), word);
  if (found == kLevelWords.end()) return std::nullopt;
  return static_cast<HitLevel>(found - kLevelWords.begin());
}

struct Screener::Index {
  std::vector<IndexedName> names;
  absl::flat_hash_map<uint64_t, std::vector<uint32_t>> by_key;  // numbers of names, rising
  absl::flat_hash_map<std::string, std::vector<EntryRef>> by_document;
  absl::flat_hash_map<std::string, std::vector<EntryRef>> by_wallet;
};

struct Screener::Scratch::Parts {
  Name name;
  std::vector<uint64_t> keys;
  std::vector<float> weights;  // of every indexed name; zero between calls
  std::vector<uint32_t> touched;
};

Screener::Scratch::Scratch() : parts_(std::make_unique<Parts>()) {}
Screener::Scratch::~Scratch() = default;

Screener::Screener(std::vector<WatchList> lists)
    : lists_(std::move(lists)), index_(std::make_unique<Index>()) {
  std::vector<uint64_t> keys;
  for (uint32_t list = 0; list < lists_.size(); ++list) {
    for (uint32_t number = 0; number < lists_[list].entries.size(); ++number) {
      const ListedEntry& entry = lists_[list].entries[number];
      const EntryRef ref = {list, number};
      for (uint32_t i = 0; i < entry.names.size(); ++i) {
        IndexedName indexed = {Name(entry.names[i].text), ref, i};
        keys.clear();
        indexed.name.AppendIndexKeys(&keys);
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        const auto at = static_cast<uint32_t>(index_->names.size());
        for (const uint64_t key : keys) index_->by_key[key].push_back(at);
        index_->names.push_back(std::move(indexed));
      }
      for (const std::string& document : entry.documents) {
        if (!document.empty()) index_->by_document[document].push_back(ref);
      }
      for (const std::string& wallet : entry.wallets) {
        index_->by_wallet[WalletKey(wallet)].push_back(ref);
      }
    }
  }
}

Screener::~Screener() = default;

size_t Screener::name_count() const { return index_->names.size(); }

void Screener::Judge(const ScreenQuery& query, ScreenHit* hit) const {
  const ListedEntry& listed = entry(*hit);
  DateFit best = DateFit::kUnknown;
  if (query.birth) {
    for (const BirthDate& date : listed.births) {
      best = std::max(best, CompareDates(*query.birth, date));
    }
  }
  hit->same_birth = best == DateFit::kSame;
  hit->same_birth_year = best == DateFit::kYear;
  hit->other_birth = best == DateFit::kDiffers;
  for (const std::string& document : query.documents) {
    const std::string key = LettersAndDigits(document, TextCase::kUpper);
    hit->same_document = hit->same_document || (!key.empty() && Contains(listed.documents, key));
  }
  for (const std::string& address : query.addresses) {
    for (const std::string& other : listed.addresses) {
      hit->same_address = hit->same_address || AreSameAddress(address, other);
    }
  }
  for (const std::string& wallet : query.wallets) {
    for (const std::string& other : listed.wallets) {
      hit->same_wallet = hit->same_wallet || WalletKey(wallet) == WalletKey(other);
    }
  }
  const bool named = hit->score > 0;
  if (hit->same_wallet || (named && (hit->same_birth || hit->same_document))) {
    hit->level = HitLevel::kHigh;
  } else if (named && (hit->same_birth_year || hit->same_address)) {
    hit->level = HitLevel::kMedium;
  } else {
    // A number alone may belong to another issuer's document; a date that differs weighs against.
    hit->level = hit->same_document ? HitLevel::kMedium : HitLevel::kLow;
  }
}

void Screener::FindCandidates(const ScreenQuery& query, size_t wanted, Scratch* scratch) const {
  Scratch::Parts& parts = *scratch->parts_;
  parts.name.Assign(query.name);
  parts.keys.clear();
  parts.name.AppendIndexKeys(&parts.keys);
  std::sort(parts.keys.begin(), parts.keys.end());
  parts.keys.erase(std::unique(parts.keys.begin(), parts.keys.end()), parts.keys.end());
  parts.weights.resize(index_->names.size(), 0.0F);
  parts.touched.clear();
  // A key weighs as much as it is rare.
  const auto all = static_cast<double>(index_->names.size() + 1);
  for (const uint64_t key : parts.keys) {
    const auto found = index_->by_key.find(key);
    if (found == index_->by_key.end()) continue;
    const auto rare = static_cast<float>(std::log(all / static_cast<double>(found->second.size())));
    for (const uint32_t name : found->second) {
      if (parts.weights[name] == 0.0F) parts.touched.push_back(name);
      parts.weights[name] += rare + kLeastWeight;
    }
  }
  if (wanted < parts.touched.size()) {
    std::nth_element(parts.touched.begin(),
                     parts.touched.begin() + static_cast<std::ptrdiff_t>(wanted),
                     parts.touched.end(), [&](uint32_t a, uint32_t b) {
                       if (parts.weights[a] != parts.weights[b]) {
                         return parts.weights[a] > parts.weights[b];
                       }
                       return a < b;
                     });
  }
  for (const uint32_t name : parts.touched) parts.weights[name] = 0.0F;
  parts.touched.resize(std::min(wanted, parts.touched.size()));
}

std::vector<ScreenHit> Screener::Screen(const ScreenQuery& query, const ScreenOptions& options,
                                        Scratch* scratch) const {
  FindCandidates(query, options.candidates_max, scratch);
  absl::flat_hash_map<EntryRef, ScreenHit> hits;
  const auto hit_of = [&](const EntryRef& ref) -> ScreenHit& {
    ScreenHit& hit = hits[ref];
    hit.list = ref.first;
    hit.entry = ref.second;
    return hit;
  };
  for (const uint32_t candidate : scratch->parts_->touched) {
    const IndexedName& indexed = index_->names[candidate];
    const double score = NameScore(scratch->parts_->name, indexed.name);
    if (score < options.score_min) continue;
    ScreenHit& hit = hit_of(indexed.entry);
    // The best name; of equally good ones the first, whatever the order of the candidates.
    if (score < hit.score || (score == hit.score && candidate > hit.indexed)) continue;
    hit.indexed = candidate;
    hit.score = score;
    const ListedName& name =
        lists_[indexed.entry.first].entries[indexed.entry.second].names[indexed.position];
    hit.name = name.text;
    hit.weak = name.weak;
  }
  for (const std::string& document : query.documents) {
    const auto found = index_->by_document.find(LettersAndDigits(document, TextCase::kUpper));
    if (found == index_->by_document.end()) continue;
    for (const EntryRef& ref : found->second) hit_of(ref);
  }
  for (const std::string& wallet : query.wallets) {
    const auto found = index_->by_wallet.find(WalletKey(wallet));
    if (found == index_->by_wallet.end()) continue;
    for (const EntryRef& ref : found->second) hit_of(ref);
  }
  std::vector<ScreenHit> sorted;
  for (auto& [ref, hit] : hits) {
    Judge(query, &hit);
    sorted.push_back(std::move(hit));
  }
  std::sort(sorted.begin(), sorted.end(), [](const ScreenHit& a, const ScreenHit& b) {
    if (a.level != b.level) return a.level > b.level;
    if (a.score != b.score) return a.score > b.score;
    return std::pair(a.list, a.entry) < std::pair(b.list, b.entry);
  });
  if (sorted.size() > options.hits_max) sorted.resize(options.hits_max);
  return sorted;
}

}  // namespace sekisho
