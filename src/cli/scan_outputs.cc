#include "cli/scan_outputs.h"

#include <utility>

namespace sekisho {
namespace {

Status OpenOutput(const std::string& path, std::optional<OutputFile>* file) {
  if (path.empty()) return absl::OkStatus();
  StatusOr<OutputFile> opened = OutputFile::Open(path);
  if (!opened.ok()) return opened.status();
  file->emplace(*std::move(opened));
  return absl::OkStatus();
}

}  // namespace

Status OpenOutputs(const OutputPaths& paths, Outputs* outputs) {
  Status status = OpenOutput(paths.findings, &outputs->findings);
  if (status.ok()) status = OpenOutput(paths.rejects, &outputs->rejects);
  if (status.ok()) status = OpenOutput(paths.groups, &outputs->groups);
  if (status.ok()) status = OpenOutput(paths.stats, &outputs->stats);
  if (status.ok()) status = OpenOutput(paths.html, &outputs->html);
  if (status.ok()) status = OpenOutput(paths.truth, &outputs->truth);
  return status;
}

Status CommitOutputs(Outputs* outputs) {
  for (std::optional<OutputFile>* file : {&outputs->rejects, &outputs->groups, &outputs->stats,
                                          &outputs->html, &outputs->truth, &outputs->findings}) {
    if (!*file) continue;
    if (Status status = (*file)->Commit(); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace sekisho
