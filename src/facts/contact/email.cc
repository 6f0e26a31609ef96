#include "facts/contact/email.h"

#include <algorithm>

#include "core/text.h"
#include "facts/contact/domain.h"
#include "facts/contact/look_alike.h"

namespace sekisho {
namespace {

constexpr size_t kAddressBytesMax = 254;
constexpr size_t kLocalBytesMax = 64;

// RFC 5322, atext; RFC 6531 adds everything outside of ASCII.
bool IsAtom(char c) {
  static constexpr std::string_view kSigns = "!#$%&'*+-/=?^_`{|}~";
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || (c & 0x80) != 0 || kSigns.find(c) != std::string_view::npos;
}

bool IsDotAtom(std::string_view text) {
  if (text.empty() || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '.' || IsAtom(c); });
}

bool IsQuoted(std::string_view text) {
  if (text.size() < 3 || text.front() != '"' || text.back() != '"') return false;
  text = text.substr(1, text.size() - 2);
  for (size_t i = 0; i < text.size(); ++i) {
    const bool control = (text[i] >= 0 && text[i] < ' ') || text[i] == 0x7f;
    if (text[i] == '"' || control) return false;
    if (text[i] == '\\' && ++i == text.size()) return false;
  }
  return true;
}

// The host in what people give for a company: "https://www.example.com/jobs", "hr@example.com".
std::string HostPart(std::string_view written) {
  std::string text = NormalText(written, TextCase::kLower);
  if (const size_t scheme = text.find("://"); scheme != std::string::npos) {
    text.erase(0, scheme + 3);
  }
  text.resize(std::min(text.size(), text.find_first_of("/?#")));
  if (const size_t at = text.rfind('@'); at != std::string::npos) text.erase(0, at + 1);
  text.resize(std::min(text.size(), text.rfind(':')));
  return text;
}

bool IsUsable(const Value& value) {
  return value.usable_as_key() && !value.truncated && !IsMasked(value.text);
}

}  // namespace

std::optional<EmailAddress> ParseEmail(std::string_view written) {
  const std::string text = NormalText(written, TextCase::kKept);
  if (text.size() > kAddressBytesMax) return std::nullopt;
  const size_t at = text.rfind('@');
  if (at == std::string::npos) return std::nullopt;
  EmailAddress address;
  address.local = text.substr(0, at);
  if (address.local.size() > kLocalBytesMax) return std::nullopt;
  if (!IsDotAtom(address.local) && !IsQuoted(address.local)) return std::nullopt;
  auto host = AsciiHost(std::string_view(text).substr(at + 1));
  if (!host) return std::nullopt;
  address.domain = RegistrableDomain(*host).value_or("");
  address.host = std::move(*host);
  return address;
}

std::string_view MatchDomains(std::string_view email, std::string_view employer) {
  const auto address = ParseEmail(email);
  const auto host = AsciiHost(HostPart(employer));
  if (!address || address->domain.empty() || !host) return "";
  const auto domain = RegistrableDomain(*host);
  if (!domain) return "";
  if (address->domain == *domain) return "same";
  const std::string given = UnicodeHost(address->domain);
  const std::string real = UnicodeHost(*domain);
  const std::string given_name = given.substr(0, given.find('.'));
  const std::string real_name = real.substr(0, real.find('.'));
  if (given_name == real_name) return "other_ending";
  return LooksAlike(given_name, real_name) ? "look_alike" : "different";
}

void ComputeEmailValid(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& email = event->Get(inputs[0]);
  if (!IsUsable(email)) return;
  const auto address = ParseEmail(email.text);
  event->Set(output, Value::Boolean(address && !address->domain.empty()));
}

void ComputeEmailDomain(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& email = event->Get(inputs[0]);
  if (!IsUsable(email)) return;
  const auto address = ParseEmail(email.text);
  if (address && !address->domain.empty()) {
    event->Set(output, Value::Text(event->Store(address->domain)));
  }
}

void ComputeEmailDomainMatch(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& email = event->Get(inputs[0]);
  const Value& employer = event->Get(inputs[1]);
  if (!IsUsable(email) || !IsUsable(employer)) return;
  const std::string_view match = MatchDomains(email.text, employer.text);
  if (!match.empty()) event->Set(output, Value::Text(match));
}

}  // namespace sekisho
