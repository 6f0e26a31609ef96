#include "cli/scan_summary.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "cli/scan_assessments.h"
#include "cli/scan_overview.h"
#include "cli/table.h"
#include "cli/text_width.h"
#include "cli/words.h"
#include "core/time.h"
#include "service/rule_words.h"

namespace sekisho {
namespace {

constexpr size_t kAccountsMax = 10;
constexpr size_t kLinesPerAccountMax = 8;
constexpr size_t kIndicatorsMax = 60;
constexpr size_t kGroupsMax = 10;
constexpr size_t kMembersMax = 8;  // of a group
constexpr size_t kWideColumns = 110;
constexpr size_t kEventsWide = 3;  // of a finding, on a wide terminal; else one
constexpr size_t kEventIdColumns = 10;

class Summary {
 public:
  explicit Summary(const ScanView& view)
      : view_(view), rules_(view.rules), report_(view.report), queue_(view.assessments.queue) {}

  std::string Write() {
    text_ = Paint(view_.terminal, Style::kBold, "Sekisho") + "\n" + ScanOverview(view_);
    Findings();
    if (!report_.findings.empty()) {
      Accounts();
      Indicators();
    }
    Groups();
    Reminder();
    return text_;
  }

 private:
  std::string_view In(const Phrase& phrase) const { return phrase.In(view_.language); }

  template <typename... Parts>
  std::string Fill(const Phrase& phrase, const Parts&... parts) const {
    return absl::Substitute(ToAbsl(In(phrase)), parts...);
  }

  void Heading(std::string_view title) {
    text_ += "\n" + Paint(view_.terminal, Style::kBold, title) + "\n";
  }

  void Paragraph(std::string_view paragraph, size_t indent = 2) {
    text_ += WrapIndented(paragraph, view_.terminal.columns, indent);
  }

  void Findings() {
    if (report_.findings.empty()) {
      Heading(In({"No findings", "検出なし", "탐지 없음"}));
      return;
    }
    const size_t findings = report_.findings.size();
    const size_t accounts = queue_.size();
    const std::string counted_findings =
        Counted(findings, {"$0 finding", "検出 $0 件", "탐지 $0건"},
                {"$0 findings", "検出 $0 件", "탐지 $0건"}, view_.language);
    const std::string counted_accounts =
        Counted(accounts, {"$0 account", "$0 アカウント", "계정 $0개"},
                {"$0 accounts", "$0 アカウント", "계정 $0개"}, view_.language);
    Heading(counted_findings + " · " + counted_accounts);
    text_ += LevelLines(view_.assessments, view_.terminal, view_.language);
  }

  std::string Code(const Rule& rule) const {
    return rule.indicator ? rules_.indicators[*rule.indicator].id : "–";
  }

  std::string Name(const Rule& rule) const {
    if (rule.indicator) return rules_.indicators[*rule.indicator].name.In(view_.language);
    return Printable(rule.title.empty() ? rule.name : rule.title);
  }

  // "4", "≥ 4096"; nothing where the number of rules that met is all there is to say.
  std::string Value(const Finding& finding) const {
    const Rule& rule = rules_.rules[finding.rule];
    const CorrelationRule* correlation = rule.correlation();
    if (correlation == nullptr || correlation->type == CorrelationType::kTemporal ||
        correlation->type == CorrelationType::kTemporalOrdered) {
      return "";
    }
    return RoundedValueText(rule, finding);
  }

  // "2026-04-01 09:05", and how long it went on when that is a day or more.
  std::string When(const Finding& finding) const {
    std::string text = ShortTime(finding.first_ms);
    const int64_t days = (finding.last_ms - finding.first_ms) / kDayMs;
    if (days > 0) text += Fill({" +$0d", " +$0日", " +$0일"}, days);
    return text;
  }

  std::string Events(const Finding& finding) const {
    std::string text;
    const bool wide = view_.terminal.columns >= kWideColumns;
    const size_t shown = std::min(finding.events.size(), wide ? kEventsWide : size_t{1});
    for (size_t i = 0; i < shown; ++i) {
      text += (i > 0 ? " " : "") + Fit(Printable(finding.events[i]), kEventIdColumns);
    }
    if (finding.events_total > shown) {
      text += " +" + GroupedNumber(finding.events_total - shown);
    }
    return text;
  }

