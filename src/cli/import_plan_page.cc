#include "cli/import_plan_page.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "cli/text_width.h"
#include "cli/words.h"

namespace sekisho {
namespace {

using Kind = PlannedUse::Kind;

constexpr size_t kSamplesShown = 3;
constexpr size_t kSampleColumns = 24;

constexpr Phrase KindWord(FieldKind kind) {
  switch (kind) {
    case FieldKind::kText:
      return {"text", "文字", "글"};
    case FieldKind::kIdentifier:
      return {"identifier", "識別子", "식별자"};
    case FieldKind::kNumber:
      return {"number", "数", "수"};
    case FieldKind::kBoolean:
      return {"yes or no", "真偽", "예/아니요"};
    case FieldKind::kTime:
      return {"time", "時刻", "시각"};
    case FieldKind::kDuration:
      return {"seconds", "秒数", "초"};
    case FieldKind::kCountry:
      return {"country", "国", "국가"};
    case FieldKind::kAddress:
      return {"network address", "通信アドレス", "네트워크 주소"};
    case FieldKind::kList:
      return {"list", "一覧", "목록"};
  }
  return {};
}

Phrase ClueWord(EncodingClue clue) {
  switch (clue) {
    case EncodingClue::kMark:
      return {"it begins with the byte-order mark", "先頭にバイト順マークがある",
              "맨 앞에 바이트 순서 표식이 있음"};
    case EncodingClue::kAscii:
      return {"nothing but ASCII so far, which is the same in most encodings",
              "今のところ ASCII のみで、どの文字コードでもほぼ同じ",
              "아직 ASCII뿐이라 대부분의 인코딩에서 같음"};
    case EncodingClue::kUtf8:
      return {"all of it is UTF-8", "全体が UTF-8 として読める", "전체가 UTF-8로 읽힘"};
    case EncodingClue::kZeros:
      return {"every other byte is zero", "一つおきに 0 のバイトがある", "한 바이트 걸러 0이 있음"};
    case EncodingClue::kDetector:
      return {"a guess by the frequency of characters", "文字の出方からの推測",
              "글자 빈도에 따른 추측"};
    case EncodingClue::kNone:
      break;
  }
  return {"no encoding that is read here suits", "読める文字コードに当てはまらない",
          "읽을 수 있는 인코딩에 맞지 않음"};
}

class PlanPage {
 public:
  PlanPage(const ImportPlan& plan, const Terminal& terminal, Language language)
      : plan_(plan), terminal_(terminal), language_(language) {}

  std::string Write() {
    text_ = Paint(terminal_, Style::kBold,
                  In({"What an import would do. Nothing was written.",
                      "取り込みの計画（何も書き込んでいません）",
                      "가져오기 계획(아무것도 쓰지 않았음)"})) +
            "\n";
    for (const PlannedFile& file : plan_.files) File(file);
    return text_;
  }

 private:
  std::string In(const Phrase& phrase) const { return std::string(phrase.In(language_)); }
  template <typename... Texts>
  std::string Say(const Phrase& phrase, const Texts&... texts) const {
    return absl::Substitute(ToAbsl(phrase.In(language_)), texts...);
  }
  void Paragraph(std::string_view text, size_t indent) {
    text_ += WrapIndented(Printable(text), terminal_.columns, indent);
  }

  void File(const PlannedFile& file) {
    text_ += "\n" + Paint(terminal_, Style::kBold, Printable(file.sample.path)) + "\n";
    Reading(file);
    for (const PlannedColumn& column : file.columns) Column(column);
    for (const std::string& name : file.missing) {
      Paragraph(Say(file.table.empty()
                        ? Phrase{"the mapping also reads $0, which these records do not have",
                                 "対応づけは $0 も読みますが、このデータにはありません",
                                 "매핑은 $0도 읽지만 이 데이터에는 없음"}
                        : Phrase{"missing: the mapping reads the column $0",
                                 "不足: 対応づけが読む列 $0 がありません",
                                 "부족: 매핑이 읽는 열 $0이(가) 없음"},
                    name),
                2);
    }
    Outcome(file);
  }

