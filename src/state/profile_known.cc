// What a profile knows of devices, networks and postal addresses: profile.new_device, .new_address,
// shipment.address_match.
#include <algorithm>
#include <array>
#include <optional>

#include "core/postal_match.h"
#include "state/profile_part.h"

namespace sekisho {
namespace {

// Whether something is none of the newest kCount of the account.
template <size_t kCount>
class NewPart final : public PartWith<NewestOf<kCount>> {
 public:
  NewPart(FieldId is_new, FieldId seen) : is_new_(is_new), seen_(seen) {}

  // Any event may carry a device or an address.
  bool LearnsFrom(std::string_view type) const override {
    return type != "shipment.sent" && type != "exemption.granted";
  }

 private:
  void VisitState(NewestOf<kCount>* known, uint64_t seed, EventView* event) const override {
    if (!LearnsFrom(event->type)) return;
    const uint32_t seen = ShortFingerprint(event->Get(seen_), seed);
    if (seen == 0) return;
    if (!known->empty()) SetBoolean(is_new_, !known->Contains(seen), event);
    known->Add(seen);
  }

  const FieldId is_new_;
  const FieldId seen_;
};

// The newest different addresses, the newest first; empty ones stand at the end.
struct Delivery {
  std::array<PostalMarks, 4> known;

  AddressMatch Match(const PostalMarks& marks) const {
    AddressMatch best = AddressMatch::kDifferent;
    for (const PostalMarks& one : known) {
      if (one.empty()) break;
      const AddressMatch match = MatchAddresses(one, marks);
      if (match == AddressMatch::kSame) return match;
      if (match == AddressMatch::kUnclear) best = match;
    }
    return best;
  }
  void Add(const PostalMarks& marks) {
    const auto same = std::find_if(known.begin(), known.end() - 1,
                                   [&](const PostalMarks& one) { return one.key == marks.key; });
    std::move_backward(known.begin(), same, same + 1);
    known[0] = marks;
  }
};

class DeliveryPart final : public PartWith<Delivery> {
 public:
  DeliveryPart(FieldId match, ProfileFields* fields)
      : match_(match),
        shipment_(fields->Input("shipment.address")),
        document_(fields->Input("document.address")),
        changed_field_(fields->Input("field")),
        changed_value_(fields->Input("value")) {}

  bool LearnsFrom(std::string_view type) const override {
    return type == "document.submission" || type == "profile.change";
  }

 private:
  void VisitState(Delivery* known, uint64_t seed, EventView* event) const override {
    const PostalMarks shipment = Read(event->Get(shipment_), seed);
    if (!shipment.empty() && !known->known[0].empty()) {
      const AddressMatch match = known->Match(shipment);
      if (match != AddressMatch::kUnclear) {
        SetText(match_, match == AddressMatch::kSame ? "same" : "different", event);
      }
    }
    if (!LearnsFrom(event->type)) return;
    const bool change = event->type == "profile.change";
    if (change && event->Get(changed_field_).text != "address") return;
    const PostalMarks seen = Read(event->Get(change ? changed_value_ : document_), seed);
    if (!seen.empty()) known->Add(seen);
  }

  static PostalMarks Read(const Value& value, uint64_t seed) {
    if (value.kind != ValueKind::kText || value.truncated) return {};
    const std::optional<PostalAddress> address = ReadPostalAddress(value.text);
    return address ? MarksOf(*address, seed) : PostalMarks{};
  }

  const FieldId match_;
  const FieldId shipment_;
  const FieldId document_;
  const FieldId changed_field_;
  const FieldId changed_value_;
};

}  // namespace

std::unique_ptr<ProfilePart> MakeDevicesPart(ProfileFields* fields) {
  const FieldId is_new = fields->Output("profile.new_device");
  if (is_new == kNoField) return nullptr;
  return std::make_unique<NewPart<8>>(is_new, fields->Input("device"));
}

std::unique_ptr<ProfilePart> MakeAddressesPart(ProfileFields* fields) {
  const FieldId is_new = fields->Output("profile.new_address");
  if (is_new == kNoField) return nullptr;
  return std::make_unique<NewPart<16>>(is_new, fields->Input("network.address"));
}

std::unique_ptr<ProfilePart> MakeDeliveryPart(ProfileFields* fields) {
  const FieldId match = fields->Output("shipment.address_match");
  if (match == kNoField) return nullptr;
  return std::make_unique<DeliveryPart>(match, fields);
}

}  // namespace sekisho
