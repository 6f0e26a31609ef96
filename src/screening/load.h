// Reads the lists of a folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "screening/entry.h"

namespace sekisho {

// What a file is.
enum class ListFileKind {
  kNone,
  kOfacNames,      // 12 columns without header
  kOfacAliases,    // 5
  kOfacAddresses,  // 6
  kUn,
  kMof,
  kFtm,
};
// Told by its beginning; `text` is UTF-8, as of ReadWatchText.
ListFileKind KindOfListFile(std::string_view text);

struct LoadedLists {
  // "ofac", "un", "mof" in this order, then one for each FtM file, then what should be a list and
  // cannot be used (WatchList::missing). What is missing has no entries.
  std::vector<WatchList> lists;
  // What could not be read, or only in part, with file and line: SK2300 to SK2399.
  std::vector<Diagnostic> diagnostics;
};

// The files that `folder`/lists.yml names as kinds of watch lists; when it names none, or there is
// no lists.yml, every file of the folder (not of folders in it, none whose name begins with a dot,
// none that lists.yml names) that is told to be a list by its beginning. A file that is no list is
// reported; when it is empty or has the name of one (.csv, .xml, .json, .xlsx) it counts as a list
// that is missing. Fails when the folder cannot be read, or files change while they are read.
StatusOr<LoadedLists> LoadWatchLists(const std::string& folder);

}  // namespace sekisho
