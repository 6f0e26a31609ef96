#include "screening/load.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <system_error>

#include "core/sha256.h"
#include "lists/file_stamps.h"
#include "lists/list_file.h"
#include "lists/list_folder.h"
#include "lists/list_spec.h"
#include "screening/readers.h"
#include "screening/watch_text.h"
#include "yaml/yaml_file.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

// Of a folder whose files change meanwhile.
constexpr int kReadingsMax = 3;

struct ListFile {
  WatchFile info;
  WatchText content;
  std::optional<ListSpec> spec;  // by lists.yml
};

ListFileKind KindOf(ListKind kind) {
  switch (kind) {
    case ListKind::kOfacNames:
      return ListFileKind::kOfacNames;
    case ListKind::kOfacAliases:
      return ListFileKind::kOfacAliases;
    case ListKind::kOfacAddresses:
      return ListFileKind::kOfacAddresses;
    case ListKind::kUnSanctions:
      return ListFileKind::kUn;
    case ListKind::kMofSanctions:
      return ListFileKind::kMof;
    case ListKind::kFollowTheMoney:
      return ListFileKind::kFtm;
    default:
      return ListFileKind::kNone;
  }
}

// The name of the file without what says how it is packed.
std::string Unpacked(const std::string& name) {
  const fs::path path(name);
  const bool packed = path.extension() == ".gz" || path.extension() == ".zst";
  return packed ? path.stem().string() : name;
}

bool IsCalledLikeAList(const std::string& name) {
  constexpr std::string_view kEndings[] = {".csv",   ".xml",  ".json", ".ndjson",
                                           ".jsonl", ".xlsx", ".xls"};
  const std::string ending = fs::path(Unpacked(name)).extension().string();
  return std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings);
}

ListProblem NoListThatIsKnown(const std::string& name, std::string_view text) {
  if (text.empty()) return {name, 0, "the file is empty", std::string(kFetchAgain)};
  if (text.starts_with("PK\x03\x04")) {
    return {name, 0, "this is a spreadsheet or another zip archive, and none is read",
            "save the sheet with the names as CSV"};
  }
  return {name, 1,
          "this is no list that is known: rows of 12, 5 or 6 columns that begin with a number "
          "(OFAC), <CONSOLIDATED_LIST (UN), a column 日本語表記 or 英語表記 (Ministry of Finance) "
          "and JSON with \"schema\" (FollowTheMoney) were looked for",
          "fetch the list anew, or put a file that is no list elsewhere (docs/screening.md)"};
}

// One reading of a folder.
class WatchFolder {
 public:
  WatchFolder(const std::string& folder, FileStamps* stamps) : folder_(folder), stamps_(*stamps) {}

  StatusOr<LoadedLists> Read() {
    const std::vector<ListSpec> specs = ReadManifest();
    const bool named = std::any_of(specs.begin(), specs.end(),
                                   [](const ListSpec& one) { return IsWatchList(one.kind); });
    if (named) {
      TakeNamed(specs);
    } else if (Status status = TakeByContent(specs); !status.ok()) {
      return status;
    }
    AddOfac();
    AddEach(ListFileKind::kUn, "un", ReadUn);
    AddEach(ListFileKind::kMof, "mof", ReadMof);
    AddEach(ListFileKind::kFtm, "", ReadFtm);
    for (const ListProblem& problem : unknown_) AddUnusable(problem.file, problem);
    if (named && manifest_errors_) {
      AddUnusable(kListManifest, {kListManifest, 0, "a list cannot be understood", "correct it"});
    }
    loaded_.diagnostics = sink_.Take();
    return std::move(loaded_);
  }

 private:
  std::string Path(const std::string& name) const { return (fs::path(folder_) / name).string(); }

  std::vector<ListSpec> ReadManifest() {
    const std::string path = Path(kListManifest);
    stamps_.Take(path);
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return {};
    std::vector<ListSpec> specs;
    if (const auto text = ReadYamlText(path, &sink_)) specs = ReadListManifest(path, *text, &sink_);
    manifest_errors_ = sink_.errors() > 0;
    return specs;
  }

