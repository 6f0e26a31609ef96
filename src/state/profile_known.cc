// What a profile knows of devices, networks and postal addresses: profile.new_device, .new_address,
// shipment.address_match.
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

using Delivery = NewestOf<4>;

class DeliveryPart final : public PartWith<Delivery> {
 public:
  DeliveryPart(FieldId match, ProfileFields* fields)
      : match_(match),
        shipment_(fields->Input("shipment.address_key")),
        document_(fields->Input("document.address_key")),
        changed_(fields->Input("changed.address_key")) {}

  bool LearnsFrom(std::string_view type) const override {
    return type == "document.submission" || type == "profile.change";
  }

 private:
  void VisitState(Delivery* known, uint64_t seed, EventView* event) const override {
    const uint32_t shipment = ShortFingerprint(event->Get(shipment_), seed);
    if (shipment != 0 && !known->empty()) {
      SetText(match_, known->Contains(shipment) ? "same" : "different", event);
    }
    if (!LearnsFrom(event->type)) return;
    const FieldId learned = event->type == "profile.change" ? changed_ : document_;
    if (const uint32_t seen = ShortFingerprint(event->Get(learned), seed)) known->Add(seen);
  }

  const FieldId match_;
  const FieldId shipment_;
  const FieldId document_;
  const FieldId changed_;
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
