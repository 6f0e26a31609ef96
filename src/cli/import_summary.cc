#include "cli/import_summary.h"

#include <algorithm>

#include "absl/strings/substitute.h"
#include "cli/names_text.h"
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
    Names(report_.counters.forbidden_fields,
          {"Dropped, because it may not be read: $0", "読んではならない項目のため捨てました: $0",
           "읽어서는 안 되는 항목이므로 버렸습니다: $0"});
    Names(report_.counters.not_mapped,
          {"Not mapped, because the mapping makes no event of this kind: $0",
           "対応づけにない種類のため取り込まなかった行: $0",
           "매핑에 없는 종류라서 가져오지 않은 행: $0"});
    UnknownAccounts();
    Remarks();
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
                          GroupedNumber(report_.events), ShortTime(report_.first_ms),
                          ShortTime(report_.last_ms)),
         Style::kBold, 0);
    size_t columns = 0;
    for (const auto& [type, made] : report_.types) columns = std::max(columns, type.size());
    for (const auto& [type, made] : report_.types) {
      text_ += "  " + PadRight(type, columns) + "  " + GroupedNumber(made.events) + "\n";
    }
  }

  void Remark(const ImportedFile& file, const Phrase& phrase, const std::string& number) {
    if (!remarked_) text_ += "\n";
    remarked_ = true;
    Paragraph(Printable(file.name) + ": " + absl::Substitute(In(phrase), number), 0);
  }

  void Remarks() {
    for (const ImportedFile& file : report_.files) {
      for (const std::string& column : file.missing_columns) {
        Remark(file,
               {"the mapping reads the column \"$0\", which the file does not have",
                "対応づけが読む列「$0」がファイルにありません",
                "매핑이 읽는 열 \"$0\"이(가) 파일에 없습니다"},
               Printable(column));
      }
      if (file.without_partner > 0) {
        Remark(file,
               {"rows whose key is not in the joined table: $0", "結合先に鍵がない行: $0",
                "결합한 표에 키가 없는 행: $0"},
               GroupedNumber(file.without_partner));
      }
      if (file.unchanged > 0) {
        Remark(file,
               {"rows as the file before shows them: $0", "前のファイルから変わらない行: $0",
                "이전 파일과 같은 행: $0"},
               GroupedNumber(file.unchanged));
      }
      if (file.dated_by_snapshot > 0) {
        Remark(file,
               {"changes whose own time is not between the two files, dated by the later one: $0",
                "自身の時刻が二つのファイルの間にないため、後のファイルの時刻にした変更: $0",
                "자체 시각이 두 파일 사이에 없어 나중 파일의 시각으로 한 변경: $0"},
               GroupedNumber(file.dated_by_snapshot));
      }
      if (file.gone_unknown) {
        Remark(file,
               {"rows could not be read, so which rows are gone is not evaluated",
                "読めない行があるため、なくなった行は判定していません",
                "읽을 수 없는 행이 있어 사라진 행은 판정하지 않았습니다"},
               "");
      }
    }
  }

  void UnknownAccounts() {
    if (report_.accounts_unknown == 0) return;
    text_ += "\n";
    Paragraph(absl::Substitute(In({"Accounts that the file of --accounts does not know, kept as "
                                   "they are: $0",
                                   "--accounts のファイルにないため、そのまま残したアカウント: $0",
                                   "--accounts 파일에 없어 그대로 둔 계정: $0"}),
                               GroupedNumber(report_.accounts_unknown)),
              0);
  }

  void Names(const NameCounts& names, const Phrase& phrase) {
    if (names.total() == 0) return;
    text_ += "\n";
    Paragraph(absl::Substitute(In(phrase), NamesText(names, view_.language)), 0);
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
  bool remarked_ = false;
};

}  // namespace

std::string ImportSummary(const ImportView& view) { return Summary(view).Write(); }

}  // namespace sekisho
