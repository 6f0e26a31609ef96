// Reads the lists of a folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "screening/entry.h"

namespace sekisho {

// What a file is, told by its beginning.
enum class ListFileKind {
  kNone,
  kOfacNames,      // 12 columns without header
  kOfacAliases,    // 5
  kOfacAddresses,  // 6
  kUn,
  kMof,
  kFtm,
};
ListFileKind KindOfListFile(std::string_view text);

// Bytes of one file of a list.
inline constexpr uint64_t kListFileBytesMax = uint64_t{2} << 30;

struct LoadedLists {
  std::vector<WatchList> lists;  // "ofac", "un", "mof" in this order, then one for each FtM file
  std::vector<std::string> unknown;  // files of the folder that are no list that is known
  std::vector<std::string> errors;   // files that could not be read; the other lists still load
};

// Every file of the folder (not of folders in it). Fails when the folder cannot be read.
StatusOr<LoadedLists> LoadWatchLists(const std::string& folder);

}  // namespace sekisho
