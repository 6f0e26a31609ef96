#include "cli/report_case.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "cli/messages.h"
#include "cli/scan_inputs.h"
#include "cli/words.h"
#include "core/identity_mask.h"
#include "core/number.h"
#include "core/time.h"
#include "service/account_events.h"
#include "service/assessing.h"
#include "service/evidence.h"
#include "service/scan.h"

namespace sekisho {
namespace {

constexpr uint32_t kThreads = 4;
// Entries of one list of a report: more than people read, as much as its reader takes.
constexpr size_t kEntriesMax = 500;
// Of a value of an event, so that a report of all of them is seldom more than its reader takes.
constexpr size_t kValueBytesMax = 500;

// Numbers of documents stay out of reports.
constexpr std::string_view kShownFields[] = {"ip",
                                             "device",
                                             "name",
                                             "email",
                                             "phone",
                                             "user_agent",
                                             "time_zone",
                                             "country",
                                             "port",
                                             "product",
                                             "website",
                                             "field",
                                             "value",
                                             "document.type",
                                             "document.name",
                                             "payout.kind",
                                             "payout.holder",
                                             "payout.identifier",
                                             "payout.institution",
                                             "payout.country",
                                             "payer.identifier",
                                             "amount",
                                             "currency",
                                             "request.kind",
                                             "request.value",
                                             "shipment.item",
                                             "shipment.address",
                                             "shipment.recipient",
                                             "meeting.kind",
                                             "meeting.camera",
                                             "external.site",
                                             "external.handle",
                                             "telemetry.kind",
                                             "telemetry.vendor",
                                             "telemetry.product",
                                             "telemetry.value",
                                             "repository",
                                             "other_account",
                                             "service"};

// Different texts in the order in which they came.
class Seen {
 public:
  void Add(std::string_view text) {
    if (!text.empty() && known_.insert(std::string(text)).second) texts_.emplace_back(text);
  }
  std::vector<std::string> Take() { return std::move(texts_); }

 private:
  std::set<std::string> known_;
  std::vector<std::string> texts_;
};

class CaseMaker {
 public:
  explicit CaseMaker(const ReportCaseInput& in) : in_(in) {}

  StatusOr<ReportFile> Make() {
    ScanOptions options;
    options.threads = kThreads;
    options.mask_documents = true;
    options.whole_input = true;
    options.lists = in_.lists;
    const StatusOr<ScanReport> scan = Scan(in_.data.rules.rules, in_.events, options);
    if (!scan.ok()) return scan.status();
    if (!scan->source_errors.empty()) return InvalidInput(scan->source_errors.front());
    if (scan->rejects > 0) {
      PrintWarning(std::to_string(scan->rejects) +
                   " lines of the event files were refused; `sekisho scan` shows them");
    }
    out_.source = "events";
    out_.account = in_.account;
    out_.as_of = in_.as_of.value_or(scan->last_ms);
    AddFindings(*scan);
    if (const Status status = AddEvents(); !status.ok()) return status;
    if (seen_events_ == 0) {
      return absl::NotFoundError(ToAbsl("no event is about the account \"" + in_.account +
                                        "\"; --account wants an id as the events have it"));
    }
    Collect();
    return std::move(out_);
  }

 private:
  void AddFindings(const ScanReport& scan) {
    const RuleSet& rules = in_.data.rules.rules;
    const ScanAssessments assessments = AssessScan(rules, scan, in_.data.assessment);
    AddAssessment(assessments);
    const std::set<uint32_t> aside = SetAside(assessments);
    uint64_t evidence = 0;
    for (size_t i = 0; i < scan.findings.size(); ++i) {
      const Finding& finding = scan.findings[i];
      const Rule& rule = rules.rules[finding.rule];
      const bool mine =
          std::binary_search(finding.accounts.begin(), finding.accounts.end(), in_.account);
      if (!mine || !rule.indicator || aside.contains(static_cast<uint32_t>(i))) continue;
      ReportFinding one;
      one.indicator = rules.indicators[*rule.indicator].id;
      one.observed = finding.explanation;
      const CorrelationRule* const correlation = rule.correlation();
      const bool duration =
          correlation != nullptr && correlation->type == CorrelationType::kPresence;
      if (finding.value_micros != std::numeric_limits<int64_t>::max()) {
        one.value = finding.at_least ? "≥ " : "";
        one.value += duration ? FormatDuration(finding.value_micros / kMicro)
                              : FormatMicros(finding.value_micros);
      }
      one.first_ms = finding.first_ms;
      one.last_ms = finding.last_ms;
      one.events = finding.events;
      evidence += finding.events_total - finding.events.size();
      out_.findings.push_back(std::move(one));
    }
    Cut("findings", &out_.findings);
    LeaveOut("evidence", evidence);
  }

