#include "cli/screen_output.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "cli/table.h"
#include "cli/text_width.h"
#include "cli/words.h"
#include "core/json_writer.h"
#include "core/status.h"
#include "core/time.h"
#include "lists/list_spec.h"

namespace sekisho {
namespace {

constexpr std::array<Phrase, 3> kLevels = {{
    {"low", "低", "낮음"},
    {"medium", "中", "중간"},
    {"high", "高", "높음"},
}};

struct HitSign {
  bool ScreenHit::*member;
  std::string_view word;  // in JSON
  Phrase phrase;
};
constexpr HitSign kSigns[] = {
    {&ScreenHit::same_birth, "birth_date", {"date of birth", "生年月日が一致", "생년월일 일치"}},
    {&ScreenHit::same_birth_year, "birth_year", {"year of birth", "生年が一致", "출생 연도 일치"}},
    {&ScreenHit::same_document, "document", {"document", "書類番号が一致", "서류 번호 일치"}},
    {&ScreenHit::same_address, "address", {"address", "住所が一致", "주소 일치"}},
    {&ScreenHit::same_wallet, "wallet", {"wallet", "ウォレットが一致", "지갑 주소 일치"}},
    {&ScreenHit::other_birth,
     "other_birth_date",
     {"another date of birth", "生年月日が異なる", "생년월일 다름"}},
    {&ScreenHit::weak, "weak_alias", {"weak alias", "弱い別名", "약한 별칭"}},
};

std::string Decimals(double number) {
  char text[16];
  const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed, 3);
  return {text, end.ptr};
}

bool HasIdentifier(const ScreenHit& hit) {
  return hit.same_birth || hit.same_birth_year || hit.same_document || hit.same_address ||
         hit.same_wallet;
}

std::string Signs(const ScreenHit& hit, Language language) {
  std::vector<std::string> signs;
  if (!HasIdentifier(hit)) {
    signs.emplace_back(Phrase{"name only", "名前のみ", "이름만"}.In(language));
  }
  for (const HitSign& sign : kSigns) {
    if (hit.*sign.member) signs.emplace_back(sign.phrase.In(language));
  }
  return absl::StrJoin(signs, ", ");
}

std::string ExceptionLine(const ExceptionMatch& match, Language language) {
  if (match.exception == nullptr) return "";
  const ScreenException& e = *match.exception;
  Phrase phrase = {"  somebody else, says $0 until $1: $2", "  別人（$0、$1 まで）: $2",
                   "  다른 사람($0, $1까지): $2"};
  if (match.state == ExceptionState::kEnded) {
    phrase = {"  the exception of $0 ended on $1: $2", "  例外は終了（$0、$1 まで）: $2",
              "  예외 만료($0, $1까지): $2"};
  } else if (match.state == ExceptionState::kEntryChanged) {
    phrase = {"  the entry has changed since $0 made an exception (until $1): $2",
              "  例外の登録後に掲載内容が変わりました（$0、$1 まで）: $2",
              "  예외 등록 후 등재 내용이 바뀌었음($0, $1까지): $2"};
  } else if (match.state == ExceptionState::kLevelRaised) {
    phrase = {
        "  the exception of $0 (until $1) does not hold here: it was given at the level $3, "
        "and more identifiers agree now: $2",
        "  例外はここでは無効（$0、$1 まで）: 段階「$3」で登録されたが、一致する情報が"
        "増えています: $2",
        "  예외는 여기서 효력이 없음($0, $1까지): \"$3\" 단계에서 등록되었으나 일치하는 정보가 "
        "늘었습니다: $2"};
  }
  const std::string level(kLevels[static_cast<size_t>(e.level)].In(language));
  return Printable(absl::Substitute(ToAbsl(phrase.In(language)), e.who, e.until, e.why, level));
}

constexpr std::array<Phrase, 4> kListStates = {{
    {"looked through: $0", "照合したリスト: $0", "대조한 목록: $0"},
    {"looked through only in part: $0", "一部だけ照合したリスト: $0", "일부만 대조한 목록: $0"},
    {"looked through, but stale: $0", "照合したが期限切れのリスト: $0",
     "대조했으나 기한이 지난 목록: $0"},
    {"NOT looked through: $0", "照合していないリスト: $0", "대조하지 않은 목록: $0"},
}};

// In whole days; nothing without a date.
std::optional<int64_t> AgeDays(const WatchList& list, int64_t today_ms) {
  const std::optional<int64_t> day = DayStartMs(list.published);
  return day ? std::optional((today_ms - *day) / kDayMs) : std::nullopt;
}

// "ofac (7379, 2021-03-01, 2093 days old, SHA-256 0123456789ab)".
std::string ListWords(const WatchList& list, int64_t today_ms, Language language) {
  std::string text = list.name + " (" + std::to_string(list.entries.size()) + ", ";
  if (const std::optional<int64_t> days = AgeDays(list, today_ms)) {
    text += list.published + ", " +
            Counted(static_cast<uint64_t>(std::max<int64_t>(*days, 0)),
                    {"$0 day old", "$0 日経過", "$0일 지남"},
                    {"$0 days old", "$0 日経過", "$0일 지남"}, language);
  } else {
    text += Phrase{"no date", "日付なし", "날짜 없음"}.In(language);
  }
  constexpr size_t kHashShown = 12;  // digits
  return text + ", SHA-256 " + list.Sha256().substr(0, kHashShown) + ")";
}

std::string DamageWords(const WatchList& list) {
  const ListProblem* const damage = list.damage();
  if (damage == nullptr) return list.name;
  const std::string line = damage->line == 0 ? "" : ":" + std::to_string(damage->line);
  return list.name + " (" + damage->file + line + ": " + damage->reason + ")";
}

std::string ListsText(const Screener& screener, int64_t today_ms, const Terminal& terminal,
                      Language language) {
  std::array<std::vector<std::string>, kListStates.size()> lists;
  for (const WatchList& list : screener.lists()) {
    const WatchState state = list.StateAt(today_ms);
    const bool damaged = state == WatchState::kMissing || state == WatchState::kIncomplete;
    lists[static_cast<size_t>(state)].push_back(damaged ? DamageWords(list)
                                                        : ListWords(list, today_ms, language));
  }
  std::string text;
  for (size_t state = 0; state < lists.size(); ++state) {
    if (lists[state].empty()) continue;
    text += WrapIndented(Printable(absl::Substitute(ToAbsl(kListStates[state].In(language)),
                                                    absl::StrJoin(lists[state], ", "))),
                         terminal.columns, 0);
  }
  return text;
}

std::string NoHitText(const Screener& screener, std::string_view name, Language language) {
  const auto is_missing = [](const WatchList& list) { return list.missing; };
  const std::vector<WatchList>& lists = screener.lists();
  Phrase none = {"no listed name is like \"$0\"; that clears nobody",
                 "「$0」に似た名前はリストにありません（身元の確認にはなりません）",
                 "\"$0\"와(과) 비슷한 등재 이름이 없습니다(신원 확인은 아닙니다)"};
  if (std::all_of(lists.begin(), lists.end(), is_missing)) {
    none = {"\"$0\" was not looked up: no list can be used",
            "使えるリストがないため、「$0」は照合していません",
            "쓸 수 있는 목록이 없어 \"$0\"을(를) 대조하지 못했습니다"};
  } else if (std::any_of(lists.begin(), lists.end(), is_missing)) {
    none = {"no name is like \"$0\" in the lists that could be read, and not all could",
            "読めたリストに「$0」に似た名前はありませんが、読めなかったリストがあります",
            "읽을 수 있었던 목록에는 \"$0\"와(과) 비슷한 이름이 없으나, 읽지 못한 목록이 있습니다"};
  }
  return Printable(absl::Substitute(ToAbsl(none.In(language)), std::string(name))) + "\n";
}

std::string HitTable(const Screener& screener, const std::vector<ShownHit>& hits,
                     const Terminal& terminal, Language language) {
  Table table({
      {std::string(Phrase{"level", "段階", "단계"}.In(language)), false, Style::kBold},
      {std::string(Phrase{"what", "根拠", "근거"}.In(language)), false, Style::kPlain, 12},
      {std::string(Phrase{"score", "一致度", "점수"}.In(language)), true},
      {std::string(Phrase{"listed name", "掲載名", "등재 이름"}.In(language)), false, Style::kPlain,
       20},
      {std::string(Phrase{"list", "リスト", "목록"}.In(language))},
      {std::string(Phrase{"entry", "番号", "번호"}.In(language))},
      {std::string(Phrase{"programme", "制度", "제도"}.In(language)), false, Style::kPlain, 8},
  });
  for (const ShownHit& shown : hits) {
    const ListedEntry& entry = screener.entry(shown.hit);
    const std::string listed = shown.hit.name.empty() ? entry.names[0].text : shown.hit.name;
    table.AddRow({std::string(kLevels[static_cast<size_t>(shown.hit.level)].In(language)),
                  Signs(shown.hit, language), Decimals(shown.hit.score), Printable(listed),
                  Printable(screener.lists()[shown.hit.list].name), Printable(entry.id),
                  Printable(entry.programme)});
    const std::string line = ExceptionLine(shown.exception, language);
    if (!line.empty()) table.AddLine(line);
  }
  return table.Render(terminal, 0);
}

}  // namespace

