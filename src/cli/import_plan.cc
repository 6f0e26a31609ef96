#include "cli/import_plan.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "absl/strings/substitute.h"
#include "cli/data_folder.h"
#include "cli/import_indicators.h"
#include "cli/import_plan_page.h"
#include "cli/mapping_loading.h"
#include "cli/messages.h"
#include "cli/output_file.h"
#include "cli/rule_loading.h"
#include "cli/scan_inputs.h"
#include "cli/text_width.h"
#include "service/evaluable.h"
#include "service/import_plan.h"
#include "service/mapping_draft.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

class PlanCommand {
 public:
  explicit PlanCommand(const ImportPlanArguments& arguments)
      : arguments_(arguments), paths_(arguments.paths), terminal_(InspectTerminal(STDOUT_FILENO)) {}

  StatusOr<ExitCode> Run() {
    if (std::find(paths_.begin(), paths_.end(), "-") != paths_.end()) {
      return InvalidInput("a plan reads its files more than once; save standard input to a file");
    }
    const StatusOr<ScanInputs> inputs = CheckInputs(paths_);
    if (!inputs.ok()) return inputs.status();
    if (Status status = Choose(); !status.ok()) return status;
    const StatusOr<ImportPlan> plan = PlanImport(*mapping_, paths_);
    if (!plan.ok()) return plan.status();
    const StatusOr<std::string> indicators = Indicators(*plan);
    if (!indicators.ok()) return indicators.status();
    const Status printed =
        PrintResult(ImportPlanPage(*plan, terminal_, arguments_.language) + *indicators + remark_);
    if (!printed.ok()) return printed;
    return kDone;
  }

 private:
  void Remark(const Phrase& phrase, const std::string& a = "", const std::string& b = "",
              const std::string& c = "") {
    remark_ +=
        "\n" +
        WrapIndented(Printable(absl::Substitute(ToAbsl(phrase.In(arguments_.language)), a, b, c)),
                     terminal_.columns, 0);
  }

  Status Choose() {
    if (!arguments_.map.empty()) {
      auto mapping = LoadMappingNamed(arguments_.map);
      if (!mapping.ok()) return mapping.status();
      mapping_ = *std::move(mapping);
      if (arguments_.write.empty()) return absl::OkStatus();
      return InvalidInput("--write is for a draft, and --map names a mapping; leave one out");
    }
    const StatusOr<std::vector<RecordSample>> samples = Sample(nullptr);
    if (!samples.ok()) return samples.status();
    if (arguments_.write.empty() && TakeShipped(*samples)) return absl::OkStatus();
    return TakeDraft(*samples);
  }

  // The files as they are, or as the mapping finds records in them.
  StatusOr<std::vector<RecordSample>> Sample(const Mapping* mapping) const {
    std::vector<RecordSample> samples;
    for (const std::string& path : arguments_.paths) {
      StatusOr<RecordSample> sample = SampleRecords(path, std::nullopt, mapping);
      if (!sample.ok()) return sample.status();
      samples.push_back(*std::move(sample));
    }
    return samples;
  }

  MappingFit Fit(const Mapping& mapping, const std::vector<RecordSample>& samples) const {
    if (mapping.layout.plain()) return FitOf(mapping, samples);
    const StatusOr<std::vector<RecordSample>> own = Sample(&mapping);
    return own.ok() ? FitOf(mapping, *own) : MappingFit();
  }

