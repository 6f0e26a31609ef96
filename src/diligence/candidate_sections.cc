#include "diligence/candidate_sections.h"

#include "core/my_number.h"
#include "core/number_hash.h"
#include "core/time.h"
#include "diligence/signers.h"

namespace sekisho {
namespace {

using Need = ObjectReader::Need;

// Longer than anybody waits for one reply.
constexpr int64_t kReplyMsMax = 366 * kDayMs;
constexpr int64_t kPagesMax = 1'000'000;

// Nobody may keep one for this purpose, so a file with one is not read.
template <typename In>
void RefuseMyNumber(In* in, const IdentityPaper& paper) {
  const std::pair<std::string_view, const std::string&> kMembers[] = {
      {"number", paper.number}, {"number_hash", paper.number_hash}};
  for (const auto& [key, text] : kMembers) {
    if (!IsRefusedAsMyNumber(paper.type, paper.issuer, text)) continue;
    in->Report(Sk::kCandidateForbidden, key, "a My Number is not accepted; delete it");
  }
}

template <typename In>
void CheckHash(In* in, const IdentityPaper& paper) {
  if (paper.number_hash.empty() || IsNumberHash(paper.number_hash)) return;
  in->Report(Sk::kCandidateValue, "number_hash",
             "`number_hash` must be " + std::string(kNumberHashForm));
}

// What stands in the place of the number of an account, or of a picture.
template <typename In>
std::string ReadHash(In* in, std::string_view key, bool (*test)(std::string_view),
                     std::string_view form, std::string_view suggestion) {
  std::string hash = in->Text(key);
  if (hash.empty() || test(hash)) return hash;
  in->Report(Sk::kCandidateValue, key, "`" + std::string(key) + "` must be " + std::string(form),
             std::string(suggestion));
  return hash;
}

template <typename In>
void ReadDocuments(In* in, Candidate* out) {
  in->Objects("documents", [&](In* item) {
    IdentityPaper paper;
    item->Mark(&paper);
    paper.id = item->Text("id");
    paper.type = item->Text("type", Need::kRequired);
    paper.issuer = item->Text("issuer");
    paper.number = item->Text("number");
    paper.number_hash = item->Text("number_hash");
    RefuseMyNumber(item, paper);
    CheckHash(item, paper);
    paper.name = item->Text("name");
    paper.address = item->Text("address");
    paper.birth_date = item->Day("birth_date");
    paper.expires = item->Day("expires");
    paper.mrz = item->Text("mrz");
    item->Object("check", [&](In* of) {
      DocumentCheck check;
      check.method =
          of->Word("method", {"ic_chip", "jpki", "image", "in_person", "notary"}, Need::kRequired);
      of->Text("provider");
      check.result = of->Word("result", {"genuine", "forged", "unclear"}, Need::kRequired);
      check.at = of->Time("at");
      check.by = of->Text("by");
      if (check.result == "forged" && check.by.empty()) {
        of->Report(Sk::kCandidateKeyMissing, "", "a document is forged because a person says so",
                   "write in `by` who examined it");
      }
      paper.check = std::move(check);
    });
    out->documents.push_back(std::move(paper));
  });
}

template <typename In>
void ReadProfiles(In* in, Candidate* out) {
  in->Objects("profiles", [&](In* item) {
    Profile profile;
    item->Mark(&profile);
    profile.site = item->Text("site", Need::kRequired);
    profile.url = item->Text("url");
    profile.taken_at = item->Time("taken_at");
    profile.created_at = item->Time("created_at");
    item->Object("fields", [&](In* of) { profile.fields = ReadClaims(of); });
    profile.photo_hash = ReadHash(item, "photo_hash", IsNumberHash,
                                  "a hash of the picture, at least 16 hexadecimal digits",
                                  "sha256sum FILE prints one; leave it out where there is none");
    profile.pages = item->Count("pages", 0, kPagesMax);
    out->profiles.push_back(std::move(profile));
  });
  in->Objects("payout", [&](In* item) {
    Payout payout;
    item->Mark(&payout);
    payout.kind =
        item->Word("kind", {"bank", "e_money", "card", "crypto", "other"}, Need::kRequired);
    payout.holder = item->Text("holder");
    payout.institution = item->Text("institution");
    payout.routing = item->Text("routing");
    payout.account_hash = ReadHash(item, "account_hash", IsAccountHash, kAccountHashForm,
                                   "give the account a code such as account-1, and the same code "
                                   "wherever the same account stands");
    payout.country = item->Country("country");
    payout.proof = item->Word("proof", {"voided_cheque", "bank_letter", "none"});
    payout.added_at = item->Time("added_at");
    out->payout.push_back(std::move(payout));
  });
}

template <typename In>
void ReadContacts(In* in, Candidate* out) {
  std::vector<Request> requests;
  if (in->Objects("requests", [&](In* item) {
        Request request;
        item->Mark(&request);
        request.time_ms = item->Time("at", Need::kRequired).value_or(0);
        request.kind = item->Word(
            "kind",
            {"crypto_payment", "other_account", "off_platform", "other_channel", "prepayment",
             "pay_without_milestone", "ship_elsewhere", "own_device", "borrow_identity"},
            Need::kRequired);
        request.note = item->Text("note");
        request.reported_by = item->Text("reported_by");
        requests.push_back(std::move(request));
      })) {
    out->requests = std::move(requests);
  }
  std::vector<Approach> approaches;
  if (in->Objects("approaches", [&](In* item) {
        Approach approach;
        item->Mark(&approach);
        approach.time_ms = item->Time("at", Need::kRequired).value_or(0);
        approach.role = item->Word("role", {"executive", "recruiter", "other"}, Need::kRequired);
        approach.domain = item->Text("domain");
        approach.domain_created = item->Time("domain_created");
        approach.in_registry = item->Boolean("in_registry");
        approaches.push_back(std::move(approach));
      })) {
    out->approaches = std::move(approaches);
  }
}

template <typename In>
void ReadMeetings(In* in, Candidate* out) {
  std::vector<Meeting> meetings;
  const bool there = in->Objects("meetings", [&](In* item) {
    Meeting meeting;
    item->Mark(&meeting);
    meeting.time_ms = item->Time("at", Need::kRequired).value_or(0);
    meeting.kind = item->Word("kind", {"video", "voice", "text", "in_person"}, Need::kRequired);
    meeting.attended = item->Boolean("attended");
    meeting.camera = item->Word("camera", {"on", "off", "failed"});
    meeting.alternatives_offered =
        item->WordList("alternatives_offered", {"in_person", "notary", "ic_chip", "jpki"});
    meeting.alternatives_refused =
        item->WordList("alternatives_refused", {"in_person", "notary", "ic_chip", "jpki"});
    meeting.alternative_accepted =
        item->Word("alternative_accepted", {"in_person", "notary", "ic_chip", "jpki"});
    meeting.join_ip = item->Text("join_ip");
    item->Object("recording", [&](In* of) {
      meeting.recording_consent = of->Boolean("consent");
      meeting.recording_ref = of->Text("ref");
    });
    meetings.push_back(std::move(meeting));
  });
  if (there) out->meetings = std::move(meetings);
}

template <typename In>
Work ReadWork(In* in) {
  Work work;
  std::vector<Milestone> milestones;
  if (in->Objects("milestones", [&](In* item) {
        Milestone milestone;
        item->Mark(&milestone);
        milestone.due = item->Time("due", Need::kRequired).value_or(0);
        milestone.accepted = item->Time("accepted");
        milestones.push_back(std::move(milestone));
      })) {
    work.milestones = std::move(milestones);
  }
  std::vector<Appointment> check_ins;
  if (in->Objects("check_ins", [&](In* item) {
        Appointment appointment;
        item->Mark(&appointment);
        appointment.time_ms = item->Time("at", Need::kRequired).value_or(0);
        appointment.attended = item->Boolean("attended");
        check_ins.push_back(std::move(appointment));
      })) {
    work.check_ins = std::move(check_ins);
  }
  work.messages_ms = in->Counts("messages_ms", kReplyMsMax);
  std::vector<Delay> late;
  if (in->Objects("late", [&](In* item) {
        Delay delay;
        item->Mark(&delay);
        delay.time_ms = item->Time("at", Need::kRequired).value_or(0);
        delay.notice = item->Boolean("notice");
        late.push_back(std::move(delay));
      })) {
    work.late = std::move(late);
  }
  return work;
}

template <typename In>
void ReadShipments(In* in, Candidate* out) {
  std::vector<Shipment> shipments;
  const bool there = in->Objects("shipments", [&](In* item) {
    Shipment shipment;
    item->Mark(&shipment);
    shipment.time_ms = item->Time("at", Need::kRequired).value_or(0);
    shipment.item = item->Text("item");
    shipment.address = item->Text("address");
    shipment.forwarder_class =
        item->Word("forwarder_class", {"none", "forwarder", "mail_drop", "virtual_office"});
    shipment.signature = item->Boolean("signature");
    shipment.recipient = item->Text("recipient");
    shipments.push_back(std::move(shipment));
  });
  if (there) out->shipments = std::move(shipments);
  in->Object("agency", [&](In* item) {
    Agency agency;
    agency.name = item->Text("name", Need::kRequired);
    agency.process_document = item->Word("process_document", {"given", "refused", "pending"});
    agency.own_check_done = item->Boolean("own_check_done");
    out->agency = std::move(agency);
  });
}

template <typename In>
void ReadAnswers(In* in, Candidate* out) {
  in->Objects("answers", [&](In* item) {
    Answer answer;
    item->Mark(&answer);
    answer.question = item->Text("question", Need::kRequired);
    answer.value = item->Text("value", Need::kRequired);
    answer.by = item->Text("by", Need::kRequired);
    answer.time_ms = item->Time("at", Need::kRequired).value_or(0);
    answer.evidence_sha256 = item->Sha256("evidence_sha256");
    answer.note = item->Text("note");
    out->answers.push_back(std::move(answer));
  });
  in->Objects("explanations", [&](In* item) {
    Explanation explanation;
    item->Mark(&explanation);
    explanation.about = item->Text("about", Need::kRequired);
    explanation.asked_at = item->Time("asked_at", Need::kRequired).value_or(0);
    explanation.answered_at = item->Time("answered_at");
    explanation.statement = item->Text("statement");
    explanation.accepted_by = item->Text("accepted_by");
    out->explanations.push_back(std::move(explanation));
  });
}

// A decision against the rule needs a reason and two people.
template <typename In>
void RequireSecond(In* in, std::string_view what, const std::string& by, const std::string& second,
                   const std::string& reason) {
  const std::string start(what);
  if (reason.empty()) in->Report(Sk::kCandidateKeyMissing, "", start + " needs a `reason`");
  if (!NamesSomebody(second) || !NamesSomebody(by) || SamePerson(second, by)) {
    in->Report(Sk::kCandidateKeyMissing, "",
               start + " needs two different people, in `by` and `second`");
  }
}

template <typename In>
void ReadChecks(In* in, Candidate* out) {
  in->Objects("checks", [&](In* item) {
    CheckRecord check;
    item->Mark(&check);
    check.measure = item->Text("measure", Need::kRequired);
    check.subject = item->Text("subject");
    check.state =
        item->Word("state", {"in_progress", "done", "waived", "not_applicable"}, Need::kRequired);
    check.result = item->Word("result", {"passed", "failed", "inconclusive"});
    check.contact_source = item->Word("contact_source", {"registry", "search", "directory",
                                                         "known_partner", "candidate", "document"});
    check.time_ms = item->Time("at", Need::kRequired).value_or(0);
    check.by = item->Text("by", Need::kRequired);
    check.second = item->Text("second");
    check.reason = item->Text("reason");
    check.owner = item->Text("owner");
    check.evidence = item->Texts("evidence");
    if (check.state == "waived") {
      RequireSecond(item, "a waiver", check.by, check.second, check.reason);
    } else if (check.state == "not_applicable" && !check.second.empty()) {
      RequireSecond(item, "what two people find not applicable", check.by, check.second,
                    check.reason);
    } else if (check.state == "not_applicable" && check.reason.empty()) {
      item->Report(Sk::kCandidateKeyMissing, "", "what is not applicable needs a `reason`");
    } else if ((check.state == "done") != !check.result.empty()) {
      item->Report(Sk::kCandidateKeyMissing, "",
                   "`result` stands beside the state \"done\", and only there");
    }
    out->checks.push_back(std::move(check));
  });
  in->Objects("overrides", [&](In* item) {
    GateOverride one;
    item->Mark(&one);
    one.gate =
        item->Word("gate", {"any_activity", "contract", "payout", "ship", "access", "confidential"},
                   Need::kRequired);
    one.by = item->Text("by", Need::kRequired);
    one.second = item->Text("second");
    one.reason = item->Text("reason");
    one.time_ms = item->Time("at", Need::kRequired).value_or(0);
    RequireSecond(item, "an override", one.by, one.second, one.reason);
    out->overrides.push_back(std::move(one));
  });
}

}  // namespace

template <typename In>
void ReadSections(In* in, Candidate* out) {
  in->Object("claims", [&](In* item) { out->claims = ReadClaims(item); });
  ReadDocuments(in, out);
  ReadProfiles(in, out);
  ReadContacts(in, out);
  ReadMeetings(in, out);
  in->Object("work", [&](In* item) { out->work = ReadWork(item); });
  ReadShipments(in, out);
  ReadAnswers(in, out);
  ReadChecks(in, out);
}

template void ReadSections(ObjectReader* in, Candidate* out);
template void ReadSections(FieldLister* in, Candidate* out);

}  // namespace sekisho