  void Encodings(const RecordSample& sample) {
    std::string line = Say({"encoding $0, as the mapping says", "文字コード $0（対応づけの指定）",
                            "인코딩 $0(매핑의 지정)"},
                           std::string(EncodingName(sample.encoding)));
    const std::string clue = In(ClueWord(sample.guess.clue));
    if (sample.undecodable > 0) {
      line += Say({"; but $0 places are no text in it", "。ただし読めない箇所が $0 あります",
                   "; 그러나 읽을 수 없는 곳이 $0군데 있음"},
                  GroupedNumber(sample.undecodable));
    }
    if (sample.guess.encoding) {
      line += Say({"; it looks like $0: $1", "。見たところ $0（$1）", "; 보기에는 $0($1)"},
                  std::string(EncodingName(*sample.guess.encoding)), clue);
    } else {
      line += Say({"; $0", "。$0", "; $0"}, clue);
    }
    Paragraph(line, 2);
  }

  void Reading(const PlannedFile& file) {
    const RecordSample& sample = file.sample;
    Encodings(sample);
    if (sample.csv) {
      Paragraph(
          Say({"table, cells separated by commas, $0 columns named in the first row",
               "表（コンマ区切り、先頭行に列名 $0 列）", "표(쉼표로 구분, 첫 행에 열 이름 $0개)"},
              GroupedNumber(file.columns.size())),
          2);
    } else if (sample.rows > 0) {
      Paragraph(In({"JSON, one object for each record", "JSON（1 レコードに 1 オブジェクト）",
                    "JSON(레코드마다 객체 하나)"}),
                2);
    }
    if (sample.delimiter != ',') {
      const std::string name = sample.delimiter == '\t' ? "TAB" : std::string(1, sample.delimiter);
      Paragraph(Say({"the first row has no comma but \"$0\": only commas are read; save the table "
                     "as CSV with commas",
                     "先頭行の区切りは「$0」のようです。コンマ区切りの CSV で保存し直してください",
                     "첫 행의 구분자가 \"$0\"인 듯함. 쉼표로 구분한 CSV로 다시 저장할 것"},
                    name),
                2);
    }
    Paragraph(Say(sample.whole ? Phrase{"rows: $0, all looked at", "行数 $0（すべて確認）",
                                        "행 $0개(모두 확인)"}
                               : Phrase{"the first $0 rows were looked at", "先頭の $0 行を確認",
                                        "처음 $0행을 확인"},
                  GroupedNumber(sample.rows)),
              2);
    for (const std::string& error : sample.errors) Paragraph(error, 2);
    if (file.table.empty()) return;
    std::string line =
        Say({"table $0 of the mapping", "対応づけの表 $0", "매핑의 표 $0"}, file.table);
    if (file.states) {
      line += In({"; each row is how something stood", "。各行はその時点の状態",
                  "; 각 행은 그 시점의 상태"});
    }
    if (file.taken_ms) {
      line +=
          Say({", taken at $0 UTC", "（$0 UTC 時点）", "($0 UTC 기준)"}, ShortTime(*file.taken_ms));
    }
    Paragraph(line, 2);
  }

  std::string UseText(const PlannedUse& use) const {
    const std::string events = absl::StrJoin(use.events, ", ");
    switch (use.kind) {
      case Kind::kKey:
        return In({"key of the rows", "行の鍵", "행의 키"});
      case Kind::kJoin:
        return Say({"names a row of $0", "$0 の行を指す", "$0의 행을 가리킴"}, events);
      case Kind::kChange:
        return Say({"a change of it is $0", "変わると $0", "바뀌면 $0"}, events);
      case Kind::kCondition:
        return Say({"decides about $0", "$0 とするかを決める", "$0 여부를 정함"}, events);
      case Kind::kField:
        break;
    }
    std::string text =
        absl::Substitute("$0 ($1", std::string(use.field->name), In(KindWord(use.field->kind))) +
        ") · " + events;
    if (!use.via.empty()) text += Say({" (by $0)", "（$0 経由）", "($0 경유)"}, use.via);
    if (!use.form.empty()) {
      text += Say({"; written $0", "。書き方 $0", "; 표기 $0"}, use.form);
      if (!use.zone.empty()) text += Say({" in $0", "（$0）", "($0)"}, use.zone);
    }
    return text;
  }

