#include "dossier/report_blocks.h"

#include <limits>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "core/number.h"
#include "core/time.h"
#include "dossier/kind_words.h"
#include "dossier/report_words.h"
#include "facts/events/time_zone.h"

namespace sekisho {
namespace {

using Kind = SheetBlock::Kind;
using Row = std::vector<std::string>;

std::string Say(const Phrase& phrase, Language language) {
  return std::string(phrase.In(language));
}

// One value a line; before approval a single remark stands for all of them.
std::string Values(const std::vector<std::string>& values, const Disclosure& shown,
                   Language language) {
  if (values.empty()) return Say(words::kNotStated, language);
  return shown.Personal(absl::StrJoin(values, "\n"));
}

// "1,234.5 JPY".
std::string Money(int64_t micros, std::string_view currency) {
  std::string number = FormatMicros(micros);
  const size_t point = std::min(number.find('.'), number.size());
  for (size_t at = point; at > 3 && number[at - 4] != '-'; at -= 3) number.insert(at - 3, ",");
  return absl::StrCat(number, " ", ToAbsl(currency));
}

// Of each currency; nothing where the sum is beyond all numbers.
std::map<std::string, std::optional<int64_t>> Totals(const std::vector<ReportMoney>& money) {
  std::map<std::string, std::optional<int64_t>> totals;
  for (const ReportMoney& one : money) {
    std::optional<int64_t>& total = totals.try_emplace(one.currency, 0).first->second;
    int64_t sum = 0;
    if (!total || __builtin_add_overflow(*total, one.micros, &sum)) {
      total.reset();
    } else {
      total = sum;
    }
  }
  return totals;
}

}  // namespace

std::string SecondText(int64_t time_ms) {
  std::string text = FormatTime(time_ms).substr(0, 19);
  text[10] = ' ';
  return text;
}

std::string MinuteText(int64_t time_ms) { return SecondText(time_ms).substr(0, 16); }

std::string LocalTime(int64_t time_ms, std::string_view zone) {
  const std::optional<int64_t> offset =
      zone.empty() ? std::nullopt : ZoneOffsetMinutes(zone, time_ms);
  if (!offset) return "";
  const int64_t minutes = *offset < 0 ? -*offset : *offset;
  return SecondText(time_ms + *offset * kMinuteMs) +
         absl::StrFormat(" %c%02d:%02d", *offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string PeriodText(std::optional<int64_t> first_ms, std::optional<int64_t> last_ms) {
  if (!first_ms && !last_ms) return "";
  const std::string first = MinuteText(first_ms ? *first_ms : *last_ms);
  const std::string last = MinuteText(last_ms ? *last_ms : *first_ms);
  return first == last ? first : first + "\n– " + last;
}

int64_t DaysBefore(std::string_view day, int64_t time_ms) {
  const StatusOr<int64_t> start = ParseTime(std::string(day) + "T00:00:00Z");
  if (!start.ok()) return std::numeric_limits<int64_t>::max();
  return (time_ms - *start) / kDayMs;
}

void AddSubject(const ReportFile& report, const Disclosure& shown, Language language,
                Sheet* sheet) {
  std::vector<std::string> payouts;
  for (const ReportPayout& one : report.payouts) {
    payouts.push_back(one.institution.empty() ? one.name : one.name + " / " + one.institution);
  }
  sheet->Heading(Say(words::kSubject, language));
  sheet->Add({Kind::kFields,
              "",
              {},
              {},
              {{Say(words::kAccount, language), shown.Personal(report.account)},
               {Say(words::kAccountNames, language), Values(report.account_names, shown, language)},
               {Say(words::kSubjectContacts, language), Values(report.contacts, shown, language)},
               {Say(words::kDocuments, language), Values(report.document_types, shown, language)},
               {Say(words::kPayouts, language), Values(payouts, shown, language)}}});
}

void AddMoney(const ReportFile& report, const Disclosure& shown, bool loss, Language language,
              Sheet* sheet) {
  sheet->Heading(Say(loss ? words::kLoss : words::kMoney, language));
  if (!report.money.empty()) {
    SheetBlock table{
        Kind::kTable,
        "",
        {Say(words::kDate, language), Say(words::kAmount, language), Say(words::kPayer, language),
         Say(words::kPayee, language), Say(words::kBank, language)},
        {3, 4, 4, 4, 5}};
    for (const ReportMoney& one : report.money) {
      table.rows.push_back({one.date, Money(one.micros, one.currency), shown.Personal(one.payer),
                            shown.Personal(one.payee), shown.Personal(one.account)});
    }
    sheet->Add(std::move(table));
  }
  Row totals;
  for (const auto& [currency, total] : Totals(report.money)) {
    totals.push_back(total ? Money(*total, currency)
                           : currency + " " + Say(words::kTooLarge, language));
  }
  const std::string none = Say(words::kNotStated, language);
  sheet->Add(
      {Kind::kFields,
       "",
       {},
       {},
       {{Say(words::kTotal, language), totals.empty() ? none : absl::StrJoin(totals, "\n")},
        {Say(words::kUnpaid, language),
         report.unpaid_micros ? Money(*report.unpaid_micros, report.unpaid_currency) : none}}});
}

void AddTechnical(const ReportFile& report, const Disclosure& shown, Language language,
                  Sheet* sheet) {
  sheet->Heading(Say(words::kTechnical, language));
  if (report.technical.empty()) return sheet->Paragraph(Say(words::kNotStated, language));
  SheetBlock table{
      Kind::kTable,
      "",
      {Say(words::kKind, language), Say(words::kTrace, language), Say(words::kSeen, language)},
      {4, 8, 5}};
  for (const ReportTrace& one : report.technical) {
    table.rows.push_back({KindWord(one.kind, language), shown.Personal(one.value),
                          PeriodText(one.first_ms, one.last_ms)});
  }
  sheet->Add(std::move(table));
}

}  // namespace sekisho
