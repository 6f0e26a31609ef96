#include "cli/vet_loading.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "cli/data_folder.h"
#include "cli/measure_loading.h"
#include "cli/messages.h"
#include "cli/policy_loading.h"
#include "cli/rule_loading.h"
#include "core/hash.h"
#include "core/limits.h"
#include "core/suggestion.h"
#include "diligence/candidate_reader.h"
#include "diligence/later_parts.h"

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
      return InvalidInput(absl::StrCat("--set ", text,
                                       ": write a whole number from 1 to 100000, such as ", name,
                                       "=", one.value));
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

// An indicator of the catalogue: its file is named by its code (a02_payee_name.yml).
struct IndicatorFile {
  std::string code;
  std::string path;
};

StatusOr<std::vector<IndicatorFile>> FindIndicators(const std::string& folder) {
  std::vector<IndicatorFile> files;
  std::error_code error;
  const fs::path root = fs::path(folder) / "indicators";
  for (fs::recursive_directory_iterator entry(root, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string stem = entry->path().stem().string();
    if (entry->path().extension() != ".yml") continue;
    files.push_back(
        {absl::AsciiStrToUpper(stem.substr(0, stem.find('_'))), entry->path().string()});
  }
  if (error) return InvalidInput(root.string() + ": " + error.message());
  std::sort(files.begin(), files.end(),
            [](const IndicatorFile& a, const IndicatorFile& b) { return a.path < b.path; });
  return files;
}

// Changes whenever a file of the catalogue does.
StatusOr<std::string> VersionOf(const std::vector<IndicatorFile>& files) {
  std::vector<Key> keys;
  for (const IndicatorFile& file : files) {
    const StatusOr<std::string> text = ReadSmallFile(file.path);
    if (!text.ok()) return text.status();
    keys.push_back(HashBytes(*text, 0));
  }
  return KeyToHex(CombineKeys(keys, 0)).substr(0, 16);
}

// The codes that the rules of `vet` and the answers to questions can find.
std::set<std::string> CodesOf(const std::vector<Questionnaire>& questionnaires) {
  std::set<std::string> codes(VettingCodes().begin(), VettingCodes().end());
  for (const Questionnaire& sheet : questionnaires) {
    for (const Question& question : sheet.items) {
      codes.insert(question.serves.begin(), question.serves.end());
      for (const auto& [answer, effect] : question.answers) codes.insert(effect.target);
    }
  }
  return codes;
}

// Reading the whole catalogue takes most of the time of a run; only events need all of it.
Status LoadCatalogue(const std::vector<IndicatorFile>& files, bool all, VetData* data) {
  RuleChoice choice;
  const std::set<std::string> codes = CodesOf(data->questionnaires);
  for (const IndicatorFile& file : files) {
    if (all || codes.contains(file.code)) choice.paths.push_back(file.path);
  }
  StatusOr<LoadResult> rules = LoadSoundRules(choice);
  if (!rules.ok()) return rules.status();
  data->rules = *std::move(rules);
  return absl::OkStatus();
}

Status LoadQuestions(const std::string& folder, const std::vector<IndicatorFile>& files,
                     VetData* data) {
  QuestionReferences known;
  for (const Measure& one : data->measures.measures) known.measures.insert(one.id);
  for (const IndicatorFile& one : files) known.indicators.insert(one.code);
  for (const auto& [key, document] : data->measures.documents) known.documents.insert(key);
  QuestionnaireLoad questions = LoadQuestionnaires(folder, known);
  PrintDiagnostics(questions.diagnostics);
  if (questions.has_errors()) return InvalidInput("questionnaires/ has an error; nothing was done");
  data->questionnaires = std::move(questions.questionnaires);
  return absl::OkStatus();
}

}  // namespace

StatusOr<std::string> ReadSmallFile(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return InvalidInput(path + ": there is no such file");
  if (fs::is_directory(status)) return InvalidInput(path + ": is a folder; name a file");
  std::ifstream file(path, std::ios::binary);
  std::string text;
  std::array<char, size_t{16} << 10> part;
  while (file && text.size() <= limits::kCandidateBytesMax) {
    file.read(part.data(), static_cast<std::streamsize>(part.size()));
    text.append(part.data(), static_cast<size_t>(file.gcount()));
  }
  if (!file.eof() && text.size() <= limits::kCandidateBytesMax) {
    return InvalidInput(path + ": cannot be read; check who may read it");
  }
  return text;
}

StatusOr<std::unique_ptr<VetData>> LoadVetData(const std::vector<std::string>& overrides,
                                               bool all_rules) {
  const StatusOr<std::string> folder = DataFolder();
  if (!folder.ok()) return folder.status();
  auto data = std::make_unique<VetData>();
  StatusOr<MeasureCatalogue> measures = LoadSoundMeasures();
  if (!measures.ok()) return measures.status();
  data->measures = *std::move(measures);
  StatusOr<AssessmentPolicy> assessment = LoadSoundPolicy("");
  if (!assessment.ok()) return assessment.status();
  data->assessment = *std::move(assessment);
  StatusOr<VettingPolicy> vetting = LoadVettingPolicy(*folder, overrides);
  if (!vetting.ok()) return vetting.status();
  data->vetting = *std::move(vetting);
  const StatusOr<std::vector<IndicatorFile>> files = FindIndicators(*folder);
  if (!files.ok()) return files.status();
  StatusOr<std::string> version = VersionOf(*files);
  if (!version.ok()) return version.status();
  data->catalogue_version = *std::move(version);
  if (Status status = LoadQuestions(*folder, *files, data.get()); !status.ok()) return status;
  if (Status status = LoadCatalogue(*files, all_rules, data.get()); !status.ok()) return status;
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
      PrintDiagnostics(LeftOutRemarks(*one.candidate));
      if (load->pool.Add(*one.candidate)) continue;
      ++load->refused;
      PrintWarning("left out of the pool: " + path + ": the id \"" + one.candidate->id +
                   "\" is that of a file before it; give each candidate an id of his own");
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