  std::string Example(const PlannedUse& use, bool personal) const {
    if (!use.failure.empty()) {
      return Say({"cannot be read: $0", "読めません: $0", "읽을 수 없음: $0"},
                 personal ? Masked(use.before) : use.failure);
    }
    if (use.before.empty()) return "";
    const std::string after = use.after.empty() ? In({"no value", "値なし", "값 없음"}) : use.after;
    return (personal ? Masked(use.before) : use.before) + " → " +
           (personal ? Masked(after) : after) +
           (use.field->kind == FieldKind::kTime && !use.after.empty() ? " (UTC)" : "");
  }

  void Column(const PlannedColumn& column) {
    std::string line = column.sample.name + ": ";
    if (column.forbidden) {
      Paragraph(line + In({"dropped: it may not be read", "捨てます（読んではならない項目）",
                           "버림(읽어서는 안 되는 항목)"}),
                4);
      return;
    }
    std::vector<std::string> samples;
    for (const std::string& value : column.sample.values) {
      if (samples.size() == kSamplesShown) break;
      samples.push_back(Fit(column.personal ? Masked(value) : Printable(value), kSampleColumns));
    }
    line += samples.empty() ? In({"(always empty)", "（常に空）", "(항상 비어 있음)"})
                            : absl::StrJoin(samples, " | ");
    Paragraph(line, 4);
    if (column.uses.empty()) {
      Paragraph("→ " + In({"nothing reads it", "読まれません", "읽지 않음"}), 6);
    }
    for (const PlannedUse& use : column.uses) {
      Paragraph("→ " + UseText(use), 6);
      const std::string example = use.kind == Kind::kField ? Example(use, column.personal) : "";
      if (!example.empty()) Paragraph(example, 8);
    }
  }

  void Outcome(const PlannedFile& file) {
    const ImportedFile& outcome = file.outcome;
    Paragraph(Say(outcome.cut ? Phrase{"on trial, the first $0 records: $1 events, $2 refused",
                                       "試行（先頭 $0 行）: イベント $1、不採用 $2",
                                       "시험(처음 $0행): 이벤트 $1, 제외 $2"}
                              : Phrase{"on trial, all $0 records: $1 events, $2 refused",
                                       "試行（全 $0 行）: イベント $1、不採用 $2",
                                       "시험(전체 $0행): 이벤트 $1, 제외 $2"},
                  GroupedNumber(outcome.records), GroupedNumber(outcome.events),
                  GroupedNumber(outcome.refused)),
              2);
    for (const ImportedJoin& join : outcome.joins) {
      Paragraph(Say({"joined with $0: $1 rows have a partner, $2 have none",
                     "$0 との結合: 相手あり $1 行、なし $2 行",
                     "$0 와(과) 결합: 상대 있음 $1행, 없음 $2행"},
                    join.table == join.name ? join.table : join.table + " (" + join.name + ")",
                    GroupedNumber(join.found), GroupedNumber(join.missing)),
                2);
    }
    if (file.states) Compared(file);
  }

  void Compared(const PlannedFile& file) {
    const auto self = static_cast<size_t>(&file - plan_.files.data());
    if (self == 0 || plan_.files[self - 1].table != file.table) {
      Paragraph(In({"the first state: what was there before is not known",
                    "最初の時点の表（それ以前は不明）", "첫 시점의 표(그 이전은 알 수 없음)"}),
                2);
      return;
    }
    Paragraph(Say({"compared with $0: $1 rows unchanged; changes without a time of their own "
                   "between the two: $2",
                   "$0 との比較: 変化なし $1 行、間に自身の時刻がない変更 $2 件",
                   "$0 와(과) 비교: 변화 없음 $1행, 그사이의 자체 시각이 없는 변경 $2건"},
                  plan_.files[self - 1].sample.path, GroupedNumber(file.outcome.unchanged),
                  GroupedNumber(file.outcome.dated_by_snapshot)),
              2);
    if (file.outcome.gone_unknown) {
      Paragraph(In({"rows cannot be read, so which rows are gone is not evaluated",
                    "読めない行があるため、なくなった行は判定しません",
                    "읽을 수 없는 행이 있어 사라진 행은 판정하지 않음"}),
                2);
    }
  }

  const ImportPlan& plan_;
  const Terminal& terminal_;
  const Language language_;
  std::string text_;
};

}  // namespace

std::string ImportPlanPage(const ImportPlan& plan, const Terminal& terminal, Language language) {
  return PlanPage(plan, terminal, language).Write();
}

}  // namespace sekisho
