#include "service/import.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "ingest/decoder.h"
#include "ingest/event_writer.h"
#include "ingest/input.h"
#include "ingest/mapping.h"
#include "service/import_files.h"
#include "service/import_tables.h"

namespace sekisho {
namespace {

// Records of logs: each stands for itself.
class LogImport {
 public:
  LogImport(const Mapping& mapping, const ImportOptions& options, Input* input)
      : options_(options),
        input_(input),
        fields_(DeliveredFields()),
        decoder_({&fields_, &mapping, false}),
        event_(fields_.size()) {}

  StatusOr<ImportReport> Run() {
    for (uint32_t i = 0; i < input_->source_count(); ++i) {
      report_.files.emplace_back().name = input_->name(i);
    }
    Block block;
    while (input_->NextBlock(&block)) {
      if (Status status = Read(block); !status.ok()) return status;
      if (options_.on_progress && input_->bytes_total() > 0) {
        options_.on_progress(static_cast<double>(input_->bytes_read()) /
                             static_cast<double>(input_->bytes_total()));
      }
    }
    report_.counters = decoder_.TakeCounters();
    for (const SourceError& error : input_->errors()) {
      report_.source_errors.push_back(error.message);
    }
    return std::move(report_);
  }

 private:
  Status Read(const Block& block) {
    ImportedFile& file = report_.files[block.source];
    if (options_.records_max > 0 && file.records >= options_.records_max) {
      file.cut = true;
      return absl::OkStatus();
    }
    std::string lines;
    decoder_.Start(block);
    for (Outcome outcome; (outcome = decoder_.Next(&event_)) != Outcome::kEnd;) {
      ++file.records;
      if (outcome == Outcome::kEvent) {
        ++file.events;
        NameAccounts(options_, fields_, &event_, &report_);
        CountEvent(event_, false, &report_);
        AppendEventLine(event_, fields_, &lines);
      } else if (outcome == Outcome::kRejected) {
        ++file.refused;
        if (Status status = Refuse(file.name); !status.ok()) return status;
      }
    }
    if (options_.on_events && !lines.empty()) options_.on_events(lines);
    return absl::OkStatus();
  }

  Status Refuse(const std::string& name) {
    if (!options_.on_reject) return absl::OkStatus();
    const Reject reject = decoder_.reject();
    const StatusOr<uint64_t> line = input_->Line(reject.record);
    if (!line.ok()) return line.status();
    options_.on_reject({name, *line, reject.column, reject.reason, std::string(reject.raw)});
    return absl::OkStatus();
  }

  const ImportOptions& options_;
  Input* const input_;
  const FieldTable fields_;
  Decoder decoder_;
  EventView event_;
  ImportReport report_;
};

}  // namespace

void NameAccounts(const ImportOptions& options, const FieldTable& fields, EventView* event,
                  ImportReport* report) {
  if (options.account_names == nullptr) return;
  report->accounts_unknown += static_cast<uint64_t>(options.account_names->Apply(fields, event));
}

void CountEvent(const EventView& event, bool from_difference, ImportReport* report) {
  const bool first = report->types.empty();
  auto found = report->types.find(event.type);
  if (found == report->types.end()) {
    found = report->types.emplace(std::string(event.type), ImportedType()).first;
  }
  ImportedType& type = found->second;
  ++type.events;
  if (from_difference) ++type.from_differences;
  for (const FieldId field : event.set_fields()) {
    if (type.fields.size() <= field) type.fields.resize(field + size_t{1});
    type.fields[field] = type.fields[field] || event.Get(field).present();
  }
  ++report->events;
  report->first_ms = first ? event.time_ms : std::min(report->first_ms, event.time_ms);
  report->last_ms = first ? event.time_ms : std::max(report->last_ms, event.time_ms);
}

StatusOr<ImportReport> Import(const Mapping& mapping, const std::vector<std::string>& paths,
                              const ImportOptions& options) {
  if (!mapping.tables.empty()) {
    StatusOr<std::vector<TableFile>> files = SortIntoTables(mapping, paths);
    if (!files.ok()) return files.status();
    return TableImport(mapping, *std::move(files), options).Run();
  }
  InputOptions input_options;
  input_options.encoding = mapping.encoding;
  input_options.layout = mapping.layout;
  input_options.columns_read = mapping.paths;
  input_options.temporary = options.temporary;
  const StatusOr<std::unique_ptr<Input>> input = Input::Open(paths, input_options);
  if (!input.ok()) return input.status();
  return LogImport(mapping, options, input->get()).Run();
}

}  // namespace sekisho