std::string ScreenPage(const Screener& screener, std::string_view name,
                       const std::vector<ShownHit>& hits, int64_t today_ms,
                       const Terminal& terminal, Language language) {
  const std::string found = hits.empty() ? NoHitText(screener, name, language)
                                         : HitTable(screener, hits, terminal, language);
  return found + "\n" + ListsText(screener, today_ms, terminal, language);
}

std::string ScreenSection(const Screener& screener, const ScreenRow& row,
                          const std::vector<ShownHit>& hits, const Terminal& terminal,
                          Language language) {
  if (hits.empty()) return "";
  const Phrase line = {"line $0", "$0 行目", "$0행"};
  std::string text = absl::Substitute(ToAbsl(line.In(language)), row.line);
  for (const std::string* part : {&row.id, &row.query.name}) {
    if (!part->empty()) text += "  " + Printable(*part);
  }
  return text + "\n" + HitTable(screener, hits, terminal, language) + "\n";
}

std::string ScreenBatchSummary(const Screener& screener, const ScreenBatchReport& report,
                               uint64_t rows_with_hits, int64_t today_ms, const Terminal& terminal,
                               Language language) {
  const Phrase counts = {
      "$0 looked up, $1 with hits, $2 refused; a row without a hit clears nobody",
      "照合 $0 件、該当あり $1 件、読めない行 $2 件（該当なしは身元の確認にはなりません）",
      "대조 $0건, 해당 있음 $1건, 읽지 못한 행 $2건(해당 없음은 신원 확인이 아닙니다)"};
  return absl::Substitute(ToAbsl(counts.In(language)), report.rows, rows_with_hits,
                          report.refused) +
         "\n" + ListsText(screener, today_ms, terminal, language);
}

