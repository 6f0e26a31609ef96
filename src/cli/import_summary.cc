#include "cli/import_summary.h"

#include <algorithm>

#include "absl/strings/substitute.h"
#include "cli/text_width.h"
#include "cli/words.h"

namespace sekisho {
namespace {

class Summary {
 public:
  explicit Summary(const ImportView& view) : view_(view), report_(view.report) {}

  std::string Write() {
    Line(In({"Import", "取り込み", "가져오기"}), Style::kBold, 0);
    Files();
    Events();
    Forbidden();
    Rejects();
    return text_;
  }

 private:
  std::string In(const Phrase& phrase) const { return std::string(phrase.In(view_.language)); }

  void Line(std::string_view text, Style style, size_t indent) {
    text_ += std::string(indent, ' ') + Paint(view_.terminal, style, text) + "\n";
  }

  void Paragraph(std::string_view text, size_t indent) {
    text_ += WrapIndented(text, view_.terminal.columns, indent);
  }

  void Files() {
    size_t columns = 0;
    for (const ImportedFile& file : report_.files) {
      columns = std::max(columns, DisplayWidth(Printable(file.name)));
    }
    for (const ImportedFile& file : report_.files) {
      text_ +=
          "  " + PadRight(Printable(file.name), columns) + "  " +
          absl::Substitute(In({"records: $0 · events: $1 · refused: $2",
                               "行 $0 · イベント $1 · 不採用 $2", "행 $0 · 이벤트 $1 · 제외 $2"}),
                           GroupedNumber(file.records), GroupedNumber(file.events),
                           GroupedNumber(file.refused)) +
          "\n";
    }
  }

  void Events() {
    if (report_.types.empty()) return;
    text_ += "\n";
    Line(absl::Substitute(In({"$0 events, $1 to $2 UTC", "イベント $0 件、$1 ～ $2 UTC",
                              "이벤트 $0건, $1 ~ $2 UTC"}),
                          GroupedNumber(report_.counters.events), ShortTime(report_.first_ms),
                          ShortTime(report_.last_ms)),
         Style::kBold, 0);
    size_t columns = 0;
    for (const auto& [type, count] : report_.types) columns = std::max(columns, type.size());
    for (const auto& [type, count] : report_.types) {
      text_ += "  " + PadRight(type, columns) + "  " + GroupedNumber(count) + "\n";
    }
  }

  void Forbidden() {
    if (report_.counters.forbidden_fields.total() == 0) return;
    text_ += "\n";
    std::string names;
    for (const auto& [name, count] : report_.counters.forbidden_fields.counts()) {
      names += (names.empty() ? "" : ", ") + Printable(name) + " " + GroupedNumber(count);
    }
    Paragraph(absl::Substitute(In({"Dropped, because it may not be read: $0",
                                   "読んではならない項目のため捨てました: $0",
                                   "읽어서는 안 되는 항목이므로 버렸습니다: $0"}),
                               names),
              0);
  }

  void Rejects() {
    if (report_.counters.rejects == 0) return;
    text_ += "\n";
    Line(absl::Substitute(In({"Refused: $0", "不採用 $0 件", "제외 $0건"}),
                          GroupedNumber(report_.counters.rejects)),
         Style::kBold, 0);
    for (const RejectedRecord& record : view_.first_rejects) {
      std::string place = Printable(record.source) + ":" + std::to_string(record.line);
      if (record.column > 0) place += ":" + std::to_string(record.column);
      Paragraph(place + ": " + Printable(record.reason), 2);
    }
    if (view_.rejects_kept || report_.counters.rejects <= view_.first_rejects.size()) return;
    Paragraph(In({"--rejects FILE keeps all of them with their reasons.",
                  "--rejects FILE ですべてを理由とともに残せます。",
                  "--rejects FILE 로 모두 이유와 함께 남길 수 있습니다."}),
              2);
  }

  const ImportView& view_;
  const ImportReport& report_;
  std::string text_;
};

}  // namespace

std::string ImportSummary(const ImportView& view) { return Summary(view).Write(); }

}  // namespace sekisho
