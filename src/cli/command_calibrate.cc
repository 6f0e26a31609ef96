#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>

#include "absl/strings/str_split.h"
#include "cli/command.h"
#include "cli/list_loading.h"
#include "cli/mapping_loading.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/scan_inputs.h"
#include "cli/table.h"
#include "cli/words.h"
#include "report/calibration.h"
#include "service/calibrate.h"
#include "service/scan_mapping.h"

namespace sekisho {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  RuleChoice rules;
  std::vector<std::string> indicators;
  std::vector<std::string> values;  // "B01.addresses=3,4,8"
  std::string format = "table";
  std::string output = "-";
  std::string map;
  std::string lists;
  Language language = Language::kEnglish;
  uint32_t shards = ShardsOfMachine();
};

constexpr Phrase kAges[kAccountAges] = {{"<30d", "30日未満", "30일 미만"},
                                        {"<180d", "180日未満", "180일 미만"},
                                        {"<1y", "1年未満", "1년 미만"},
                                        {"older", "1年以上", "1년 이상"},
                                        {"unknown", "不明", "알 수 없음"}};

bool Fires(const CalibrationLine& line) {
  return std::any_of(line.points.begin(), line.points.end(),
                     [](const CalibrationPoint& point) { return point.accounts > 0; });
}

std::string TableText(const Calibration& calibration, Language language, const Terminal& terminal) {
  std::vector<Table::Column> columns = {
      {std::string(Phrase{"value", "値", "값"}.In(language))},
      {std::string(Phrase{"accounts", "アカウント", "계정"}.In(language)), true}};
  for (const Phrase& age : kAges) columns.push_back({std::string(age.In(language)), true});
  for (const std::string& month : calibration.months) columns.push_back({month, true});
  Table table(columns);
  std::string never;
  for (const CalibrationLine& line : calibration.lines) {
    if (!Fires(line)) {
      never += (never.empty() ? "" : ", ") + line.indicator;
      continue;
    }
    table.AddLine(Paint(terminal, Style::kBold, line.indicator + "  " + line.name.In(language)) +
                  "  " + Paint(terminal, Style::kDim, line.parameter + " (" + line.unit + ")"));
    for (const CalibrationPoint& point : line.points) {
      std::vector<std::string> cells = {point.value + (point.in_force ? " *" : ""),
                                        GroupedNumber(point.accounts)};
      for (const uint64_t number : point.by_age) cells.push_back(GroupedNumber(number));
      for (const uint64_t number : point.by_month) cells.push_back(GroupedNumber(number));
      table.AddRow(cells);
    }
  }
  std::string text = table.empty() ? "" : table.Render(terminal, 2);
  if (!never.empty()) {
    text += std::string(Phrase{
                "No account at any value: ", "どの値でも該当なし: ", "어느 값에서도 해당 없음: "}
                            .In(language)) +
            never + "\n";
  }
  return text + std::string(Phrase{"* in force. Months and ages: of the beginning of a finding.\n",
                                   "* 現在の値。月と経過日数は検出開始時のものです。\n",
                                   "* 현재 값. 월과 경과 기간은 탐지가 시작된 때의 것입니다.\n"}
                                .In(language));
}

// One line for each value, for spreadsheets.
std::string CsvText(const Calibration& calibration) {
  std::string text = "indicator,parameter,value,in_force,findings,accounts";
  text += ",age_under_30d,age_under_180d,age_under_1y,age_older,age_unknown";
  for (const std::string& month : calibration.months) text += "," + month;
  text += "\n";
  for (const CalibrationLine& line : calibration.lines) {
    for (const CalibrationPoint& point : line.points) {
      text += line.indicator + "," + line.parameter + ",\"" + point.value + "\"," +
              (point.in_force ? "true," : "false,") + std::to_string(point.findings) + "," +
              std::to_string(point.accounts);
      for (const uint64_t number : point.by_age) text += "," + std::to_string(number);
      for (const uint64_t number : point.by_month) text += "," + std::to_string(number);
      text += "\n";
    }
  }
  return text;
}

