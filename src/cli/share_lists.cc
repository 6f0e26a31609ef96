#include "cli/share_lists.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/output_file.h"
#include "core/json_writer.h"
#include "core/sha256.h"
#include "core/time.h"
#include "lists/list_folder.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

constexpr size_t kNameDigits = 12;

std::string ReadText(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// JSON texts are YAML texts.
std::string Quoted(const std::string& text) {
  std::string quoted;
  AppendJsonText(text, &quoted);
  return quoted;
}

// `margin` is that of the entries that stand there already.
std::string Entry(const std::string& file, const ShareLoad& load, const ShareTarget& target,
                  const std::string& margin) {
  return margin + "- kind: shared_artefacts\n" + margin + "  file: " + file + "\n" + margin +
         "  source: " + Quoted(target.source) + "\n" + margin +
         "  published: " + FormatTime(load.newest_ms).substr(0, 10) + "\n" + margin +
         "  licence: " + Quoted(target.licence) + "\n";
}

// The spaces before the first "- " of the manifest.
std::string MarginOf(const std::string& manifest) {
  std::istringstream lines(manifest);
  for (std::string line; std::getline(lines, line);) {
    const size_t at = line.find_first_not_of(' ');
    if (at != std::string::npos && line.compare(at, 2, "- ") == 0) return line.substr(0, at);
  }
  return "  ";
}

// The specs of a manifest, or why it cannot be read.
StatusOr<std::vector<ListSpec>> ReadSpecs(const std::string& name, const std::string& text) {
  DiagnosticSink sink(/*foreign=*/false);
  std::vector<ListSpec> specs = ReadListManifest(name, text, &sink);
  const std::vector<Diagnostic> problems = sink.Take();
  if (problems.empty()) return specs;
  return InvalidInput(FormatDiagnostic(problems.front()));
}

}  // namespace

StatusOr<std::string> AddSharedList(const ShareLoad& load, const ShareTarget& target) {
  const fs::path folder(target.folder);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return InvalidInput(target.folder + ": " + error.message());
  const std::string text = ArtefactListText(load);
  const std::string file = "shared_" + Sha256Hex(text).substr(0, kNameDigits) + ".csv";
  const fs::path path = folder / kListManifest;
  std::string manifest = fs::exists(path, error) ? ReadText(path) : "lists:\n";
  if (manifest != "lists:\n") {
    const StatusOr<std::vector<ListSpec>> specs = ReadSpecs(path.string(), manifest);
    if (!specs.ok()) return specs.status();
    const bool known = std::any_of(specs->begin(), specs->end(),
                                   [&](const ListSpec& one) { return one.file == file; });
    if (known) {
      const Status status = WriteFile((folder / file).string(), text);
      return status.ok() ? StatusOr<std::string>((folder / file).string()) : status;
    }
  }
  if (!manifest.ends_with('\n')) manifest += '\n';
  const std::string entry = Entry(file, load, target, MarginOf(manifest));
  manifest += entry;
  // A manifest in another style is left to its owner.
  if (const StatusOr<std::vector<ListSpec>> specs = ReadSpecs(path.string(), manifest);
      !specs.ok() || specs->back().file != file) {
    return InvalidInput(path.string() + ": the list cannot be added; write this entry there:\n" +
                        entry);
  }
  if (Status status = WriteFile((folder / file).string(), text); !status.ok()) return status;
  if (Status status = WriteFile(path.string(), manifest); !status.ok()) return status;
  return (folder / file).string();
}

}  // namespace sekisho
