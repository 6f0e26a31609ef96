#include "cli/vet_loading.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/data_folder.h"
#include "cli/measure_loading.h"
#include "cli/messages.h"
#include "cli/policy_loading.h"
#include "cli/rule_loading.h"
#include "core/suggestion.h"
#include "diligence/candidate_limits.h"
#include "diligence/candidate_reader.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

Status Override(const std::string& text, VettingPolicy* policy) {
  const size_t equals = text.find('=');
  const std::string name = text.substr(0, equals);
  const std::string value = equals == std::string::npos ? "" : text.substr(equals + 1);
  int64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  for (VettingParameter& one : policy->parameters) {
    if (one.name != name) continue;
    if (error != std::errc() || end != value.data() + value.size() || number < 1 ||
        number > 100'000) {
      return InvalidInput("--set " + text + ": write a whole number from 1 to 100000, such as " +
                          name + "=" + std::to_string(one.value));
    }
    one.value = number;
    return absl::OkStatus();
  }
  const auto names = VettingParameterNames();
  return InvalidInput("--set " + text + ": there is no parameter \"" + name + "\"; " +
                      DidYouMean(name, {names.begin(), names.end()}));
}

StatusOr<VettingPolicy> LoadVettingPolicy(const std::string& folder,
                                          const std::vector<std::string>& overrides) {
  const std::string path = (fs::path(folder) / "policy" / "vetting.yml").string();
  const StatusOr<std::string> text = ReadSmallFile(path);
  if (!text.ok()) return text.status();
  VettingPolicyLoad load = ReadVettingPolicy(path, *text);
  PrintDiagnostics(load.diagnostics);
  if (!load.policy) return InvalidInput(path + " has an error; nothing was done");
  for (const std::string& one : overrides) {
    if (Status status = Override(one, &*load.policy); !status.ok()) return status;
  }
  return *std::move(load.policy);
}

QuestionReferences ReferencesOf(const VetData& data) {
  QuestionReferences known;
  for (const Measure& one : data.measures.measures) known.measures.insert(one.id);
  for (const Indicator& one : data.rules.rules.indicators) known.indicators.insert(one.id);
  for (const auto& [key, document] : data.measures.documents) known.documents.insert(key);
  return known;
}

}  // namespace

void PrintDiagnostics(const std::vector<Diagnostic>& diagnostics) {
  const Terminal terminal = InspectTerminal(STDERR_FILENO);
  for (const Diagnostic& diagnostic : diagnostics) {
    std::fputs(FormatDiagnostic(diagnostic, terminal).c_str(), stderr);
  }
}

StatusOr<std::string> ReadSmallFile(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return InvalidInput(path + ": there is no such file");
  if (fs::is_directory(status)) return InvalidInput(path + ": is a folder; name a file");
  std::ifstream file(path, std::ios::binary);
  std::string text(kCandidateBytesMax + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad() || (!file && file.gcount() == 0 && !file.eof())) {
    return InvalidInput(path + ": cannot be read; check who may read it");
  }
  text.resize(static_cast<size_t>(file.gcount()));
  return text;
}

StatusOr<std::unique_ptr<VetData>> LoadVetData(const std::vector<std::string>& overrides) {
  const StatusOr<std::string> folder = DataFolder();
  if (!folder.ok()) return folder.status();
  auto data = std::make_unique<VetData>();
  StatusOr<LoadResult> rules = LoadSoundRules({});
  if (!rules.ok()) return rules.status();
  data->rules = *std::move(rules);
  StatusOr<MeasureCatalogue> measures = LoadSoundMeasures();
  if (!measures.ok()) return measures.status();
  data->measures = *std::move(measures);
  StatusOr<AssessmentPolicy> assessment = LoadSoundPolicy("");
  if (!assessment.ok()) return assessment.status();
  data->assessment = *std::move(assessment);
  StatusOr<VettingPolicy> vetting = LoadVettingPolicy(*folder, overrides);
  if (!vetting.ok()) return vetting.status();
  data->vetting = *std::move(vetting);
  QuestionnaireLoad questions = LoadQuestionnaires(*folder, ReferencesOf(*data));
  PrintDiagnostics(questions.diagnostics);
  if (questions.has_errors()) return InvalidInput("questionnaires/ has an error; nothing was done");
  data->questionnaires = std::move(questions.questionnaires);
  return data;
}

StatusOr<Candidate> LoadCandidate(const std::string& path, std::optional<int64_t> as_of) {
  const StatusOr<std::string> text = ReadSmallFile(path);
  if (!text.ok()) return text.status();
  CandidateLoad load = ReadCandidate(path, *text, as_of);
  PrintDiagnostics(load.problems);
  if (load.candidate) return *std::move(load.candidate);
  return InvalidInput(path + " was not read; docs/vetting.md explains the format");
}

StatusOr<std::unique_ptr<PoolLoad>> LoadPool(const std::string& folder, int64_t as_of) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return InvalidInput("--pool " + folder + ": there is no such folder");
  }
  std::vector<std::string> paths;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".json") paths.push_back(entry->path().string());
  }
  if (error) return InvalidInput("--pool " + folder + ": " + error.message());
  std::sort(paths.begin(), paths.end());
  auto load = std::make_unique<PoolLoad>();
  for (const std::string& path : paths) {
    const StatusOr<std::string> text = ReadSmallFile(path);
    CandidateLoad one;
    if (text.ok()) one = ReadCandidate(path, *text, as_of);
    if (one.candidate) {
      load->pool.Add(*one.candidate);
      continue;
    }
    ++load->refused;
    PrintWarning(one.problems.empty()
                     ? path + ": left out: " + std::string(ToStd(text.status().message()))
                     : "left out of the pool: " + FormatDiagnostic(one.problems.front()));
  }
  return load;
}

}  // namespace sekisho
