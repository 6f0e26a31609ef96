// What a sanctions or watch list says about one person, company or ship. Only what tells one from
// another is kept: names, dates of birth, documents, addresses, wallets. Nationality, citizenship
// and place of birth are not read (docs/fairness.md).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

// A date as lists give it: a day, a month, a year, or a range of years ("circa 1947").
struct BirthDate {
  int year_first = 0;
  int year_last = 0;
  int month = 0;  // 0: not known
  int day = 0;    // 0: not known

  bool exact() const { return day != 0; }
  friend bool operator==(const BirthDate&, const BirthDate&) = default;
};

struct ListedName {
  std::string text;
  bool weak = false;  // the list itself says that this alias alone tells little
};

struct ListedEntry {
  std::string id;                 // in its list: "KPi.001", "12211"
  std::vector<ListedName> names;  // the first one is the list's own name for it
  std::vector<BirthDate> births;
  std::vector<std::string> documents;  // letters and digits, capitals
  std::vector<std::string> addresses;
  std::vector<std::string> wallets;
  std::string programme;  // why it is listed, in the list's own word
};

// Something in a file that was left out.
struct ListProblem {
  std::string file;
  uint64_t line = 0;  // from 1; 0: the file as a whole
  std::string reason;
  std::string advice = {};
};

struct WatchFile {
  std::string name;
  std::string sha256;     // of its bytes as they are on the disk, packed or not
  uint64_t entries = 0;   // names, aliases or addresses
  uint64_t left_out = 0;  // rows that could not be read
  // Why it cannot be trusted to be the whole file: cut off, damaged, other columns, nothing in it.
  std::optional<ListProblem> damage = {};
};

enum class WatchState : uint8_t {
  kGood,
  kIncomplete,  // looked through without all of its other names or addresses
  kStale,       // looked through, but older than lists.yml allows
  kMissing,     // not looked through: that it has no hit says nothing
};

struct WatchList {
  std::string name;  // "ofac", "un", "mof", or the data set of OpenSanctions
  std::vector<WatchFile> files;
  std::string published;  // YYYY-MM-DD, by lists.yml or else the list itself; may be empty
  int64_t expires_ms = std::numeric_limits<int64_t>::max();  // from then on it is stale, UTC
  std::vector<ListedEntry> entries;                          // none when it is missing
  bool missing = false;
  uint64_t problem_count = 0;
  std::vector<ListProblem> problems;  // the first 20

  // Of its only file; of several the SHA-256 of what `sha256sum FILE…` prints. Empty while a file
  // could not be read.
  std::string Sha256() const;
  WatchState StateAt(int64_t time_ms) const;
  // Of the first damaged file; null when there is none.
  const ListProblem* damage() const;
};

inline constexpr std::string_view kFetchAgain =
    "fetch the file again and compare its size or SHA-256 with what its publisher says";

// The file of the list that has this name; a new one when there is none.
WatchFile& FileOf(std::string_view name, WatchList* list);

// Adds to the problems of the list, and to what was left out of the file.
void AddProblem(ListProblem problem, WatchList* list);
// The same, and the file cannot be trusted; the first reason counts.
void AddDamage(ListProblem problem, WatchList* list);

}  // namespace sekisho
