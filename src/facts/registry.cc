#include <array>

#include "facts/career/career.h"
#include "facts/contact/address_key.h"
#include "facts/contact/contact.h"
#include "facts/contact/disposable.h"
#include "facts/contact/email.h"
#include "facts/contact/phone.h"
#include "facts/devices/display.h"
#include "facts/events/calendar.h"
#include "facts/events/pair.h"
#include "facts/events/time_zone.h"
#include "facts/external/external.h"
#include "facts/fact.h"
#include "facts/identity/document.h"
#include "facts/identity/shared_document.h"
#include "facts/money/institution.h"
#include "facts/money/listed_wallet.h"
#include "facts/money/payout.h"
#include "facts/money/payout_check.h"
#include "facts/money/shared_payee.h"
#include "facts/names/name_key.h"
#include "facts/network/address.h"
#include "facts/network/line.h"
#include "facts/network/listed.h"
#include "facts/shared/shared.h"

namespace sekisho {
namespace {

template <size_t kCount>
using Inputs = std::array<std::string_view, kCount>;

constexpr Inputs<1> kIp = {"ip"};
constexpr Inputs<1> kTime = {"time"};
constexpr Inputs<3> kAccounts = {"account", "other_account", "client"};
constexpr Inputs<4> kDocument = {"document.issuer", "document.type", "document.number",
                                 "document.number_hash"};
constexpr Inputs<3> kPayout = {"payout.kind", "payout.identifier", "payout.institution"};
constexpr Inputs<2> kPayoutNumber = {"payout.kind", "payout.identifier"};
constexpr Inputs<4> kPayoutClass = {"payout.kind", "payout.identifier", "beneficiary.type",
                                    "payout.institution_kind"};
constexpr Inputs<3> kDocumentNumber = {"document.issuer", "document.type", "document.number"};
constexpr Inputs<1> kInstitution = {"payout.institution"};
constexpr Inputs<1> kExpires = {"document.expires"};
constexpr Inputs<1> kMrz = {"document.mrz"};
constexpr Inputs<2> kMrzNumber = {"document.mrz", "document.number"};
constexpr Inputs<2> kMrzName = {"document.mrz", "document.name"};
constexpr Inputs<2> kMrzBirth = {"document.mrz", "document.birth_year"};
constexpr Inputs<2> kMrzExpiry = {"document.mrz", "document.expires"};
constexpr Inputs<2> kPayer = {"payer.kind", "payer.identifier"};
constexpr Inputs<1> kName = {"name"};
constexpr Inputs<2> kChange = {"field", "value"};
constexpr Inputs<1> kDocumentName = {"document.name"};
constexpr Inputs<1> kPayoutHolder = {"payout.holder"};
constexpr Inputs<1> kEmail = {"email"};
constexpr Inputs<2> kEmailEmployer = {"email", "employer.domain"};
constexpr Inputs<1> kPhone = {"phone"};
constexpr Inputs<1> kTimeZone = {"time_zone"};
constexpr Inputs<2> kTwoZones = {"time_zone", "network.time_zone"};
constexpr Inputs<4> kCareer = {"birth_year", "career.years", "career.first_year",
                               "education.graduated"};
constexpr Inputs<2> kSkillSince = {"skill.name", "skill.since_year"};
constexpr Inputs<2> kSkillYears = {"skill.name", "skill.years"};
constexpr Inputs<1> kShipmentAddress = {"shipment.address"};
constexpr Inputs<1> kDocumentAddress = {"document.address"};
constexpr Inputs<1> kAuthorName = {"author.name"};
constexpr Inputs<1> kAuthorEmail = {"author.email"};
constexpr Inputs<2> kCommit = {"commit.time", "external.created"};
constexpr Inputs<2> kExternal = {"external.site", "external.handle"};
constexpr Inputs<1> kRequestValue = {"request.value"};
constexpr Inputs<1> kWebsite = {"website"};
constexpr Inputs<1> kEdid = {"telemetry.edid"};
constexpr Inputs<1> kDevice = {"device"};
constexpr Inputs<1> kText = {"text"};

template <size_t kCount>
using Parts = std::array<ListValue, kCount>;

constexpr Parts<8> kClasses = {{{ListPart::kVpn, "vpn"},
                                {ListPart::kProxy, "proxy"},
                                {ListPart::kResidentialProxy, "residential_proxy"},
                                {ListPart::kTor, "tor"},
                                {ListPart::kHosting, "hosting"},
                                {ListPart::kMobileCarrier, "mobile_carrier"},
                                {ListPart::kHome, "home"},
                                {ListPart::kExempt, "exempt"}}};
constexpr Parts<1> kBrands = {{{ListPart::kBrand, ""}}};
constexpr Parts<1> kWatched = {{{ListPart::kWatched, ""}}};
constexpr Parts<1> kCountries = {{{ListPart::kCountry, ""}}};
constexpr Parts<1> kCities = {{{ListPart::kCity, ""}}};
constexpr Parts<1> kCoordinates = {{{ListPart::kCoordinates, ""}}};
constexpr Parts<1> kRelays = {{{ListPart::kVpn, ""}}};
constexpr Parts<2> kCarriers = {{{ListPart::kMobileCarrier, ""}, {ListPart::kConnection, ""}}};
constexpr Parts<1> kTimeZones = {{{ListPart::kTimeZone, ""}}};
constexpr Parts<1> kNetworks = {{{ListPart::kAsn, ""}}};
constexpr Parts<1> kOrganisations = {{{ListPart::kOrganisation, ""}}};
constexpr Parts<1> kConnections = {{{ListPart::kConnection, ""}}};
constexpr Parts<1> kDisposable = {{{ListPart::kDisposableEmail, ""}}};

constexpr Parts<1> kInstitutions = {{{ListPart::kInstitution, ""}}};
constexpr Parts<1> kServices = {{{ListPart::kServiceCountry, ""}}};
constexpr Parts<5> kPlaces = {{{ListPart::kMailbox, "mailbox"},
                               {ListPart::kForwarder, "forwarder"},
                               {ListPart::kVirtualOffice, "virtual_office"},
                               {ListPart::kVacant, "vacant"},
                               {ListPart::kBusiness, "business"}}};
constexpr Parts<1> kTechnologies = {{{ListPart::kTechnology, ""}}};
constexpr Parts<1> kWallets = {{{ListPart::kListedWallet, ""}}};
constexpr Parts<1> kSharedDocuments = {{{ListPart::kSharedDocument, ""}}};
constexpr Parts<1> kSharedPayees = {{{ListPart::kSharedPayee, ""}}};
constexpr Parts<1> kSharedDevices = {{{ListPart::kSharedDevice, ""}}};
constexpr Parts<1> kSharedTemplates = {{{ListPart::kSharedTemplate, ""}}};

constexpr Fact kFacts[] = {
    {"network.address", kIp, ComputeNetworkAddress, LookUpPool},
    {"network.class", kIp, nullptr, LookUpNetwork<NetworkField::kClass>, kClasses},
    {"network.brand", kIp, nullptr, LookUpNetwork<NetworkField::kBrand>, kBrands},
    {"network.watched", kIp, nullptr, LookUpNetwork<NetworkField::kWatched>, kWatched},
    {"network.country", kIp, nullptr, LookUpNetwork<NetworkField::kCountry>, kCountries},
    {"network.city", kIp, nullptr, LookUpNetwork<NetworkField::kCity>, kCities},
    {"network.latitude", kIp, nullptr, LookUpNumber<NetworkField::kLatitude>, kCoordinates},
    {"network.longitude", kIp, nullptr, LookUpNumber<NetworkField::kLongitude>, kCoordinates},
    {"network.accuracy_km", kIp, nullptr, LookUpNumber<NetworkField::kAccuracy>, kCoordinates},
    {"network.relayed", kIp, nullptr, LookUpRelayed, kRelays},
    {"network.mobile", kIp, nullptr, LookUpMobile, kCarriers},
    {"network.time_zone", kIp, nullptr, LookUpNetwork<NetworkField::kTimeZone>, kTimeZones},
    {"network.asn", kIp, nullptr, LookUpNumber<NetworkField::kAsn>, kNetworks},
    {"network.organisation", kIp, nullptr, LookUpNetwork<NetworkField::kOrganisation>,
     kOrganisations},
    {"network.connection", kIp, nullptr, LookUpNetwork<NetworkField::kConnection>, kConnections},
    {"time.hour", kTime, ComputeHour},
    {"time.day", kTime, ComputeDay},
    {"pair", kAccounts, ComputePair},
    {"document.key", kDocument, ComputeDocumentKey},
    {"document.check", kDocumentNumber, ComputeDocumentCheck},
    {"document.expired", kExpires, ComputeDocumentExpired},
    {"document.mrz_check", kMrz, ComputeMrzCheck},
    {"document.number_match", kMrzNumber, ComputeMrzNumberMatch},
    {"document.name_match", kMrzName, ComputeMrzNameMatch},
    {"document.birth_match", kMrzBirth, ComputeMrzBirthMatch},
    {"document.expiry_match", kMrzExpiry, ComputeMrzExpiryMatch},
    {"payout.key", kPayout, ComputePayoutKey},
    {"payout.form", kPayoutNumber, ComputePayoutForm},
    {"payout.check", kPayoutNumber, ComputePayoutCheck},
    {"payout.institution_kind", kPayoutNumber, nullptr, LookUpInstitutionKind, kInstitutions},
    {"payout.class", kPayoutClass, ComputePayoutClass},
    {"payout.service_country", kInstitution, nullptr, LookUpServiceCountry, kServices},
    {"payer.key", kPayer, ComputePayoutKey},
    {"payout.listed", kPayoutNumber, nullptr, LookUpListedWallet, kWallets},
    {"payer.listed", kPayer, nullptr, LookUpListedWallet, kWallets},
    {"name.key", kName, ComputeNameKey},
    {"changed.name_key", kChange, ComputeChangedNameKey},
    {"document.name_key", kDocumentName, ComputeNameKey},
    {"payout.holder_key", kPayoutHolder, ComputeNameKey},
    {"email.key", kEmail, ComputeEmailKey},
    {"phone.key", kPhone, ComputePhoneKey},
    {"email.valid", kEmail, ComputeEmailValid},
    {"email.domain", kEmail, ComputeEmailDomain},
    {"email.disposable", kEmail, nullptr, LookUpDisposable, kDisposable},
    {"email.domain_match", kEmailEmployer, ComputeEmailDomainMatch},
    {"phone.valid", kPhone, ComputePhoneValid},
    {"phone.type", kPhone, ComputePhoneType},
    {"phone.region", kPhone, ComputePhoneRegion},
    {"time_zone.offset_minutes", kTimeZone, ComputeZoneOffset},
    {"time_zone.gap_minutes", kTwoZones, ComputeZoneGap, nullptr, kTimeZones},
    {"career.contradiction", kCareer, ComputeCareerContradiction},
    {"skill.years_too_early", kSkillSince, nullptr, LookUpYearsTooEarly, kTechnologies},
    {"skill.years_too_many", kSkillYears, nullptr, LookUpYearsTooMany, kTechnologies},
    {"shipment.address_key", kShipmentAddress, ComputeAddressKey},
    {"shipment.address_form", kShipmentAddress, ComputeAddressForm},
    {"shipment.address_class", kShipmentAddress, nullptr, LookUpAddressClass, kPlaces},
    {"document.address_key", kDocumentAddress, ComputeAddressKey},
    {"changed.address_key", kChange, ComputeChangedAddressKey},
    {"changed.email_key", kChange, ComputeChangedEmailKey},
    {"author.email_key", kAuthorEmail, ComputeEmailKey},
    {"author.name_key", kAuthorName, ComputeNameKey},
    {"commit.days_before_account", kCommit, ComputeCommitDays},
    {"display.check", kEdid, ComputeDisplayCheck},
    {"display.vendor", kEdid, ComputeDisplayVendor},
    {"display.product", kEdid, ComputeDisplayProduct},
    {"display.name", kEdid, ComputeDisplayName},
    {"display.serial", kEdid, ComputeDisplaySerial},
    {"external.key", kExternal, ComputeExternalKey},
    {"request.value_key", kRequestValue, ComputeRequestKey},
    {"website.key", kWebsite, ComputeWebsiteKey},
    {"document.shared", kDocumentNumber, nullptr, LookUpSharedDocument, kSharedDocuments},
    {"payout.shared", kPayout, nullptr, LookUpSharedPayee, kSharedPayees},
    {"device.shared", kDevice, nullptr, LookUpSharedDevice, kSharedDevices},
    {"text.shared", kText, nullptr, LookUpSharedText, kSharedTemplates},
};

}  // namespace

std::span<const Fact> AllFacts() { return kFacts; }

}  // namespace sekisho
