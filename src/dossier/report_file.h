// A report to an authority as people edit it (sekisho.report/1, docs/reports.md): what was found,
// and what only people can say. The program fills in the first part and never sends anything.
//
// Values. Empty texts and absent values were not stated.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/language.h"
#include "core/status.h"

namespace sekisho {

struct JsonNode;

// What --init writes where a person has to say something.
inline constexpr std::string_view kToFillIn = "to fill in";

// Where a text stands in the file, for messages.
struct PlacedWords {
  std::string text;
  std::string at;  // JSON pointer
  int line = 0;
  int column = 0;
  bool quotes = false;    // the program's own sentence, in which names of the account stand
  std::string file = {};  // the report, or its approval
};

// A published sign that held.
struct ReportFinding {
  std::string indicator;  // "B01"
  LocalText observed;     // in words, with the values that were seen
  std::string value;      // the number that was compared, as text; empty: none
  std::optional<int64_t> first_ms;
  std::optional<int64_t> last_ms;
  std::vector<std::string> at;      // JSON pointers into the candidate file
  std::vector<std::string> events;  // ids
};

// An event of the evidence.
struct ReportEvent {
  std::string id;
  std::string type;
  std::string account;
  int64_t time_ms = 0;
  std::vector<std::pair<std::string, std::string>> fields;
};

struct ReportMoney {
  std::string date;  // YYYY-MM-DD
  int64_t micros = 0;
  std::string currency;
  std::string payer;
  std::string payee;
  std::string account;  // bank or wallet
};

// An address of a line, a device, a serial number …
struct ReportTrace {
  std::string kind;
  std::string value;
  std::optional<int64_t> first_ms;
  std::optional<int64_t> last_ms;
};

struct ReportPayout {
  std::string name;
  std::string institution;
};

struct ReportAttachment {
  std::string name;
  std::string sha256;
};

struct ReportState {
  std::string state;  // draft | checked | approved | handed_over | closed | withheld
  std::string by;
  int64_t at_ms = 0;
  std::string reason;
  std::string channel;
  std::string reference;
  std::string content_sha256;  // of what the person saw (ContentSha256)
  std::string file;            // the report, or its approval
  std::string at;              // JSON pointer
  int line = 0;
  int column = 0;
};

// How many of something the program left out because a report holds no more.
struct ReportOmission {
  std::string what;  // "payments"
  int64_t count = 0;
};

struct ReportFile {
  std::string file;
  std::string id;
  std::string source;  // candidate | events
  std::string account;
  int64_t as_of = 0;
  std::string time_zone;  // IANA
  // What it was made with.
  std::string program;
  std::string catalogue;
  std::vector<std::string> lists;

  std::string level;
  std::vector<ReportFinding> findings;
  std::vector<ReportEvent> events;
  std::vector<std::string> not_evaluated;  // codes
  std::vector<ReportOmission> left_out;

  std::string organisation;
  std::string role;
  std::string contact;
  std::string reachable_hours;
  std::string asked;
  std::optional<bool> account_active;
  std::string summary;
  std::vector<std::string> account_names;
  std::vector<std::string> contacts;
  std::vector<std::string> document_types;
  std::vector<ReportPayout> payouts;
  std::vector<ReportMoney> money;
  std::optional<int64_t> unpaid_micros;
  std::string unpaid_currency;
  std::vector<ReportTrace> technical;
  std::string access_held;
  std::string data_touched;
  std::string threats;
  std::vector<std::string> measures_taken;
  std::string person_told;
  std::vector<ReportAttachment> attachments;
  std::vector<ReportState> states;  // in the order of the file; never empty

  // What people wrote in their own words: the wording of these is checked.
  std::vector<PlacedWords> free_texts;
  // Every text that still says kToFillIn.
  std::vector<PlacedWords> gaps;
  std::string content_sha256;  // ContentSha256 of the file

  const std::string& state() const { return states.back().state; }
  // Whether personal values may be shown.
  bool open() const;
};

// SHA-256 of everything but `states`, whatever the white space of the file is.
std::string ContentSha256(const JsonNode& root);

struct ReportFileLoad {
  std::optional<ReportFile> report;  // only without problems
  std::vector<Diagnostic> problems;
};

// Reads the file; `approval`, if not empty, is the text of a sekisho.approval/1 file, whose states
// follow those of the report. Unknown keys, forbidden fields, wrong shapes and a summary of more
// than kSummaryCharactersMax characters are problems. Thread-safe.
struct ReportText {
  std::string name;
  std::string_view text;
};
ReportFileLoad ReadReportFile(const ReportText& report, const ReportText& approval);

inline constexpr size_t kSummaryCharactersMax = 400;

}  // namespace sekisho
