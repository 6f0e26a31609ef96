#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "absl/strings/str_format.h"
#include "cli/clock.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/output_file.h"
#include "cli/terminal.h"
#include "cli/text_width.h"
#include "simulate/lists.h"
#include "simulate/market.h"

namespace sekisho {
namespace {

constexpr uint32_t kThreadsMax = 64;
constexpr uint32_t kMillion = 1'000'000;
constexpr int64_t kRedrawMicros = 100'000;
constexpr char kClearLine[] = "\r\x1b[K";

struct Arguments {
  simulate::MarketOptions market;
  std::string folder;
  std::string rings = "0.02";
  std::string prevalence;
  std::string care = "mixed";
  bool honest = false;
  uint32_t threads = std::clamp(std::thread::hardware_concurrency(), 1u, 8u);
};

std::optional<double> ReadDecimal(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// "0.02", "2%" and "1/50" are the same share. In millionths; none for anything else.
std::optional<uint32_t> ReadShare(std::string_view text) {
  double divisor = 1;
  if (text.ends_with('%')) {
    divisor = 100;
    text.remove_suffix(1);
  } else if (const size_t slash = text.find('/'); slash != std::string_view::npos) {
    const std::optional<double> denominator = ReadDecimal(text.substr(slash + 1));
    if (!denominator || !(*denominator >= 1)) return std::nullopt;
    divisor = *denominator;
    text = text.substr(0, slash);
  }
  const std::optional<double> number = ReadDecimal(text);
  if (!number || !(*number >= 0 && *number / divisor <= 0.5)) return std::nullopt;
  return static_cast<uint32_t>(std::lround(*number / divisor * kMillion));
}

std::string CheckShare(const std::string& text) {
  return ReadShare(text) ? "" : "\"" + text + "\" is no share: write 0.02, 2% or 1/50, at most 1/2";
}

class FileSink : public simulate::MarketSink {
 public:
  FileSink(OutputFile* events, OutputFile* truth) : events_(events), truth_(truth) {}
  void Events(std::string_view lines) override { events_->Write(lines); }
  void Truth(std::string_view lines) override { truth_->Write(lines); }

 private:
  OutputFile* const events_;
  OutputFile* const truth_;
};

// One line on a terminal, redrawn; nothing elsewhere.
class SimulationBar {
 public:
  SimulationBar() : terminal_(InspectTerminal(STDERR_FILENO)), started_(Now()) {}
  ~SimulationBar() {
    if (drawn_ != 0) Write(kClearLine);
  }
  SimulationBar(const SimulationBar&) = delete;
  SimulationBar& operator=(const SimulationBar&) = delete;

  void Update(const simulate::MarketProgress& progress) {
    const int64_t now = Now();
    if (!terminal_.interactive || now - drawn_ < kRedrawMicros) return;
    drawn_ = now;
    const double seconds = static_cast<double>(now - started_) / 1e6;
    const auto full = static_cast<size_t>(std::lround(progress.fraction * 24));
    std::string bar;
    for (size_t i = 0; i < 24; ++i) bar += i < full ? "█" : "░";
    const std::string line = absl::StrFormat(
        "simulating %s %3d %%  %.1f M events  %.1f M/s", bar.c_str(),
        static_cast<int>(progress.fraction * 100), static_cast<double>(progress.events) / 1e6,
        static_cast<double>(progress.events) / 1e6 / std::max(seconds, 0.001));
    Write(kClearLine + Fit(line, terminal_.columns - 1));
  }

 private:
  static int64_t Now() { return SteadyClock().NowMicros(); }
  static void Write(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
  }

  const Terminal terminal_;
  const int64_t started_;
  int64_t drawn_ = 0;
};

// What lists would say about the networks of the market.
Status WriteLists(const Arguments& arguments) {
  const std::string folder = arguments.folder + "/lists";
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return absl::UnavailableError(folder + ": cannot be made: " + error.message());
  for (const simulate::MarketList& list : simulate::MakeLists(arguments.market.accounts)) {
    StatusOr<OutputFile> file = OutputFile::Open(folder + "/" + list.file);
    if (!file.ok()) return file.status();
    file->Write(list.text);
    if (Status status = file->Commit(); !status.ok()) return status;
  }
  return absl::OkStatus();
}

StatusOr<simulate::MarketSummary> Simulate(const Arguments& arguments) {
  std::error_code error;
  std::filesystem::create_directories(arguments.folder, error);
  if (error) {
    return absl::UnavailableError(arguments.folder + ": cannot be made: " + error.message());
  }
  StatusOr<OutputFile> events = OutputFile::Open(arguments.folder + "/events.ndjson");
  if (!events.ok()) return events.status();
  StatusOr<OutputFile> truth = OutputFile::Open(arguments.folder + "/truth.csv");
  if (!truth.ok()) return truth.status();
  FileSink sink(&*events, &*truth);
  StatusOr<simulate::MarketSummary> summary;
  {
    SimulationBar bar;
    summary = simulate::MakeMarket(
        arguments.market, arguments.threads, &sink,
        [&bar](const simulate::MarketProgress& progress) { bar.Update(progress); });
  }
  if (!summary.ok()) return summary;
  if (Status status = WriteLists(arguments); !status.ok()) return status;
  if (Status status = truth->Commit(); !status.ok()) return status;
  if (Status status = events->Commit(); !status.ok()) return status;
  return summary;
}

void AddOptions(Command command, Arguments* arguments) {
  command.AddOption("--accounts", &arguments->market.accounts, "Accounts (default: 20000)")
      .Range(simulate::kAccountsMin, simulate::kAccountsMax)
      .OptionText("N");
  command.AddOption("--days", &arguments->market.days, "Days of the market (default: 60)")
      .Range(simulate::kDaysMin, simulate::kDaysMax)
      .OptionText("D");
  command.AddOption("--seed", &arguments->market.seed, "Another seed is another market")
      .OptionText("S");
  command.AddOption("--out", &arguments->folder, "Folder for events.ndjson, truth.csv and lists/")
      .Required()
      .OptionText("DIR");
  const Option rings =
      command.AddOption("--rings", &arguments->rings, "Share of ring accounts (default: 0.02)")
          .Check(CheckShare)
          .OptionText("SHARE");
  const Option prevalence =
      command.AddOption("--prevalence", &arguments->prevalence, "The same as a fraction: 1/2000")
          .Check(CheckShare)
          .OptionText("1/N")
          .Excludes(rings);
  command.AddOption("--care", &arguments->care, "How careful rings are")
      .IsMember({"careless", "average", "careful", "mixed"})
      .OptionText("careless|average|careful|mixed");
  command.AddFlag("--honest", &arguments->honest, "No rings at all")
      .Excludes(rings)
      .Excludes(prevalence);
  command.AddOption("--threads", &arguments->threads, "Threads (default: processors, at most 8)")
      .Range(1u, kThreadsMax)
      .OptionText("N");
}

void Complete(Arguments* arguments) {
  const std::string& share =
      arguments->prevalence.empty() ? arguments->rings : arguments->prevalence;
  arguments->market.ring_accounts_ppm = arguments->honest ? 0 : *ReadShare(share);
  for (uint32_t i = 0; i < simulate::kCares; ++i) {
    const auto care = static_cast<simulate::Care>(i);
    if (simulate::CareName(care) == arguments->care) arguments->market.care = care;
  }
}

}  // namespace

void AddSimulateCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command =
      parent.AddSubcommand("simulate", "Make a marketplace of invented people, with its truth");
  AddOptions(command, arguments.get());
  command.Footer(
      "Examples:\n"
      "  sekisho simulate --out market\n"
      "  sekisho simulate --accounts 100000 --prevalence 1/2000 --seed 7 --out rare\n"
      "  sekisho simulate --honest --out honest\n"
      "The same options give the same bytes. docs/simulate.md says who lives there.");
  command.Callback([arguments, exit_code] {
    Complete(arguments.get());
    const StatusOr<simulate::MarketSummary> summary = Simulate(*arguments);
    *exit_code = kFailed;
    if (!summary.ok()) {
      PrintError(summary.status());
      return;
    }
    const Status printed = PrintResult(
        absl::StrFormat("%s: %d accounts (%d in %d rings), %d events in events.ndjson, truth.csv\n",
                        arguments->folder.c_str(), summary->accounts, summary->ring_accounts,
                        summary->rings, summary->events));
    if (printed.ok()) *exit_code = kDone;
  });
}

}  // namespace sekisho
