#include "report/report_groups.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "core/json_writer.h"
#include "core/limits.h"

namespace sekisho {
namespace {

struct Shared {
  std::string_view kind;
  // With the link that a later account came by; none for the first one.
  std::vector<std::pair<std::string_view, const AccountGroup::Link*>> uses;
};

// The shared identifiers, those of most accounts first.
std::vector<Shared> SharedOf(const AccountGroup& group) {
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
  std::stable_sort(shared.begin(), shared.end(),
                   [](const Shared& a, const Shared& b) { return a.uses.size() > b.uses.size(); });
  return shared;
}

// The members, in the order of the queue; those without findings behind.
std::vector<std::string_view> MembersOf(const AccountGroup& group, const ReportNames& names) {
  std::vector<std::string_view> members(group.accounts.begin(), group.accounts.end());
  std::stable_sort(members.begin(), members.end(), [&names](const auto& a, const auto& b) {
    return names.PlaceOf(a) < names.PlaceOf(b);
  });
  return members;
}

void WriteShared(const Shared& one, const absl::flat_hash_map<std::string_view, size_t>& numbers,
                 int64_t first_ms, ReportNames* names, JsonWriter* json) {
  json->BeginArray().Text(one.kind).Count(one.uses.size()).BeginArray();
  for (const auto& [account, link] : one.uses) {
    const auto member = numbers.find(account);
    if (member == numbers.end()) continue;
    json->BeginArray().Count(member->second);
    if (link != nullptr) {
      json->Integer(link->time_ms - first_ms).Integer(names->Text(link->event));
    }
    json->EndArray();
  }
  json->EndArray().EndArray();
}

void WriteGroup(const ReportView& view, const GroupAssessment& assessment, ReportNames* names,
                JsonWriter* json) {
  const AccountGroup& group = view.report.groups[assessment.group];
  json->BeginObject().Key("level").Count(static_cast<uint64_t>(assessment.level));
  json->Key("members").BeginArray();
  for (const size_t number : assessment.members) json->Count(number);
  json->EndArray().Key("size").Count(group.accounts.size()).Key("accounts").BeginArray();
  const std::vector<std::string_view> members = MembersOf(group, *names);
  absl::flat_hash_map<std::string_view, size_t> numbers;
  for (size_t i = 0; i < std::min(members.size(), limits::kReportGroupAccountsMax); ++i) {
    numbers[members[i]] = i;
    names->WriteAccount(members[i], json);
  }
  const std::vector<Shared> shared = SharedOf(group);
  json->EndArray().Key("sharedCount").Count(shared.size()).Key("shared").BeginArray();
  for (size_t i = 0; i < std::min(shared.size(), limits::kReportGroupIdentifiersMax); ++i) {
    WriteShared(shared[i], numbers, view.report.first_ms, names, json);
  }
  json->EndArray().EndObject();
}

}  // namespace

size_t WriteGroups(const ReportView& view, ReportNames* names, std::string* out) {
  const size_t texts = names->bytes();
  JsonWriter json(out);
  json.BeginArray();
  size_t written = 0;
  for (const GroupAssessment& group : view.assessments.groups) {
    const size_t bytes = out->size() + names->bytes() - texts;
    if (written == limits::kReportGroupsMax || bytes > limits::kReportGroupBytesMax) break;
    WriteGroup(view, group, names, &json);
    ++written;
  }
  json.EndArray();
  return written;
}

}  // namespace sekisho
