// Texts that are pinned in files: <case>.expected stands beside each case of a folder.
//
// With SEKISHO_UPDATE_GOLDEN in the environment the files are written anew instead; read the
// difference then.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "yaml/diagnostics.h"

namespace sekisho::golden {

namespace fs = std::filesystem;
using Said = std::function<std::string(const fs::path& path)>;

inline std::string ReadAll(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline bool IsUpdate() { return std::getenv("SEKISHO_UPDATE_GOLDEN") != nullptr; }

inline fs::path PinnedFile(fs::path path) { return path.replace_extension(".expected"); }

// The files of the folder (below the root of the sources) that end in `extension`, or the folders
// in it when that is empty.
inline std::vector<fs::path> Cases(const std::string& folder, const std::string& extension) {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(SEKISHO_SOURCE_DIR "/" + folder)) {
    const bool is_case =
        extension.empty() ? entry.is_directory() : entry.path().extension() == extension;
    if (is_case) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  EXPECT_FALSE(paths.empty()) << folder;
  return paths;
}

inline void ExpectPinned(const std::vector<fs::path>& cases, const Said& said) {
  for (const fs::path& path : cases) {
    const std::string text = said(path);
    if (IsUpdate()) std::ofstream(PinnedFile(path), std::ios::binary) << text;
    EXPECT_EQ(ReadAll(PinnedFile(path)), text) << path.filename();
  }
}

// Each diagnostic from `first_code` to before `end_code` is said about some case.
inline void ExpectEveryCode(int first_code, int end_code, const std::vector<fs::path>& cases,
                            const Said& said) {
  std::string all;
  for (const fs::path& path : cases) all += said(path);
  for (const SkSpec& spec : AllDiagnosticCodes()) {
    const int number = static_cast<int>(spec.code);
    if (number < first_code || number >= end_code) continue;
    const std::string code = CodeText(spec.code);
    EXPECT_NE(all.find("[" + code + "]"), std::string::npos) << code << " (" << spec.title << ")";
  }
}

}  // namespace sekisho::golden
