#include "report/report_data.h"

#include <algorithm>
#include <set>

#include "absl/container/flat_hash_map.h"
#include "core/json_writer.h"
#include "core/limits.h"
#include "core/number.h"
#include "report/html_page.h"
#include "report/plain_text.h"
#include "report/report_catalogue.h"
#include "service/account_ranking.h"
#include "service/evidence.h"
#include "service/rule_words.h"

namespace sekisho {
namespace {

// Bits of a finding.
constexpr int64_t kTruncated = 1;
constexpr int64_t kOpen = 2;
constexpr int64_t kEventsLeftOut = 4;

constexpr size_t kNamesMax = 20;  // fields or kinds of records that are named

class DataWriter {
 public:
  explicit DataWriter(const ReportView& view)
      : view_(view),
        report_(view.report),
        accounts_(RankAccounts(view.loaded.rules, view.report)),
        finding_numbers_(view.report.findings.size(), kNone) {
    const size_t listed = std::min(accounts_.size(), limits::kReportAccountsMax);
    for (size_t i = 0; i < listed; ++i) account_numbers_[accounts_[i].account] = i;
  }

  std::string Write() {
    JsonWriter json(&data_);
    json.BeginObject().Key("language").Text(LanguageCode(view_.language));
    Input(&json);
    WriteCatalogue(view_, &json);
    std::string groups;
    Groups(&groups);
    std::string accounts;
    std::string findings;
    Accounts(&accounts, &findings);
    json.Key("groups").Raw(groups).Key("accounts").Raw(accounts);
    json.Key("findings").Raw(findings).Key("others").BeginArray();
    for (const uint32_t finding : others_) json.Count(finding);
    json.EndArray().Key("texts").BeginArray();
    for (const std::string& text : texts_) json.Text(text);
    json.EndArray();
    LeftOut(&json);
    json.EndObject();
    return EscapeForScript(data_);
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  // Number of a text that comes from events.
  int64_t Text(std::string_view text) {
    const auto [found, is_new] =
        text_numbers_.try_emplace(std::string(text), static_cast<int64_t>(texts_.size()));
    if (is_new) {
      texts_.push_back(VisibleText(BeginningOf(text, kTextBytesMax)));
      bytes_ += texts_.back().size() + 3;
    }
    return found->second;
  }

  void Names(std::string_view key, const NameCounts& names, JsonWriter* json) {
    std::vector<std::pair<std::string, uint64_t>> sorted(names.counts().begin(),
                                                         names.counts().end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    json->Key(key).BeginArray();
    for (size_t i = 0; i < std::min(sorted.size(), kNamesMax); ++i) {
      json->BeginArray().Text(VisibleText(sorted[i].first)).Count(sorted[i].second).EndArray();
    }
    json->EndArray();
  }

  void Input(JsonWriter* json) {
    json->Key("input").BeginObject().Key("files").BeginArray();
    for (size_t i = 0; i < std::min(view_.paths.size(), kNamesMax); ++i) {
      json->Text(VisibleText(view_.paths[i]));
    }
    json->EndArray().Key("fileCount").Count(view_.paths.size());
    json->Key("events").Count(report_.events).Key("first").Integer(report_.first_ms);
    json->Key("last").Integer(report_.last_ms).Key("rejects").Count(report_.rejects);
    json->Key("duplicates").Count(report_.duplicates);
    json->Key("farAhead").Count(report_.far_ahead);
    json->Key("cut").Count(report_.counters.values_truncated + report_.counters.list_items_dropped);
    json->Key("dropped").Count(report_.state.refused);
    Names("notMapped", report_.counters.not_mapped, json);
    Names("forbidden", report_.counters.forbidden_fields, json);
    Names("unknown", report_.counters.unknown_fields, json);
    json->Key("errors").BeginArray();
    for (const std::string& error : report_.source_errors) json->Text(VisibleText(error));
    json->EndArray().EndObject();
  }

  // [text of the name, [findings], number of the group or -1]
  void Accounts(std::string* out, std::string* findings) {
    JsonWriter json(out);
    JsonWriter finding_json(findings);
    json.BeginArray();
    finding_json.BeginArray();
    size_t number = 0;
    for (const AccountFindings& account : accounts_) {
      if (number++ >= limits::kReportAccountsMax) break;
      json.BeginArray().Integer(Text(account.account)).BeginArray();
      for (const uint32_t index : account.findings) {
        if (finding_numbers_[index] == kNone) AddFinding(index, findings, &finding_json);
        if (finding_numbers_[index] != kNone) json.Count(finding_numbers_[index]);
      }
      json.EndArray();
      const auto group = group_of_.find(account.account);
      json.Integer(group == group_of_.end() ? -1 : group->second).EndArray();
    }
    json.EndArray();
    // Findings of events that name no account.
    for (uint32_t i = 0; i < report_.findings.size(); ++i) {
      if (!report_.findings[i].accounts.empty()) continue;
      AddFinding(i, findings, &finding_json);
      if (finding_numbers_[i] != kNone) others_.push_back(finding_numbers_[i]);
    }
    finding_json.EndArray();
  }

  void AddFinding(uint32_t index, std::string* out, JsonWriter* json) {
    const size_t used = out->size() + bytes_;
    if (used > limits::kReportFindingBytesMax) {
      return;
    }
    finding_numbers_[index] = findings_written_++;
    const Finding& finding = report_.findings[index];
    const bool with_events = used <= limits::kReportEvidenceBytesMax;
    if (!with_events && !finding.evidence.empty()) ++events_left_out_;
    json->BeginArray().Count(finding.rule).Integer(Text(finding.subject.type));
    json->Integer(Text(SubjectText(finding.subject.type, finding.subject.id)));
    json->Integer(finding.first_ms - report_.first_ms);
    json->Integer(finding.last_ms - report_.first_ms);
    json->Text(RoundedValueText(view_.loaded.rules.rules[finding.rule], finding));
    json->Integer((finding.truncated ? kTruncated : 0) | (finding.open ? kOpen : 0) |
                  (with_events ? 0 : kEventsLeftOut));
    json->Count(finding.events_total).Count(finding.accounts.size()).BeginArray();
    const size_t named = std::min(finding.accounts.size(), limits::kReportFindingAccountsMax);
    for (size_t i = 0; i < named; ++i) AccountNumber(finding.accounts[i], json);
    json->EndArray().BeginArray();
    if (with_events) {
      for (const EvidenceEvent& event : finding.evidence) AddEvent(finding.rule, event, json);
    }
    json->EndArray().EndArray();
  }

  // The number of a listed account; the text of another one.
  void AccountNumber(const std::string& name, JsonWriter* json) {
    const auto found = account_numbers_.find(name);
    if (found == account_numbers_.end()) {
      json->Text(VisibleText(name));
    } else {
      json->Count(found->second);
    }
  }

  // [time, type, account, id, value…]; values that are missing at the end are left out.
  void AddEvent(RuleIndex rule, const EvidenceEvent& event, JsonWriter* json) {
    json->BeginArray().Integer(event.time_ms - report_.first_ms).Integer(Text(event.type));
    json->Integer(Text(event.account)).Integer(Text(event.id));
    const std::vector<std::string_view>& names = FieldsOf(rule);
    size_t count = event.values.size();
    while (count > 0 && event.values[count - 1].empty()) --count;
    for (size_t i = 0; i < count; ++i) {
      const std::string& value = event.values[i];
      if (value.empty()) {
        json->Integer(-1);
      } else {
        json->Integer(Text(IsMaskedField(names[i]) ? MaskedText(value) : value));
      }
    }
    json->EndArray();
  }

  const std::vector<std::string_view>& FieldsOf(RuleIndex rule) {
    const auto [found, is_new] = fields_.try_emplace(rule);
    if (is_new) found->second = EvidenceFields(view_.loaded.rules, rule);
    return found->second;
  }

  void Groups(std::string* out) {
    std::vector<const AccountGroup*> groups;
    for (const AccountGroup& group : report_.groups) groups.push_back(&group);
    std::stable_sort(groups.begin(), groups.end(),
                     [](const AccountGroup* a, const AccountGroup* b) {
                       return a->accounts.size() > b->accounts.size();
                     });
    JsonWriter json(out);
    json.BeginArray();
    const size_t listed = std::min(groups.size(), limits::kReportGroupsMax);
    for (size_t i = 0; i < listed; ++i) {
      for (const std::string& account : groups[i]->accounts) {
        group_of_[account] = static_cast<int64_t>(i);
      }
      AddGroup(*groups[i], &json);
    }
    json.EndArray();
  }

  // {"id", "size", "accounts": [account], "shared": [[kind, uses, [[number in accounts, time,
  // event]…]]…], "sharedCount"}; the time and the event are missing for an identifier's first
  // account.
  void AddGroup(const AccountGroup& group, JsonWriter* json) {
    const size_t members = std::min(group.accounts.size(), limits::kReportGroupAccountsMax);
    absl::flat_hash_map<std::string_view, size_t> numbers;
    json->BeginObject().Key("id").Text(group.id).Key("size").Count(group.accounts.size());
    json->Key("accounts").BeginArray();
    for (size_t i = 0; i < members; ++i) {
      numbers[group.accounts[i]] = i;
      AccountNumber(group.accounts[i], json);
    }
    json->EndArray();

    struct Shared {
      std::string_view kind;
      std::vector<std::pair<std::string_view, const AccountGroup::Link*>> uses;
    };
    std::vector<Shared> shared;
    for (const AccountGroup::Link& link : group.links) {
      if (link.identifier >= shared.size()) shared.resize(link.identifier + 1);
      Shared& one = shared[link.identifier];
      one.kind = link.kind;
      const auto knows = [&one](std::string_view account) {
        return std::any_of(one.uses.begin(), one.uses.end(),
                           [account](const auto& use) { return use.first == account; });
      };
      if (!knows(link.account_a)) one.uses.emplace_back(link.account_a, nullptr);
      if (!knows(link.account_b)) one.uses.emplace_back(link.account_b, &link);
    }
    json->Key("sharedCount").Count(shared.size()).Key("shared").BeginArray();
    for (size_t i = 0; i < std::min(shared.size(), limits::kReportGroupIdentifiersMax); ++i) {
      json->BeginArray().Text(shared[i].kind).Count(shared[i].uses.size()).BeginArray();
      for (const auto& [account, link] : shared[i].uses) {
        const auto member = numbers.find(account);
        if (member == numbers.end()) continue;
        json->BeginArray().Count(member->second);
        if (link != nullptr) {
          json->Integer(link->time_ms - report_.first_ms).Integer(Text(link->event));
        }
        json->EndArray();
      }
      json->EndArray().EndArray();
    }
    json->EndArray().EndObject();
  }

  // What the limits left out, and the totals.
  void LeftOut(JsonWriter* json) {
    const size_t listed = std::min(accounts_.size(), limits::kReportAccountsMax);
    const size_t drawn = std::min(report_.groups.size(), limits::kReportGroupsMax);
    json->Key("totals").BeginObject();
    json->Key("findings").Count(report_.findings.size());
    json->Key("accounts").Count(accounts_.size());
    json->Key("groups").Count(report_.groups.size()).EndObject();
    json->Key("leftOut").BeginObject();
    json->Key("accounts").Count(accounts_.size() - listed);
    json->Key("groups").Count(report_.groups.size() - drawn);
    json->Key("findings").Count(report_.findings.size() - findings_written_);
    json->Key("findingsWithoutEvents").Count(events_left_out_).EndObject();
  }

  static constexpr size_t kTextBytesMax = 200;  // of one text that comes from events

  const ReportView& view_;
  const ScanReport& report_;
  const std::vector<AccountFindings> accounts_;
  std::string data_;
  absl::flat_hash_map<std::string, int64_t> text_numbers_;
  std::vector<std::string> texts_;
  size_t bytes_ = 0;  // of texts_
  absl::flat_hash_map<std::string_view, size_t> account_numbers_;
  absl::flat_hash_map<std::string_view, int64_t> group_of_;
  absl::flat_hash_map<RuleIndex, std::vector<std::string_view>> fields_;
  std::vector<uint32_t> finding_numbers_;  // by index in the report
  uint32_t findings_written_ = 0;
  std::vector<uint32_t> others_;  // findings without an account
  uint64_t events_left_out_ = 0;
};

}  // namespace

std::string ReportData(const ReportView& view) { return DataWriter(view).Write(); }

}  // namespace sekisho