StatusOr<CalibrateRequest> RequestFrom(const Arguments& arguments) {
  CalibrateRequest request;
  StatusOr<LoadRequest> rules = RequestOf(arguments.rules);
  if (!rules.ok()) return rules.status();
  request.rules = *std::move(rules);
  request.paths = arguments.paths;
  request.scan.threads = arguments.shards;
  for (const std::string& text : arguments.values) {
    const size_t equals = text.find('=');
    if (equals == std::string::npos || equals + 1 == text.size()) {
      return InvalidInput("write --values CODE.parameter=VALUE,VALUE…, not " + text);
    }
    request.values[text.substr(0, equals)] = absl::StrSplit(text.substr(equals + 1), ',');
  }
  if (isatty(STDERR_FILENO) != 0) {
    request.on_scan = [](size_t scan, size_t scans) {
      std::fprintf(stderr, "\rscan %zu of %zu%s", scan, scans, scan == scans ? "\n" : "");
    };
  }
  return request;
}

Status Run(const Arguments& arguments) {
  if (const StatusOr<ScanInputs> inputs = CheckInputs(arguments.paths); !inputs.ok()) {
    return inputs.status();
  }
  const StatusOr<LoadResult> loaded = LoadSoundRules(arguments.rules);  // explains its errors
  if (!loaded.ok()) return loaded.status();
  StatusOr<CalibrateRequest> request = RequestFrom(arguments);
  if (!request.ok()) return request.status();
  StatusOr<std::shared_ptr<const ListSet>> lists = LoadSoundLists(arguments.lists);
  if (!lists.ok()) return lists.status();
  request->scan.lists = *std::move(lists);
  std::shared_ptr<const Mapping> mapping;
  if (!arguments.map.empty()) {
    StatusOr<std::shared_ptr<const Mapping>> read = LoadMappingNamed(arguments.map);
    if (!read.ok()) return read.status();
    if (Status status = CheckScanMapping(**read); !status.ok()) return status;
    mapping = *std::move(read);
    request->scan.mapping = mapping.get();
  }
  for (const std::string& code : arguments.indicators) {
    const StatusOr<size_t> found = FindIndicator(loaded->rules, code);
    if (!found.ok()) return found.status();
    request->indicators.push_back(loaded->rules.indicators[*found].id);
  }
  StatusOr<OutputFile> output = OutputFile::Open(arguments.output);
  if (!output.ok()) return output.status();
  const StatusOr<Calibration> calibration = Calibrate(*request);
  if (!calibration.ok()) return calibration.status();
  if (arguments.format == "html") {
    output->Write(CalibrationPage(*calibration, arguments.language));
  } else if (arguments.format == "csv") {
    output->Write(CsvText(*calibration));
  } else {
    const Terminal terminal = arguments.output == "-" ? InspectTerminal(STDOUT_FILENO) : Terminal();
    output->Write(TableText(*calibration, arguments.language, terminal));
  }
  return output->Commit();
}

void AddOptions(Command command, Arguments* arguments) {
  command
      .AddOption("FILE", &arguments->paths,
                 "Events as for `sekisho scan`; read once for each value")
      .Required()
      .OptionText("…");
  command.AddOption("--format", &arguments->format, "table, csv, or html (with pictures)")
      .IsMember({"table", "csv", "html"})
      .OptionText("table|csv|html");
  command.AddOption("-o,--output", &arguments->output, "Write to this file, when all is complete")
      .OptionText("FILE");
  command.AddRepeated("--indicator", &arguments->indicators, "Only this indicator; repeatable")
      .OptionText("CODE");
  command
      .AddRepeated("--values", &arguments->values,
                   "Try these values of a parameter, e.g. B01.addresses=3,4,8; repeatable")
      .OptionText("CODE.NAME=V,V…");
  AddRuleOptions(command, &arguments->rules);
  AddListsOption(command, &arguments->lists);
  command.AddOption("--map", &arguments->map, "Logs of another product, as for `sekisho scan`")
      .OptionText("NAME|FILE");
  AddLanguageOption(command, &arguments->language);
  AddShardsOption(command, &arguments->shards);
}

}  // namespace

void AddCalibrateCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command = parent.AddSubcommand(
      "calibrate", "How many of the accounts each indicator names at other thresholds");
  AddOptions(command, arguments.get());
  command.Footer(
      "Examples:\n"
      "  sekisho calibrate events.ndjson\n"
      "  sekisho calibrate --indicator B01 --values B01.addresses=3,4,5,8 events.ndjson\n"
      "  sekisho calibrate --format html -o thresholds.html events.ndjson\n"
      "docs/calibrate.md explains the numbers.");
  command.Callback([arguments, exit_code] { *exit_code = ExitCodeOf(Run(*arguments)); });
}

}  // namespace sekisho
