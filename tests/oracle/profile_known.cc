// Profile facts that compare with what was known: verification, residence, documents, devices,
// addresses, authors, deliveries.
#include <algorithm>
#include <cctype>
#include <optional>

#include "core/postal_match.h"
#include "core/time.h"
#include "oracle/profile_view.h"
#include "oracle/stream.h"

namespace sekisho::oracle {
namespace {

using Texts = std::vector<std::string>;

bool Contains(const Texts& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// A field of the events of one type.
struct Place {
  std::string_view type;
  std::string_view field;
};

// The newest `count` different texts at these places, the newest first.
Texts NewestTexts(const Profile& profile, const std::vector<Place>& places, size_t count) {
  Texts newest;
  for (auto e = profile.own.rbegin(); e != profile.own.rend(); ++e) {
    for (const Place& place : places) {
      if ((*e)->type != place.type) continue;
      const auto text = KeyText(profile.Get(*e, place.field));
      if (!text || Contains(newest, *text)) continue;
      if (newest.size() < count) newest.push_back(*text);
    }
  }
  return newest;
}

std::optional<std::string> CountryCode(const Value& value) {
  std::string code(value.text);
  if (code.size() != 2 || !std::isalpha(static_cast<unsigned char>(code[0])) ||
      !std::isalpha(static_cast<unsigned char>(code[1]))) {
    return std::nullopt;
  }
  for (char& c : code) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return code;
}

bool Passed(const Profile& profile, const EventView* e) {
  return profile.Get(e, "check.result").text == "passed";
}

void SetVerified(const Profile& profile) {
  std::optional<int64_t> passed_ms;
  for (const EventView* e : profile.own) {
    const bool identity =
        e->type == "verification.result" && profile.Get(e, "verification.kind").text == "identity";
    if ((identity || e->type == "document.submission") && Passed(profile, e)) {
      passed_ms = e->time_ms;
    }
  }
  profile.SetBoolean("profile.verified", passed_ms.has_value());
  if (!passed_ms) return;
  profile.SetNumber("profile.days_since_verified", (profile.event->time_ms - *passed_ms) / kDayMs);
}

void SetResidence(const Profile& profile) {
  std::optional<std::string> verified;
  std::optional<std::string> given;
  for (const EventView* e : profile.own) {
    const bool result = e->type == "verification.result";
    const bool person = e->type == "account.registration" || e->type == "application.submitted";
    if (!result && !person && e->type != "profile.change") continue;
    const std::string_view kind = profile.Get(e, "verification.kind").text;
    const Value& country = profile.Get(e, "country");
    if (result) {
      const bool suits = Passed(profile, e) && (kind == "identity" || kind == "address");
      if (suits && CountryCode(country)) verified = CountryCode(country);
    } else if (person) {
      if (country.usable_as_key()) given = CountryCode(country);
    } else if (profile.Get(e, "field").text == "country") {
      const Value& value = profile.Get(e, "value");
      if (value.usable_as_key()) given = CountryCode(value);
    }
  }
  if (verified || given)
    profile.SetText("profile.residence_country", verified ? *verified : *given);
}

void SetNew(const Profile& profile, std::string_view fact, std::string_view field, size_t count) {
  const auto is_use = [](const EventView* e) {
    return e->type != "shipment.sent" && e->type != "exemption.granted";
  };
  const auto now = KeyText(profile.Get(profile.event, field));
  if (!is_use(profile.event) || !now) return;
  Texts newest;
  for (auto e = profile.own.rbegin(); e != profile.own.rend() && newest.size() < count; ++e) {
    const auto text = KeyText(profile.Get(*e, field));
    if (is_use(*e) && text && !Contains(newest, *text)) newest.push_back(*text);
  }
  if (!newest.empty()) profile.SetBoolean(fact, !Contains(newest, *now));
}

void SetAuthor(const Profile& profile) {
  auto email = KeyText(profile.Get(profile.event, "author.email_key"));
  const auto name = KeyText(profile.Get(profile.event, "author.name_key"));
  if (email && email->find("noreply") != std::string::npos) email.reset();
  if (!email && !name) return;
  const Texts emails = NewestTexts(profile,
                                   {{"account.registration", "email.key"},
                                    {"application.submitted", "email.key"},
                                    {"profile.change", "changed.email_key"}},
                                   4);
  const Texts names = NewestTexts(profile,
                                  {{"account.registration", "name.key"},
                                   {"application.submitted", "name.key"},
                                   {"profile.change", "changed.name_key"},
                                   {"document.submission", "document.name_key"}},
                                  4);
  const bool comparable = (email && !emails.empty()) || (name && !names.empty());
  if (!comparable) return;
  const bool same = (email && Contains(emails, *email)) || (name && Contains(names, *name));
  profile.SetText("author.match", same ? "same" : "unrelated");
}

void SetDelivery(const Profile& profile) {
  const auto shipment = ReadPostalAddress(profile.Get(profile.event, "shipment.address").text);
  if (!shipment) return;
  Texts keys;
  bool unclear = false;
  for (auto e = profile.own.rbegin(); e != profile.own.rend() && keys.size() < 4; ++e) {
    const bool paper = (*e)->type == "document.submission";
    const bool change =
        (*e)->type == "profile.change" && profile.Get(*e, "field").text == "address";
    if (!paper && !change) continue;
    const auto known =
        ReadPostalAddress(profile.Get(*e, paper ? "document.address" : "value").text);
    if (!known || Contains(keys, known->key)) continue;
    keys.push_back(known->key);
    const AddressMatch match = MatchAddresses(MarksOf(*known, 0), MarksOf(*shipment, 0));
    if (match == AddressMatch::kSame) return profile.SetText("shipment.address_match", "same");
    unclear = unclear || match == AddressMatch::kUnclear;
  }
  if (!keys.empty() && !unclear) profile.SetText("shipment.address_match", "different");
}

}  // namespace

void SetChecks(const Profile& profile) {
  SetVerified(profile);
  SetResidence(profile);
}

void SetKnown(const Profile& profile) {
  SetNew(profile, "profile.new_device", "device", 8);
  SetNew(profile, "profile.new_address", "network.address", 16);
  SetAuthor(profile);
  SetDelivery(profile);
}

}  // namespace sekisho::oracle
