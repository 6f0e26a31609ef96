#include "dossier/report_sheet.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "core/time.h"
#include "diligence/vetting.h"
#include "dossier/disclosure.h"
#include "dossier/kind_words.h"
#include "dossier/report_blocks.h"
#include "dossier/report_words.h"

namespace sekisho {
namespace {

using Kind = SheetBlock::Kind;
using Row = std::vector<std::string>;

class SheetMaker {
 public:
  explicit SheetMaker(const ReportSheetInput& in)
      : in_(in),
        r_(in.report),
        language_(in.recipient.language.value_or(in.language)),
        shown_(in.report, language_) {}

  Sheet Make() {
    Head();
    Contacts();
    Reporter();
    sheet_.Heading(Say(words::kSummary));
    sheet_.Paragraph(Free("/summary", r_.summary));
    Indicators();
    Timeline();
    AddSubject(r_, shown_, language_, &sheet_);
    AddMoney(r_, shown_, in_.recipient.id == "us", language_, &sheet_);
    if (!in_.recipient.filing) {
      AddTechnical(r_, shown_, language_, &sheet_);
      Access();
    }
    Measures();
    Preservation();
    Attachments();
    Laws();
    Versions();
    return std::move(sheet_);
  }

 private:
  std::string Say(const Phrase& phrase) const { return std::string(phrase.In(language_)); }

  template <typename... Values>
  std::string Fill(const Phrase& phrase, const Values&... values) const {
    return absl::Substitute(ToAbsl(phrase.In(language_)), values...);
  }

  // Lines of a YAML file are joined by spaces, which Japanese does not have.
  std::string Unfolded(const std::string& text) const {
    if (language_ != Language::kJapanese) return text;
    std::string joined;
    for (size_t i = 0; i < text.size(); ++i) {
      const bool between =
          i > 0 && i + 1 < text.size() && (text[i - 1] & 0x80) != 0 && (text[i + 1] & 0x80) != 0;
      if (text[i] != ' ' || !between) joined += text[i];
    }
    return joined;
  }

  bool IsGap(std::string_view at) const {
    return std::any_of(r_.gaps.begin(), r_.gaps.end(),
                       [at](const PlacedWords& gap) { return gap.at == at; });
  }

  // A text of the file at that pointer, or that it is missing.
  std::string Stated(std::string_view at, std::string_view text) const {
    if (!text.empty()) return std::string(text);
    return Say(IsGap(at) ? words::kGap : words::kNotStated);
  }
  std::string Free(std::string_view at, std::string_view text) const {
    return Stated(at, shown_.Free(text));
  }

  void Fields(std::vector<Row> rows) { sheet_.Add({Kind::kFields, "", {}, {}, std::move(rows)}); }

  std::string Mark() const {
    std::vector<std::string> marks;
    if (in_.recipient.filing) marks.push_back(Say(words::kMarkRestricted));
    if (r_.state() == "withheld") {
      marks.push_back(Say(words::kMarkWithheld));
    } else if (!r_.open()) {
      marks.push_back(Say(words::kMarkDraft));
    }
    return absl::StrJoin(marks, " · ");
  }

  void Head() {
    sheet_.language = language_;
    sheet_.title = Say(in_.recipient.title);
    sheet_.mark = Mark();
    sheet_.footer =
        absl::StrCat(Say(words::kReport), " ", r_.id, " · ", KindWord(r_.state(), language_), " · ",
                     MinuteText(r_.as_of), " UTC");
    sheet_.page = words::kPage.In(language_);
    sheet_.made_ms = r_.as_of;
    Fields({{Say(words::kReport), r_.id},
            {Say(words::kState), KindWord(r_.state(), language_)},
            {Say(words::kAsOf), MinuteText(r_.as_of)}});
    sheet_.Notice(std::string(VetLimits().In(language_)));
    if (in_.recipient.filing) sheet_.Notice(Say(words::kNoNotice));
    sheet_.Paragraph(Say(words::kNobodySends));
    LeftOut();
    Decisions();
  }

  void LeftOut() {
    if (r_.left_out.empty()) return;
    std::vector<std::string> parts;
    for (const ReportOmission& one : r_.left_out) {
      parts.push_back(absl::StrCat(KindWord(one.what, language_), " ", one.count));
    }
    sheet_.Notice(Fill(words::kLeftOut, absl::StrJoin(parts, ", ")));
  }

  void Decisions() {
    SheetBlock table{Kind::kTable,
                     "",
                     {Say(words::kState), Say(words::kWho), Say(words::kWhen), Say(words::kRemark)},
                     {3, 3, 3, 5}};
    for (const ReportState& one : r_.states) {
      Row remarks;
      for (const std::string* text : {&one.reason, &one.channel, &one.reference}) {
        if (!text->empty()) remarks.push_back(shown_.Free(*text));
      }
      table.rows.push_back({KindWord(one.state, language_),
                            one.by == kToFillIn ? Say(words::kGap) : one.by, MinuteText(one.at_ms),
                            absl::StrJoin(remarks, "; ")});
    }
    sheet_.Heading(Say(words::kDecisions));
    sheet_.Add(std::move(table));
  }

