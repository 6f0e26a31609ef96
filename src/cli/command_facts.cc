#include <unistd.h>

#include <memory>

#include "cli/clock.h"
#include "cli/command.h"
#include "cli/exit_code.h"
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
    "rules see it. Nothing is stored or sent.";

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
  std::string value;
  std::vector<std::string> with;
  std::string lists;
  std::string at;
  std::string format = "table";
  Language language = Language::kEnglish;
};

StatusOr<std::vector<GivenValue>> ReadValues(const Arguments& arguments) {
  std::vector<GivenValue> values;
  for (const Kind& kind : kKinds) {
    if (kind.word != arguments.kind) continue;
    values.push_back({std::string(kind.field), arguments.value});
    if (!kind.with_field.empty()) {
      values.push_back({std::string(kind.with_field), std::string(kind.with_value)});
    }
  }
  if (values.empty()) values.push_back({arguments.kind, arguments.value});
  for (const std::string& with : arguments.with) {
    const size_t equals = with.find('=');
    if (equals == std::string::npos || equals == 0) {
      return InvalidInput("\"" + with + "\" is not FIELD=VALUE, such as document.issuer=JP");
    }
    values.push_back({with.substr(0, equals), with.substr(equals + 1)});
  }
  return values;
}

std::string Remark(const ValueFact& fact, Language language) {
  const auto say = [language](const Phrase& phrase) { return std::string(phrase.In(language)); };
  if (!fact.value.empty()) {
    return fact.by_list ? say({"by a list", "一覧による", "목록에 따름"}) : "";
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
  return text;
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

std::string Json(const std::vector<ValueFact>& facts) {
  std::string text;
  JsonWriter json(&text);
  json.BeginObject().Key("facts").BeginArray();
  for (const ValueFact& fact : facts) {
    json.BeginObject().Key("field").Text(fact.field).Key("value");
    if (fact.value.empty()) {
      json.Null();
    } else {
      json.Text(fact.value);
    }
    json.Key("by_list").Boolean(fact.by_list).Key("missing_lists").BeginArray();
    for (const ListPart part : fact.missing) json.Text(ListPartName(part));
    json.EndArray().EndObject();
  }
  json.EndArray().EndObject();
  return text + "\n";
}

Status Run(const Arguments& arguments) {
  const StatusOr<std::vector<GivenValue>> values = ReadValues(arguments);
  if (!values.ok()) return values.status();
  const StatusOr<int64_t> time_ms =
      ParseTime(arguments.at.empty() ? Today() + "T00:00:00Z" : arguments.at);
  if (!time_ms.ok()) return time_ms.status();
  const StatusOr<std::shared_ptr<const ListSet>> lists = LoadSoundLists(arguments.lists, nullptr);
  if (!lists.ok()) return lists.status();
  const StatusOr<std::vector<ValueFact>> facts = FactsOfValues(*values, *lists, *time_ms);
  if (!facts.ok()) return facts.status();
  return PrintResult(arguments.format == "json" ? Json(*facts) : Page(*facts, arguments.language));
}

}  // namespace

void AddFactsCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command = parent.AddSubcommand("facts", kHelp);
  command
      .AddOption("KIND", &arguments->kind,
                 "ip, email, phone, name, address, website, document, mrz, bank, iban, card, "
                 "e_money, wallet, service, or a field of docs/events.md")
      .Required()
      .OptionText(" ");
  command.AddOption("VALUE", &arguments->value, "The value").Required().OptionText(" ");
  command.AddRepeated("--with", &arguments->with,
                      "FIELD=VALUE: what the event says besides, such as document.issuer=JP");
  AddListsOption(command, &arguments->lists);
  command
      .AddOption("--at", &arguments->at,
                 "Time of the event, such as 2026-04-01T09:00:00Z; default: today")
      .OptionText("TIME");
  command.AddOption("--format", &arguments->format, "table or json")
      .IsMember({"table", "json"})
      .OptionText("table|json");
  AddLanguageOption(command, &arguments->language);
  command.Footer(
      "Examples:\n"
      "  sekisho facts ip 192.0.2.7 --lists DIR\n"
      "  sekisho facts iban \"GB82 WEST 1234 5698 7654 32\"\n"
      "  sekisho facts document TK1234567 --with document.type=passport --with "
      "document.issuer=JP");
  command.Callback([arguments, exit_code] {
    const Status status = Run(*arguments);
    if (!status.ok()) PrintError(status);
    *exit_code = status.ok() ? kDone : kFailed;
  });
}

}  // namespace sekisho
