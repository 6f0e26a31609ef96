#include "dossier/report_file.h"

#include <algorithm>
#include <tuple>

#include "core/json_writer.h"
#include "core/number.h"
#include "core/sha256.h"
#include "core/utf8.h"
#include "diligence/json_tree.h"
#include "diligence/object_reader.h"
#include "dossier/json_text.h"

namespace sekisho {
namespace {

using Need = ObjectReader::Need;

constexpr std::string_view kFormat = "sekisho.report/1";
constexpr int64_t kOmittedMax = 1'000'000'000'000;
constexpr std::string_view kApprovalFormat = "sekisho.approval/1";

void CheckFormat(ObjectReader* in, std::string_view wanted) {
  const std::string format = in->Text("format", Need::kRequired);
  if (format.empty() || format == wanted) return;
  in->Report(Sk::kCandidateValue, "format",
             "the format is \"" + format + "\", not \"" + std::string(wanted) + "\"");
}

class Reader {
 public:
  Reader(std::string file, ReportFile* out) : file_(std::move(file)), out_(*out) {}

  void Read(ObjectReader* in) {
    CheckFormat(in, kFormat);
    Head(in);
    Found(in);
    People(in);
    Matter(in);
    States(in);
  }

  void States(ObjectReader* in) {
    in->Objects("states", [&](ObjectReader* one) {
      CandidatePart part;
      one->Mark(&part);
      ReportState state;
      state.file = file_;
      state.at = part.at;
      state.line = part.line;
      state.column = part.column;
      state.state =
          one->Word("state", {"draft", "checked", "approved", "handed_over", "closed", "withheld"},
                    Need::kRequired);
      state.by = one->Text("by", Need::kRequired);
      state.at_ms = one->Time("at", Need::kRequired).value_or(0);
      state.reason = Words(one, "reason");
      state.channel = Words(one, "channel");
      state.reference = Words(one, "reference");
      state.content_sha256 = one->Sha256("content_sha256");
      out_.states.push_back(std::move(state));
    });
  }

 private:
  PlacedWords Place(ObjectReader* in, std::string_view key, std::string text) const {
    CandidatePart part;
    in->Mark(&part);
    const JsonNode* const value = in->node().Find(key);
    const JsonNode& at = value == nullptr ? in->node() : *value;
    return {std::move(text), JoinPointer(part.at, key), at.line, at.column, false, file_};
  }

  // A text that people write, in which something may be left to fill in.
  std::string Filled(ObjectReader* in, std::string_view key, Need need = Need::kOptional) {
    std::string text = in->Text(key, need);
    if (text == kToFillIn) Gap(in, key);
    return text == kToFillIn ? "" : text;
  }

  // The same in sentences.
  std::string Words(ObjectReader* in, std::string_view key, Need need = Need::kOptional) {
    std::string text = Filled(in, key, need);
    if (!text.empty()) out_.free_texts.push_back(Place(in, key, text));
    return text;
  }

  void Gap(ObjectReader* in, std::string_view key) { out_.gaps.push_back(Place(in, key, "")); }

  std::vector<std::string> FilledList(ObjectReader* in, std::string_view key) {
    std::vector<std::string> texts = in->Texts(key);
    if (std::erase(texts, kToFillIn) > 0) Gap(in, key);
    return texts;
  }

  std::vector<std::string> WordList(ObjectReader* in, std::string_view key) {
    std::vector<std::string> texts = FilledList(in, key);
    for (const std::string& text : texts) out_.free_texts.push_back(Place(in, key, text));
    return texts;
  }

  void Head(ObjectReader* in) {
    out_.id = Words(in, "id", Need::kRequired);  // stands on every page
    out_.source = in->Word("source", {"candidate", "events"}, Need::kRequired);
    out_.account = in->Text("account", Need::kRequired);
    out_.as_of = in->Time("as_of", Need::kRequired).value_or(0);
    out_.time_zone = in->Zone("time_zone");
    in->Object("versions", [&](ObjectReader* versions) {
      out_.program = versions->Text("program");
      out_.catalogue = versions->Text("catalogue");
      out_.lists = versions->Texts("lists");
    });
  }

