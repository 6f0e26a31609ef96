#include "service/calibrate.h"

#include <algorithm>
#include <set>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "core/time.h"
#include "service/calibrate_values.h"

namespace sekisho {
namespace {

// Finds the day on which each account registered; gives findings of its own, without an indicator.
constexpr char kRegistrationName[] = "calibrate_registration";
constexpr char kRegistrationRule[] =
    "title: An account is registered\n"
    "name: calibrate_registration\n"
    "logsource: {product: sekisho, category: account}\n"
    "detection:\n"
    "  registration: {type: account.registration}\n"
    "  condition: registration\n";

AccountAge AgeOf(int64_t age_ms) {
  if (age_ms < 30 * kDayMs) return AccountAge::kUnder30Days;
  if (age_ms < 180 * kDayMs) return AccountAge::kUnder180Days;
  return age_ms < 365 * kDayMs ? AccountAge::kUnderYear : AccountAge::kOlder;
}

class Calibrator {
 public:
  explicit Calibrator(const CalibrateRequest& request) : request_(request) {}

  StatusOr<Calibration> Run() {
    for (const std::string& path : request_.paths) {
      if (path == "-") {
        return InvalidInput(
            "the input is read once for each value, which standard input cannot be; write it to a "
            "file and name that");
      }
    }
    const LoadResult loaded = LoadRules(request_.rules);
    if (loaded.has_errors()) return InvalidInput("the rules have errors");
    if (Status status = Choose(loaded); !status.ok()) return status;
    const size_t scans = ScanCount();
    for (size_t scan = 0; scan < scans; ++scan) {
      if (request_.on_scan) request_.on_scan(scan + 1, scans);
      if (Status status = ScanValues(scan); !status.ok()) return status;
    }
    result_.scans = scans;
    Finish();
    return std::move(result_);
  }

 private:
  // Of one value of one indicator.
  struct Tally {
    uint64_t findings = 0;
    absl::flat_hash_set<std::string> accounts;
    std::map<std::string, absl::flat_hash_set<std::string>> by_month;
    std::array<absl::flat_hash_set<std::string>, kAccountAges> by_age;
  };

  Status Choose(const LoadResult& loaded) {
    std::set<std::string> wanted(request_.indicators.begin(), request_.indicators.end());
    std::map<std::string, std::vector<std::string>> own = request_.values;
    std::vector<bool> has_parameter(loaded.rules.indicators.size(), false);
    std::set<std::string> named = wanted;
    for (const auto& [key, values] : own) {
      if (!wanted.empty()) named.insert(key.substr(0, key.find('.')));
    }
    for (ParameterChoice& choice : ChooseParameters(request_.rules, loaded, named)) {
      has_parameter[choice.indicator] = true;
      const Indicator& indicator = loaded.rules.indicators[choice.indicator];
      for (const IndicatorParameter& parameter : indicator.parameters) {
        const std::string key = indicator.id + "." + parameter.name;
        const auto values = own.find(key);
        if (values == own.end()) continue;
        if (request_.values.contains(choice.key) && choice.key != key) {
          return InvalidInput("values for both " + choice.key + " and " + key +
                              "; give those of one parameter of an indicator at a time");
        }
        choice.name = parameter.name;
        choice.key = key;
        choice.values = values->second;
        SortValues(&choice.values);
        own.erase(values);
      }
      if (!wanted.empty() && !wanted.contains(indicator.id)) continue;
      choices_.push_back(std::move(choice));
    }
    if (!own.empty()) {
      return InvalidInput("no indicator has the parameter " + own.begin()->first +
                          " as a number; `sekisho rules list` shows all");
    }
    for (size_t i = 0; i < has_parameter.size(); ++i) {
      const Indicator& indicator = loaded.rules.indicators[i];
      const bool asked = wanted.empty() || wanted.contains(indicator.id);
      if (!has_parameter[i] && indicator.computed() && asked) {
        result_.without_parameter.push_back(indicator.id);
      }
    }
    std::sort(result_.without_parameter.begin(), result_.without_parameter.end());
    if (Status status = KeepAllowed(); !status.ok()) return status;
    std::sort(choices_.begin(), choices_.end(), [&](const auto& a, const auto& b) {
      return loaded.rules.indicators[a.indicator].id < loaded.rules.indicators[b.indicator].id;
    });
    for (const ParameterChoice& choice : choices_) {
      AddLine(loaded.rules.indicators[choice.indicator], choice);
      asked_.push_back(choice.indicator);
    }
    std::sort(asked_.begin(), asked_.end());
    return absl::OkStatus();
  }

  // The rules with the value number `scan` of every choice in `choices` that has so many.
  LoadResult LoadWith(const std::vector<ParameterChoice>& choices, size_t scan) const {
    LoadRequest changed = request_.rules;
    changed.texts.push_back({kRegistrationName, kRegistrationRule});
    for (const ParameterChoice& choice : choices) {
      if (scan < choice.values.size()) changed.overrides[choice.key] = choice.values[scan];
    }
    return LoadRules(changed);
  }

  size_t ScanCount() const {
    size_t scans = 0;
    for (const ParameterChoice& choice : choices_) scans = std::max(scans, choice.values.size());
    return scans;
  }

