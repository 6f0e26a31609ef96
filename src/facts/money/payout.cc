#include "facts/money/payout.h"

#include <algorithm>

#include "core/iban.h"
#include "core/text.h"
#include "core/wallet.h"
#include "facts/money/zengin.h"

namespace sekisho {
namespace {

// A bank account number this short holds no code of the bank: 7 digits in Japan, 8 in Britain.
constexpr size_t kBankNumberAloneMax = 10;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::string Lower(std::string_view text) { return NormalText(text, TextCase::kLower); }

bool LooksLikeEmail(std::string_view text) {
  const size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos;
}

// Digits with the separators people put between them; the first may be a plus.
bool LooksLikeDigits(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  const auto part = [](char c) {
    return IsDigit(c) || c == ' ' || c == '-' || c == '.' || c == '(' || c == ')';
  };
  return std::all_of(text.begin(), text.end(), part) &&
         std::any_of(text.begin(), text.end(), IsDigit);
}

// A Japanese account by its parts, so that 普通 and 1 are one type and "0001-001-12345" has the
// zeros that a transfer writes. Only what is written in parts: digits in one piece say nothing.
std::string ZenginIdentifier(std::string_view identifier) {
  const auto account = ParseZenginAccount(identifier);
  if (!account) return "";
  std::string text = account->bank + account->branch;
  if (account->type != 0) text += account->type;
  return text + account->number;
}

std::string NormalIdentifier(std::string_view kind, std::string_view identifier) {
  if (kind == "bank") {
    if (std::string zengin = ZenginIdentifier(identifier); !zengin.empty()) return zengin;
  }
  if (kind == "bank" || kind == "card") return LettersAndDigits(identifier, TextCase::kUpper);
  if (kind == "crypto") return NormalWallet(identifier);
  std::string text = Lower(identifier);
  return LooksLikeDigits(text) ? LettersAndDigits(text, TextCase::kLower) : text;
}

}  // namespace

std::string_view KindOfIdentifier(std::string_view identifier) {
  const std::string text = NormalText(identifier, TextCase::kKept);
  if (LooksLikeEmail(text)) return "e_money";
  if (HasWalletForm(text)) return "crypto";
  const std::string compact = LettersAndDigits(text, TextCase::kUpper);
  if (LooksLikeDigits(text) || HasIbanForm(compact)) return "bank";
  return "other";
}

std::optional<std::string> PayoutKey(std::string_view kind, std::string_view identifier,
                                     std::string_view institution) {
  if (IsMasked(identifier)) return std::nullopt;
  std::string key = Lower(kind);
  if (key.empty()) key = KindOfIdentifier(identifier);
  if ((key == "bank" || key == "card") && IsMaskedNumber(identifier)) return std::nullopt;
  const std::string normal = NormalIdentifier(key, identifier);
  if (normal.empty()) return std::nullopt;
  const bool incomplete = key == "bank" && normal.size() <= kBankNumberAloneMax;
  key += '|';
  if (incomplete && !institution.empty()) {
    key += LettersAndDigits(institution, TextCase::kUpper) + '|';
  }
  return key + normal;
}

void ComputePayoutKey(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& identifier = event->Get(inputs[1]);
  if (!identifier.usable_as_key() || identifier.truncated) return;
  const std::string_view institution = inputs.size() > 2 ? event->Get(inputs[2]).text : "";
  const auto key = PayoutKey(event->Get(inputs[0]).text, identifier.text, institution);
  if (key) event->Set(output, Value::Text(event->Store(*key)));
}

}  // namespace sekisho
