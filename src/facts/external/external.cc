#include "facts/external/external.h"

#include <algorithm>

#include "core/text.h"
#include "core/time.h"

namespace sekisho {
namespace {

bool TakePrefix(std::string_view prefix, std::string* text) {
  if (!text->starts_with(prefix)) return false;
  text->erase(0, prefix.size());
  return true;
}

void DropScheme(std::string* text) {
  const size_t scheme = text->find("://");
  if (scheme != std::string::npos) text->erase(0, scheme + 3);
  while (TakePrefix("www.", text)) {
  }
}

// `text` without white space: an address with a space in it is no address.
bool HasSpace(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 0 && c <= ' '; });
}

std::string Lower(std::string_view text) { return NormalText(text, TextCase::kLower); }

bool IsUsable(const Value& value) { return value.usable_as_key() && !value.truncated; }

void SetKey(FieldId output, const std::optional<std::string>& key, EventView* event) {
  if (key) event->Set(output, Value::Text(event->Store(*key)));
}

}  // namespace

std::optional<std::string> WebsiteKey(std::string_view text) {
  if (IsMasked(text)) return std::nullopt;
  std::string key = NormalText(text, TextCase::kKept);
  key.resize(std::min(key.size(), key.find('#')));
  const size_t scheme = key.find("://");
  if (scheme != std::string::npos) key.erase(0, scheme + 3);
  std::string host = Lower(key.substr(0, key.find_first_of("/?")));
  key.erase(0, std::min(key.size(), key.find_first_of("/?")));
  DropScheme(&host);
  if (host.ends_with(":80")) host.resize(host.size() - 3);
  if (host.ends_with(":443")) host.resize(host.size() - 4);
  while (host.ends_with('.')) host.pop_back();
  const size_t dot = host.find('.');
  if (dot == std::string::npos || dot == 0 || HasSpace(host)) return std::nullopt;
  key.insert(0, host);
  TrimEnd('/', &key);
  return key;
}

std::optional<std::string> ExternalKey(std::string_view site, std::string_view handle) {
  if (IsMasked(handle)) return std::nullopt;
  std::string place = Lower(site);
  DropScheme(&place);
  place.resize(std::min(place.size(), place.find('/')));
  std::string who = Lower(handle);
  DropScheme(&who);
  if (who.starts_with(place + "/")) who.erase(0, place.size() + 1);
  while (TakePrefix("@", &who)) {
  }
  TrimEnd('/', &who);
  if (place.empty() || who.empty()) return std::nullopt;
  return place + '|' + who;
}

std::optional<std::string> RequestKey(std::string_view text) {
  if (IsMasked(text)) return std::nullopt;
  const auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  std::string key;
  for (const char c : Lower(text)) {
    if (!space(c)) {
      key += c;
    } else if (!key.empty() && key.back() != ' ') {
      key += ' ';
    }
  }
  if (key.empty()) return std::nullopt;
  return key;
}

std::optional<int64_t> CommitDaysBefore(int64_t commit_ms, std::string_view created) {
  constexpr size_t kDateBytes = 10;
  const std::string text(created);
  const auto created_ms = ParseTime(text.size() == kDateBytes ? text + "T00:00:00Z" : text);
  if (!created_ms.ok()) return std::nullopt;
  const int64_t days = *created_ms / kDayMs - commit_ms / kDayMs;
  if (days <= 0) return std::nullopt;
  return days;
}

void ComputeWebsiteKey(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& website = event->Get(inputs[0]);
  if (IsUsable(website)) SetKey(output, WebsiteKey(website.text), event);
}

void ComputeExternalKey(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& site = event->Get(inputs[0]);
  const Value& handle = event->Get(inputs[1]);
  if (IsUsable(site) && IsUsable(handle)) {
    SetKey(output, ExternalKey(site.text, handle.text), event);
  }
}

void ComputeRequestKey(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& value = event->Get(inputs[0]);
  if (IsUsable(value)) SetKey(output, RequestKey(value.text), event);
}

void ComputeCommitDays(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& commit = event->Get(inputs[0]);
  const Value& created = event->Get(inputs[1]);
  if (!IsUsable(commit) || !IsUsable(created)) return;
  const auto commit_ms = ParseTime(commit.text);
  if (!commit_ms.ok()) return;
  if (const auto days = CommitDaysBefore(*commit_ms, created.text)) {
    event->Set(output, Value::Number(event->Store(std::to_string(*days))));
  }
}

}  // namespace sekisho