  void Accounts() {
    Heading(In({"Accounts most worth a look", "優先して確認したいアカウント", "먼저 살펴볼 계정"}));
    Table table({{"", false, Style::kCyan},
                 {"", false, Style::kPlain, 16},
                 {std::string(In({"value", "値", "값"})), true},
                 {std::string(In({"first seen (UTC)", "最初の日時 (UTC)", "처음 (UTC)"}))},
                 {std::string(In({"evidence", "証拠", "증거"})), false, Style::kDim}});
    const size_t shown = std::min(queue_.size(), kAccountsMax);
    for (size_t i = 0; i < shown; ++i) AddAccount(queue_[i], &table);
    text_ += table.Render(view_.terminal, 4);
    if (queue_.size() > shown) {
      Paragraph(Fill(
          {"… and $0 more; use --format ndjson", "… ほか $0 アカウント。--format ndjson で全件",
           "… 외 $0개. --format ndjson으로 모두 볼 수 있습니다"},
          GroupedNumber(queue_.size() - shown)));
    }
  }

  // One line for each indicator: its first finding, how many there are, and why it does not count.
  void AddAccount(const AccountAssessment& account, Table* table) {
    const std::vector<Contribution>& contributions = account.assessment.contributions;
    table->AddLine(AssessmentLine(account, view_.terminal, view_.language));
    const size_t shown = std::min(contributions.size(), kLinesPerAccountMax);
    for (size_t i = 0; i < shown; ++i) {
      const Contribution& one = contributions[i];
      const Finding& first = report_.findings[one.findings.front()];
      const Rule& rule = rules_.rules[first.rule];
      std::string when = When(first);
      if (one.findings.size() > 1) when += " ×" + GroupedNumber(one.findings.size());
      when += RoleText(view_.assessments, one, view_.language);
      table->AddRow({Code(rule), Name(rule), Value(first), when, Events(first)});
    }
    if (contributions.size() > shown) {
      table->AddLine("    " + Fill({"… and $0 more", "… ほか $0 件", "… 외 $0건"},
                                   contributions.size() - shown));
    }
  }

  void Indicators() {
    struct Line {
      std::string name;
      std::string evidence;
      size_t findings = 0;
      std::set<std::string_view> accounts;
    };
    std::map<std::pair<std::string, std::string>, Line> lines;  // by code and name
    for (const Finding& finding : report_.findings) {
      const Rule& rule = rules_.rules[finding.rule];
      Line& line = lines[{Code(rule), Name(rule)}];
      ++line.findings;
      line.accounts.insert(finding.accounts.begin(), finding.accounts.end());
      if (rule.indicator) line.evidence = rules_.indicators[*rule.indicator].evidence_class;
    }
    Heading(In({"Indicators", "指標", "지표"}));
    Table table({{"", false, Style::kCyan},
                 {"", false, Style::kPlain, 24},
                 {std::string(In({"evidence", "証拠の種類", "증거 종류"}))},
                 {std::string(In({"findings", "検出", "탐지"})), true},
                 {std::string(In({"accounts", "アカウント", "계정"})), true}});
    size_t shown = 0;
    for (const auto& [key, line] : lines) {
      if (++shown > kIndicatorsMax) break;
      table.AddRow({key.first, key.second, EvidenceClassWord(line.evidence, view_.language),
                    GroupedNumber(line.findings), GroupedNumber(line.accounts.size())});
    }
    text_ += table.Render(view_.terminal, 2);
    if (lines.size() > kIndicatorsMax) {
      Paragraph(Fill({"… and $0 more; use --format ndjson", "… ほか $0 件。--format ndjson で全件",
                      "… 외 $0개. --format ndjson으로 모두 볼 수 있습니다"},
                     lines.size() - kIndicatorsMax));
    }
  }

