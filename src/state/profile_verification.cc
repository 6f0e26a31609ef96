// What a profile knows of verifications: profile.verified, .days_since_verified,
// .residence_country.
#include "core/time.h"
#include "state/profile_part.h"

namespace sekisho {
namespace {

struct Verification {
  int64_t passed_ms;  // the newest, plus one; 0 = none
};

class VerificationPart final : public PartWith<Verification> {
 public:
  VerificationPart(FieldId verified, FieldId days, ProfileFields* fields)
      : verified_(verified),
        days_(days),
        kind_(fields->Input("verification.kind")),
        result_(fields->Input("check.result")) {}

  bool LearnsFrom(std::string_view type) const override {
    return type == "verification.result" || type == "document.submission";
  }

 private:
  void VisitState(Verification* state, uint64_t, EventView* event) const override {
    SetBoolean(verified_, state->passed_ms != 0, event);
    if (state->passed_ms != 0) {
      SetNumber(days_, (event->time_ms - (state->passed_ms - 1)) / kDayMs, event);
    }
    const bool counts =
        event->type == "document.submission" ||
        (event->type == "verification.result" && event->Get(kind_).text == "identity");
    if (counts && event->Get(result_).text == "passed") state->passed_ms = event->time_ms + 1;
  }

  const FieldId verified_;
  const FieldId days_;
  const FieldId kind_;
  const FieldId result_;
};

struct Residence {
  char verified[2];  // zeros = unknown
  char given[2];
};

class ResidencePart final : public PartWith<Residence> {
 public:
  ResidencePart(FieldId residence, ProfileFields* fields)
      : residence_(residence),
        country_(fields->Input("country")),
        field_(fields->Input("field")),
        value_(fields->Input("value")),
        kind_(fields->Input("verification.kind")),
        result_(fields->Input("check.result")) {}

  bool LearnsFrom(std::string_view type) const override {
    return type == "account.registration" || type == "application.submitted" ||
           type == "profile.change" || type == "verification.result";
  }

 private:
  static bool IsCode(std::string_view text) {
    const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return text.size() == 2 && letter(text[0]) && letter(text[1]);
  }

  static void Keep(std::string_view code, char* country) {
    for (size_t i = 0; i < 2; ++i) {
      country[i] = static_cast<char>(code[i] >= 'a' ? code[i] - ('a' - 'A') : code[i]);
    }
  }

  void Learn(const EventView& event, Residence* state) const {
    if (event.type == "verification.result") {
      const std::string_view kind = event.Get(kind_).text;
      const std::string_view country = event.Get(country_).text;
      if ((kind == "identity" || kind == "address") && event.Get(result_).text == "passed" &&
          IsCode(country)) {
        Keep(country, state->verified);
      }
      return;
    }
    const bool change = event.type == "profile.change";
    if (change && event.Get(field_).text != "country") return;
    const Value& given = event.Get(change ? value_ : country_);
    if (!given.usable_as_key()) return;
    if (IsCode(given.text)) {
      Keep(given.text, state->given);
    } else {
      state->given[0] = state->given[1] = 0;
    }
  }

  void VisitState(Residence* state, uint64_t, EventView* event) const override {
    const char* country = state->verified[0] != 0 ? state->verified : state->given;
    if (residence_ != kNoField && country[0] != 0) {
      SetText(residence_, event->Store({country, 2}), event);
    }
    if (LearnsFrom(event->type)) Learn(*event, state);
  }

  const FieldId residence_;
  const FieldId country_;
  const FieldId field_;
  const FieldId value_;
  const FieldId kind_;
  const FieldId result_;
};

}  // namespace

std::unique_ptr<ProfilePart> MakeVerificationPart(ProfileFields* fields) {
  const FieldId verified = fields->Output("profile.verified");
  const FieldId days = fields->Output("profile.days_since_verified");
  if (verified == kNoField && days == kNoField) return nullptr;
  return std::make_unique<VerificationPart>(verified, days, fields);
}

std::unique_ptr<ProfilePart> MakeResidencePart(ProfileFields* fields) {
  const FieldId residence = fields->Output("profile.residence_country");
  if (residence == kNoField) return nullptr;
  return std::make_unique<ResidencePart>(residence, fields);
}

}  // namespace sekisho