  void Found(ObjectReader* in) {
    out_.level = in->Word("level", {"context", "flag", "review", "urgent"}, Need::kRequired);
    in->Objects("findings", [&](ObjectReader* one) { Finding(one); });
    in->Objects("events", [&](ObjectReader* one) { Event(one); });
    out_.not_evaluated = in->Texts("not_evaluated");
    in->Objects("left_out", [&](ObjectReader* one) {
      std::string what = one->Word("what",
                                   {"findings", "evidence", "events", "payments", "traces", "names",
                                    "contacts", "document_types", "payees", "values"},
                                   Need::kRequired);
      const int64_t count = one->Count("count", 1, kOmittedMax).value_or(0);
      out_.left_out.push_back({std::move(what), count});
    });
  }

  void Finding(ObjectReader* in) {
    ReportFinding finding;
    finding.indicator = in->Text("indicator", Need::kRequired);
    in->Object("observed", [&](ObjectReader* words) {
      const size_t first = out_.free_texts.size();
      finding.observed = {Words(words, "en"), Words(words, "ja"), Words(words, "ko")};
      for (size_t i = first; i < out_.free_texts.size(); ++i) out_.free_texts[i].quotes = true;
    });
    finding.value = Words(in, "value");
    finding.first_ms = in->Time("first");
    finding.last_ms = in->Time("last");
    finding.at = in->Texts("at");
    finding.events = in->Texts("events");
    out_.findings.push_back(std::move(finding));
  }

  void Event(ObjectReader* in) {
    ReportEvent event;
    event.id = in->Text("id", Need::kRequired);
    event.type = in->Text("type", Need::kRequired);
    event.account = in->Text("account");
    event.time_ms = in->Time("time", Need::kRequired).value_or(0);
    in->Objects("fields", [&](ObjectReader* field) {
      std::string name = field->Text("name", Need::kRequired);
      event.fields.emplace_back(std::move(name), field->Text("value", Need::kRequired));
    });
    out_.events.push_back(std::move(event));
  }

  void People(ObjectReader* in) {
    in->Object("reporter", [&](ObjectReader* reporter) {
      out_.organisation = Filled(reporter, "organisation");
      out_.role = Words(reporter, "role");
      out_.contact = Filled(reporter, "contact");
      out_.reachable_hours = Words(reporter, "reachable_hours");
    });
    out_.asked = Words(in, "asked");
    const JsonNode* const active = in->node().Find("account_active");
    if (active != nullptr && active->text == kToFillIn) {
      Filled(in, "account_active");
    } else {
      out_.account_active = in->Boolean("account_active");
    }
    out_.summary = Words(in, "summary");
    if (const size_t count = CountCharacters(out_.summary); count > kSummaryCharactersMax) {
      in->Report(Sk::kReportSummary, "summary",
                 "the summary has " + std::to_string(count) + " characters, at most " +
                     std::to_string(kSummaryCharactersMax),
                 "move details into the other sections");
    }
    in->Object("subject", [&](ObjectReader* subject) {
      out_.account_names = FilledList(subject, "account_names");
      out_.contacts = FilledList(subject, "contacts");
      out_.document_types = WordList(subject, "document_types");
      subject->Objects("payouts", [&](ObjectReader* payout) {
        ReportPayout one;
        one.name = Filled(payout, "name");
        one.institution = Filled(payout, "institution");
        out_.payouts.push_back(std::move(one));
      });
    });
  }

  std::optional<int64_t> Amount(ObjectReader* in) {
    in->Amount("amount");
    const JsonNode* const amount = in->node().Find("amount");
    if (amount == nullptr || amount->kind != JsonNode::Kind::kNumber) return std::nullopt;
    return ParseMicros(amount->text);
  }