  // A mapping that comes along, if it reads columns that these files have.
  bool TakeShipped(const std::vector<RecordSample>& samples) {
    const StatusOr<std::string> folder = DataFolder();
    if (!folder.ok()) return false;
    MappingFit best;
    std::string best_name;
    std::vector<fs::path> paths;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(fs::path(*folder) / "mappings", error)) {
      if (entry.path().extension() == ".yml") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
      const ScanMapping read = ReadScanMapping(path.string());
      if (read.mapping == nullptr) continue;
      const MappingFit fit = Fit(*read.mapping, samples);
      const bool suits = fit.wanted > 0 && fit.found * 2 >= fit.wanted;
      const bool better = fit.found * best.wanted > best.found * fit.wanted;
      if (!suits || (mapping_ != nullptr && !better)) continue;
      best = fit;
      best_name = path.stem().string();
      mapping_ = read.mapping;
    }
    if (mapping_ == nullptr) return false;
    Remark(
        {"The mapping $0 seems to suit: of $2 columns that it reads the files have $1. State it "
         "with --map $0, or write a draft of your own with --write FILE.yml.",
         "対応づけ $0 が合いそうです（読む列 $2 のうち $1 がファイルにあります）。--map $0 と明示"
         "するか、--write FILE.yml で下書きを作ってください。",
         "매핑 $0 이(가) 맞는 듯합니다(읽는 열 $2개 중 $1개가 파일에 있음). --map $0 로 "
         "지정하거나 --write FILE.yml 로 초안을 쓰십시오."},
        best_name, std::to_string(best.found), std::to_string(best.wanted));
    return true;
  }

  Status TakeDraft(const std::vector<RecordSample>& samples) {
    const std::string name =
        arguments_.write.empty() ? "draft" : fs::path(arguments_.write).stem().string();
    const StatusOr<MappingDraft> draft = DraftMapping(name, samples);
    if (!draft.ok()) return draft.status();
    ScanMapping read = ReadScanMappingText(name, draft->text);
    if (read.mapping == nullptr) {
      return absl::InternalError(ToAbsl(
          "the draft is no good: " +
          (read.diagnostics.empty() ? "" : FormatDiagnostic(read.diagnostics[0], Terminal()))));
    }
    mapping_ = std::move(read.mapping);
    for (const auto& [path, reason] : draft->left_out) {
      paths_.erase(std::find(paths_.begin(), paths_.end(), path));
      Remark({"$0 is left out: $1.", "$0 は対象外です（$1）。", "$0 은(는) 제외됩니다($1)."}, path,
             reason);
    }
    Remark(
        {"No mapping was given, so this plan is of a draft: what the columns mean, the forms of "
         "times and above all the zone (UTC) are guesses from names and values.",
         "対応づけの指定がないため、これは下書きによる計画です。列の意味、時刻の書き方、とくに"
         "時間帯（UTC）は名前と値からの推測です。",
         "매핑이 지정되지 않아 이 계획은 초안에 따른 것입니다. 열의 뜻, 시각 표기, 특히 "
         "시간대(UTC)는 이름과 값에서 짐작한 것입니다."});
    if (arguments_.write.empty()) {
      Remark({"--write FILE.yml writes the draft, for you to correct.",
              "--write FILE.yml で下書きを書き出せます。",
              "--write FILE.yml 로 초안을 쓸 수 있습니다."});
      return absl::OkStatus();
    }
    return WriteDraft(draft->text);
  }

  Status WriteDraft(const std::string& text) {
    std::error_code error;
    if (fs::exists(arguments_.write, error)) {
      return InvalidInput(arguments_.write + " exists already; it is not overwritten");
    }
    StatusOr<OutputFile> file = OutputFile::Open(arguments_.write);
    if (!file.ok()) return file.status();
    file->Write(text);
    if (Status status = file->Commit(); !status.ok()) return status;
    Remark({"The draft is in $0. Correct it, then: sekisho import --plan --map $0 …",
            "下書きを $0 に書きました。直してから sekisho import --plan --map $0 … "
            "を実行してください。",
            "초안을 $0 에 썼습니다. 고친 뒤 sekisho import --plan --map $0 … 를 실행하십시오."},
           arguments_.write);
    return absl::OkStatus();
  }

  StatusOr<std::string> Indicators(const ImportPlan& plan) const {
    const StatusOr<LoadResult> loaded = LoadSoundRules({});
    if (!loaded.ok()) return loaded.status();
    return IndicatorLines(loaded->rules, AnswersOf(loaded->rules, *mapping_, plan.trial), terminal_,
                          arguments_.language);
  }

  const ImportPlanArguments& arguments_;
  std::vector<std::string> paths_;  // without those that a draft leaves out
  const Terminal terminal_;
  std::shared_ptr<const Mapping> mapping_;
  std::string remark_;
};

}  // namespace

StatusOr<ExitCode> RunImportPlan(const ImportPlanArguments& arguments) {
  return PlanCommand(arguments).Run();
}

}  // namespace sekisho