  // Leaves out values with which the rules do not load; the caller's own are an error. Most load,
  // so all are tried together first.
  Status KeepAllowed() {
    std::vector<std::vector<std::string>> allowed(choices_.size());
    bool all_allowed = true;
    for (size_t scan = 0; scan < ScanCount(); ++scan) {
      loaded_.push_back(LoadWith(choices_, scan));
      const bool all = !loaded_.back().has_errors();
      all_allowed = all_allowed && all;
      for (size_t i = 0; i < choices_.size(); ++i) {
        if (scan >= choices_[i].values.size()) continue;
        if (!all && LoadWith({choices_[i]}, scan).has_errors()) {
          if (!request_.values.contains(choices_[i].key)) continue;
          return InvalidInput("the rules do not allow " + choices_[i].key + " = " +
                              choices_[i].values[scan] + "; `sekisho scan --set` says why");
        }
        allowed[i].push_back(choices_[i].values[scan]);
      }
    }
    for (size_t i = 0; i < choices_.size(); ++i) choices_[i].values = std::move(allowed[i]);
    std::erase_if(choices_, [](const ParameterChoice& choice) { return choice.values.empty(); });
    if (!all_allowed) loaded_.clear();
    return absl::OkStatus();
  }

  void AddLine(const Indicator& indicator, const ParameterChoice& choice) {
    CalibrationLine line;
    line.indicator = indicator.id;
    line.name = indicator.name;
    line.parameter = choice.name;
    std::string in_force;
    for (const IndicatorParameter& parameter : indicator.parameters) {
      if (parameter.name != choice.name) continue;
      line.unit = parameter.unit;
      in_force = parameter.value;
    }
    for (const std::string& value : choice.values) {
      line.points.emplace_back().value = value;
      line.points.back().in_force = value == in_force;
    }
    result_.lines.push_back(std::move(line));
    tallies_.emplace_back(choice.values.size());
  }

  // One scan with the value number `scan` of every indicator that has so many.
  Status ScanValues(size_t scan) {
    LoadResult loaded = loaded_.empty() ? LoadWith(choices_, scan) : std::move(loaded_[scan]);
    if (loaded.has_errors()) return InvalidInput("the rules have errors");
    loaded.rules.KeepIndicators(asked_);
    const StatusOr<ScanReport> report = Scan(loaded.rules, request_.paths, request_.scan);
    if (!report.ok()) return report.status();
    if (scan == 0) ReadRegistrations(loaded.rules, *report);
    absl::flat_hash_map<std::string, size_t> lines;
    for (size_t i = 0; i < choices_.size(); ++i) {
      if (scan < choices_[i].values.size()) lines[result_.lines[i].indicator] = i;
    }
    for (const Finding& finding : report->findings) {
      const Rule& rule = loaded.rules.rules[finding.rule];
      if (!rule.indicator) continue;
      const auto line = lines.find(loaded.rules.indicators[*rule.indicator].id);
      if (line != lines.end()) Count(finding, &tallies_[line->second][scan]);
    }
    return absl::OkStatus();
  }

  void ReadRegistrations(const RuleSet& rules, const ScanReport& report) {
    for (const Finding& finding : report.findings) {
      if (rules.rules[finding.rule].name != kRegistrationName) continue;
      for (const std::string& account : finding.accounts) {
        registered_.try_emplace(account, finding.first_ms);
      }
    }
    result_.accounts = registered_.size();
    result_.events = report.events;
  }

  void Count(const Finding& finding, Tally* tally) const {
    ++tally->findings;
    const std::string month = FormatTime(finding.first_ms).substr(0, 7);
    for (const std::string& account : finding.accounts) {
      tally->accounts.insert(account);
      tally->by_month[month].insert(account);
      const auto since = registered_.find(account);
      const AccountAge age = since == registered_.end() || since->second > finding.first_ms
                                 ? AccountAge::kUnknown
                                 : AgeOf(finding.first_ms - since->second);
      tally->by_age[static_cast<size_t>(age)].insert(account);
    }
  }

  void Finish() {
    std::set<std::string> months;
    for (const std::vector<Tally>& line : tallies_) {
      for (const Tally& tally : line) {
        for (const auto& [month, accounts] : tally.by_month) months.insert(month);
      }
    }
    result_.months.assign(months.begin(), months.end());
    for (size_t i = 0; i < result_.lines.size(); ++i) {
      for (size_t k = 0; k < result_.lines[i].points.size(); ++k) {
        const Tally& tally = tallies_[i][k];
        CalibrationPoint& point = result_.lines[i].points[k];
        point.findings = tally.findings;
        point.accounts = tally.accounts.size();
        for (const std::string& month : result_.months) {
          const auto found = tally.by_month.find(month);
          point.by_month.push_back(found == tally.by_month.end() ? 0 : found->second.size());
        }
        for (size_t age = 0; age < kAccountAges; ++age) {
          point.by_age[age] = tally.by_age[age].size();
        }
      }
    }
  }

  const CalibrateRequest& request_;
  std::vector<ParameterChoice> choices_;     // by id; parallel to result_.lines
  std::vector<size_t> asked_;                // their indicators, rising
  std::vector<LoadResult> loaded_;           // by scan; empty when some values were left out
  std::vector<std::vector<Tally>> tallies_;  // by line, by value
  absl::flat_hash_map<std::string, int64_t> registered_;
  Calibration result_;
};

}  // namespace

StatusOr<Calibration> Calibrate(const CalibrateRequest& request) {
  return Calibrator(request).Run();
}

}  // namespace sekisho
