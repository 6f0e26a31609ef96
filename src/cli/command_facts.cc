#include <unistd.h>

#include <memory>
#include <optional>
#include <utility>

#include "absl/strings/str_join.h"
#include "cli/clock.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/facts_request.h"
#include "cli/facts_stream.h"
#include "cli/list_loading.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/table.h"
#include "cli/text_width.h"
#include "core/json_writer.h"
#include "core/time.h"
#include "service/value_facts.h"

namespace sekisho {
namespace {

constexpr char kHelp[] =
    "Show what facts say about one value: what its check digits, its form and the lists tell, as\n"
    "rules see it. Nothing is stored or sent. \"-\" reads objects of fields from standard input, "
    "one\n"
    "a line, and answers each with a line of JSON; SIGHUP reads the lists anew.";

constexpr char kStandardInput[] = "-";  // as KIND

// Words for fields, and what goes with them.
struct Kind {
  std::string_view word;
  std::string_view field;
  std::string_view with_field;  // empty: nothing
  std::string_view with_value;
};
constexpr Kind kKinds[] = {
    {"ip", "ip", "", ""},
    {"email", "email", "", ""},
    {"phone", "phone", "", ""},
    {"name", "name", "", ""},
    {"address", "shipment.address", "", ""},
    {"website", "website", "", ""},
    {"document", "document.number", "", ""},
    {"mrz", "document.mrz", "", ""},
    {"bank", "payout.identifier", "payout.kind", "bank"},
    {"iban", "payout.identifier", "payout.kind", "bank"},
    {"card", "payout.identifier", "payout.kind", "card"},
    {"e_money", "payout.identifier", "payout.kind", "e_money"},
    {"wallet", "payout.identifier", "payout.kind", "crypto"},
    {"service", "payout.institution", "", ""},
};

struct Arguments {
  std::string kind;
  std::vector<std::string> values;  // one, or none with kStandardInput
  std::vector<std::string> with;
  std::string lists;
  std::string at;
  std::string format;
  Language language = Language::kEnglish;
};

StatusOr<std::vector<GivenValue>> ReadValues(const Arguments& arguments) {
  std::vector<GivenValue> values;
  for (const Kind& kind : kKinds) {
    if (kind.word != arguments.kind) continue;
    values.push_back({std::string(kind.field), arguments.values.front()});
    if (!kind.with_field.empty()) {
      values.push_back({std::string(kind.with_field), std::string(kind.with_value)});
    }
  }
  if (values.empty()) values.push_back({arguments.kind, arguments.values.front()});
  for (const std::string& with : arguments.with) {
    const size_t equals = with.find('=');
    if (equals == std::string::npos || equals == 0) {
      return InvalidInput("\"" + with + "\" is not FIELD=VALUE, such as document.issuer=JP");
    }
    values.push_back({with.substr(0, equals), with.substr(equals + 1)});
  }
  return values;
}

// What a value of core/digit_check.h means; "" for other values.
std::string_view CheckRemark(std::string_view value, Language language) {
  constexpr std::pair<std::string_view, Phrase> kRemarks[] = {
      {"malformed",
       {"not of this form: ask again", "形式が合いません。再度確認してください",
        "형식이 맞지 않음: 다시 확인하십시오"}},
      {"wrong_digit",
       {"the check digit is wrong: ask again", "検査数字が合いません。再度確認してください",
        "검증 숫자가 맞지 않음: 다시 확인하십시오"}},
      {"wrong_sum",
       {"the checksum is wrong: read it again", "検査合計が合いません。読み取り直してください",
        "검사합이 맞지 않음: 다시 읽으십시오"}},
      {"unchecked",
       {"the form fits; nothing to check", "形式は合致。検査数字なし",
        "형식은 맞음, 검증 숫자 없음"}},
      {"passes",
       {"agrees, which proves nothing", "検査数字は一致（証明にはなりません）",
        "검증 숫자는 맞음(증명은 아님)"}}};
  for (const auto& [name, remark] : kRemarks) {
    if (name == value) return remark.In(language);
  }
  return "";
}

std::string Remark(const ValueFact& fact, Language language) {
  const auto say = [language](const Phrase& phrase) { return std::string(phrase.In(language)); };
  if (!fact.value.empty()) {
    if (fact.by_list) return say({"by a list", "一覧による", "목록에 따름"});
    const bool is_check = fact.field.ends_with(".check") || fact.field.ends_with("_check");
    return is_check ? std::string(CheckRemark(fact.value, language)) : "";
  }
  std::string text;
  if (fact.by_list) text = say({"not in the lists", "一覧に記載なし", "목록에 없음"});
  if (fact.missing.empty()) return text;
  if (!text.empty()) text += "; ";
  text += say({"list missing: ", "一覧なし: ", "목록 없음: "});
  for (const ListPart part : fact.missing) {
    if (part != fact.missing.front()) text += say({", ", "、", ", "});
    text += ListPartPhrase(part).In(language);
  }
  if (fact.silent.empty()) return text;
  text += say({" (missing or stale: ", "（なし・期限切れ: ", " (없거나 기한 지남: "});
  text += Printable(absl::StrJoin(fact.silent, ", "));
  return text + say({")", "）", ")"});
}

std::string Page(const std::vector<ValueFact>& facts, Language language) {
  const auto say = [language](const Phrase& phrase) { return std::string(phrase.In(language)); };
  Table table({{say({"fact", "ファクト", "사실"})},
               {say({"value", "値", "값"})},
               {say({"from", "根拠", "근거"})}});
  for (const ValueFact& fact : facts) {
    table.AddRow(
        {fact.field, fact.value.empty() ? "–" : Printable(fact.value), Remark(fact, language)});
  }
  if (table.empty()) {
    return say({"no fact reads this field\n", "この項目から計算されるものはありません\n",
                "이 항목에서 계산되는 것이 없습니다\n"});
  }
  return table.Render(InspectTerminal(STDOUT_FILENO), 0);
}

std::string Json(const std::vector<ValueFact>& facts, const ListSet* lists) {
  std::string text;
  JsonWriter json(&text);
  json.BeginObject();
  WriteFacts(facts, lists, &json);
  json.EndObject();
  return text + "\n";
}

// The time of --at; nothing without.
StatusOr<std::optional<int64_t>> GivenTime(const std::string& at) {
  if (at.empty()) return std::optional<int64_t>();
  const StatusOr<int64_t> time_ms = ParseTime(at);
  if (!time_ms.ok()) return time_ms.status();
  return std::optional(*time_ms);
}

Status Run(const Arguments& arguments) {
  const StatusOr<std::optional<int64_t>> at_ms = GivenTime(arguments.at);
  if (!at_ms.ok()) return at_ms.status();
  if (arguments.kind == kStandardInput) return AnswerFactsLines(arguments.lists, *at_ms);
  const StatusOr<std::vector<GivenValue>> values = ReadValues(arguments);
  if (!values.ok()) return values.status();
  const StatusOr<std::shared_ptr<const ListSet>> lists = LoadSoundLists(arguments.lists);
  if (!lists.ok()) return lists.status();
  const int64_t time_ms = *at_ms ? **at_ms : *DayStartMs(Today());
  const StatusOr<std::vector<ValueFact>> facts = FactsOfValues(*values, *lists, time_ms);
  if (!facts.ok()) return facts.status();
  return PrintResult(arguments.format == "json" ? Json(*facts, lists->get())
                                                : Page(*facts, arguments.language));
}

// What is wrong with what was typed, or "".
std::string_view CheckChoice(const Arguments& arguments) {
  if (arguments.kind != kStandardInput) {
    return arguments.values.empty()
               ? "facts: give a KIND and its VALUE; `sekisho facts --help` says more"
               : "";
  }
  if (!arguments.values.empty() || !arguments.with.empty()) {
    return "facts -: the values come from standard input, one JSON object a line";
  }
  return arguments.format == "table" ? "facts -: the answers are JSON; leave --format out" : "";
}

}  // namespace

void AddFactsCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command = parent.AddSubcommand("facts", kHelp);
  command
      .AddOption("KIND", &arguments->kind,
                 "ip, email, phone, name, address, website, document, mrz, bank, iban, card, "
                 "e_money, wallet, service, or a field of docs/events.md; - for standard input")
      .Required()
      .OptionText(" ");
  command.AddOption("VALUE", &arguments->values, "The value").OptionText(" ").Expected(1);
  command.AddRepeated("--with", &arguments->with,
                      "FIELD=VALUE: what the event says besides, such as document.issuer=JP");
  AddListsOption(command, &arguments->lists);
  command
      .AddOption("--at", &arguments->at,
                 "Time of the event, such as 2026-04-01T09:00:00Z; default: today")
      .OptionText("TIME");
  command.AddOption("--format", &arguments->format, "table (default) or json")
      .IsMember({"table", "json"})
      .OptionText("table|json");
  AddLanguageOption(command, &arguments->language);
  command.Footer(
      "Examples:\n"
      "  sekisho facts ip 192.0.2.7 --lists DIR\n"
      "  sekisho facts iban \"GB82 WEST 1234 5698 7654 32\"\n"
      "  sekisho facts document TK1234567 --with document.type=passport --with "
      "document.issuer=JP\n"
      "  sekisho facts - --lists DIR < events.ndjson");
  command.Callback([arguments, exit_code] {
    if (const std::string_view mistake = CheckChoice(*arguments); !mistake.empty()) {
      PrintError(mistake);
      *exit_code = kUsage;
      return;
    }
    *exit_code = ExitCodeOf(Run(*arguments));
  });
}

}  // namespace sekisho