  void Matter(ObjectReader* in) {
    in->Objects("money", [&](ObjectReader* one) {
      ReportMoney money;
      money.date = one->Day("date");
      money.micros = Amount(one).value_or(0);
      money.currency = one->Text("currency", Need::kRequired);
      money.payer = Filled(one, "payer");
      money.payee = Filled(one, "payee");
      money.account = Filled(one, "account");
      out_.money.push_back(std::move(money));
    });
    in->Object("unpaid_balance", [&](ObjectReader* unpaid) {
      out_.unpaid_micros = Amount(unpaid);
      out_.unpaid_currency = unpaid->Text("currency", Need::kRequired);
    });
    in->Objects("technical", [&](ObjectReader* one) {
      ReportTrace trace;
      trace.kind = one->Word(
          "kind", {"address", "device", "serial", "shipping_address", "handle", "url", "hash"},
          Need::kRequired);
      trace.value = one->Text("value", Need::kRequired);
      trace.first_ms = one->Time("first");
      trace.last_ms = one->Time("last");
      out_.technical.push_back(std::move(trace));
    });
    out_.access_held = Words(in, "access_held");
    out_.data_touched = Words(in, "data_touched");
    out_.threats = Words(in, "threats");
    out_.measures_taken = WordList(in, "measures_taken");
    out_.person_told = Words(in, "person_told");
    in->Objects("attachments", [&](ObjectReader* one) {
      std::string name = Words(one, "name", Need::kRequired);
      out_.attachments.push_back({std::move(name), one->Sha256("sha256")});
    });
  }

  const std::string file_;
  ReportFile& out_;
};

void ReadApproval(const ReportText& approval, ReportFile* report, FileProblems* problems) {
  JsonNode root;
  if (!ReadRootObject("an approval file", approval.text, &root, problems)) return;
  ObjectReader in(root, "", problems);
  CheckFormat(&in, kApprovalFormat);
  if (const std::string id = in.Text("report", Need::kRequired); !id.empty() && id != report->id) {
    in.Report(Sk::kReportState, "report",
              "this approves the report \"" + id + "\", not \"" + report->id + "\"");
  }
  Reader(approval.name, report).States(&in);
  in.Close();
}

void SortByPlace(std::vector<Diagnostic>* problems) {
  std::stable_sort(problems->begin(), problems->end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.place.file, a.place.line, a.place.column) <
                            std::tie(b.place.file, b.place.line, b.place.column);
                   });
}

}  // namespace

bool ReportFile::open() const {
  const std::string& now = state();
  return now == "approved" || now == "handed_over" || now == "closed";
}

std::string ContentSha256(const JsonNode& root) {
  JsonNode content;
  content.kind = JsonNode::Kind::kObject;
  for (const JsonMember& member : root.members) {
    if (member.key != "states") content.members.push_back(member);
  }
  return Sha256Hex(CompactJson(content));
}

ReportFileLoad ReadReportFile(const ReportText& report, const ReportText& approval) {
  ReportFileLoad load;
  JsonNode root;
  FileProblems problems(report.name);
  ReportFile out;
  out.file = report.name;
  if (ReadRootObject("a report file", report.text, &root, &problems)) {
    ObjectReader in(root, "", &problems);
    Reader(report.name, &out).Read(&in);
    in.Close();
    out.content_sha256 = ContentSha256(root);
    if (out.states.empty()) {
      in.Report(Sk::kCandidateKeyMissing, "", "there is no `states` with a first entry",
                R"(write "states": [{"state": "draft", "by": "…", "at": "…"}])");
    }
  }
  FileProblems approval_problems(approval.name);
  if (!approval.text.empty()) ReadApproval(approval, &out, &approval_problems);
  load.problems = problems.Take();
  for (Diagnostic& one : approval_problems.Take()) load.problems.push_back(std::move(one));
  SortByPlace(&load.problems);
  if (load.problems.empty()) load.report = std::move(out);
  return load;
}

}  // namespace sekisho
