#include "service/scan.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "core/thread_team.h"
#include "engine/plan.h"
#include "ingest/decoder.h"
#include "ingest/mapping.h"
#include "service/exempt_groups.h"
#include "service/explain.h"
#include "service/feeder.h"
#include "service/reader.h"
#include "service/record_source.h"
#include "service/resolver.h"
#include "service/sort_order.h"
#include "service/statement_reader.h"
#include "service/stream_order.h"

namespace sekisho {
namespace {

// Blocks that each member reads in one step.
constexpr size_t kBlocksPerMember = 8;
// Progress: the share of reading; the rest is putting findings into words.
constexpr double kReadingShare = 0.9;

class ScanRun {
 public:
  ScanRun(const Plan& plan, RecordSource* source, const ScanOptions& options)
      : plan_(plan),
        options_(options),
        source_(source),
        team_(std::max<uint32_t>(options.threads, 1)) {
    decoder_.fields = &plan.fields();
    decoder_.mapping = options.mapping;
    decoder_.foreign_fields = options.foreign_fields;
  }

  StatusOr<ScanReport> Run() {
    // Most logs are in order, and then nothing has to be kept. The first event that is too far
    // out of order starts the run anew, sorting everything.
    const bool in_order = Stream();
    if (const Status status = CheckDocuments(); !status.ok()) return status;
    if (!in_order) {
      pass_->reader.Stop();
      source_->Rewind();
      report_ = ScanReport();
      report_.rejects = rejected_.size();
      report_.sorted = false;
      if (const Status status = Sort(); !status.ok()) return status;
      if (const Status status = CheckDocuments(); !status.ok()) return status;
    }
    Summarize();
    if (options_.whole_input) LookForMissing();
    PutIntoWords();
    return std::move(report_);
  }

 private:
  // What reads and evaluates, made anew for each try.
  struct Pass {
    Pass(ScanRun* run, bool settle)
        : reader(run->plan_, run->decoder_, run->source_, &run->team_, settle,
                 run->options_.cost_clock, [run](const Reject& reject) { run->Refuse(reject); }),
          engine(run->plan_, {run->options_.state_bytes_max, run->options_.cost_clock},
                 &run->team_),
          feeder(run->plan_, &engine, run->source_, &run->team_,
                 [run](const RecordRef& refused, const RecordRef& kept) {
                   run->RefuseConflict(refused, kept);
                 }) {
      if (run->options_.refuse_documents) reader.RefuseDocuments();
      reader.LeaveOutAfter(run->options_.until_ms);
    }
    Reader reader;
    Engine engine;
    Feeder feeder;
  };

  bool Stream() {
    pass_ = std::make_unique<Pass>(this, true);
    StreamOrder order(
        [this](std::span<SettledRun* const> runs) { pass_->feeder.FeedRuns(runs); },
        [this](std::span<const Row* const> rows) { pass_->feeder.FeedRows(rows); },
        [this](std::unique_ptr<ReadBlock> b) { pass_->reader.Recycle(std::move(b)); });
    progress_ = ScanProgress();
    ReadBlocks blocks;
    while (pass_->reader.Read(kBlocksPerMember * team_.size(), &blocks)) {
      ShowRead(blocks, kReadingShare);
      if (!order.Add(std::exchange(blocks, {}))) return false;
    }
    order.Finish();
    return true;
  }

  Status Sort() {
    pass_ = std::make_unique<Pass>(this, false);
    SortOrder order(&team_, options_.sort_bytes_max, options_.temporary);
    progress_ = ScanProgress();
    ReadBlocks blocks;
    while (pass_->reader.Read(kBlocksPerMember * team_.size(), &blocks)) {
      ShowRead(blocks, kReadingShare / 2);
      if (const Status status = order.Add(std::exchange(blocks, {})); !status.ok()) return status;
    }
    Show(kReadingShare / 2, ScanPhase::kSorting);
    const double total = std::max<double>(1, static_cast<double>(progress_.events));
    uint64_t fed = 0;
    return order.Finish([&](std::span<const Row* const> rows) {
      pass_->feeder.FeedRows(rows);
      fed += rows.size();
      Show(kReadingShare / 2 * (1 + static_cast<double>(fed) / total), ScanPhase::kEvaluating);
    });
  }

