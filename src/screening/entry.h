// What a sanctions or watch list says about one person, company or ship. Only what tells one from
// another is kept: names, dates of birth, documents, addresses, wallets. Nationality, citizenship
// and place of birth are not read (docs/fairness.md).
#pragma once

#include <cstdint>
#include <string>
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
};

struct WatchList {
  std::string name;  // "ofac", "un", "mof", or the data set of OpenSanctions
  std::vector<std::string> files;
  std::string published;  // the date that the list itself gives; may be empty
  std::string sha256;     // of all bytes of its files, in their order
  std::vector<ListedEntry> entries;
  uint64_t problem_count = 0;
  std::vector<ListProblem> problems;  // the first 20
};

// Adds to the problems of the list.
void AddProblem(ListProblem problem, WatchList* list);

}  // namespace sekisho