  void Groups() {
    if (report_.groups.empty()) return;
    std::vector<const AccountGroup*> groups;
    for (const AccountGroup& group : report_.groups) groups.push_back(&group);
    std::stable_sort(groups.begin(), groups.end(),
                     [](const AccountGroup* a, const AccountGroup* b) {
                       return a->accounts.size() > b->accounts.size();
                     });
    Heading(In({"Groups of accounts that share identifiers",
                "識別情報を共有するアカウントのグループ", "식별 정보를 공유하는 계정 그룹"}));
    Table table(
        {{std::string(In({"accounts", "アカウント", "계정"})), true},
         {std::string(In({"share", "共有しているもの", "공유하는 것"})), false, Style::kPlain, 12},
         {std::string(In({"which", "アカウント名", "계정 이름"})), false, Style::kBold, 20}});
    const size_t shown = std::min(groups.size(), kGroupsMax);
    for (size_t i = 0; i < shown; ++i) {
      table.AddRow(
          {GroupedNumber(groups[i]->accounts.size()), Shared(*groups[i]), Members(*groups[i])});
    }
    text_ += table.Render(view_.terminal, 2);
    if (groups.size() > shown) {
      Paragraph(
          Fill({"… and $0 more; --groups FILE writes all", "… ほか $0 組。--groups FILE で全件",
                "… 외 $0개. --groups FILE로 모두 저장합니다"},
               GroupedNumber(groups.size() - shown)));
    }
  }

  std::string Shared(const AccountGroup& group) const {
    std::set<std::string> kinds;
    for (const AccountGroup::Link& link : group.links) {
      kinds.insert(LinkKindWord(link.kind, view_.language));
    }
    return absl::StrJoin(kinds, ", ");
  }

  std::string Members(const AccountGroup& group) const {
    std::string text;
    const size_t shown = std::min(group.accounts.size(), kMembersMax);
    for (size_t i = 0; i < shown; ++i) {
      text += (i > 0 ? " " : "") + Printable(group.accounts[i]);
    }
    if (group.accounts.size() > shown) {
      text += " +" + GroupedNumber(group.accounts.size() - shown);
    }
    return text;
  }

  void Reminder() {
    text_ += "\n";
    if (report_.findings.empty()) {
      Paragraph(In({"No finding means that the indicators were not seen in these events, no more.",
                    "検出がないことは、これらのイベントに指標が見られなかったことだけを示します。",
                    "탐지가 없다는 것은 이 이벤트에서 지표가 보이지 않았다는 뜻일 뿐입니다."}),
                0);
      return;
    }
    const std::string code = Code(rules_.rules[report_.findings.front().rule]);
    Paragraph(Fill({"Times are UTC. `sekisho rules explain $0` says what an indicator means, its "
                    "harmless reasons and what clears it.",
                    "時刻は UTC。`sekisho rules explain $0` "
                    "で指標の意味、正当な理由の例、疑いが晴れる条件を確認できます。",
                    "시각은 UTC입니다. `sekisho rules explain $0`로 지표의 의미, 정당한 이유의 "
                    "예, 해소 조건을 볼 수 있습니다."},
                   code == "–" ? "CODE" : code),
              0);
    Paragraph(
        In({"These are published indicators that are present in the data, for review by a "
            "person. Each can have a harmless reason. They are no judgement about anybody.",
            "これは公表された指標がデータに見られることを示すもので、人による確認のための"
            "ものです。どの指標にも正当な理由があり得ます。個人についての判断ではありません。",
            "공개된 지표가 자료에 나타났음을 보여 주는 것이며, 사람이 확인하기 위한 "
            "것입니다. 어느 지표에나 정당한 이유가 있을 수 있습니다. 개인에 대한 판단이 "
            "아닙니다."}),
        0);
  }

  const ScanView& view_;
  const RuleSet& rules_;
  const ScanReport& report_;
  const std::vector<AccountAssessment>& queue_;
  std::string text_;
};

}  // namespace

std::string ScanSummary(const ScanView& view) { return Summary(view).Write(); }

}  // namespace sekisho
