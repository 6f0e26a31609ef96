#include "facts/contact/phone.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumberutil.h>

#include <memory>

#include "core/text.h"

namespace sekisho {
namespace {

using i18n::phonenumbers::NullLogger;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr size_t kWrittenBytesMax = 250;  // the library reads no more
constexpr char kNoRegion[] = "ZZ";

// Read-only but for the logger, which would print; the library makes its own instance once.
const PhoneNumberUtil& Util() {
  static const PhoneNumberUtil& util = []() -> const PhoneNumberUtil& {
    PhoneNumberUtil* const made = PhoneNumberUtil::GetInstance();
    made->SetLogger(std::make_unique<NullLogger>().release());  // it becomes the owner
    return *made;
  }();
  return util;
}

std::string_view TypeName(PhoneNumberUtil::PhoneNumberType type) {
  switch (type) {
    case PhoneNumberUtil::MOBILE:
      return "mobile";
    case PhoneNumberUtil::FIXED_LINE:
      return "fixed";
    case PhoneNumberUtil::FIXED_LINE_OR_MOBILE:
      return "fixed_or_mobile";
    case PhoneNumberUtil::VOIP:
      return "voip";
    case PhoneNumberUtil::TOLL_FREE:
      return "toll_free";
    case PhoneNumberUtil::PREMIUM_RATE:
      return "premium";
    case PhoneNumberUtil::UNKNOWN:
      return "";
    default:
      return "other";
  }
}

std::optional<PhoneNumber> ReadField(FieldId field, const EventView& event) {
  const Value& phone = event.Get(field);
  if (!phone.usable_as_key() || phone.truncated) return std::nullopt;
  return ReadPhone(phone.text, "");
}

}  // namespace

std::optional<PhoneNumber> ReadPhone(std::string_view written, std::string_view region) {
  if (written.size() > kWrittenBytesMax || IsMasked(written)) return std::nullopt;
  std::string text = NormalText(written, TextCase::kKept);
  if (text.starts_with("00") && region.empty()) text.replace(0, 2, "+");
  const std::string from = region.empty() ? kNoRegion : std::string(region);
  i18n::phonenumbers::PhoneNumber number;
  if (Util().Parse(text, from, &number) != PhoneNumberUtil::NO_PARSING_ERROR) return std::nullopt;
  PhoneNumber result;
  result.valid = Util().IsValidNumber(number);
  Util().Format(number, PhoneNumberUtil::E164, &result.e164);
  Util().GetRegionCodeForNumber(number, &result.region);
  // "001" stands for numbers of no region, "ZZ" for none at all.
  if (result.region == kNoRegion || result.region == "001") result.region.clear();
  if (result.valid) result.type = TypeName(Util().GetNumberType(number));
  return result;
}

void ComputePhoneValid(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const auto phone = ReadField(inputs[0], *event);
  if (phone) event->Set(output, Value::Boolean(phone->valid));
}

void ComputePhoneType(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const auto phone = ReadField(inputs[0], *event);
  if (phone && !phone->type.empty()) event->Set(output, Value::Text(phone->type));
}

void ComputePhoneRegion(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const auto phone = ReadField(inputs[0], *event);
  if (phone && !phone->region.empty()) {
    event->Set(output, Value::Text(event->Store(phone->region)));
  }
}

}  // namespace sekisho
