#include "oracle/links.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/limits.h"
#include "oracle/stream.h"

namespace sekisho::oracle {
namespace {

bool Contains(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

std::vector<Use> UsesOf(const FieldTable& fields, const EventView& event) {
  std::vector<Use> uses;
  for (const LinkSource& source : LinkSources()) {
    const auto identifier = KeyText(event.Get(fields.Find(source.identifier)));
    const auto account = KeyText(event.Get(fields.Find(source.account)));
    if (identifier && account && event.type != source.except) {
      uses.push_back({source.kind, *identifier, *account});
    }
  }
  return uses;
}

// The accounts that used the identifier, in the order of their first use.
std::vector<std::string> AccountsOf(const std::vector<Use>& uses, const Use& wanted) {
  std::vector<std::string> accounts;
  for (const Use& use : uses) {
    const bool same = use.kind == wanted.kind && use.identifier == wanted.identifier;
    if (same && !Contains(accounts, use.account)) accounts.push_back(use.account);
  }
  return accounts;
}

}  // namespace

const std::vector<LinkSource>& LinkSources() {
  // The payout account of a transfer is that of whoever receives it.
  static const std::vector<LinkSource> kSources = {
      {"document", "document.key", "account", ""},
      {"payout", "payout.key", "account", "transfer.sent"},
      {"payout", "payer.key", "client", ""},
      {"device", "device", "account", ""},
      {"phone", "phone.key", "account", ""},
      {"email", "email.key", "account", ""},
      {"address", "shipment.address_key", "account", ""},
      {"website", "website.key", "account", ""}};
  return kSources;
}

std::span<const std::string_view> LinkFields() {
  static constexpr std::string_view kFields[] = {
      "document.key", "payout.key", "payer.key",       "client",
      "device",       "phone.key",  "email.key",       "shipment.address_key",
      "website.key",  "link.kind",  "link.identifier", "account_a",
      "account_b",    "pair"};
  return kFields;
}

std::vector<Link> NewLinks(const FieldTable& fields, const EventView& event,
                           const std::string& event_id, std::vector<Use>* uses) {
  std::vector<Link> links;
  for (const Use& use : UsesOf(fields, event)) {
    const std::vector<std::string> others = AccountsOf(*uses, use);
    uses->push_back(use);
    if (Contains(others, use.account)) continue;
    Link link = {std::string(use.kind), use.identifier, "", use.account, event_id};
    if (others.size() == limits::kLinkAccountsMax + 1) links.push_back(link);
    if (others.size() > limits::kLinkAccountsMax) continue;
    for (const std::string& other : others) {
      link.earlier = other;
      links.push_back(link);
    }
  }
  return links;
}

void FillLinkView(const FieldTable& fields, const Link& link, int64_t time_ms, EventView* view) {
  const bool hub = link.earlier.empty();
  view->time_ms = time_ms;
  view->type = hub ? "link.hub" : "link.new";
  view->product = "sekisho";
  view->category = "link";
  const auto set = [&](std::string_view name, std::string_view text) {
    view->Set(fields.Find(name), Value::Text(view->Store(text)));
  };
  set("type", view->type);
  set("link.kind", link.kind);
  set("link.identifier", link.identifier);
  if (hub) return;
  set("account_a", link.earlier);
  set("account_b", link.joined);
  const auto& [first, second] = std::minmax(link.earlier, link.joined);
  set("pair", first + '|' + second);
}

std::vector<std::vector<std::string>> GroupsOf(const std::vector<Link>& links) {
  std::vector<std::string> accounts;  // in the order of their first link
  for (const Link& link : links) {
    for (const std::string& account : {link.earlier, link.joined}) {
      if (!link.earlier.empty() && !Contains(accounts, account)) accounts.push_back(account);
    }
  }
  // Each account learns the oldest account it can reach, until nobody learns anything new.
  std::map<std::string, size_t> oldest;
  for (size_t i = 0; i < accounts.size(); ++i) oldest[accounts[i]] = i;
  for (bool changed = true; changed;) {
    changed = false;
    for (const Link& link : links) {
      if (link.earlier.empty() || oldest[link.earlier] == oldest[link.joined]) continue;
      oldest[link.earlier] = oldest[link.joined] =
          std::min(oldest[link.earlier], oldest[link.joined]);
      changed = true;
    }
  }
  std::map<size_t, std::vector<std::string>> groups;
  for (const std::string& account : accounts) groups[oldest[account]].push_back(account);
  std::vector<std::vector<std::string>> result;
  for (const auto& [first, group] : groups) result.push_back(group);
  return result;
}

}  // namespace sekisho::oracle