  void Contacts() {
    SheetBlock table{Kind::kTable,
                     "",
                     {Say(words::kOffice), Say(words::kAddress), Say(words::kChecked)},
                     {6, 5, 4}};
    for (const std::string_view id : in_.recipient.contacts) {
      const auto found = in_.references.contacts.find(std::string(id));
      if (found == in_.references.contacts.end()) continue;
      const Contact& contact = found->second;
      std::string dates = contact.printed_on + " / " + contact.checked_on;
      if (!contact.confirmed || DaysBefore(contact.checked_on, r_.as_of) > kContactDaysMax) {
        dates += "\n" + Say(words::kConfirmFirst);
      }
      table.rows.push_back({found->first + " " + contact.name.In(language_),
                            contact.address.empty() ? Say(words::kNotPrinted) : contact.address,
                            dates});
    }
    sheet_.Heading(Say(words::kContacts));
    sheet_.Paragraph(Say(words::kContactsHint));
    sheet_.Add(std::move(table));
  }

  void Reporter() {
    sheet_.Heading(Say(words::kReporter));
    std::vector<Row> rows = {
        {Say(words::kOrganisation), Stated("/reporter/organisation", r_.organisation)},
        {Say(words::kRole), Stated("/reporter/role", r_.role)},
        {Say(words::kContact), Stated("/reporter/contact", r_.contact)},
        {Say(words::kHours), Stated("/reporter/reachable_hours", r_.reachable_hours)}};
    if (!in_.recipient.filing) {
      rows.push_back({Say(words::kAsked), Free("/asked", r_.asked)});
      rows.push_back({Say(words::kActive),
                      !r_.account_active ? Stated("/account_active", "")
                                         : Say(*r_.account_active ? words::kYes : words::kNo)});
    }
    Fields(std::move(rows));
  }

  const Indicator* IndicatorOf(const std::string& code) const {
    for (const Indicator& one : in_.indicators) {
      if (one.id == code) return &one;
    }
    return nullptr;
  }

  // Title and date of each document as published, and the place in the language of the reader.
  std::string Advisories(const Indicator& indicator) const {
    std::vector<std::string> lines;
    for (const IndicatorSource& source : indicator.sources) {
      const auto found = in_.references.documents.find(source.document);
      std::string title = source.document;
      if (found != in_.references.documents.end()) {
        const LocalText& titles = found->second.title;
        for (const std::string* one : {&titles.ko, &titles.ja, &titles.en, &titles.In(language_)}) {
          if (!one->empty()) title = *one;
        }
      }
      lines.push_back(absl::StrCat(title, " (", source.date, "), ",
                                   PlaceIn(language_, source.place, in_.references.places)));
    }
    return absl::StrJoin(lines, "\n");
  }

  void Indicators() {
    sheet_.Heading(Say(words::kIndicators));
    if (r_.findings.empty()) sheet_.Paragraph(Say(words::kNoIndicators));
    SheetBlock table{
        Kind::kTable,
        "",
        {Say(words::kIndicator), Say(words::kAdvisory), Say(words::kObserved), Say(words::kPeriod)},
        {4, 6, 5, 4}};
    std::vector<ReportFinding> findings = r_.findings;
    std::stable_sort(
        findings.begin(), findings.end(),
        [](const ReportFinding& a, const ReportFinding& b) { return a.indicator < b.indicator; });
    std::string last;
    for (const ReportFinding& one : findings) {
      const Indicator* const indicator = IndicatorOf(one.indicator);
      Row observed = {shown_.Personal(one.observed.In(language_))};
      if (!one.value.empty()) observed.push_back(Fill(words::kValue, shown_.Free(one.value)));
      Row row = {"", "", absl::StrJoin(observed, "\n"), PeriodText(one.first_ms, one.last_ms)};
      if (one.indicator != last) {  // what is published is said once
        row[0] = one.indicator + (indicator == nullptr ? "" : " " + indicator->name.In(language_));
        row[1] = indicator == nullptr ? Say(words::kNotStated) : Advisories(*indicator);
      }
      last = one.indicator;
      table.rows.push_back(std::move(row));
    }
    if (!table.rows.empty()) sheet_.Add(std::move(table));
    if (!r_.not_evaluated.empty()) {
      sheet_.Paragraph(Fill(words::kNotEvaluated, absl::StrJoin(r_.not_evaluated, ", ")));
    }
  }

