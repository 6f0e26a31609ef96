#include "screening/load.h"

#include <openssl/evp.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <system_error>

#include "ingest/csv_record.h"
#include "screening/readers.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

constexpr size_t kHeadBytes = 8192;
constexpr size_t kSdnColumns = 12;
constexpr size_t kAltColumns = 5;
constexpr size_t kAddColumns = 6;

bool IsNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
}

ListFileKind KindOfRow(std::string_view text) {
  std::string_view row = text.substr(0, FindCsvRecord(text).size);
  while (!row.empty() && (row.back() == '\n' || row.back() == '\r')) row.remove_suffix(1);
  std::vector<CsvCell> cells;
  size_t error_at = 0;
  std::string reason;
  if (!SplitCsvRecord(row, &cells, &error_at, &reason) || cells.empty()) return ListFileKind::kNone;
  if (!IsNumber(cells[0].text)) return ListFileKind::kNone;
  if (cells.size() == kSdnColumns) return ListFileKind::kOfacNames;
  if (cells.size() < 2 || !IsNumber(cells[1].text)) return ListFileKind::kNone;
  if (cells.size() == kAltColumns) return ListFileKind::kOfacAliases;
  return cells.size() == kAddColumns ? ListFileKind::kOfacAddresses : ListFileKind::kNone;
}

struct ListFile {
  std::string path;
  std::string name;
  std::string text;
};

// The whole file; the reason when it cannot be read.
StatusOr<std::string> ReadWhole(const std::string& path) {
  std::error_code error;
  const uint64_t bytes = fs::file_size(path, error);
  if (error) return InvalidInput(path + ": cannot be read: " + error.message());
  if (bytes > kListFileBytesMax) {
    return InvalidInput(path + ": is larger than 2 GiB; take the data set that you need");
  }
  std::ifstream file(path, std::ios::binary);
  std::string text(bytes, '\0');
  if (!file.read(text.data(), static_cast<std::streamsize>(bytes))) {
    return InvalidInput(path + ": cannot be read to its end");
  }
  return text;
}

std::string Sha256Hex(const std::vector<const ListFile*>& files) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
  for (const ListFile* file : files) {
    EVP_DigestUpdate(context.get(), file->text.data(), file->text.size());
  }
  EVP_DigestFinal_ex(context.get(), digest, &size);
  static constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) {
    hex.push_back(kHex[digest[i] >> 4U]);
    hex.push_back(kHex[digest[i] & 0xfU]);
  }
  return hex;
}

WatchList NewList(std::string name, const std::vector<const ListFile*>& files) {
  WatchList list;
  list.name = std::move(name);
  for (const ListFile* file : files) list.files.push_back(file->name);
  list.sha256 = Sha256Hex(files);
  return list;
}

// The parts of OFAC's list belong together whatever their files are called; a missing part is said.
void AddOfac(const std::map<ListFileKind, std::vector<ListFile>>& files,
             std::vector<WatchList>* lists) {
  std::vector<const ListFile*> parts;
  OfacFile texts[3];
  const ListFileKind kinds[] = {ListFileKind::kOfacNames, ListFileKind::kOfacAliases,
                                ListFileKind::kOfacAddresses};
  constexpr std::string_view kWhat[] = {"names (sdn.csv)", "other names (alt.csv)",
                                        "addresses (add.csv)"};
  std::vector<ListProblem> missing;
  for (size_t i = 0; i < std::size(kinds); ++i) {
    const auto found = files.find(kinds[i]);
    if (found == files.end()) {
      missing.push_back({"ofac", 0, "there is no file with " + std::string(kWhat[i])});
      continue;
    }
    parts.push_back(&found->second.front());
    texts[i] = {found->second.front().name, found->second.front().text};
    if (found->second.size() > 1) {
      missing.push_back({found->second[1].name, 0, "a second file of one kind; it was not read"});
    }
  }
  if (parts.empty()) return;
  WatchList list = NewList("ofac", parts);
  for (ListProblem& problem : missing) AddProblem(std::move(problem), &list);
  ReadOfac(texts[0], texts[1], texts[2], &list);
  lists->push_back(std::move(list));
}

using Reader = void (*)(std::string_view, std::string_view, WatchList*);

void AddEach(const std::map<ListFileKind, std::vector<ListFile>>& files, ListFileKind kind,
             std::string_view name, Reader read, std::vector<WatchList>* lists) {
  const auto found = files.find(kind);
  if (found == files.end()) return;
  for (const ListFile& file : found->second) {
    const std::string own = fs::path(file.name).stem().string();
    WatchList list = NewList(name.empty() ? own : std::string(name), {&file});
    read(file.name, file.text, &list);
    lists->push_back(std::move(list));
  }
}

}  // namespace

ListFileKind KindOfListFile(std::string_view text) {
  constexpr std::string_view kMark = "\xef\xbb\xbf";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  const std::string_view head = text.substr(0, kHeadBytes);
  const size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return ListFileKind::kNone;
  if (head[first] == '<') {
    return head.find("<CONSOLIDATED_LIST") == std::string_view::npos ? ListFileKind::kNone
                                                                     : ListFileKind::kUn;
  }
  if (head[first] == '{') {
    const std::string_view line = text.substr(0, text.find('\n'));
    return line.find("\"schema\"") == std::string_view::npos ? ListFileKind::kNone
                                                             : ListFileKind::kFtm;
  }
  if (head.find("日本語表記") != std::string_view::npos ||
      head.find("英語表記") != std::string_view::npos) {
    return ListFileKind::kMof;
  }
  return KindOfRow(text);
}

StatusOr<LoadedLists> LoadWatchLists(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> paths;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->is_regular_file()) paths.push_back(at->path().string());
  }
  if (error) {
    return InvalidInput("the folder of lists " + folder + " cannot be read: " + error.message());
  }
  std::sort(paths.begin(), paths.end());
  LoadedLists loaded;
  std::map<ListFileKind, std::vector<ListFile>> files;
  for (const std::string& path : paths) {
    StatusOr<std::string> text = ReadWhole(path);
    if (!text.ok()) {
      loaded.errors.emplace_back(ToStd(text.status().message()));
      continue;
    }
    const ListFileKind kind = KindOfListFile(*text);
    const std::string name = fs::path(path).filename().string();
    if (kind == ListFileKind::kNone) {
      loaded.unknown.push_back(name);
    } else {
      files[kind].push_back({path, name, *std::move(text)});
    }
  }
  AddOfac(files, &loaded.lists);
  AddEach(files, ListFileKind::kUn, "un", ReadUn, &loaded.lists);
  AddEach(files, ListFileKind::kMof, "mof", ReadMof, &loaded.lists);
  AddEach(files, ListFileKind::kFtm, "", ReadFtm, &loaded.lists);
  return loaded;
}

}  // namespace sekisho