  Status CheckDocuments() {
    const std::optional<RecordRef>& record = pass_->reader.refused_document();
    if (!record) return absl::OkStatus();
    pass_->reader.Stop();
    const StatusOr<uint64_t> line = source_->Line(*record);
    return absl::FailedPreconditionError(
        source_->Name(record->source) + ":" + (line.ok() ? std::to_string(*line) : "?") +
        ": the number of a document, which is kept as a keyed hash only, and there is no key");
  }

  // Records are refused while others are evaluated.
  void Refuse(const Reject& reject) {
    const std::lock_guard lock(refuse_mutex_);
    // The second try meets the same records again.
    if (!rejected_.emplace(reject.record.source, reject.record.offset).second) return;
    ++report_.rejects;
    Report(reject.record, reject.column, reject.reason, std::string(reject.raw));
  }

  void RefuseConflict(const RecordRef& refused, const RecordRef& kept) {
    const std::lock_guard lock(refuse_mutex_);
    ++report_.rejects;
    const StatusOr<uint64_t> line = source_->Line(kept);
    const std::string where =
        source_->Name(kept.source) + ":" + (line.ok() ? std::to_string(*line) : "?");
    const StatusOr<std::string> raw = source_->ReadRecord(refused);
    Report(refused, 0,
           "another event at " + where +
               " has the same time, sequence and id but says something else, and was kept; give "
               "each event an id of its own",
           raw.ok() ? *raw : std::string());
  }

  void Report(const RecordRef& record, uint32_t column, std::string reason, std::string raw) {
    if (!options_.on_reject) return;
    const StatusOr<uint64_t> line = source_->Line(record);
    options_.on_reject({source_->Name(record.source), line.ok() ? *line : 0, column,
                        std::move(reason), std::move(raw)});
  }

  // After reading `blocks`; reading all of the input is `share` of the work.
  void ShowRead(const ReadBlocks& blocks, double share) {
    for (const std::unique_ptr<ReadBlock>& block : blocks) progress_.events += block->size();
    progress_.read = source_->Progress();
    Show(share * progress_.read, ScanPhase::kReading);
  }

  void Show(double fraction, ScanPhase phase) {
    progress_.fraction = fraction;
    progress_.phase = phase;
    if (options_.on_progress) options_.on_progress(progress_);
  }

  void Summarize() {
    result_ = pass_->engine.Finish();
    const Feeder& feeder = pass_->feeder;
    report_.counters = pass_->reader.TakeCounters();
    report_.later = pass_->reader.later();
    report_.events = feeder.index().size();
    report_.duplicates = feeder.duplicates();
    report_.conflicts = feeder.conflicts();
    report_.far_ahead = feeder.far_ahead();
    report_.first_ms = feeder.first_ms();
    report_.last_ms = feeder.last_ms();
    report_.source_errors = source_->Errors();
    report_.state = result_.state;

    const size_t rules = plan_.rules().rules.size();
    std::vector<uint64_t> matches(rules);
    std::vector<uint64_t> without_key(rules);
    pass_->reader.AddCounts(&matches, &without_key);
    report_.costs = result_.costs;
    pass_->reader.AddCosts(&report_.costs);
    report_.rules.resize(rules);
    for (RuleIndex rule = 0; rule < rules; ++rule) {
      RuleReport& line = report_.rules[rule];
      const bool is_detection = plan_.rules().rules[rule].detection() != nullptr;
      line.rule = rule;
      line.inputs = result_.counts[rule].inputs + (is_detection ? matches[rule] : 0);
      line.held = is_detection ? line.inputs : result_.counts[rule].held;
      line.without_key = result_.counts[rule].without_key + without_key[rule];
    }
  }

  // Finds the rules that the input cannot feed, and leaves out what those found that hold because
  // of it.
  void LookForMissing() {
    const FieldsByType known = pass_->reader.Known();
    report_.missing_input = FindMissingInput(plan_.rules(), known);
    report_.one_sided = FindOneSidedRules(plan_.rules(), known);
    std::vector<bool> left_out(plan_.rules().rules.size());
    for (const OneSidedRule& one : report_.one_sided) left_out[one.rule] = true;
    std::erase_if(result_.episodes, [&](const Episode& episode) { return left_out[episode.rule]; });
  }