  void Timeline() {
    const std::string zone(r_.time_zone.empty() ? in_.recipient.time_zone : r_.time_zone);
    sheet_.Heading(Say(words::kTimeline));
    if (r_.events.empty()) return sheet_.Paragraph(Say(words::kNoEvents));
    std::map<std::string, std::set<std::string>> proves;
    for (const ReportFinding& finding : r_.findings) {
      for (const std::string& id : finding.events) proves[id].insert(finding.indicator);
    }
    std::vector<const ReportEvent*> events;
    for (const ReportEvent& one : r_.events) events.push_back(&one);
    std::stable_sort(events.begin(), events.end(), [](const ReportEvent* a, const ReportEvent* b) {
      return a->time_ms < b->time_ms;
    });
    SheetBlock table{
        Kind::kTable,
        "",
        {Say(words::kUtc), Say(words::kLocal), Say(words::kEvent), Say(words::kDetail)},
        {4, 5, 3, 6}};
    for (const ReportEvent* event : events) {
      Row what = {shown_.Free(KindWord(event->type, language_))};
      if (const auto found = proves.find(event->id); found != proves.end()) {
        what.push_back(absl::StrJoin(found->second, ", "));
      }
      Row details;
      for (const auto& [name, value] : event->fields) {
        details.push_back(absl::StrCat(name, " ", value));
      }
      table.rows.push_back({SecondText(event->time_ms), LocalTime(event->time_ms, zone),
                            absl::StrJoin(what, "\n"),
                            shown_.Personal(absl::StrJoin(details, "\n"))});
    }
    if (zone.empty()) sheet_.Paragraph(Say(words::kNoZone));
    sheet_.Add(std::move(table));
  }

  void Access() {
    sheet_.Heading(Say(words::kAccess));
    Fields({{Say(words::kAccessHeld), Free("/access_held", r_.access_held)},
            {Say(words::kDataTouched), Free("/data_touched", r_.data_touched)},
            {Say(words::kThreats), Free("/threats", r_.threats)}});
  }

  // For a filing nothing is said about what the person was told: nothing may be told.
  void Measures() {
    sheet_.Heading(Say(words::kTaken));
    SheetBlock items{Kind::kItems};
    for (const std::string& one : r_.measures_taken) items.rows.push_back({shown_.Free(one)});
    if (items.rows.empty()) items.rows.push_back({Stated("/measures_taken", "")});
    sheet_.Add(std::move(items));
    if (in_.recipient.filing) {
      sheet_.Notice(Say(words::kNoNotice));
    } else {
      sheet_.Paragraph(Fill(words::kTold, Free("/person_told", r_.person_told)));
    }
  }

  void Preservation() {
    sheet_.Heading(Say(words::kPreserve));
    SheetBlock items{Kind::kItems};
    for (const Phrase& one : words::kPreserved) items.rows.push_back({Say(one)});
    sheet_.Add(std::move(items));
  }

  void Attachments() {
    sheet_.Heading(Say(words::kAttachments));
    if (r_.attachments.empty()) return sheet_.Paragraph(Stated("/attachments", ""));
    SheetBlock table{Kind::kTable, "", {Say(words::kFile), "SHA-256"}, {4, 9}};
    for (const ReportAttachment& one : r_.attachments) {
      table.rows.push_back({shown_.Free(one.name), one.sha256});
    }
    sheet_.Add(std::move(table));
  }

  void Laws() {
    if (in_.recipient.laws.empty()) return;
    sheet_.Heading(Say(words::kLaws));
    sheet_.Paragraph(Say(words::kLawsHint));
    for (const std::string_view id : in_.recipient.laws) {
      const auto found = in_.references.laws.find(std::string(id));
      if (found == in_.references.laws.end()) continue;
      const LawText& law = found->second;
      std::string citations = absl::StrJoin(law.citations, "; ");
      if (!citations.empty()) citations += "; ";
      sheet_.Paragraph(absl::StrCat(found->first, " ", law.name.In(language_), "\n",
                                    Unfolded(law.text.In(language_)), "\n(", citations,
                                    Fill(words::kCheckedOn, law.checked_on), ")"));
    }
  }

  void Versions() {
    sheet_.Heading(Say(words::kVersions));
    std::vector<Row> rows = {{Say(words::kProgram), Stated("", r_.program)},
                             {Say(words::kCatalogue), Stated("", r_.catalogue)}};
    rows.push_back({Say(words::kLists), Stated("", absl::StrJoin(r_.lists, "\n"))});
    Fields(std::move(rows));
  }

  const ReportSheetInput& in_;
  const ReportFile& r_;
  const Language language_;
  const Disclosure shown_;
  Sheet sheet_;
};

}  // namespace

Sheet MakeReportSheet(const ReportSheetInput& input) { return SheetMaker(input).Make(); }

}  // namespace sekisho