std::string ScreenLines(const Screener& screener, std::string_view name, const ScreenRow* row,
                        const std::vector<ShownHit>& hits) {
  static constexpr std::string_view kStates[] = {"none", "holds", "ended", "entry_changed",
                                                 "level_raised"};
  std::string lines;
  for (const ShownHit& shown : hits) {
    const ScreenHit& hit = shown.hit;
    const ListedEntry& entry = screener.entry(hit);
    JsonWriter json(&lines);
    json.BeginObject();
    if (row != nullptr) json.Key("line").Count(row->line).Key("id").Text(row->id);
    json.Key("name").Text(name);
    json.Key("level").Text(HitLevelWord(hit.level));
    json.Key("score").Micros(std::llround(hit.score * 1e6));
    json.Key("list").Text(screener.lists()[hit.list].name).Key("entry").Text(entry.id);
    json.Key("listed_name").Text(hit.name.empty() ? entry.names[0].text : hit.name);
    json.Key("programme").Text(entry.programme);
    json.Key("signs").BeginArray();
    if (!HasIdentifier(hit)) json.Text("name_only");
    for (const HitSign& sign : kSigns) {
      if (hit.*sign.member) json.Text(sign.word);
    }
    json.EndArray();
    if (shown.exception.exception != nullptr) {
      const ScreenException& e = *shown.exception.exception;
      json.Key("exception").BeginObject();
      json.Key("state").Text(kStates[static_cast<size_t>(shown.exception.state)]);
      json.Key("who").Text(e.who).Key("why").Text(e.why).Key("until").Text(e.until);
      json.Key("level").Text(HitLevelWord(e.level)).EndObject();
    }
    json.EndObject();
    lines.push_back('\n');
  }
  return lines;
}

std::string ScreenListLines(const Screener& screener, int64_t today_ms) {
  static constexpr std::string_view kStates[] = {"good", "incomplete", "stale", "missing"};
  std::string lines;
  for (const WatchList& list : screener.lists()) {
    JsonWriter json(&lines);
    json.BeginObject().Key("watch_list").Text(list.name);
    json.Key("state").Text(kStates[static_cast<size_t>(list.StateAt(today_ms))]);
    json.Key("published");
    if (const std::optional<int64_t> days = AgeDays(list, today_ms)) {
      json.Text(list.published).Key("age_days").Integer(*days);
    } else {
      json.Null().Key("age_days").Null();
    }
    json.Key("sha256").Text(list.Sha256()).Key("entries").Count(list.entries.size());
    json.Key("left_out").Count(list.problem_count).Key("files").BeginArray();
    for (const WatchFile& file : list.files) {
      json.BeginObject().Key("file").Text(file.name).Key("sha256").Text(file.sha256);
      json.Key("left_out").Count(file.left_out);
      if (file.damage) {
        json.Key("problem").BeginObject().Key("line").Count(file.damage->line);
        json.Key("reason").Text(file.damage->reason).EndObject();
      }
      json.EndObject();
    }
    json.EndArray().EndObject();
    lines.push_back('\n');
  }
  return lines;
}

}  // namespace sekisho
