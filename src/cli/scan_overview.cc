#include "cli/scan_overview.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "cli/names_text.h"
#include "cli/text_width.h"
#include "cli/words.h"
#include "core/time.h"
#include "lists/list_part.h"

namespace sekisho {
namespace {

constexpr size_t kIndent = 2;

// Lines of a label and what belongs to it, the second column wrapped.
class Facts {
 public:
  explicit Facts(const ScanView& view) : view_(view) {}

  void Add(const Phrase& label, std::string_view text) {
    lines_.emplace_back(label.In(view_.language), text);
  }

  std::string Render() const {
    size_t label_columns = 0;
    for (const auto& [label, text] : lines_) {
      label_columns = std::max(label_columns, DisplayWidth(label));
    }
    const size_t indent = kIndent + label_columns + 2;
    std::string page;
    for (const auto& [label, text] : lines_) {
      const std::string wrapped = WrapIndented(text, view_.terminal.columns, indent);
      page += std::string(kIndent, ' ') +
              Paint(view_.terminal, Style::kDim, PadRight(label, label_columns)) + "  " +
              wrapped.substr(std::min(indent, wrapped.size()));
    }
    return page;
  }

 private:
  const ScanView& view_;
  std::vector<std::pair<std::string, std::string>> lines_;
};

std::string Say(const Phrase& phrase, const ScanView& view, uint64_t number) {
  return absl::Substitute(ToAbsl(phrase.In(view.language)), GroupedNumber(number));
}

std::string FilesText(const ScanView& view) {
  const std::vector<std::string>& paths = view.paths;
  std::string text =
      paths[0] == "-"
          ? std::string(Phrase{"standard input", "標準入力", "표준 입력"}.In(view.language))
          : Printable(paths[0]);
  if (paths.size() == 1) return text;
  return text + " " + Say({"and $0 more", "ほか $0 件", "외 $0개"}, view, paths.size() - 1);
}

std::string EventsText(const ScanView& view) {
  const ScanReport& report = view.report;
  std::string text = GroupedNumber(report.events);
  if (report.events == 0) return text;
  return text +
         absl::Substitute(ToAbsl(Phrase{", $0 to $1 UTC", "（$0 ～ $1 UTC）", " ($0 ~ $1 UTC)"}.In(
                              view.language)),
                          ShortTime(report.first_ms), ShortTime(report.last_ms));
}

std::string LeftOutText(const ScanView& view) {
  const ScanReport& report = view.report;
  const std::pair<uint64_t, Phrase> counts[] = {
      {report.rejects - std::min(report.rejects, report.conflicts),
       {"refused: $0", "拒否 $0 件", "거부 $0건"}},
      {report.conflicts,
       {"conflicting (same id, other content): $0", "矛盾 $0 件（同じ id で内容が異なる）",
        "충돌 $0건(같은 id, 다른 내용)"}},
      {report.duplicates, {"duplicates: $0", "重複 $0 件", "중복 $0건"}},
      {report.counters.not_mapped.total(), {"not mapped: $0", "対応なし $0 件", "매핑 없음 $0건"}},
  };
  std::vector<std::string> parts;
  for (const auto& [count, phrase] : counts) {
    if (count > 0) parts.push_back(Say(phrase, view, count));
  }
  if (parts.empty()) return std::string(Phrase{"nothing", "なし", "없음"}.In(view.language));
  return absl::StrJoin(parts, " · ");
}

// "line 3, column 7: …" for the first few refused records.
std::string RejectsText(const ScanView& view) {
  std::string text;
  for (const RejectedRecord& reject : view.first_rejects) {
    const std::string place = Printable(reject.source) + ":" + std::to_string(reject.line) +
                              (reject.column > 0 ? ":" + std::to_string(reject.column) : "");
    text +=
        WrapIndented(place + ": " + Printable(reject.reason), view.terminal.columns, kIndent + 2);
  }
  const uint64_t more =
      view.report.rejects - std::min<uint64_t>(view.report.rejects, view.first_rejects.size());
  if (more > 0 && !view.rejects_kept) {
    text += WrapIndented(Say({"… and $0 more; --rejects FILE keeps all of them with their reasons",
                              "… ほか $0 件。--rejects FILE で全件を理由とともに保存します",
                              "… 외 $0건. --rejects FILE로 모두 이유와 함께 저장합니다"},
                             view, more),
                         view.terminal.columns, kIndent + 2);
  }
  return text;
}

// The first of many codes, and how many there are besides.
std::string Codes(const std::vector<std::string>& codes, const ScanView& view) {
  constexpr size_t kShown = 8;
  if (codes.size() <= kShown) return absl::StrJoin(codes, ", ");
  return absl::StrJoin(codes.begin(), codes.begin() + kShown, ", ") +
         Say({" and $0 more", " ほか $0 件", " 외 $0개"}, view, codes.size() - kShown);
}

// Indicators whose list is missing or stale, each with the lists of which one would do.
void AddMissingLists(const ScanView& view, Facts* facts) {
  constexpr size_t kListLinesMax = 4;
  constexpr std::pair<NotEvaluatedReason, Phrase> kTitles[] = {
      {NotEvaluatedReason::kListMissing, {"List missing", "リストなし", "목록 없음"}},
      {NotEvaluatedReason::kListStale, {"List out of date", "リストの期限切れ", "목록 기한 지남"}}};
  for (const auto& [reason, title] : kTitles) {
    std::map<std::vector<ListPart>, std::vector<std::string>> codes;
    std::vector<std::string> all;
    for (const NotEvaluated& one : view.assessments.not_evaluated) {
      if (one.reason != reason) continue;
      all.push_back(view.rules.indicators[one.indicator].id);
      codes[one.lists].push_back(all.back());
    }
    if (codes.size() > kListLinesMax) {
      facts->Add(title,
                 Codes(all, view) + Say({": --lists DIR supplies them; docs/lists.md says which",
                                         "：--lists DIR で指定します（docs/lists.md）",
                                         ": --lists DIR로 지정합니다(docs/lists.md)"},
                                        view, 0));
      continue;
    }
    for (const auto& [parts, indicators] : codes) {
      std::vector<std::string> names;
      for (const ListPart part : parts) names.emplace_back(ListPartPhrase(part).In(view.language));
      const Phrase between = {" or ", "または", " 또는 "};
      facts->Add(title, Codes(indicators, view) + ": " +
                            absl::StrJoin(names, ToAbsl(between.In(view.language))));
    }
  }
}

// Indicators that are evaluated with some of the lists that they could use.
void AddListsWanted(const ScanView& view, Facts* facts) {
  std::vector<std::string> codes;
  for (const NotEvaluated& one : view.assessments.lists_wanted) {
    codes.push_back(view.rules.indicators[one.indicator].id);
  }
  if (codes.empty()) return;
  facts->Add(
      {"Lists wanted", "追加のリスト", "추가 목록"},
      Codes(codes, view) + Say({": seen in part; `sekisho lists show` says which lists would "
                                "show more",
                                "：一部のみ判定。必要なリストは `sekisho lists show`",
                                ": 일부만 판정. 필요한 목록은 `sekisho lists show`"},
                               view, 0));
}

// Indicators that would find everybody, because they take for absent what the input never tells.
void AddOneSided(const ScanView& view, Facts* facts) {
  std::map<std::vector<std::string>, std::vector<std::string>> codes;
  for (const OneSidedRule& one : view.report.one_sided) {
    const Rule& rule = view.rules.rules[one.rule];
    std::vector<std::string>& known = codes[one.types];
    known.push_back(rule.indicator ? view.rules.indicators[*rule.indicator].id
                                   : Printable(rule.name));
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
  }
  for (const auto& [types, indicators] : codes) {
    facts->Add({"Would mislead", "誤解を招くもの", "오해를 부르는 것"},
               Codes(indicators, view) +
                   absl::Substitute(ToAbsl(Phrase{": not evaluated, because the input has no $0",
                                                  "：入力に $0 がないため判定しません",
                                                  ": 입력에 $0 없음, 판정하지 않음"}
                                               .In(view.language)),
                                    absl::StrJoin(types, ", ")));
  }
}

// Indicators that this run could not judge, with the reason.
void AddNotEvaluated(const ScanView& view, Facts* facts) {
  const RuleSet& rules = view.rules;
  std::vector<bool> judged(rules.indicators.size(), false);
  std::vector<std::string> rules_left_out;
  for (const RuleReport& line : view.report.rules) {
    const Rule& rule = rules.rules[line.rule];
    if (rule.generates && !rule.not_evaluated.empty()) {
      rules_left_out.push_back(Printable(rule.title.empty() ? rule.name : rule.title));
    }
    if (!rule.indicator) continue;
    if (rule.generates && rule.not_evaluated.empty()) judged[*rule.indicator] = true;
  }
  std::vector<std::string> not_computed;
  for (size_t i = 0; i < rules.indicators.size(); ++i) {
    if (!judged[i]) not_computed.push_back(rules.indicators[i].id);
  }
  std::sort(not_computed.begin(), not_computed.end());
  std::vector<std::string> no_events;  // by id, as they come
  std::vector<std::string> no_field;
  for (const NotEvaluated& one : view.assessments.not_evaluated) {
    const std::string& code = rules.indicators[one.indicator].id;
    if (one.reason == NotEvaluatedReason::kNoEvents) no_events.push_back(code);
    if (one.reason == NotEvaluatedReason::kFieldMissing) no_field.push_back(code);
  }
  if (!no_events.empty()) {
    facts->Add(
        {"No data for", "データなし", "자료 없음"},
        Codes(no_events, view) + std::string(Phrase{": the input has no event that they look at",
                                                    "：対象となるイベントがありません",
                                                    ": 대상이 되는 이벤트가 없습니다"}
                                                 .In(view.language)));
  }
  if (!no_field.empty()) {
    facts->Add({"Field missing", "項目なし", "항목 없음"},
               Codes(no_field, view) +
                   std::string(Phrase{": the events that they look at lack a field that they need",
                                      "：対象となるイベントに必要な項目がありません",
                                      ": 대상이 되는 이벤트에 필요한 항목이 없습니다"}
                                   .In(view.language)));
  }
  if (!not_computed.empty()) {
    facts->Add({"Not evaluated", "未判定", "미판정"},
               Codes(not_computed, view) +
                   std::string(Phrase{": `sekisho rules list --coverage` says what each needs",
                                      "：それぞれに必要なものは `sekisho rules list --coverage`",
                                      ": 각각 필요한 것은 `sekisho rules list --coverage`"}
                                   .In(view.language)));
  }
  if (!rules_left_out.empty()) {
    facts->Add({"Rules left out", "未判定の規則", "미판정 규칙"},
               Say({"$0; `sekisho rules check --list-not-evaluated` says why",
                    "$0 件（理由は `sekisho rules check --list-not-evaluated`）",
                    "$0개(이유는 `sekisho rules check --list-not-evaluated`)"},
                   view, rules_left_out.size()));
  }
}

void AddNames(const ScanView& view, Facts* facts) {
  const Counters& counters = view.report.counters;
  if (counters.not_mapped.total() > 0) {
    facts->Add({"Not mapped", "対応なし", "매핑 없음"},
               NamesText(counters.not_mapped, view.language));
  }
  if (counters.forbidden_fields.total() > 0) {
    facts->Add(
        {"Forbidden", "禁止項目", "금지 항목"},
        NamesText(counters.forbidden_fields, view.language) +
            std::string(
                Phrase{": dropped unread", "：読まずに破棄しました", ": 읽지 않고 버렸습니다"}.In(
                    view.language)));
  }
  if (counters.unknown_fields.total() > 0) {
    facts->Add(
        {"Unknown", "未知の項目", "모르는 항목"},
        NamesText(counters.unknown_fields, view.language) +
            std::string(Phrase{": no indicator reads these fields", "：どの指標も読まない項目です",
                               ": 어떤 지표도 읽지 않는 항목입니다"}
                            .In(view.language)));
  }
}

// What people decided not to count, and what they might want to decide.
void AddExemptions(const ScanView& view, Facts* facts) {
  const ScanAssessments& assessments = view.assessments;
  const size_t all = assessments.exemptions.exemptions().size();
  const size_t in_force = assessments.exemptions.CountInForce();
  if (all > 0) {
    facts->Add({"Exemptions", "例外", "예외"},
               Say({"$0 in force", "有効 $0 件", "유효 $0건"}, view, in_force) +
                   Say({", $0 ended", "、終了 $0 件", ", 종료 $0건"}, view, all - in_force) +
                   Say({"; $0 links between accounts not followed", "。たどらない共有 $0 件",
                        "; 따르지 않은 공유 $0건"},
                       view, view.report.links_exempted));
  }
  if (view.report.statements.incomplete > 0) {
    facts->Add({"Attention", "注意", "주의"},
               Say({"$0 exemptions or explanations do not say what they are about; they are not "
                    "applied",
                    "$0 件の例外・説明は対象が不明なため適用していません",
                    "예외·설명 $0건은 대상이 없어 적용하지 않았습니다"},
                   view, view.report.statements.incomplete));
  }
  if (!assessments.hubs.empty()) {
    facts->Add({"Hubs", "共有多数", "다수 공유"},
               Say({"$0 addresses or devices are shared by so many accounts that they say nothing "
                    "about one of them: not counted. Enter them as exemptions or in a list",
                    "$0 個のアドレス・端末は極めて多数のアカウントが共有し、個々については何も"
                    "言えないため数えていません。例外またはリストに登録してください",
                    "주소·기기 $0개는 매우 많은 계정이 공유하여 개별 계정에 대해 아무것도 말해 "
                    "주지 않으므로 세지 않았습니다. 예외나 목록에 등록하세요"},
                   view, assessments.hubs.size()));
  }
}

void AddWarnings(const ScanView& view, Facts* facts) {
  const ScanReport& report = view.report;
  const Phrase attention{"Attention", "注意", "주의"};
  if (report.far_ahead > 0) {
    facts->Add(attention,
               Say({"$0 events lie more than a day after nearly all others: check their clocks",
                    "$0 件のイベントが他より一日以上先の日時です。時計を確認してください",
                    "$0건의 이벤트가 다른 것보다 하루 이상 늦습니다. 시계를 확인하세요"},
                   view, report.far_ahead));
  }
  if (report.counters.values_truncated > 0 || report.counters.list_items_dropped > 0) {
    facts->Add(attention,
               Say({"$0 values were longer than the limit; only their beginning was examined",
                    "$0 個の値が上限より長く、先頭部分だけを調べました",
                    "$0개의 값이 한도보다 길어 앞부분만 검사했습니다"},
                   view, report.counters.values_truncated + report.counters.list_items_dropped));
  }
  if (report.state.refused > 0) {
    facts->Add(attention,
               Say({"memory budget used up: $0 inputs were dropped; raise --state-mb",
                    "メモリ上限に達し $0 件を処理できませんでした。--state-mb を増やしてください",
                    "메모리 한도에 도달해 $0건을 처리하지 못했습니다. --state-mb를 늘리세요"},
                   view, report.state.refused));
  }
  for (const std::string& error : report.source_errors) facts->Add(attention, Printable(error));
}

}  // namespace

std::string ScanOverview(const ScanView& view) {
  Facts facts(view);
  facts.Add({"Files", "ファイル", "파일"}, FilesText(view));
  facts.Add({"Events", "イベント", "이벤트"}, EventsText(view));
  facts.Add({"Left out", "除外", "제외"}, LeftOutText(view));
  AddNames(view, &facts);
  AddMissingLists(view, &facts);
  AddListsWanted(view, &facts);
  AddOneSided(view, &facts);
  AddNotEvaluated(view, &facts);
  AddExemptions(view, &facts);
  AddWarnings(view, &facts);
  return facts.Render() + RejectsText(view);
}

}  // namespace sekisho
