// Looks people and companies up in watch lists.
//
// A name alone never says more than "name only, low": thousands of people share a listed name. What
// raises a hit is a second identifier, a date of birth, a document, an address or a wallet; never a
// nationality. A hit is a question for a person, not an answer.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "screening/entry.h"

namespace sekisho {

struct ScreenQuery {
  std::string name;
  std::optional<BirthDate> birth;
  std::vector<std::string> documents;
  std::vector<std::string> addresses;
  std::vector<std::string> wallets;
};

enum class HitLevel : uint8_t {
  kLow,     // the name only, or the name against a different date of birth
  kMedium,  // the name, and the year of birth or an address
  kHigh,    // the name and the date of birth, or a document; a wallet, with or without the name
};

// "low", "medium", "high": in files and JSON.
std::string_view HitLevelWord(HitLevel level);
std::optional<HitLevel> ParseHitLevel(std::string_view word);

struct ScreenHit {
  uint32_t list = 0;   // index into lists()
  uint32_t entry = 0;  // index into its entries
  HitLevel level = HitLevel::kLow;
  double score = 0;      // of the best name; 0 when only an identifier is equal
  std::string name;      // the listed name that is alike; empty likewise
  uint32_t indexed = 0;  // its number in the index
  bool weak = false;     // … which the list itself calls weak
  bool same_birth = false;
  bool same_birth_year = false;
  bool other_birth = false;  // all listed dates of birth are others
  bool same_document = false;
  bool same_address = false;
  bool same_wallet = false;
};

struct ScreenOptions {
  double score_min = 0.8;       // of names
  size_t hits_max = 50;         // the best are kept
  size_t candidates_max = 256;  // names that are compared in full
};

// An index over lists. Immutable once it is made; Screen may be called from many threads at once,
// each with its own Scratch.
class Screener {
 public:
  explicit Screener(std::vector<WatchList> lists);
  ~Screener();
  Screener(const Screener&) = delete;
  Screener& operator=(const Screener&) = delete;

  // Memory of one thread.
  class Scratch {
   public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

   private:
    friend class Screener;
    struct Parts;
    std::unique_ptr<Parts> parts_;
  };

  // The hits, the strongest first; of equal ones in the order of the lists.
  std::vector<ScreenHit> Screen(const ScreenQuery& query, const ScreenOptions& options,
                                Scratch* scratch) const;

  const std::vector<WatchList>& lists() const { return lists_; }
  const ListedEntry& entry(const ScreenHit& hit) const {
    return lists_[hit.list].entries[hit.entry];
  }
  size_t name_count() const;

 private:
  struct Index;
  // Leaves the numbers of the names that share the most rare keys with the query in `scratch`.
  void FindCandidates(const ScreenQuery& query, size_t wanted, Scratch* scratch) const;
  void Judge(const ScreenQuery& query, ScreenHit* hit) const;

  const std::vector<WatchList> lists_;
  std::unique_ptr<Index> index_;
};

}  // namespace sekisho
