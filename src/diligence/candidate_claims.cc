#include "diligence/candidate_sections.h"

namespace sekisho {
namespace {

using Need = ObjectReader::Need;

constexpr int64_t kYearMin = 1900;
constexpr int64_t kYearMax = 2100;

template <typename In>
Place ReadPlace(In* in) {
  Place place;
  in->Mark(&place);
  place.country = in->Country("country");
  place.city = in->Text("city");
  place.address = in->Text("address");
  place.tz = in->Zone("tz");
  place.since = in->Time("since");
  return place;
}

template <typename In>
CareerClaim ReadCareer(In* in, std::string_view name) {
  CareerClaim claim;
  in->Mark(&claim);
  claim.name = in->Text(name, Need::kRequired);
  claim.from = in->Month("from");
  claim.to = in->Month("to");
  claim.contact_given = in->Boolean("contact_given").value_or(false);
  return claim;
}

template <typename In>
WorkingHours ReadHours(In* in) {
  WorkingHours hours;
  in->Mark(&hours);
  hours.tz = in->Zone("tz", Need::kRequired);
  hours.from_minute = static_cast<int>(in->Clock("from", Need::kRequired).value_or(0));
  hours.to_minute = static_cast<int>(in->Clock("to", Need::kRequired).value_or(0));
  return hours;
}

template <typename In>
void ReadCareers(In* in, Claims* claims) {
  in->Objects("employers", [&](In* item) {
    CareerClaim claim = ReadCareer(item, "name");
    claim.domain = item->Text("domain");
    claim.time = item->Word("time", {"full", "part"});
    claims->employers.push_back(std::move(claim));
  });
  in->Objects("education", [&](In* item) {
    CareerClaim claim = ReadCareer(item, "school");
    claim.degree = item->Text("degree");
    claims->education.push_back(std::move(claim));
  });
  in->Objects("certificates", [&](In* item) {
    CertificateClaim claim;
    item->Mark(&claim);
    claim.name = item->Text("name", Need::kRequired);
    claim.issuer = item->Text("issuer");
    claim.number = item->Text("number");
    claims->certificates.push_back(std::move(claim));
  });
}

}  // namespace

template <typename In>
Claims ReadClaims(In* in) {
  Claims claims;
  in->Objects("names", [&](In* item) {
    ClaimedName name;
    item->Mark(&name);
    name.value = item->Text("value", Need::kRequired);
    name.script = item->Text("script");
    name.kind = item->Word("kind", {"legal", "former", "business"});
    claims.names.push_back(std::move(name));
  });
  if (const auto year = in->Count("birth_year", kYearMin, kYearMax)) {
    claims.birth_year = static_cast<int>(*year);
  }
  in->Object("residence", [&](In* item) { claims.residence = ReadPlace(item); });
  in->Object("workplace", [&](In* item) { claims.workplace = ReadPlace(item); });
  in->Object("hours", [&](In* item) { claims.hours = ReadHours(item); });
  in->Objects("contacts", [&](In* item) {
    ContactClaim contact;
    item->Mark(&contact);
    contact.kind = item->Word("kind", {"email", "phone", "handle", "website"}, Need::kRequired);
    contact.value = item->Text("value", Need::kRequired);
    contact.since = item->Time("since");
    claims.contacts.push_back(std::move(contact));
  });
  ReadCareers(in, &claims);
  in->Objects("languages", [&](In* item) {
    LanguageClaim language;
    item->Mark(&language);
    language.tag = item->Text("tag", Need::kRequired);
    language.level = item->Word("level", {"basic", "business", "native"}, Need::kRequired);
    claims.languages.push_back(std::move(language));
  });
  in->Objects("skills", [&](In* item) {
    SkillClaim skill;
    item->Mark(&skill);
    skill.name = item->Text("name", Need::kRequired);
    skill.since = item->Month("since");
    claims.skills.push_back(std::move(skill));
  });
  claims.cv_text = in->Text("cv_text");
  in->Object("rate", [&](In* item) {
    item->Amount("amount");
    item->Text("currency");
    item->Word("unit", {"hour", "day", "month", "project"});
    item->Amount("category_median");
  });
  return claims;
}

template Claims ReadClaims(ObjectReader* in);
template Claims ReadClaims(FieldLister* in);

}  // namespace sekisho