  ListFile ReadOne(const std::string& name) {
    ListFile file;
    file.info.name = name;
    stamps_.Take(Path(name));
    StatusOr<std::string> bytes = ReadListFile(Path(name));
    if (!bytes.ok()) {
      file.info.damage =
          ListProblem{name, 0, std::string(ToStd(bytes.status().message())), "put the file there"};
      return file;
    }
    file.info.sha256 = Sha256Hex(*bytes);
    file.content = ReadWatchText(*std::move(bytes));
    if (!file.content.damage.empty()) {
      file.info.damage = ListProblem{name, 0, file.content.damage, std::string(kFetchAgain)};
    }
    return file;
  }

  void TakeNamed(const std::vector<ListSpec>& specs) {
    for (const ListSpec& spec : specs) {
      if (!IsWatchList(spec.kind)) continue;
      ListFile file = ReadOne(spec.file);
      if (!spec.sha256.empty() && !file.info.sha256.empty() && spec.sha256 != file.info.sha256) {
        file.info.damage = ListProblem{
            spec.file, 0,
            "this is not the file that lists.yml means; its SHA-256 is " + file.info.sha256,
            std::string(kFetchAgain)};
      }
      file.spec = spec;
      files_[KindOf(spec.kind)].push_back(std::move(file));
    }
  }

