#include "lists/list_registry.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

#include "core/limits.h"
#include "yaml/yaml_file.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

// The whole file; a reason when it cannot be read.
StatusOr<std::string> ReadWhole(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) {
    return InvalidInput(fs::exists(path, error) ? "this is no file" : "there is no such file");
  }
  const uint64_t bytes = fs::file_size(path, error);
  if (error) return InvalidInput("the file cannot be read: " + error.message());
  if (bytes > limits::kListBytesMax) return InvalidInput("the file is larger than 2 GiB");
  std::ifstream file(path, std::ios::binary);
  std::string text(bytes, '\0');
  if (!file.read(text.data(), static_cast<std::streamsize>(bytes))) {
    return InvalidInput("the file cannot be read to its end");
  }
  return text;
}

}  // namespace

// May fill a set step by step.
class ListFolder {
 public:
  ListFolder(const std::string& folder, const std::optional<KeyedHash>& exchange,
             DiagnosticSink* sink)
      : folder_(folder), exchange_(exchange), sink_(sink) {}

  std::shared_ptr<const ListSet> Read(std::vector<ListSpec> specs) {
    auto set = std::make_shared<ListSet>();
    if (exchange_) set->shared_.SetKey(*exchange_);
    for (ListSpec& spec : specs) {
      StatusOr<std::string> text = ReadWhole(fs::path(folder_) / spec.file);
      if (!text.ok()) {
        sink_->Report(Sk::kListFile, spec.place,
                      spec.file + ": " + std::string(ToStd(text.status().message())));
        set->AddMissing(std::move(spec));
        continue;
      }
      set->Add({std::move(spec), *std::move(text)}, sink_);
    }
    set->Finish();
    return set;
  }

 private:
  const std::string& folder_;
  const std::optional<KeyedHash>& exchange_;
  DiagnosticSink* sink_;
};

StatusOr<ListLoad> LoadLists(const std::string& folder, const std::optional<KeyedHash>& exchange) {
  const std::string manifest = (fs::path(folder) / kListManifest).string();
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
  if (specs.empty()) {
    std::vector<Diagnostic> diagnostics = sink.Take();
    return InvalidInput(diagnostics.empty() ? manifest + ": names no list"
                                            : FormatDiagnostic(diagnostics.front()));
  }
  load.lists = ListFolder(folder, exchange, &sink).Read(std::move(specs));
  load.diagnostics = sink.Take();
  return load;
}

StatusOr<std::vector<Diagnostic>> ListRegistry::Load() {
  const std::lock_guard<std::mutex> one_at_a_time(loading_);
  StatusOr<ListLoad> load = LoadLists(folder_);
  if (!load.ok()) return load.status();
  std::shared_ptr<const ListSet> old = std::move(load->lists);
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    current_.swap(old);
  }
  // The old set, if nobody holds it any more, is freed outside of the lock.
  return std::move(load->diagnostics);
}

std::shared_ptr<const ListSet> ListRegistry::Current() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return current_;
}

}  // namespace sekisho
