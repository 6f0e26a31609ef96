// One run over event files: read, order, evaluate, and put the findings into words.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "core/keyed_hash.h"
#include "core/status.h"
#include "engine/engine.h"
#include "ingest/counters.h"
#include "ingest/temporary_file.h"
#include "rules/rule_set.h"
#include "service/finding.h"
#include "service/list_gaps.h"
#include "service/missing_input.h"
#include "service/one_sided.h"
#include "service/statements.h"

namespace sekisho {

struct Mapping;
class ListSet;
class Plan;
class RecordSource;

// A record that took no part, and where it stood.
struct RejectedRecord {
  std::string source;  // name of the file
  uint64_t line = 0;
  uint32_t column = 0;  // 0: the record as a whole
  std::string reason;
  std::string raw;
};

enum class ScanPhase { kReading, kSorting, kEvaluating, kExplaining };

// How far a scan is. Input in order is evaluated while it is read; other input is read, sorted and
// evaluated one after the other.
struct ScanProgress {
  double fraction = 0;  // of all the work, between 0 and 1; never falls within a pass
  double read = 0;      // of the bytes of the input; 0 when the size is not known
  uint64_t events = 0;  // read so far
  ScanPhase phase = ScanPhase::kReading;
};

struct ScanOptions {
  const Mapping* mapping = nullptr;  // null for our own format
  bool foreign_fields = false;
  uint32_t threads = 1;  // and shards: results do not depend on it
  size_t state_bytes_max = size_t{4} << 30;
  // Input that is not in order is sorted in memory up to this size, then in temporary files.
  size_t sort_bytes_max = size_t{2} << 30;
  TemporaryPlace temporary;        // for these, and for input that can be read only once
  CostClock cost_clock = nullptr;  // to measure what the rules cost
  uint64_t seed = 0;               // keys every hash; does not change any result
  // Numbers of documents are hashed by this before anything is matched; null leaves them as they
  // are, which is for cases of rules and tests.
  const KeyedHash* documents = nullptr;
  // What facts are looked up in; null for none.
  std::shared_ptr<const ListSet> lists;
  // For whoever has no key: the scan fails at the first event with such a number; or findings and
  // groups show the last characters of such numbers only.
  bool refuse_documents = false;
  bool mask_documents = false;
  size_t batch_bytes = 512 << 10;  // of text in one block
  // The input is all that there is to know: rules that take for absent what it never tells are not
  // evaluated (service/one_sided.h). Otherwise, as for cases of rules, absent is absent.
  bool whole_input = false;
  // Events after this time take no part; they are counted.
  int64_t until_ms = std::numeric_limits<int64_t>::max();
  // Events of each finding whose details are kept (Finding::evidence): the first and the newest.
  uint32_t evidence_details_max = 0;
  // Called for each refused record, from one thread at a time, in no promised order.
  std::function<void(const RejectedRecord&)> on_reject;
  // Called now and then, from the thread that called Scan.
  std::function<void(const ScanProgress&)> on_progress;
};

struct RuleReport {
  RuleIndex rule = 0;
  uint64_t inputs = 0;       // events that took part
  uint64_t held = 0;         // of these, how many the condition held at
  uint64_t without_key = 0;  // events left out because they lack a field to group by
  uint64_t findings = 0;
};

struct ScanReport {
  std::vector<Finding> findings;            // by position, level, rule, subject
  std::vector<AccountGroup> groups;         // without what exemptions cover
  std::vector<RuleReport> rules;            // of all rules, by RuleIndex
  std::vector<ListGap> list_gaps;           // by RuleIndex; partial ones of a whole input only
  std::vector<OneSidedRule> one_sided;      // not evaluated; none without ScanOptions::whole_input
  std::vector<MissingInput> missing_input;  // nothing to judge; neither without whole_input
  Statements statements;
  uint64_t links_exempted = 0;  // links that are in no group because an exemption covers them
  Counters counters;            // of the reader
  uint64_t events = 0;          // that were evaluated
  uint64_t duplicates = 0;      // the same event again: counted once
  uint64_t conflicts =
      0;  // same time, sequence and id, other content: one stays, the rest is refused
  uint64_t far_ahead = 0;  // more than 24 h after the 99.9th percentile of the times
  uint64_t later = 0;      // after ScanOptions::until_ms
  uint64_t rejects = 0;    // all refused records, conflicts included
  bool sorted = true;      // the input was in order as it came
  int64_t first_ms = 0;    // times of the first and the last event
  int64_t last_ms = 0;
  std::vector<std::string> source_errors;  // files that could not be read to their end
  StateSize state;
  RuleCosts costs;  // without a clock all 0
};

// Scans files ("-" is standard input). Fails only when a file cannot be opened or memory for the
// plan cannot be laid out; everything else is in the report.
StatusOr<ScanReport> Scan(const RuleSet& rules, const std::vector<std::string>& paths,
                          const ScanOptions& options);

// The same of a source that is at its start; `options.mapping` must be the one it was opened with.
StatusOr<ScanReport> Scan(const RuleSet& rules, RecordSource* source, const ScanOptions& options);

// The same for NDJSON lines in memory (cases, tests).
StatusOr<ScanReport> ScanText(const RuleSet& rules, std::string_view ndjson,
                              const ScanOptions& options);
// The same with a plan that serves several scans; it was made with the seed, documents and lists of
// `options`.
StatusOr<ScanReport> ScanText(const Plan& plan, std::string_view ndjson,
                              const ScanOptions& options);

}  // namespace sekisho