  Status TakeByContent(const std::vector<ListSpec>& specs) {
    std::set<std::string> others = {kListManifest};
    for (const ListSpec& spec : specs) others.insert(spec.file);
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
      const std::string name = at->path().filename().string();
      if (at->is_regular_file() && name[0] != '.' && !others.contains(name)) names.push_back(name);
    }
    if (error) {
      return InvalidInput("the folder of lists " + folder_ + " cannot be read: " + error.message());
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
      ListFile file = ReadOne(name);
      const ListFileKind kind = KindOfListFile(file.content.text);
      if (kind != ListFileKind::kNone) {
        files_[kind].push_back(std::move(file));
      } else if (file.info.damage) {
        unknown_.push_back(*file.info.damage);
      } else if (file.content.text.empty() || IsCalledLikeAList(name)) {
        unknown_.push_back(NoListThatIsKnown(name, file.content.text));
      } else {
        const ListProblem problem = NoListThatIsKnown(name, file.content.text);
        Report(Sk::kWatchUnknown, problem);
      }
    }
    return absl::OkStatus();
  }

  void Report(Sk code, const ListProblem& problem) {
    sink_.Report(code, {Path(problem.file), static_cast<int>(problem.line), 0}, problem.reason,
                 problem.advice);
  }

  void AddUnusable(const std::string& name, const ListProblem& problem) {
    WatchList list;
    list.name = name;
    list.missing = true;
    AddDamage(problem, &list);
    Report(Sk::kWatchList, problem);
    loaded_.lists.push_back(std::move(list));
  }

  // Takes the text of the file for a reader; a file that cannot be trusted any more is not read.
  static OfacFile Begin(const ListFile& file, WatchList* list) {
    list->files.push_back(file.info);
    if (file.spec) {
      const ListSpec& spec = *file.spec;
      if (list->published.empty() || spec.published < list->published) {
        list->published = spec.published;
      }
      list->expires_ms = std::min(list->expires_ms, spec.ExpiresMs());
    }
    if (file.info.damage) return {};
    if (file.content.undecodable > 0) {
      AddProblem(
          {file.info.name, file.content.undecodable_line,
           "bytes that are no character of " + std::string(EncodingName(file.content.encoding))},
          list);
    }
    return {file.info.name, file.content.text};
  }

  // Judges what the reader has seen of a file that must hold something.
  static void Judge(WatchFile* file, const WatchList& list) {
    if (file->damage || file->left_out <= file->entries) {
      if (!file->damage && file->entries == 0) {
        file->damage =
            ListProblem{file->name, 0, "the file holds no entry", std::string(kFetchAgain)};
      }
      return;
    }
    const auto first = std::find_if(list.problems.begin(), list.problems.end(),
                                    [&](const ListProblem& one) { return one.file == file->name; });
    const std::string why = first == list.problems.end() ? "" : "; the first: " + first->reason;
    file->damage =
        ListProblem{file->name, first == list.problems.end() ? 0 : first->line,
                    "of the rows " + std::to_string(file->left_out) + " cannot be read and " +
                        std::to_string(file->entries) + " can" + why,
                    "see that this is the right file, and that nothing has changed its columns"};
  }

  // The first file of the list is the one with the names.
  void Finish(WatchList list) {
    for (const WatchFile& file : list.files) {
      if (file.damage) {
        Report(Sk::kWatchList, *file.damage);
      } else if (file.left_out > 0) {
        ReportRows(file, list);
      }
    }
    if (list.files.front().damage) {
      list.missing = true;
      list.entries.clear();
      list.entries.shrink_to_fit();
    }
    loaded_.lists.push_back(std::move(list));
  }

  void ReportRows(const WatchFile& file, const WatchList& list) {
    ListProblem problem = {file.name, 0, "rows left out: " + std::to_string(file.left_out)};
    for (const ListProblem& one : list.problems) {
      if (one.file != file.name) continue;
      problem.line = one.line;
      problem.reason += "; the first: " + one.reason;
      break;
    }
    Report(Sk::kWatchRow, problem);
  }

  // The parts of OFAC's list belong together whatever their files are called; a missing part is
  // said.
  void AddOfac() {
    constexpr ListFileKind kKinds[] = {ListFileKind::kOfacNames, ListFileKind::kOfacAliases,
                                       ListFileKind::kOfacAddresses};
    constexpr std::string_view kWhat[] = {"names (sdn.csv)", "other names (alt.csv)",
                                          "addresses (add.csv)"};
    WatchList list;
    list.name = "ofac";
    OfacFile texts[3];
    std::vector<std::string> absent;
    for (size_t i = 0; i < std::size(kKinds); ++i) {
      std::vector<ListFile>& found = files_[kKinds[i]];
      if (found.empty()) {
        absent.push_back("OFAC's list has no file with " + std::string(kWhat[i]));
        continue;
      }
      texts[i] = Begin(found.front(), &list);
      for (size_t more = 1; more < found.size(); ++more) {
        unknown_.push_back({found[more].info.name, 0,
                            "a second file with OFAC's " + std::string(kWhat[i]) + "; " +
                                found.front().info.name + " is read",
                            "leave the newer one"});
      }
    }
    if (list.files.empty()) return;
    if (files_[ListFileKind::kOfacNames].empty()) {
      list.files.front().damage =
          ListProblem{list.files.front().name, 0, absent.front(), "put it beside this file"};
      return Finish(std::move(list));
    }
    for (const std::string& what : absent)
      Report(Sk::kWatchPart, {list.files.front().name, 0, what});
    ReadOfac(texts[0], texts[1], texts[2], &list);
    Judge(&list.files.front(), list);
    for (size_t i = 1; i < list.files.size(); ++i) {
      // Aliases and addresses that are all empty are no mistake.
      if (list.files[i].left_out > 0 || list.files[i].sha256 == Sha256Hex("")) {
        Judge(&list.files[i], list);
      }
    }
    Finish(std::move(list));
  }

  using Reader = void (*)(std::string_view, std::string_view, WatchList*);

  void AddEach(ListFileKind kind, const std::string& name, Reader read) {
    for (const ListFile& file : files_[kind]) {
      WatchList list;
      list.name = name.empty() ? fs::path(Unpacked(file.info.name)).stem().string() : name;
      const OfacFile text = Begin(file, &list);
      const std::string published = list.published;
      if (!text.name.empty()) read(text.name, text.text, &list);
      if (!published.empty()) list.published = published;
      list.files.front().entries = list.entries.size();
      Judge(&list.files.front(), list);
      Finish(std::move(list));
    }
  }

  const std::string& folder_;
  FileStamps& stamps_;
  DiagnosticSink sink_{false};
  bool manifest_errors_ = false;
  std::map<ListFileKind, std::vector<ListFile>> files_;
  std::vector<ListProblem> unknown_;  // files that should be lists
  LoadedLists loaded_;
};

}  // namespace

StatusOr<LoadedLists> LoadWatchLists(const std::string& folder) {
  std::string changed;
  for (int reading = 0; reading < kReadingsMax; ++reading) {
    FileStamps stamps;
    StatusOr<LoadedLists> loaded = WatchFolder(folder, &stamps).Read();
    changed = stamps.Changed();
    if (changed.empty()) return loaded;
  }
  return InvalidInput(changed + ": the file changes while the lists are read; try again when it " +
                      "is complete");
}

}  // namespace sekisho
