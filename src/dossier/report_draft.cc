#include "dossier/report_draft.h"

#include <algorithm>
#include <set>

#include "core/json_writer.h"
#include "core/sha256.h"
#include "core/time.h"
#include "diligence/json_tree.h"
#include "dossier/json_text.h"

namespace sekisho {
namespace {

std::string ZoneOf(std::string_view jurisdiction) {
  if (jurisdiction == "JP") return "Asia/Tokyo";
  if (jurisdiction == "KR") return "Asia/Seoul";
  return "";
}

class CandidateDraft {
 public:
  CandidateDraft(const Candidate& candidate, const VetReport& report)
      : c_(candidate), report_(report) {}

  ReportFile Make() {
    out_.source = "candidate";
    out_.account = c_.id;
    out_.as_of = report_.as_of;
    out_.time_zone = ZoneOf(c_.jurisdiction);
    out_.level = LevelName(report_.level);
    Subject();
    Events();
    for (const Profile& one : c_.profiles) {
      Trace("url", one.url, one.taken_at);
      Trace("hash", one.photo_hash, one.taken_at);
    }
    for (const VetFinding& one : report_.findings) Finding(one);
    for (const VetNotEvaluated& one : report_.not_evaluated) out_.not_evaluated.push_back(one.id);
    return std::move(out_);
  }

 private:
  void Subject() {
    for (const ClaimedName& one : c_.claims.names) out_.account_names.push_back(one.value);
    for (const ContactClaim& one : c_.claims.contacts) out_.contacts.push_back(one.value);
    for (const IdentityPaper& one : c_.documents) {
      if (!one.type.empty()) out_.document_types.push_back(one.type);
    }
    for (const Payout& one : c_.payout) {
      if (!one.holder.empty() || !one.institution.empty()) {
        out_.payouts.push_back({one.holder, one.institution});
      }
    }
  }

  void Events() {
    for (const Payout& one : c_.payout) {
      if (one.added_at) {
        Event(one.at, "payout.account", *one.added_at,
              {{"payout.holder", one.holder}, {"payout.institution", one.institution}});
      }
    }
    if (c_.requests) {
      for (const Request& one : *c_.requests) {
        Event(one.at, "request.made", one.time_ms, {{"request.kind", one.kind}});
      }
    }
    if (c_.meetings) {
      for (const Meeting& one : *c_.meetings) {
        Event(one.at, "meeting.held", one.time_ms,
              {{"meeting.kind", one.kind}, {"meeting.camera", one.camera}, {"ip", one.join_ip}});
        Trace("address", one.join_ip, one.time_ms);
      }
    }
    if (c_.shipments) {
      for (const Shipment& one : *c_.shipments) {
        Event(one.at, "shipment.sent", one.time_ms,
              {{"shipment.item", one.item},
               {"shipment.address", one.address},
               {"shipment.recipient", one.recipient}});
        Trace("shipping_address", one.address, one.time_ms);
      }
    }
  }

  void Event(const std::string& at, std::string_view type, int64_t time_ms,
             std::vector<std::pair<std::string, std::string>> fields) {
    std::erase_if(fields, [](const auto& field) { return field.second.empty(); });
    out_.events.push_back({at, std::string(type), c_.id, time_ms, std::move(fields)});
  }

  void Trace(std::string_view kind, const std::string& value, std::optional<int64_t> time_ms) {
    if (!value.empty()) out_.technical.push_back({std::string(kind), value, time_ms, time_ms});
  }

  void Finding(const VetFinding& one) {
    ReportFinding finding;
    finding.indicator = one.indicator;
    finding.observed = one.message;
    finding.first_ms = finding.last_ms = one.time_ms;
    finding.at = one.at;
    for (const ReportEvent& event : out_.events) {
      // A pointer may lead into an event: /payout/0/holder.
      if (std::any_of(one.at.begin(), one.at.end(), [&](const std::string& at) {
            return at == event.id || at.starts_with(event.id + "/");
          })) {
        finding.events.push_back(event.id);
      }
    }
    out_.findings.push_back(std::move(finding));
  }

  const Candidate& c_;
  const VetReport& report_;
  ReportFile out_;
};

class Writer {
 public:
  Writer(const ReportFile& draft, JsonWriter* json) : d_(draft), json_(*json) {}

  void Write() {
    json_.BeginObject().Key("format").Text("sekisho.report/1").Key("id").Text(d_.id);
    People();
    Matter();
    json_.Key("states").BeginArray().BeginObject().Key("state").Text("draft");
    json_.Key("by").Text(kToFillIn).Key("at").Text(FormatTime(d_.as_of)).EndObject().EndArray();
    Found();
    json_.EndObject();
  }

 private:
  void Gaps(std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) json_.Key(key).Text(kToFillIn);
  }

