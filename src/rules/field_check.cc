#include "rules/field_check.h"

#include <algorithm>
#include <vector>

#include "core/forbidden_fields.h"
#include "core/suggestion.h"

namespace sekisho {
namespace {

constexpr std::string_view kEnvelope[] = {"id", "time", "sequence", "type", "account"};
constexpr size_t kFieldNameBytesMax = 256;
// The value of a profile change may be any of these, or a country.
constexpr std::string_view kNamesAndPlaces[] = {
    "name",
    "document.name",
    "payout.holder",
    "external.name",
    "author.name",
    "document.issuer",
    "document.address",
    "external.location",
    "shipment.address",
    "shipment.recipient",
    "time_zone",
    "time_zone.offset_minutes",
    // Whose network it is tells where its users live.
    "latitude",
    "longitude",
    "network.city",
    "network.latitude",
    "network.longitude",
    "network.time_zone",
    "network.asn",
    "network.organisation",
    "value",
    "previous",
};

bool IsConstantUse(FieldUse use) {
  return use == FieldUse::kEqual || use == FieldUse::kPart || use == FieldUse::kNumber ||
         use == FieldUse::kTime || use == FieldUse::kAddress;
}

bool IsNumeric(FieldKind kind) {
  return kind == FieldKind::kNumber || kind == FieldKind::kDuration;
}

}  // namespace

bool HoldsNameOrPlace(std::string_view field) {
  return std::find(std::begin(kNamesAndPlaces), std::end(kNamesAndPlaces), field) !=
         std::end(kNamesAndPlaces);
}

bool IsEnvelopeField(std::string_view field) {
  return std::find(std::begin(kEnvelope), std::end(kEnvelope), field) != std::end(kEnvelope);
}

std::string SuggestField(std::string_view field) {
  std::vector<std::string_view> names(std::begin(kEnvelope), std::end(kEnvelope));
  for (const FieldSpec& spec : AllFields()) names.push_back(spec.name);
  return DidYouMean(field, names);
}

bool FieldChecker::Check(const std::string& field, FieldUse use, const SourcePlace& place,
                         bool own_events) {
  if (!CheckName(field, place)) return false;
  const FieldSpec* const spec = FindField(field);
  if (sink_->foreign()) {
    return spec == nullptr || !own_events || CheckFairness(*spec, use, place);
  }
  if (spec != nullptr) return CheckUse(*spec, use, place);
  if (IsEnvelopeField(field)) return true;
  sink_->Report(Sk::kUnknownField, place, "the field \"" + field + "\" is not in the schema",
                SuggestField(field));
  return false;
}

bool FieldChecker::CheckName(const std::string& field, const SourcePlace& place) {
  if (field.empty() || field.size() > kFieldNameBytesMax) {
    sink_->Report(Sk::kFieldName, place,
                  field.empty() ? "a field name is missing"
                                : "a field name has more than " +
                                      std::to_string(kFieldNameBytesMax) + " bytes");
    return false;
  }
  auto known = forbidden_.find(field);
  if (known == forbidden_.end()) known = forbidden_.emplace(field, IsForbiddenField(field)).first;
  if (!known->second) return true;
  sink_->Report(Sk::kForbiddenField, place,
                "the field \"" + field + "\" may not be read by any rule (fairness)");
  return false;
}

bool FieldChecker::CheckFairness(const FieldSpec& spec, FieldUse use, const SourcePlace& place) {
  const std::string name(spec.name);
  if (spec.kind == FieldKind::kCountry && (IsConstantUse(use) || use == FieldUse::kComparedPart)) {
    sink_->Report(Sk::kCountryConstant, place,
                  "\"" + name + "\" holds a country; it may only be compared with another field",
                  "write " + name + "|fieldref: with the name of another country field");
    return false;
  }
  if (HoldsNameOrPlace(spec.name) && IsConstantUse(use)) {
    sink_->Report(
        Sk::kNameConstant, place,
        "\"" + name + "\" holds a name or a place; it may only be compared with another field",
        "write " + name + "|fieldref: with the name of another field");
    return false;
  }
  return true;
}

bool FieldChecker::CheckUse(const FieldSpec& spec, FieldUse use, const SourcePlace& place) {
  const std::string name(spec.name);
  if (!CheckFairness(spec, use, place)) return false;
  const bool in_part = use == FieldUse::kPart || use == FieldUse::kComparedPart;
  if (spec.kind == FieldKind::kIdentifier && in_part) {
    sink_->Report(Sk::kIdentifierPart, place,
                  "\"" + name +
                      "\" is an identifier and stored as a hash; only whole values can be "
                      "compared");
    return false;
  }
  if (spec.kind == FieldKind::kList && use == FieldUse::kGroup) {
    sink_->Report(Sk::kGroupByList, place,
                  "\"" + name + "\" is a list; a group needs one value per event");
    return false;
  }
  if (use == FieldUse::kSum && !IsNumeric(spec.kind)) {
    sink_->Report(Sk::kNumericField, place, "\"" + name + "\" is no number");
    return false;
  }
  const bool wrong_kind = (use == FieldUse::kNumber && !IsNumeric(spec.kind)) ||
                          (use == FieldUse::kTime && spec.kind != FieldKind::kTime) ||
                          (use == FieldUse::kAddress && spec.kind != FieldKind::kAddress);
  if (!wrong_kind) return true;
  const std::string_view wanted = use == FieldUse::kNumber ? "number"
                                  : use == FieldUse::kTime ? "time"
                                                           : "network address";
  sink_->Report(Sk::kFieldKind, place, "\"" + name + "\" is no " + std::string(wanted));
  return false;
}

}  // namespace sekisho
