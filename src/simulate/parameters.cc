#include "simulate/parameters.h"

#include <array>

namespace sekisho::simulate {
namespace {

constexpr int16_t kLastDay = 32767;

// Honest workers. Shares: what surveys of freelancers suggest loosely; look-alikes are somewhat
// more frequent than in life, so that a market of 20,000 accounts has enough of each to measure.
constexpr WorkerParameters kWorkers[] = {
    // Three evenings to working days a week; one bid in ten is won once a profile has reviews.
    {Kind::kOrdinary, 405, 1, 1, -700, -20, 330, 70, 110, 2, 60, 330, Rhythm::kDay},
    // Lives of it: there most days, invited rather than bidding, long days.
    {Kind::kVeteran, 150, 1, 1, -1000, -400, 560, 45, 260, 4, 150, 540, Rhythm::kOffice},
    // Keen and without reviews: platforms sell 10 to 60 bids a month, newcomers use them up.
    {Kind::kNewcomer, 120, 1, 1, -20, kLastDay, 450, 280, 35, 1, 60, 300, Rhythm::kDay},
    {Kind::kFamily, 80, 2, 4, -700, 20, 330, 70, 110, 2, 60, 330, Rhythm::kDay},
    // Students and company staff: evenings, little money, many bids.
    {Kind::kDormitory, 25, 8, 30, -400, 20, 320, 110, 70, 1, 40, 240, Rhythm::kEvening},
    {Kind::kCoworking, 35, 6, 25, -700, 0, 520, 60, 170, 3, 120, 480, Rhythm::kOffice},
    // Staff of an agency work full days on what the agency brings in.
    {Kind::kAgency, 20, 5, 18, -700, -60, 600, 60, 240, 3, 200, 480, Rhythm::kOffice},
    {Kind::kTraveller, 25, 1, 1, -900, -60, 460, 60, 150, 2, 90, 400, Rhythm::kDay},
    {Kind::kVpnUser, 35, 1, 1, -700, 0, 400, 70, 120, 2, 60, 400, Rhythm::kDay},
    {Kind::kNightWorker, 25, 1, 1, -700, 0, 450, 70, 120, 2, 120, 480, Rhythm::kNight},
    {Kind::kCarrierPhone, 30, 1, 1, -500, 20, 350, 80, 90, 2, 40, 300, Rhythm::kEvening},
    {Kind::kMarriage, 12, 1, 1, -800, -60, 400, 70, 130, 2, 60, 360, Rhythm::kDay},
    {Kind::kMover, 13, 1, 1, -800, -60, 400, 70, 130, 2, 60, 360, Rhythm::kDay},
    {Kind::kRemitter, 12, 1, 1, -700, -30, 480, 80, 140, 3, 120, 480, Rhythm::kDay},
    {Kind::kRemoteDesk, 5, 1, 1, -800, -60, 480, 60, 160, 2, 120, 480, Rhythm::kOffice},
    {Kind::kReturner, 8, 1, 1, -900, -500, 420, 110, 90, 2, 60, 330, Rhythm::kDay},
};
static_assert(std::size(kWorkers) == kHonestWorkerKinds);

// Rings. What the notices describe, done openly (careless), with some caution (average), or with
// everything avoided that costs only money or patience (careful). What stays at careful is what the
// business needs: several people behind an account, long days, and money that goes on.
constexpr CareParameters kCareTable[] = {
    {.care = Care::kCareless,
     .share = 400,
     // JP notice, platform list 3 and US red flag 5: documents and payees in common.
     .shared_documents = 400,
     .shared_payees = 650,
     .shared_desks = 750,
     .accounts_per_desk = 4,
     .takes_mailbox = 650,
     .takes_payee = 250,
     // Nobody bothers to say why the payee has another name.
     .false_statements = 80,
     .answers = 300,
     .answers_hold = 100,
     // US guidance of 2022: services tied to another country than that of the residence.
     // GTIG 2025-04 and Secureworks 2024-10: money services and wallets; US-KR announcement of
     // 2023-10-18: numbers of money services in place of a bank's.
     .payees = {300, 60, 150, 120},
     .team_services = 200,
     .named_wallets = 150,
     // "Frequently": every few weeks.
     .payee_changes = 180,
     .contact_changes = 250,
     .reviewer = 750,
     .reviewer_payment = 700,
     .reviewer_document = 500,
     // Up to 90 % is withheld (US guidance, 2022); it goes on at once.
     .forward_percent_min = 80,
     .forward_percent_max = 95,
     .forward_days_min = 0,
     .forward_days_max = 2,
     .forward_seen = 950,
     .remote_seen = 750,
     .direct_visits = 150,
     // Somebody forgets the VPN, or it breaks off.
     .bare_visits = 10,
     .hops = 220,
     .shared_servers = 600,
     .own_zone = 500,
     .shared_mfa = 700,
     // "Offers widely": several times what an honest newcomer can afford in bids.
     .bids_min = 5,
     .bids_max = 16,
     .mills = 200,
     .wins = 40,
     .price_min = 480,
     .price_max = 760,
     .template_same = 800,
     .template_filled = 150,
     // Several people log time on one account.
     .minutes_min = 600,
     .minutes_max = 1320,
     .shift_hours = 17,
     .round_the_clock = 90,
     .camera_avoided = 650,
     .meetings_missed = 250,
     .requests = 350,
     .late = 250,
     .other_author = 500,
     .copies = 80,
     .applications_day = 30,
     .invented_skills = 350,
     .personas = 300,
     .shared_contacts = 300,
     .shared_profiles = 250,
     .older_code = 450,
     .reports = 70,
     .closings = 50,
     .charges = 6,
     .day_meetings = 60,
     .parcels_listed = 250,
     .laptops_abroad = 250,
     .laptop_tools = 600},
    {.care = Care::kAverage,
     .share = 350,
     .shared_documents = 100,
     .shared_payees = 350,
     .shared_desks = 350,
     .accounts_per_desk = 2,
     .takes_mailbox = 350,
     .takes_payee = 150,
     .false_statements = 250,
     .answers = 550,
     .answers_hold = 250,
     .payees = {260, 40, 100, 100},
     .team_services = 80,
     .named_wallets = 60,
     .payee_changes = 90,
     .contact_changes = 110,
     .reviewer = 550,
     .reviewer_payment = 350,
     .reviewer_document = 200,
     .forward_percent_min = 72,
     .forward_percent_max = 90,
     .forward_days_min = 1,
     .forward_days_max = 4,
     .forward_seen = 750,
     .remote_seen = 350,
     .direct_visits = 60,
     .bare_visits = 3,
     .hops = 70,
     .shared_servers = 250,
     .own_zone = 150,
     .shared_mfa = 300,
     .bids_min = 2,
     .bids_max = 7,
     .mills = 40,
     .wins = 70,
     .price_min = 620,
     .price_max = 880,
     .template_same = 350,
     .template_filled = 450,
     .minutes_min = 480,
     .minutes_max = 960,
     .shift_hours = 14,
     .round_the_clock = 10,
     .camera_avoided = 420,
     .meetings_missed = 160,
     .requests = 200,
     .late = 180,
     .other_author = 250,
     .copies = 40,
     .applications_day = 12,
     .invented_skills = 150,
     .personas = 140,
     .shared_contacts = 80,
     .shared_profiles = 80,
     .older_code = 250,
     .reports = 35,
     .closings = 25,
     .charges = 2,
     .day_meetings = 25,
     .parcels_listed = 120,
     .laptops_abroad = 100,
     .laptop_tools = 300},
    {.care = Care::kCareful,
     .share = 250,
     .shared_documents = 0,
     .shared_payees = 0,
     .shared_desks = 0,
     .accounts_per_desk = 1,
     .takes_mailbox = 80,
     .takes_payee = 40,
     .false_statements = 600,
     .answers = 850,
     .answers_hold = 450,
     .payees = {220, 15, 50, 80},
     .team_services = 10,
     .named_wallets = 10,
     .payee_changes = 25,
     .contact_changes = 25,
     .reviewer = 300,
     .reviewer_payment = 0,
     .reviewer_document = 0,
     // The owner keeps more and waits; half of it leaves by ways the platform does not see.
     .forward_percent_min = 60,
     .forward_percent_max = 80,
     .forward_days_min = 3,
     .forward_days_max = 9,
     .forward_seen = 400,
     .remote_seen = 60,
     .direct_visits = 5,
     .bare_visits = 0,
     .hops = 0,
     .shared_servers = 0,
     .own_zone = 0,
     .shared_mfa = 0,
     .bids_min = 1,
     .bids_max = 3,
     .mills = 0,
     .wins = 120,
     .price_min = 780,
     .price_max = 980,
     .template_same = 40,
     .template_filled = 260,
     .minutes_min = 360,
     .minutes_max = 720,
     .shift_hours = 11,
     .round_the_clock = 0,
     .camera_avoided = 200,
     .meetings_missed = 80,
     .requests = 60,
     .late = 110,
     .other_author = 60,
     .copies = 10,
     .applications_day = 4,
     .invented_skills = 30,
     .personas = 0,
     .shared_contacts = 0,
     .shared_profiles = 0,
     .older_code = 80,
     .reports = 12,
     .closings = 8,
     .charges = 0,
     .day_meetings = 4,
     .parcels_listed = 40,
     .laptops_abroad = 20,
     .laptop_tools = 80},
};
static_assert(std::size(kCareTable) == kCares);

constexpr RingParameters kRings[] = {
    // Japan in practice: residents lend document, line and bank; a handful for one team.
    {RingType::kResident, 350, 3, 8},
    // A laptop farm in an enabler's home; the first one found in Japan had a roomful.
    {RingType::kFarm, 250, 5, 16},
    // Accounts rented or bought in several countries.
    {RingType::kRented, 200, 4, 12},
    // Accounts opened with forged or borrowed papers.
    {RingType::kFabricated, 200, 4, 14},
};
static_assert(std::size(kRings) == kRingTypes);

constexpr CommonParameters kCommon = {
    .clients = 220,
    .second_line = 350,
    .phone_visits = 170,
    .ipv6_homes = 350,
    .two_devices = 300,
    // A laptop lasts three to four years: one person in twenty within two months.
    .new_laptops = 50,
    .reverified = 600,
    .bank_changes = 25,
    .bank_checks = 120,
    // Trade names, cut fields, initials. More would be true of banks that still cut at 20 letters.
    .bank_variants = 8,
    // Freelancers abroad use money services, and young banks work under a partner's numbers.
    .payees = {220, 8, 25, 60},
    .household_payees = 150,
    .network_checks = 30,
    .open_homes = 2,
    .platform_texts = 120,
    .own_texts = 550,
    .typing_errors = 60,
    .refused_images = 70,
    .websites = 180,
    .trips = 120,
    .referrals = 15,
    .applications = 60,
    .meetings = 180,
    .repositories = 250,
    .shipments = 15,
    .camera_off = 120,
    .meetings_missed = 30,
    .late = 90,
    // "Can you pay a part in advance?", "can we talk by telephone?": honest people ask too.
    .requests = 25,
    .skills = 600,
    .profiles = 300,
    .older_code = 80,
    // Mistakes and quarrels: a namesake, a client who is angry.
    .reports = 4,
    .closings = 4,
    .charges = 15,
};

constexpr Category kCategories[] = {
    {"web", 220, 900, true},         {"mobile app", 110, 2200, true}, {"backend", 110, 1800, true},
    {"data", 70, 1200, true},        {"design", 150, 500, false},     {"writing", 130, 180, false},
    {"translation", 90, 220, false}, {"video", 60, 450, false},       {"support", 60, 350, false},
};

}  // namespace

std::string_view KindName(Kind kind) {
  constexpr std::array<std::string_view, kKinds> kNames = {
      "ordinary", "veteran",   "newcomer",    "family",       "dormitory",     "coworking",
      "agency",   "traveller", "vpn_user",    "night_worker", "carrier_phone", "marriage",
      "mover",    "remitter",  "remote_desk", "returner",     "client",        "renter",
      "owner",    "operator",  "enabler",     "reviewer"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view CareName(Care care) {
  constexpr std::array<std::string_view, kCares> kNames = {"careless", "average", "careful"};
  return kNames[static_cast<size_t>(care)];
}

std::span<const WorkerParameters> Workers() { return kWorkers; }

const WorkerParameters& WorkerOf(Kind kind) {
  const size_t index = static_cast<size_t>(kind);
  return index < kHonestWorkerKinds ? kWorkers[index] : kWorkers[0];
}

const CareParameters& CareOf(Care care) { return kCareTable[static_cast<size_t>(care)]; }
std::span<const RingParameters> RingTypes() { return kRings; }
const CommonParameters& Common() { return kCommon; }
std::span<const Category> Categories() { return kCategories; }

}  // namespace sekisho::simulate
