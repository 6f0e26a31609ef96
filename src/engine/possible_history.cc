// What the facts of an account's history are made of. state/profile.h and state/population.h say
// the same in words.
#include <algorithm>

#include "engine/possible.h"

namespace sekisho {
namespace {

using Group = std::vector<HistorySource>;

struct Needs {
  std::string_view fact;
  std::vector<Group> groups;
};

// Uses of the account with a place.
std::vector<Group> Travel() {
  std::vector<Group> groups(3);
  for (const std::string_view type : {"session.start", "session.activity", "session.end"}) {
    groups[0].push_back({type, "latitude"});
    groups[0].push_back({type, "network.latitude"});
    groups[1].push_back({type, "network.relayed"});
    groups[2].push_back({type, "network.mobile"});
  }
  return groups;
}

std::vector<Needs> MakeNeeds() {
  const Group names = {{"account.registration", "name"},
                       {"application.submitted", "name"},
                       {"profile.change", "changed.name_key"},
                       {"document.submission", "document.name"}};
  const Group identities = {
      {"account.registration", "name"},        {"account.registration", "email"},
      {"application.submitted", "name"},       {"application.submitted", "email"},
      {"profile.change", "changed.name_key"},  {"profile.change", "changed.email_key"},
      {"document.submission", "document.name"}};
  const Group sessions = {{"session.start", ""}, {"session.activity", ""}, {"session.end", ""}};
  const Group verified = {{"verification.result", "check.result"},
                          {"document.submission", "check.result"}};
  const Group zones = {{"account.registration", "time_zone"},
                       {"application.submitted", "time_zone"}};
  const Group hours = {{"session.start", ""}, {"session.activity", ""},
                       {"bid.submitted", ""}, {"message.sent", ""},
                       {"work.log", ""},      {"repository.activity", ""}};
  return {
      {"payout.holder_match", {{{"payout.account", "payout.holder"}}, names}},
      {"profile.name_match",
       {{{"application.submitted", "name"}, {"document.submission", "document.name"}}, names}},
      {"profile.open_sessions", {{{"session.start", "session"}}}},
      {"profile.previous_country",
       {{{"session.start", "country"},
         {"session.activity", "country"},
         {"session.end", "country"}}}},
      {"profile.previous_address",
       {{{"session.start", "ip"}, {"session.activity", "ip"}, {"session.end", "ip"}}}},
      {"profile.seconds_since_previous", {sessions}},
      {"profile.travel_km", Travel()},
      {"profile.travel_km_per_hour", Travel()},
      {"profile.active_hours", {sessions}},
      {"profile.bids", {{{"bid.submitted", ""}}}},
      {"profile.awards", {{{"award.granted", ""}}}},
      {"profile.bids_today", {{{"bid.submitted", ""}}}},
      {"profile.bids_last_day", {{{"bid.submitted", ""}}}},
      {"profile.verified", {verified}},
      {"profile.days_since_verified", {verified}},
      {"profile.residence_country",
       {{{"account.registration", "country"},
         {"application.submitted", "country"},
         {"verification.result", "country"},
         {"profile.change", "value"}}}},
      {"profile.new_device", {{{"", "device"}}}},
      {"profile.new_address", {{{"", "ip"}}}},
      {"profile.document_holder", {{{"document.submission", "document.name"}}}},
      {"profile.documents_seen", {{{"document.submission", ""}}}},
      {"profile.hours_difference", {zones, hours}},
      {"profile.hours_match", {zones, hours}},
      {"author.match",
       {{{"repository.activity", "author.email"}, {"repository.activity", "author.name"}},
        identities}},
      {"shipment.address_match",
       {{{"shipment.sent", "shipment.address"}},
        {{"document.submission", "document.address"}, {"profile.change", "changed.address_key"}}}},
      {"transfer.percent_of_received",
       {{{"transfer.sent", "amount"}},
        {{"milestone.paid", "amount"}, {"payout.payment", "amount"}}}},
      {"price.percent_of_median",
       {{{"bid.submitted", "amount"}},
        {{"bid.submitted", "category"}},
        {{"bid.submitted", "currency"}}}},
      {"bids.percent_of_peers", {{{"bid.submitted", ""}}}},
      // Any event gives these.
      {"profile.age_days", {}},
      {"profile.age_class", {}},
      {"profile.days_since_activity", {}},
  };
}

// What a person gives when registering or applying.
Group Given(std::string_view field) {
  return {{"account.registration", field}, {"application.submitted", field}};
}

std::vector<Needs> WithContacts(std::vector<Needs> needs) {
  needs.push_back({"email.name_number", {Given("email"), Given("name")}});
  needs.push_back({"phone.name_number", {Given("phone"), Given("name")}});
  return needs;
}

const std::vector<Needs>& AllNeeds() {
  static const std::vector<Needs>& all = *new std::vector<Needs>(WithContacts(MakeNeeds()));
  return all;
}

}  // namespace

std::vector<std::vector<HistorySource>> HistoryNeeds(std::string_view fact) {
  const auto found = std::find_if(AllNeeds().begin(), AllNeeds().end(),
                                  [fact](const Needs& needs) { return needs.fact == fact; });
  return found == AllNeeds().end() ? std::vector<Group>() : found->groups;
}

}  // namespace sekisho
