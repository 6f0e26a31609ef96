#include "lists/list_folder.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

#include "core/sha256.h"
#include "lists/file_stamps.h"
#include "lists/list_file.h"
#include "yaml/yaml_file.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

// Of a folder whose files change meanwhile.
constexpr int kReadingsMax = 3;

}  // namespace

// May fill a set step by step.
class ListFolder {
 public:
  ListFolder(const std::string& folder, const std::optional<KeyedHash>& exchange,
             DiagnosticSink* sink)
      : folder_(folder), exchange_(exchange), sink_(sink) {}

  // `whole`: every entry of the manifest is among `specs`.
  std::shared_ptr<const ListSet> Read(std::string_view manifest, std::vector<ListSpec> specs,
                                      bool whole) {
    auto set = std::make_shared<ListSet>();
    set->has_unknown_entry_ = !whole;
    if (exchange_) set->shared_.SetKey(*exchange_);
    for (ListSpec& spec : specs) {
      StatusOr<std::string> text = ReadListFile((fs::path(folder_) / spec.file).string());
      if (!text.ok()) {
        sink_->Report(Sk::kListFile, spec.place,
                      spec.file + ": " + std::string(ToStd(text.status().message())));
        set->AddMissing(std::move(spec));
        continue;
      }
      set->Add({std::move(spec), *std::move(text)}, sink_);
    }
    set->Finish();
    set->SetVersion(manifest);
    return set;
  }

 private:
  const std::string& folder_;
  const std::optional<KeyedHash>& exchange_;
  DiagnosticSink* sink_;
};

namespace {

// One reading; what it reads is stamped first.
StatusOr<ListLoad> LoadOnce(const std::string& folder, const std::optional<KeyedHash>& exchange,
                            FileStamps* stamps) {
  const std::string manifest = (fs::path(folder) / kListManifest).string();
  stamps->Take(manifest);
  std::error_code error;
  if (!fs::is_regular_file(manifest, error)) {
    return InvalidInput(folder + ": there is no " + kListManifest +
                        " that says what the lists are; docs/lists.md shows one");
  }
  DiagnosticSink sink(false);
  const std::optional<std::string> text = ReadYamlText(manifest, &sink);
  std::vector<ListSpec> specs;
  if (text) specs = ReadListManifest(manifest, *text, &sink);
  ListLoad load;
  load.manifest_whole = sink.errors() == 0;
  if (specs.empty()) {
    std::vector<Diagnostic> diagnostics = sink.Take();
    return InvalidInput(diagnostics.empty() ? manifest + ": names no list"
                                            : FormatDiagnostic(diagnostics.front()));
  }
  for (const ListSpec& spec : specs) stamps->Take((fs::path(folder) / spec.file).string());
  load.lists =
      ListFolder(folder, exchange, &sink).Read(*text, std::move(specs), load.manifest_whole);
  load.diagnostics = sink.Take();
  return load;
}

}  // namespace

StatusOr<ListLoad> LoadLists(const std::string& folder, const std::optional<KeyedHash>& exchange) {
  std::string changed;
  for (int reading = 0; reading < kReadingsMax; ++reading) {
    FileStamps stamps;
    StatusOr<ListLoad> load = LoadOnce(folder, exchange, &stamps);
    changed = stamps.Changed();
    if (changed.empty()) return load;
  }
  return InvalidInput(changed + ": the file changes while the lists are read; try again when it " +
                      "is complete");
}

}  // namespace sekisho
