#include "cli/vet_events.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "cli/scan_inputs.h"
#include "diligence/candidate_events.h"
#include "service/assessing.h"
#include "service/assessment_words.h"
#include "service/scan.h"

namespace sekisho {
namespace {

constexpr uint32_t kThreads = 4;
// What only event files can tell about a candidate. The others are said by the rules of `vet`.
constexpr std::string_view kFromEvents[] = {"B01", "B05", "B06", "B07", "B08", "X45", "X46"};

// A file that is gone when this is.
class TemporaryFile {
 public:
  static StatusOr<TemporaryFile> Make(std::string_view content) {
    const char* const folder = std::getenv("TMPDIR");
    std::string path =
        std::string(folder != nullptr && *folder != '\0' ? folder : "/tmp") + "/sekisho-vet-XXXXXX";
    const int file = mkstemp(path.data());
    if (file < 0) return InvalidInput(path + ": cannot be written; name a folder in TMPDIR");
    TemporaryFile made(path);
    const ssize_t written = write(file, content.data(), content.size());
    close(file);
    if (written != static_cast<ssize_t>(content.size())) {
      return InvalidInput(path + ": the disk is full; name a folder with room in TMPDIR");
    }
    return made;
  }
  TemporaryFile(TemporaryFile&& other) noexcept { std::swap(path_, other.path_); }
  TemporaryFile& operator=(TemporaryFile&&) = delete;
  ~TemporaryFile() {
    if (!path_.empty()) unlink(path_.c_str());
  }

  const std::string& path() const { return path_; }

 private:
  explicit TemporaryFile(std::string path) : path_(std::move(path)) {}

  std::string path_;
};

bool RestsOnFileAlone(const Finding& finding) {
  return std::all_of(finding.events.begin(), finding.events.end(),
                     [](const std::string& id) { return id.starts_with(kCandidateEventPrefix); });
}

VetFinding Convert(const RuleSet& rules, const Finding& finding) {
  const Rule& rule = rules.rules[finding.rule];
  const Indicator& indicator = rules.indicators[*rule.indicator];
  VetFinding out;
  out.indicator = indicator.id;
  out.grade = ParseGrade(rule.grade);
  out.proxy = indicator.sensitivity == "proxy" && out.grade < SignGrade::kHard;
  out.message = finding.explanation;
  out.time_ms = finding.last_ms;
  out.source = "events";
  for (const std::string& id : finding.events) {
    if (id.starts_with(kCandidateEventPrefix)) {
      out.at.push_back(id.substr(kCandidateEventPrefix.size()));
    }
  }
  return out;
}

void AddNotEvaluated(const RuleSet& rules, const ScanAssessments& assessments, VetEvents* out) {
  for (const NotEvaluated& one : assessments.not_evaluated) {
    const std::string& code = rules.indicators[one.indicator].id;
    if (std::find(std::begin(kFromEvents), std::end(kFromEvents), code) == std::end(kFromEvents)) {
      continue;
    }
    VetNotEvaluated skipped;
    skipped.id = code;
    skipped.why = std::string(ReasonName(one.reason));
    skipped.what_to_supply = Say(ReasonPhrase(one.reason));
    out->not_evaluated.push_back(std::move(skipped));
  }
}

}  // namespace

StatusOr<VetEvents> ScanForCandidate(const RuleSet& rules, const Candidate& candidate,
                                     const std::vector<std::string>& paths,
                                     std::shared_ptr<const ListSet> lists) {
  const StatusOr<ScanInputs> inputs = CheckInputs(paths);
  if (!inputs.ok()) return inputs.status();
  const StatusOr<TemporaryFile> own = TemporaryFile::Make(CandidateEvents(candidate));
  if (!own.ok()) return own.status();
  std::vector<std::string> all = paths;
  all.push_back(own->path());
  VetEvents out;
  ScanOptions options;
  options.threads = kThreads;
  options.mask_documents = true;
  options.lists = std::move(lists);
  const StatusOr<ScanReport> report = Scan(rules, all, options);
  if (!report.ok()) return report.status();
  if (!report->source_errors.empty()) return InvalidInput(report->source_errors.front());
  for (const Finding& finding : report->findings) {
    const bool mine =
        std::binary_search(finding.accounts.begin(), finding.accounts.end(), candidate.id);
    if (!mine || !rules.rules[finding.rule].indicator || RestsOnFileAlone(finding)) continue;
    out.findings.push_back(Convert(rules, finding));
  }
  AddNotEvaluated(rules, AssessScan(rules, *report, AssessmentPolicy()), &out);
  out.events = report->events;
  out.rejects = report->rejects;
  return out;
}

}  // namespace sekisho
