// What is known about one candidate: a file of the format sekisho.candidate/1 (docs/vetting.md).
// Plain values; whatever the file does not say is empty or absent, and no rule takes an absent
// value for a clean one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "diligence/month.h"

namespace sekisho {

// A part of the file that findings point to.
struct CandidatePart {
  std::string at;  // its JSON pointer: "/claims/employers/0"
  int line = 0;    // where it stands in the file
  int column = 0;
};

struct ClaimedName : CandidatePart {
  std::string value;
  std::string script;
  std::string kind;  // legal | former | business
};

struct Place : CandidatePart {
  std::string country;  // ISO 3166 alpha-2; compared with other fields only
  std::string city;
  std::string address;
  std::string tz;  // IANA
  std::optional<int64_t> since;
};

struct WorkingHours : CandidatePart {
  std::string tz;       // IANA
  int from_minute = 0;  // of the day; `to` below `from` crosses midnight
  int to_minute = 0;
};

struct ContactClaim : CandidatePart {
  std::string kind;  // email | phone | handle | website
  std::string value;
  std::optional<int64_t> since;
};

// A post, or a course of study.
struct CareerClaim : CandidatePart {
  std::string name;    // employer or school
  std::string degree;  // of a study
  std::string time;    // of a post: full | part; empty: not known
  std::string domain;
  std::optional<MonthRange> from;
  std::optional<MonthRange> to;
  bool contact_given = false;  // the candidate gave contact data for it
};

struct CertificateClaim : CandidatePart {
  std::string name;
  std::string issuer;
  std::string number;
};

struct LanguageClaim : CandidatePart {
  std::string tag;
  std::string level;  // basic | business | native
};

struct SkillClaim : CandidatePart {
  std::string name;
  std::optional<MonthRange> since;
};

struct Claims {
  std::vector<ClaimedName> names;
  std::optional<int> birth_year;
  std::optional<Place> residence;
  std::optional<Place> workplace;
  std::optional<WorkingHours> hours;
  std::vector<ContactClaim> contacts;
  std::vector<CareerClaim> employers;
  std::vector<CareerClaim> education;
  std::vector<CertificateClaim> certificates;
  std::vector<LanguageClaim> languages;
  std::vector<SkillClaim> skills;
  std::string cv_text;
};

struct DocumentCheck {
  std::string method;  // ic_chip | jpki | image | in_person | notary
  std::string result;  // genuine | forged | unclear
  std::optional<int64_t> at;
  std::string by;
};

struct IdentityPaper : CandidatePart {
  std::string id;
  std::string type;
  std::string issuer;
  std::string number;
  std::string number_hash;
  std::string name;
  std::string address;
  std::string birth_date;  // YYYY-MM-DD
  std::string expires;     // YYYY-MM-DD
  std::string mrz;
  std::optional<DocumentCheck> check;
};

struct Profile : CandidatePart {
  std::string site;
  std::string url;
  std::optional<int64_t> taken_at;
  std::optional<int64_t> created_at;
  Claims fields;
  std::string photo_hash;
  std::optional<int64_t> pages;
};

struct Payout : CandidatePart {
  std::string kind;
  std::string holder;
  std::string institution;
  std::string routing;
  std::string account_hash;
  std::string country;
  std::string proof;  // voided_cheque | bank_letter | none
  std::optional<int64_t> added_at;
};

struct Request : CandidatePart {
  std::string kind;
  std::string note;
  std::string reported_by;
  int64_t time_ms = 0;
};

struct Meeting : CandidatePart {
  int64_t time_ms = 0;
  std::string kind;  // video | voice | text | in_person
  std::optional<bool> attended;
  std::string camera;  // on | off | failed
  std::vector<std::string> alternatives_offered;
  std::vector<std::string> alternatives_refused;  // in words; silence is no refusal
  std::string alternative_accepted;
  std::string join_ip;
  std::optional<bool> recording_consent;
  std::string recording_ref;  // where the recording is kept, or the minutes
};

struct Milestone : CandidatePart {
  int64_t due = 0;
  std::optional<int64_t> accepted;
};

struct Appointment : CandidatePart {
  int64_t time_ms = 0;
  std::optional<bool> attended;
};

struct Delay : CandidatePart {
  int64_t time_ms = 0;
  std::optional<bool> notice;
};

struct Work {
  std::optional<std::vector<Milestone>> milestones;
  std::optional<std::vector<Appointment>> check_ins;
  std::optional<std::vector<int64_t>> messages_ms;  // each the time to a reply, in agreed hours
  std::optional<std::vector<Delay>> late;
};

struct Shipment : CandidatePart {
  int64_t time_ms = 0;
  std::string item;
  std::string address;
  std::string forwarder_class;  // none | forwarder | mail_drop | virtual_office
  std::optional<bool> signature;
  std::string recipient;
};

struct Agency {
  std::string name;
  std::string process_document;  // given | refused | pending
  std::optional<bool> own_check_done;
};

// A direct approach by somebody who says that he leads a company.
struct Approach : CandidatePart {
  int64_t time_ms = 0;
  std::string role;  // executive | recruiter | other
  std::string domain;
  std::optional<int64_t> domain_created;
  std::optional<bool> in_registry;
};

struct Answer : CandidatePart {
  std::string question;  // "Q03"
  std::string value;
  std::string by;
  int64_t time_ms = 0;
  std::string evidence_sha256;
  std::string note;
};

// What people did about a task.
struct CheckRecord : CandidatePart {
  std::string measure;  // "M24"
  std::string subject;  // JSON pointer or name of what was checked; empty: the measure's only task
  std::string state;    // in_progress | done | waived | not_applicable
  std::string result;   // passed | failed | inconclusive; of `done`
  std::string contact_source;  // registry | search | directory | known_partner | candidate |
                               // document
  std::string by;
  std::string second;
  std::string reason;
  std::string owner;
  int64_t time_ms = 0;
  std::vector<std::string> evidence;
};

// The candidate was asked to explain something.
struct Explanation : CandidatePart {
  std::string about;  // code of an indicator
  int64_t asked_at = 0;
  std::optional<int64_t> answered_at;
  std::string statement;    // what was said
  std::string accepted_by;  // the person who found it enough
};

struct GateOverride : CandidatePart {
  std::string gate;
  std::string by;
  std::string second;
  std::string reason;
  int64_t time_ms = 0;
};

// What would have been after `as_of`, and so is in no other section: `at` points to the time.
struct LeftOut : CandidatePart {
  int64_t time_ms = 0;
};

struct Candidate {
  std::string file;
  std::string id;
  std::string role_id;
  std::string audience;      // client | employer
  std::string jurisdiction;  // JP | US | KR | EU
  std::string stage;
  std::string source;  // platform | direct | agency | contest
  std::optional<int64_t> stage_since;
  std::optional<int64_t> offered_at;
  int64_t as_of = 0;

  Claims claims;
  std::vector<IdentityPaper> documents;
  std::vector<Profile> profiles;
  std::vector<Payout> payout;
  std::optional<std::vector<Request>> requests;
  std::optional<std::vector<Meeting>> meetings;
  std::optional<Work> work;
  std::optional<std::vector<Shipment>> shipments;
  std::optional<Agency> agency;
  std::optional<std::vector<Approach>> approaches;
  std::vector<Answer> answers;
  std::vector<CheckRecord> checks;
  std::vector<Explanation> explanations;
  std::vector<GateOverride> overrides;
  std::vector<LeftOut> left_out;
};

}  // namespace sekisho
