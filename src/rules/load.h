// Reads rule and indicator files: YAML → checked → compiled.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "rules/case.h"
#include "rules/rule_set.h"

namespace sekisho {

// A rule file already in memory.
struct RuleText {
  std::string name;  // shown in diagnostics as the file's name
  std::string text;
};

// What indicators may refer to. Comes from the measures and references, which rules know nothing
// of.
struct KnownReferences {
  std::map<std::string, std::string> documents;  // key → date, YYYY-MM-DD
  std::set<std::string> measures;                // ids
};

struct LoadRequest {
  // Files, or folders searched recursively for *.yml and *.yaml; read in the order given, the files
  // of a folder sorted by path.
  std::vector<std::string> paths;
  // Read after `paths`.
  std::vector<RuleText> texts;
  // Parameters of indicators: "B01.addresses" → "4".
  std::map<std::string, std::string> overrides;
  // Values for the placeholders of the `expand` modifier: "Administrators" → {"root", "adm_*"}.
  std::map<std::string, std::vector<std::string>> placeholders;
  // Rules written for other log formats: field names outside our schema are allowed, and a few
  // errors of style are warnings. Forbidden fields are refused all the same.
  bool foreign_fields = false;
  // Whether the cases of indicators are read and checked; else only their rules are.
  bool cases = true;
  // With these, every source and measure of an indicator is looked up; without, none is.
  std::optional<KnownReferences> known;
};

enum class RuleState : uint8_t {
  kLoaded,
  kNotEvaluated,  // loaded, but part of the language cannot be evaluated; `code` says which
  kFailed,        // has errors; not in the rule set
};

// What became of one rule (detection, correlation or filter).
struct RuleStatus {
  std::string name;  // its name, id or title
  SourcePlace place;
  RuleState state = RuleState::kLoaded;
  std::string code;  // of the diagnostic that explains kNotEvaluated
};

// What became of one file.
struct FileStatus {
  std::string name;
  size_t rules = 0;  // rules it holds, failed ones included
  size_t errors = 0;
  size_t warnings = 0;
};

struct LoadResult {
  // Every rule without errors. A rule that builds on a failed one has failed too.
  RuleSet rules;
  std::vector<IndicatorCase> cases;
  // In the order of files and lines. Loading never stops at the first error.
  std::vector<Diagnostic> diagnostics;
  std::vector<RuleStatus> rule_status;
  std::vector<FileStatus> file_status;

  bool has_errors() const;
};

// Never throws. Deterministic: the same files give the same result.
LoadResult LoadRules(const LoadRequest& request);

}  // namespace sekisho