  void AddAssessment(const ScanAssessments& assessments) {
    out_.level = LevelName(AssessmentLevel::kContext);
    for (const AccountAssessment& one : assessments.queue) {
      if (one.account == in_.account) out_.level = LevelName(one.assessment.level);
    }
    for (const NotEvaluated& one : assessments.not_evaluated) {
      out_.not_evaluated.push_back(in_.data.rules.rules.indicators[one.indicator].id);
    }
  }

  // What an exemption covers, or so many accounts share that it says nothing about one of them, is
  // nothing to report.
  std::set<uint32_t> SetAside(const ScanAssessments& assessments) const {
    std::set<uint32_t> aside;
    for (const AccountAssessment& one : assessments.queue) {
      if (one.account != in_.account) continue;
      for (const Contribution& sign : one.assessment.contributions) {
        if (sign.role == ContributionRole::kExempted || sign.role == ContributionRole::kHub) {
          aside.insert(sign.findings.begin(), sign.findings.end());
        }
      }
    }
    if (!aside.empty()) {
      PrintWarning(GroupedNumber(aside.size()) +
                   " findings were left out of the report: an exemption covers them, or too many "
                   "accounts share the same; `sekisho scan` shows them");
    }
    return aside;
  }

  // Says so here and in the report.
  void LeaveOut(std::string_view what, uint64_t count) {
    if (count == 0) return;
    PrintWarning(GroupedNumber(count) + " " + std::string(what) +
                 " were left out of the report; it says so under left_out");
    out_.left_out.push_back({std::string(what), static_cast<int64_t>(count)});
  }

  template <typename Entry>
  void Cut(std::string_view what, std::vector<Entry>* entries) {
    if (entries->size() <= kEntriesMax) return;
    LeaveOut(what, entries->size() - kEntriesMax);
    entries->resize(kEntriesMax);
  }

  Status AddEvents() {
    AccountEventsQuery query;
    query.accounts = {in_.account};
    for (const ReportFinding& one : out_.findings)
      query.ids.insert(one.events.begin(), one.events.end());
    query.fields.assign(std::begin(kShownFields), std::end(kShownFields));
    return ReadAccountEvents(in_.events, query,
                             [&](const AccountEvent& event) {
                               if (event.account == in_.account) Take(event);
                               if (query.ids.contains(event.id)) Keep(event);
                             })
        .status();
  }

  void Keep(const AccountEvent& event) {
    if (!kept_.insert(event.id).second) return;
    ReportEvent one{
        event.id, std::string(event.type), std::string(event.account), event.time_ms, {}};
    // A change of a document's number has the number as its value.
    const bool number = event.Get("field").starts_with("document");
    for (const AccountEvent::Field& field : event.fields) {
      std::string value = number && field.name == "value" ? std::string(kMaskDots)
                                                          : MaskIdentityNumbers(field.value);
      if (value.size() > kValueBytesMax) {
        value = BeginningOf(value, kValueBytesMax);
        ++shortened_;
      }
      one.fields.emplace_back(field.name, std::move(value));
    }
    out_.events.push_back(std::move(one));
  }

  void TakeChange(const AccountEvent& event) {
    const std::string_view field = event.Get("field");
    const std::string value = MaskIdentityNumbers(event.Get("value"));
    if (field == "name") names_.Add(value);
    if (field == "email" || field == "phone" || field == "website") contacts_.Add(value);
  }

  void Take(const AccountEvent& event) {
    ++seen_events_;
    names_.Add(event.Get("name"));
    names_.Add(event.Get("document.name"));
    if (event.type == "profile.change") TakeChange(event);
    contacts_.Add(event.Get("email"));
    contacts_.Add(event.Get("phone"));
    contacts_.Add(event.Get("website"));
    documents_.Add(event.Get("document.type"));
    const std::string_view holder = event.Get("payout.holder");
    const std::string_view institution = event.Get("payout.institution");
    if (!holder.empty() || !institution.empty()) {
      payouts_.insert({std::string(holder), std::string(institution)});
    }
    Trace("address", event.Get("ip"), event.time_ms);
    Trace("device", event.Get("device"), event.time_ms);
    Trace("shipping_address", event.Get("shipment.address"), event.time_ms);
    Trace("handle", event.Get("external.handle"), event.time_ms);
    Trace("url", event.Get("website"), event.time_ms);
    TakeMoney(event);
  }