  void Member(std::string_view key, std::string_view text) {
    if (!text.empty()) json_.Key(key).Text(text);
  }
  void Member(std::string_view key, std::optional<int64_t> time_ms) {
    if (time_ms) json_.Key(key).Text(FormatTime(*time_ms));
  }
  // In order, each once.
  void Texts(std::string_view key, const std::vector<std::string>& texts) {
    json_.Key(key).BeginArray();
    std::set<std::string_view> seen;
    for (const std::string& text : texts) {
      if (seen.insert(text).second) json_.Text(text);
    }
    json_.EndArray();
  }

  void People() {
    json_.Key("reporter").BeginObject();
    Gaps({"organisation", "role", "contact", "reachable_hours"});
    json_.EndObject();
    Gaps({"asked", "account_active", "summary"});
    json_.Key("subject").BeginObject();
    Texts("account_names", d_.account_names);
    Texts("contacts", d_.contacts);
    Texts("document_types", d_.document_types);
    json_.Key("payouts").BeginArray();
    for (const ReportPayout& one : d_.payouts) {
      json_.BeginObject();
      Member("name", one.name);
      Member("institution", one.institution);
      json_.EndObject();
    }
    json_.EndArray().EndObject();
  }

  void Matter() {
    json_.Key("money").BeginArray();
    for (const ReportMoney& one : d_.money) {
      json_.BeginObject();
      Member("date", one.date);
      json_.Key("amount").Micros(one.micros).Key("currency").Text(one.currency);
      Member("payer", one.payer);
      Member("payee", one.payee);
      Member("account", one.account);
      json_.EndObject();
    }
    json_.EndArray().Key("technical").BeginArray();
    for (const ReportTrace& one : d_.technical) {
      json_.BeginObject().Key("kind").Text(one.kind).Key("value").Text(one.value);
      Member("first", one.first_ms);
      Member("last", one.last_ms);
      json_.EndObject();
    }
    json_.EndArray();
    Gaps({"access_held", "data_touched", "threats"});
    json_.Key("measures_taken").BeginArray().Text(kToFillIn).EndArray();
    Gaps({"person_told"});
    json_.Key("attachments").BeginArray().EndArray();
  }

  void Found() {
    json_.Key("source").Text(d_.source).Key("account").Text(d_.account);
    json_.Key("as_of").Text(FormatTime(d_.as_of));
    Member("time_zone", d_.time_zone);
    json_.Key("versions").BeginObject();
    Member("program", d_.program);
    Member("catalogue", d_.catalogue);
    Texts("lists", d_.lists);
    json_.EndObject().Key("level").Text(d_.level).Key("findings").BeginArray();
    for (const ReportFinding& one : d_.findings) Finding(one);
    json_.EndArray().Key("events").BeginArray();
    for (const ReportEvent& one : d_.events) Event(one);
    json_.EndArray();
    Texts("not_evaluated", d_.not_evaluated);
    json_.Key("left_out").BeginArray();
    for (const ReportOmission& one : d_.left_out) {
      json_.BeginObject().Key("what").Text(one.what).Key("count").Integer(one.count).EndObject();
    }
    json_.EndArray();
  }

  void Finding(const ReportFinding& one) {
    json_.BeginObject().Key("indicator").Text(one.indicator);
    if (!one.observed.en.empty()) {
      json_.Key("observed").BeginObject().Key("en").Text(one.observed.en);
      json_.Key("ja").Text(one.observed.ja).Key("ko").Text(one.observed.ko).EndObject();
    }
    Member("value", one.value);
    Member("first", one.first_ms);
    Member("last", one.last_ms);
    Texts("at", one.at);
    Texts("events", one.events);
    json_.EndObject();
  }

  void Event(const ReportEvent& one) {
    json_.BeginObject().Key("id").Text(one.id).Key("time").Text(FormatTime(one.time_ms));
    json_.Key("type").Text(one.type);
    Member("account", one.account);
    json_.Key("fields").BeginArray();
    for (const auto& [name, value] : one.fields) {
      json_.BeginObject().Key("name").Text(name).Key("value").Text(value).EndObject();
    }
    json_.EndArray().EndObject();
  }

  const ReportFile& d_;
  JsonWriter& json_;
};

}  // namespace

ReportFile DraftOfCandidate(const Candidate& candidate, const VetReport& report) {
  return CandidateDraft(candidate, report).Make();
}

std::string ReportId(ReportFile draft) {
  constexpr size_t kDigits = 12;
  draft.id.clear();
  return "r-" + Sha256Hex(ReportDraftText(draft)).substr(0, kDigits);
}

std::string ReportDraftText(const ReportFile& draft) {
  std::string text;
  JsonWriter json(&text);
  Writer(draft, &json).Write();
  JsonNode root;
  Diagnostic error;
  // What JsonWriter writes is JSON; only its size may be too much, and then it is not indented.
  return ReadJsonTree("", text, &root, &error) ? IndentedJson(root) : text + "\n";
}

}  // namespace sekisho
