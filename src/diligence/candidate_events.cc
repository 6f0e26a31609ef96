#include "diligence/candidate_events.h"

#include <algorithm>
#include <functional>

#include "core/json_writer.h"
#include "core/limits.h"
#include "core/time.h"
#include "diligence/pool.h"
#include "facts/contact/contact.h"

namespace sekisho {
namespace {

// Measures that establish who somebody is (policy/vetting.yml, any_activity).
constexpr std::string_view kIdentityMeasures[] = {"M01", "M04"};

class EventLines {
 public:
  EventLines(const Candidate& candidate, std::optional<int64_t> first_ms)
      : c_(candidate), start_(Start(candidate, first_ms)) {}

  std::string Write() {
    Names();
    Registration();
    for (const ContactClaim& one : c_.claims.contacts) Contact(one);
    for (const IdentityPaper& one : c_.documents) Examined(one);
    for (const CheckRecord& one : c_.checks) Checked(one);
    for (const Payout& one : c_.payout) PayoutAccount(one);
    if (c_.meetings) {
      for (const Meeting& one : *c_.meetings) Held(one);
    }
    if (c_.shipments) {
      for (const Shipment& one : *c_.shipments) Sent(one);
    }
    for (const Explanation& one : c_.explanations) Explained(one);
    return std::move(lines_);
  }

 private:
  // Before everything with a time.
  static int64_t Start(const Candidate& c, std::optional<int64_t> first_ms) {
    int64_t first = first_ms.value_or(c.as_of);
    const auto include = [&](std::optional<int64_t> time) {
      if (time) first = std::min(first, *time);
    };
    include(c.stage_since);
    for (const ContactClaim& one : c.claims.contacts) include(one.since);
    for (const IdentityPaper& one : c.documents) {
      if (one.check) include(one.check->at);
    }
    for (const CheckRecord& one : c.checks) include(one.time_ms);
    for (const Payout& one : c.payout) include(one.added_at);
    if (c.meetings) {
      for (const Meeting& one : *c.meetings) include(one.time_ms);
    }
    if (c.shipments) {
      for (const Shipment& one : *c.shipments) include(one.time_ms);
    }
    for (const Explanation& one : c.explanations) include(one.asked_at);
    return std::max(first - 1, limits::kTimeMsMin);
  }

  void Line(const std::string& at, int64_t time_ms, std::string_view type,
            const std::function<void(JsonWriter*)>& members) {
    JsonWriter json(&lines_);
    json.BeginObject().Key("id").Text(std::string(kCandidateEventPrefix) + at);
    json.Key("time").Text(FormatTime(time_ms)).Key("sequence").Count(sequence_++);
    json.Key("type").Text(type).Key("account").Text(c_.id);
    members(&json);
    json.EndObject();
    lines_ += '\n';
  }

  static void Member(std::string_view key, const std::string& text, JsonWriter* json) {
    if (!text.empty()) json->Key(key).Text(text);
  }

  // The name of the account: the legal one.
  const ClaimedName* OwnName() const {
    const std::vector<ClaimedName>& names = c_.claims.names;
    for (const ClaimedName& one : names) {
      if (one.kind == "legal") return &one;
    }
    return names.empty() ? nullptr : &names.front();
  }

  // An account remembers the name before its own one (docs/events.md, payout.holder_match), so the
  // former ones come last. As registrations: nobody has changed a profile.
  void Names() {
    for (const bool former : {false, true}) {
      for (const ClaimedName& one : c_.claims.names) {
        if (&one == OwnName() || (one.kind == "former") != former) continue;
        Line(one.at, start_, "account.registration",
             [&](JsonWriter* json) { json->Key("name").Text(one.value); });
      }
    }
  }

  void Registration() {
    Line("/claims", start_, "account.registration", [&](JsonWriter* json) {
      Name(json);
      if (c_.claims.residence) Member("country", c_.claims.residence->country, json);
      if (c_.claims.workplace) Member("time_zone", c_.claims.workplace->tz, json);
      First("email", json);
      First("phone", json);
    });
  }

  void Name(JsonWriter* json) const {
    if (const ClaimedName* const own = OwnName()) json->Key("name").Text(own->value);
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
    if (one.since) {
      Line(one.at, *one.since, "profile.change", [&](JsonWriter* json) {
        json->Key("field").Text(one.kind).Key("value").Text(one.value);
      });
      return;
    }
    Line(one.at, start_, "account.registration", [&](JsonWriter* json) {
      Name(json);
      json->Key(one.kind).Text(one.value);
    });
  }

  void Verified(const std::string& at, int64_t time_ms, const std::string& method) {
    Line(at, time_ms, "verification.result", [&](JsonWriter* json) {
      json->Key("verification").BeginObject().Key("kind").Text("identity").EndObject();
      json->Key("check").BeginObject();
      Member("method", method, json);
      json->Key("result").Text("passed").EndObject();
    });
  }

  void Examined(const IdentityPaper& one) {
    if (!one.check || one.check->result != "genuine") return;
    Verified(one.at + "/check", one.check->at.value_or(start_), one.check->method);
  }

  void Checked(const CheckRecord& one) {
    if (one.state != "done" || one.result != "passed") return;
    if (std::find(std::begin(kIdentityMeasures), std::end(kIdentityMeasures), one.measure) ==
        std::end(kIdentityMeasures)) {
      return;
    }
    Verified(one.at, one.time_ms, "");
  }

  void Explained(const Explanation& one) {
    const auto about = [&](JsonWriter* json) {
      json->Key("explanation").BeginObject().Key("indicator").Text(one.about).EndObject();
    };
    Line(one.at + "/asked_at", one.asked_at, "explanation.requested", about);
    if (!one.answered_at && one.accepted_by.empty()) return;
    Line(one.at, one.answered_at.value_or(one.asked_at), "explanation.given",
         [&](JsonWriter* json) {
           about(json);
           json->Key("check").BeginObject().Key("result");
           json->Text(one.accepted_by.empty() ? "pending" : "passed").EndObject();
           Member("reviewer", one.accepted_by, json);
         });
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
    if (one.address.empty() || one.time_ms > c_.as_of) return;
    Line(one.at, one.time_ms, "shipment.sent", [&](JsonWriter* json) {
      json->Key("shipment").BeginObject().Key("address").Text(one.address);
      Member("item", one.item, json);
      Member("recipient", one.recipient, json);
      json->EndObject();
    });
  }

  const Candidate& c_;
  const int64_t start_;
  uint64_t sequence_ = 0;
  std::string lines_;
};

}  // namespace

std::string CandidateEvents(const Candidate& candidate, std::optional<int64_t> first_ms) {
  return EventLines(candidate, first_ms).Write();
}

const ContactClaim* ContactOfKey(const Candidate& candidate, std::string_view field,
                                 std::string_view key) {
  const bool phone = field == "phone.key";
  if (!phone && field != "email.key") return nullptr;
  for (const ContactClaim& one : candidate.claims.contacts) {
    if (one.kind != (phone ? "phone" : "email")) continue;
    // The log knows a number as it was written, the pool by the numbering plan of its owner.
    if (CandidatePool::ContactKey(one, candidate) == key || (phone && PhoneKey(one.value) == key)) {
      return &one;
    }
  }
  return nullptr;
}

}  // namespace sekisho