  void Trace(std::string_view kind, std::string_view value, int64_t time_ms) {
    if (value.empty()) return;
    ReportTrace& trace = traces_[{std::string(kind), std::string(value)}];
    trace.first_ms = std::min(trace.first_ms.value_or(time_ms), time_ms);
    trace.last_ms = std::max(trace.last_ms.value_or(time_ms), time_ms);
  }

  void TakeMoney(const AccountEvent& event) {
    const std::optional<int64_t> amount = ParseMicros(event.Get("amount"));
    const bool paid = event.type == "payout.payment" || event.type == "transfer.sent" ||
                      event.type == "milestone.paid";
    if (!paid || !amount || *amount < 0 || event.Get("currency").empty()) return;
    ReportMoney money;
    money.date = FormatTime(event.time_ms).substr(0, 10);
    money.micros = *amount;
    money.currency = event.Get("currency");
    money.payer = event.Get("payer.identifier");
    money.payee = event.Get("payout.holder");
    money.account = event.Get("payout.institution");
    if (!event.Get("payout.identifier").empty()) {
      money.account +=
          (money.account.empty() ? "" : " ") + std::string(event.Get("payout.identifier"));
    }
    out_.money.push_back(std::move(money));
  }

  void Collect() {
    out_.account_names = names_.Take();
    out_.contacts = contacts_.Take();
    out_.document_types = documents_.Take();
    for (const auto& [holder, institution] : payouts_)
      out_.payouts.push_back({holder, institution});
    CollectTraces();
    std::stable_sort(out_.money.begin(), out_.money.end(),
                     [](const ReportMoney& a, const ReportMoney& b) { return a.date < b.date; });
    std::stable_sort(
        out_.events.begin(), out_.events.end(),
        [](const ReportEvent& a, const ReportEvent& b) { return a.time_ms < b.time_ms; });
    Cut("events", &out_.events);
    Cut("payments", &out_.money);
    Cut("names", &out_.account_names);
    Cut("contacts", &out_.contacts);
    Cut("document_types", &out_.document_types);
    Cut("payees", &out_.payouts);
    LeaveOut("values", shortened_);
  }

  // Where there are too many, the newest of each kind: addresses must not crowd out the devices.
  void CollectTraces() {
    std::map<std::string, std::vector<ReportTrace>> kinds;
    for (const auto& [key, trace] : traces_) {
      kinds[key.first].push_back({key.first, key.second, trace.first_ms, trace.last_ms});
    }
    std::vector<std::pair<size_t, ReportTrace>> ranked;
    for (auto& [kind, traces] : kinds) {
      std::stable_sort(
          traces.begin(), traces.end(),
          [](const ReportTrace& a, const ReportTrace& b) { return a.last_ms > b.last_ms; });
      for (size_t rank = 0; rank < traces.size(); ++rank) ranked.emplace_back(rank, traces[rank]);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    Cut("traces", &ranked);
    for (auto& [rank, trace] : ranked) out_.technical.push_back(std::move(trace));
    std::sort(out_.technical.begin(), out_.technical.end(),
              [](const ReportTrace& a, const ReportTrace& b) {
                return std::tie(a.kind, a.value) < std::tie(b.kind, b.value);
              });
  }

  const ReportCaseInput& in_;
  ReportFile out_;
  uint64_t seen_events_ = 0;
  uint64_t shortened_ = 0;
  std::set<std::string> kept_;
  Seen names_;
  Seen contacts_;
  Seen documents_;
  std::set<std::pair<std::string, std::string>> payouts_;
  std::map<std::pair<std::string, std::string>, ReportTrace> traces_;
};

}  // namespace

StatusOr<ReportFile> ReportCase(const ReportCaseInput& input) {
  const StatusOr<ScanInputs> inputs = CheckInputs(input.events);
  if (!inputs.ok()) return inputs.status();
  return CaseMaker(input).Make();
}

}  // namespace sekisho
