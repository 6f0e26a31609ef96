#include "diligence/candidate_events.h"

#include <algorithm>
#include <functional>

#include "core/json_writer.h"
#include "core/time.h"

namespace sekisho {
namespace {

class EventLines {
 public:
  explicit EventLines(const Candidate& candidate) : c_(candidate) {}

  std::string Write() {
    Registration();
    for (const ContactClaim& one : c_.claims.contacts) Contact(one);
    for (const Payout& one : c_.payout) PayoutAccount(one);
    if (c_.meetings) {
      for (const Meeting& one : *c_.meetings) Held(one);
    }
    if (c_.shipments) {
      for (const Shipment& one : *c_.shipments) Sent(one);
    }
    return std::move(lines_);
  }

 private:
  void Line(const std::string& at, int64_t time_ms, std::string_view type,
            const std::function<void(JsonWriter*)>& members) {
    JsonWriter json(&lines_);
    json.BeginObject().Key("id").Text(std::string(kCandidateEventPrefix) + at);
    json.Key("time").Text(FormatTime(time_ms)).Key("type").Text(type);
    json.Key("account").Text(c_.id);
    members(&json);
    json.EndObject();
    lines_ += '\n';
  }

  static void Member(std::string_view key, const std::string& text, JsonWriter* json) {
    if (!text.empty()) json->Key(key).Text(text);
  }

  void Registration() {
    int64_t first = c_.stage_since.value_or(c_.as_of);
    for (const ContactClaim& one : c_.claims.contacts)
      first = std::min(first, one.since.value_or(first));
    Line("/claims", first, "account.registration", [&](JsonWriter* json) {
      if (!c_.claims.names.empty()) json->Key("name").Text(c_.claims.names.front().value);
      if (c_.claims.residence) Member("country", c_.claims.residence->country, json);
      if (c_.claims.workplace) Member("time_zone", c_.claims.workplace->tz, json);
      First("email", json);
      First("phone", json);
    });
  }

  // The first contact of a kind belongs to the registration, as it does on a platform.
  const ContactClaim* FirstOf(std::string_view kind) const {
    for (const ContactClaim& one : c_.claims.contacts) {
      if (one.kind == kind) return &one;
    }
    return nullptr;
  }

  void First(std::string_view kind, JsonWriter* json) const {
    if (const ContactClaim* const one = FirstOf(kind)) json->Key(kind).Text(one->value);
  }

  void Contact(const ContactClaim& one) {
    if (one.kind == "handle" || (one.kind != "website" && &one == FirstOf(one.kind))) return;
    Line(one.at, one.since.value_or(c_.as_of), "profile.change",
         [&](JsonWriter* json) { json->Key("field").Text(one.kind).Key("value").Text(one.value); });
  }

  void PayoutAccount(const Payout& one) {
    if (one.account_hash.empty()) return;
    Line(one.at, one.added_at.value_or(c_.as_of), "payout.account", [&](JsonWriter* json) {
      json->Key("payout").BeginObject();
      if (one.kind != "other") json->Key("kind").Text(one.kind);
      json->Key("identifier").Text(one.account_hash);
      Member("holder", one.holder, json);
      Member("country", one.country, json);
      Member("institution", one.institution, json);
      json->EndObject();
    });
  }

  void Held(const Meeting& one) {
    if (one.kind == "text") return;
    Line(one.at, one.time_ms, "meeting.held", [&](JsonWriter* json) {
      json->Key("meeting").BeginObject().Key("kind").Text(one.kind);
      if (one.attended) json->Key("attended").Boolean(*one.attended);
      Member("camera", one.camera, json);
      json->EndObject();
      Member("ip", one.join_ip, json);
    });
  }

  void Sent(const Shipment& one) {
    if (one.address.empty()) return;
    Line(one.at, one.time_ms, "shipment.sent", [&](JsonWriter* json) {
      json->Key("shipment").BeginObject().Key("address").Text(one.address);
      Member("item", one.item, json);
      Member("recipient", one.recipient, json);
      json->EndObject();
    });
  }

  const Candidate& c_;
  std::string lines_;
};

}  // namespace

std::string CandidateEvents(const Candidate& candidate) { return EventLines(candidate).Write(); }

}  // namespace sekisho
