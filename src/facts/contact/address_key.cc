#include "facts/contact/address_key.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "core/postal_address.h"
#include "core/text.h"

namespace sekisho {
namespace {

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The words of the address in Latin letters, one space between them, dots left out: "p.o. box" and
// "po  box" are "po box". A letter of another script counts as one of a word.
std::string Words(std::string_view utf8) {
  std::string words = " ";
  for (const char c : NormalText(utf8, TextCase::kLower)) {
    if (c == '.' || c == '\'') continue;
    if (IsLetter(c) || IsDigit(c)) {
      words += c;
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  return words.back() == ' ' ? words : words + ' ';
}

// Does `word` stand there with a number behind it? Words of Latin letters stand alone: " pmb 12 ".
bool HasNumbered(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::string_view rest = text.substr(at + word.size());
    const size_t number = rest.find_first_not_of(' ');
    if (number != std::string_view::npos && IsDigit(rest[number])) return true;
  }
  return false;
}

void Compute(const Value& value, FieldId output, EventView* event) {
  if (value.kind != ValueKind::kText || value.truncated) return;
  if (const auto key = AddressKey(value.text)) event->Set(output, Value::Text(event->Store(*key)));
}

}  // namespace

std::string_view AddressForm(std::string_view utf8) {
  static constexpr std::string_view kNumbered[] = {
      " po box ",        " p o box ",         " post office box ", " pob ",
      " pmb ",           " private mailbox ", " postfach ",        " boite postale ",
      " boîte postale ", " apartado ",        " casella postale ", "私書箱",
      "사서함"};
  static constexpr std::string_view kOffices[] = {" virtual office ", "バーチャルオフィス",
                                                  "가상 사무실", "가상사무실"};
  const std::string words = Words(utf8);
  const std::string_view text = words;
  const auto is_numbered = [text](std::string_view word) { return HasNumbered(text, word); };
  const auto is_there = [text](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  };
  if (std::any_of(std::begin(kNumbered), std::end(kNumbered), is_numbered)) return "mailbox";
  return std::any_of(std::begin(kOffices), std::end(kOffices), is_there) ? "virtual_office" : "";
}

void ComputeAddressKey(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  Compute(event->Get(inputs[0]), output, event);
}

void ComputeChangedAddressKey(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  if (event->Get(inputs[0]).text == "address") Compute(event->Get(inputs[1]), output, event);
}

void ComputeAddressForm(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& value = event->Get(inputs[0]);
  if (value.kind != ValueKind::kText || value.truncated) return;
  const std::string_view form = AddressForm(value.text);
  if (!form.empty()) event->Set(output, Value::Text(form));
}

void LookUpAddressClass(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                        EventView* event) {
  const Value& value = event->Get(inputs[0]);
  if (value.kind != ValueKind::kText || value.truncated) return;
  if (lists->lists().places().empty()) return;
  const std::optional<PostalAddress> address = ReadPostalAddress(value.text);
  if (!address) return;
  const std::string_view found = lists->lists().places().ClassOf(*address, event->time_ms);
  if (!found.empty()) event->Set(output, Value::Text(found));
}

}  // namespace sekisho