  // Each member resolves its share; the order of the findings is that of the episodes.
  void PutIntoWords() {
    const std::vector<Episode>& episodes = result_.episodes;
    report_.findings.resize(episodes.size());
    team_.Run([&](uint32_t self) {
      Resolver resolver(plan_, decoder_, source_, &pass_->feeder.index(), &result_.groups,
                        {options_.evidence_details_max, options_.mask_documents});
      for (size_t i = self; i < episodes.size(); i += team_.size()) {
        report_.findings[i] = resolver.Resolve(episodes[i]);
        report_.findings[i].explanation = Explain(plan_.rules(), report_.findings[i]);
        if (self == 0 && i % 1024 == 0) {
          Show(kReadingShare + (1 - kReadingShare) * static_cast<double>(i) /
                                   static_cast<double>(episodes.size()),
               ScanPhase::kExplaining);
        }
      }
    });
    SortTies();
    for (const Finding& finding : report_.findings) ++report_.rules[finding.rule].findings;
    Resolver resolver(plan_, decoder_, source_, &pass_->feeder.index(), &result_.groups,
                      {0, options_.mask_documents});
    for (const Groups::Group& group : result_.groups.Snapshot()) {
      report_.groups.push_back(resolver.ResolveGroup(group));
    }
    report_.statements = ReadStatements(decoder_, *source_, pass_->reader.Statements());
    report_.links_exempted = DropExemptedLinks(
        plan_.rules(), {report_.statements.exemptions, report_.last_ms}, &report_.groups);
    Show(1, ScanPhase::kExplaining);
  }

  // Findings of one rule that opened at one event are ordered by the words of their subjects: keys
  // are hashes, and no output may depend on those.
  void SortTies() {
    const std::vector<Episode>& episodes = result_.episodes;
    for (size_t i = 0; i < episodes.size();) {
      size_t end = i + 1;
      while (end < episodes.size() && episodes[end].rule == episodes[i].rule &&
             episodes[end].opening.time_ms == episodes[i].opening.time_ms &&
             episodes[end].opening_event == episodes[i].opening_event) {
        ++end;
      }
      std::sort(report_.findings.begin() + static_cast<ptrdiff_t>(i),
                report_.findings.begin() + static_cast<ptrdiff_t>(end),
                [](const Finding& a, const Finding& b) {
                  return std::tie(a.subject.type, a.subject.id, a.id) <
                         std::tie(b.subject.type, b.subject.id, b.id);
                });
      i = end;
    }
  }

  const Plan& plan_;
  const ScanOptions& options_;
  RecordSource* const source_;
  ThreadTeam team_;
  DecoderOptions decoder_;
  std::unique_ptr<Pass> pass_;
  std::mutex refuse_mutex_;
  absl::flat_hash_set<std::pair<uint32_t, uint64_t>> rejected_;
  EngineResult result_;
  ScanReport report_;
  ScanProgress progress_;
};

StatusOr<ScanReport> ScanSource(const Plan& plan, RecordSource* source,
                                const ScanOptions& options) {
  StatusOr<ScanReport> report = ScanRun(plan, source, options).Run();
  if (report.ok()) {
    report->list_gaps = FindListGaps(plan.rules(), options.lists.get(), report->last_ms,
                                     options.whole_input, plan.lacks());
  }
  return report;
}

}  // namespace

StatusOr<ScanReport> Scan(const RuleSet& rules, RecordSource* source, const ScanOptions& options) {
  const StatusOr<Plan> plan = Plan::Make(rules, options.seed, options.documents, options.lists);
  if (!plan.ok()) return plan.status();
  return ScanSource(*plan, source, options);
}

StatusOr<ScanReport> Scan(const RuleSet& rules, const std::vector<std::string>& paths,
                          const ScanOptions& options) {
  InputOptions input;
  input.block_bytes = options.batch_bytes;
  input.temporary = options.temporary;
  if (options.mapping != nullptr) {
    input.encoding = options.mapping->encoding;
    input.layout = options.mapping->layout;
    if (!options.foreign_fields) input.columns_read = options.mapping->paths;
  }
  StatusOr<std::unique_ptr<RecordSource>> source = OpenFiles(paths, input);
  if (!source.ok()) return source.status();
  return Scan(rules, source->get(), options);
}

StatusOr<ScanReport> ScanText(const RuleSet& rules, std::string_view ndjson,
                              const ScanOptions& options) {
  const std::unique_ptr<RecordSource> source = OpenText(ndjson, options.batch_bytes);
  return Scan(rules, source.get(), options);
}

StatusOr<ScanReport> ScanText(const Plan& plan, std::string_view ndjson,
                              const ScanOptions& options) {
  const std::unique_ptr<RecordSource> source = OpenText(ndjson, options.batch_bytes);
  return ScanSource(plan, source.get(), options);
}

}  // namespace sekisho
