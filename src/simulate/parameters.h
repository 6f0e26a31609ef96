// How every kind of account behaves: the one place to read and to change when the market should be
// another one. The values and their reasons are in parameters.cc. All are believable rather than
// measured; docs/simulate.md says what that means for numbers taken from such a market.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sekisho::simulate {

// What an account is. The first of these are honest.
enum class Kind : uint8_t {
  kOrdinary,
  kVeteran,
  kNewcomer,
  kFamily,        // some people of one household work from one line
  kDormitory,     // one egress for a house of students or company staff
  kCoworking,     // a desk in a shared office
  kAgency,        // an agency: many workers, one office, one payee, declared
  kTraveller,     // works on long trips
  kVpnUser,       // goes through a VPN service for privacy
  kNightWorker,   // works while others sleep
  kCarrierPhone,  // no line at home: a mobile network for everything
  kMarriage,      // marries and changes names during the market
  kMover,         // moves house: new line, new address, new telephone number
  kRemitter,      // sends a part of the pay to family abroad
  kRemoteDesk,    // reaches the own office computer by remote desktop
  kReturner,      // comes back after a long break
  kClient,
  // Of rings.
  kRenter,    // account and identity rented from somebody who no longer uses them
  kOwner,     // a genuine resident whose document, computer and line others use
  kOperator,  // opened by the team itself under a name that is not theirs
  kEnabler,   // keeps the computers and passes on the money
  kReviewer,  // client account that pays and praises the ring's own
};
inline constexpr uint32_t kHonestWorkerKinds = 16;
inline constexpr uint32_t kKinds = 22;

std::string_view KindName(Kind kind);

// How much trouble a ring takes not to be seen.
enum class Care : uint8_t { kCareless, kAverage, kCareful };
inline constexpr uint32_t kCares = 3;
std::string_view CareName(Care care);

// When people are at the computer, in hours of their own clock (rhythm.h).
enum class Rhythm : uint8_t { kOffice, kDay, kEvening, kNight };

// One kind of honest worker.
struct WorkerParameters {
  Kind kind;
  uint16_t share;      // accounts of 1000 honest workers
  uint16_t group_min;  // accounts that share one line; 1 = lives alone
  uint16_t group_max;
  int16_t registered_from;  // day of registration, 0 = first day of the market
  int16_t registered_to;    // 32767: the last day
  uint16_t visits;          // days with a visit, of 1000
  uint16_t bids;            // per 100 days with a visit, as long as there is room for work
  uint16_t wins;            // awards of 1000 bids
  uint8_t contracts;        // at once, at most
  uint16_t minutes_min;     // of logged work on a day with work
  uint16_t minutes_max;
  Rhythm rhythm;
};

// Where pay goes, of 1000; the rest goes to ordinary banks.
struct PayeeMix {
  uint16_t e_money;        // payment services that know an e-mail address
  uint16_t wallet;         // wallets for cryptocurrency
  uint16_t money_service;  // numbers like a bank's, of a money service
  uint16_t sponsor_bank;   // numbers of a partner bank that lends them to a young bank or service
};

// What rings do, by the trouble they take.
struct CareParameters {
  Care care;
  uint16_t share;  // of 1000 rings of a mixed market
  // Identity and money.
  uint16_t shared_documents;     // accounts opened with the document of another one, of 1000
  uint16_t shared_payees;        // accounts paid to the payee of another one, of 1000
  uint16_t shared_desks;         // accounts whose computer also serves others, of 1000
  uint16_t accounts_per_desk;    // accounts that such a computer serves
  uint16_t takes_mailbox;        // accounts taken over whose mail address is changed, of 1000
  uint16_t takes_payee;          // of these, whose payee is changed to one in the owner's name
  uint16_t false_statements;     // accounts with another one's payee that say why, of 1000
  uint16_t answers;              // of 1000 who are asked about the name of the payee
  uint16_t answers_hold;         // of these, whose paper is believed
  PayeeMix payees;               // of accounts that the ring chose
  uint16_t team_services;        // of payment services: of the team's country alone, of 1000
  uint16_t named_wallets;        // rings whose wallet an authority has named, of 1000
  uint16_t payee_changes;        // of 1000 weeks
  uint16_t contact_changes;      // of 1000 weeks
  uint16_t reviewer;             // rings with a sham client, of 1000
  uint16_t reviewer_payment;     // of these, who pay from an account that the ring is paid to
  uint16_t reviewer_document;    // of these, who share a document with an account they praise
  uint16_t forward_percent_min;  // of what came in, that goes on to others
  uint16_t forward_percent_max;
  uint16_t forward_days_min;  // after it came in
  uint16_t forward_days_max;
  uint16_t forward_seen;  // forwards that leave a trace on the platform, of 1000
  // Access.
  uint16_t remote_seen;     // checks that show the remote desktop where there is one, of 1000
  uint16_t direct_visits;   // visits through a VPN instead of the owner's line, of 1000
  uint16_t bare_visits;     // visits from the team's own line, of 1000
  uint16_t hops;            // activities after which the address of a VPN is another one, of 1000
  uint16_t shared_servers;  // accounts reached through the ring's one rented server, of 1000
  uint16_t own_zone;        // visits from the team's computers that show its own time zone, of 1000
  uint16_t shared_mfa;      // accounts whose sign-ins the team's one telephone confirms, of 1000
  // Work.
  uint16_t bids_min;  // on a day
  uint16_t bids_max;
  uint16_t mills;      // accounts for which a program bids, four times as often, of 1000
  uint16_t wins;       // awards of 1000 bids
  uint16_t price_min;  // permille of what others ask
  uint16_t price_max;
  uint16_t template_same;    // bids that are a template word by word, of 1000
  uint16_t template_filled;  // templates with the name of the project put in, of 1000
  uint16_t minutes_min;      // of logged work on a day
  uint16_t minutes_max;
  uint16_t shift_hours;      // hours of a usual day in which somebody is at the account
  uint16_t round_the_clock;  // days on which there is always somebody, of 1000
  // Conduct.
  uint16_t camera_avoided;    // meetings, of 1000
  uint16_t meetings_missed;   // of 1000
  uint16_t requests;          // contracts with a request that the notices name, of 1000
  uint16_t late;              // tasks, of 1000
  uint16_t other_author;      // pushes of commits by another name, of 1000
  uint16_t copies;            // contracts at whose end everything is copied, of 1000
  uint16_t applications_day;  // applications per 100 days
  uint16_t invented_skills;   // lives with the same years of each skill, of 1000
  uint16_t personas;          // accounts that apply under several names, of 1000
  uint16_t shared_contacts;   // accounts with the telephone number of another one, of 1000
  uint16_t shared_profiles;   // accounts that show the team's one profile elsewhere, of 1000
  // Profiles elsewhere with several repositories older than themselves, of 1000.
  uint16_t older_code;
  uint16_t reports;         // accounts about which somebody complains within 60 days, of 1000
  uint16_t closings;        // accounts that are closed within 60 days, of 1000
  uint16_t charges;         // contracts in which the client's card is charged unasked, of 1000
  uint16_t day_meetings;    // contracts with meetings in which a screen is shared all day, of 1000
  uint16_t parcels_listed;  // parcels to a mailbox, a forwarder or an empty house, of 1000
  uint16_t laptops_abroad;  // issued laptops that are sent on to the team, of 1000
  uint16_t laptop_tools;    // issued laptops worked by remote hardware or tools, of 1000
};

enum class RingType : uint8_t { kResident, kFarm, kRented, kFabricated };
inline constexpr uint32_t kRingTypes = 4;

struct RingParameters {
  RingType type;
  uint16_t share;     // of 1000 rings
  uint16_t size_min;  // accounts
  uint16_t size_max;
};

// Things that happen to everybody, honest or not, unless the name says otherwise.
struct CommonParameters {
  uint16_t clients;        // accounts of 1000
  uint16_t second_line;    // workers with a second place of work (an office, a café), of 1000
  uint16_t phone_visits;   // visits by telephone on a carrier's network, of 1000
  uint16_t ipv6_homes;     // lines with IPv6, of 1000
  uint16_t two_devices;    // people with two computers, of 1000
  uint16_t new_laptops;    // people who replace their computer within 60 days, of 1000
  uint16_t reverified;     // of these, who prove their identity again on the new one, of 1000
  uint16_t bank_changes;   // people who change their payee within 60 days, of 1000
  uint16_t bank_checks;    // bank accounts whose keeper the platform finds out, of 1000
  uint16_t bank_variants;  // payees written in a way no comparison undoes, of 1000
  PayeeMix payees;
  uint16_t household_payees;  // of families: paid to one account, with a statement, of 1000
  uint16_t network_checks;    // sign-ins that are checked for remote access, of 1000
  uint16_t open_homes;        // honest homes whose remote-desktop port is open, of 1000
  uint16_t platform_texts;    // honest bids that are one of the platform's suggestions, of 1000
  uint16_t own_texts;         // honest bids that repeat the person's own text, of 1000
  uint16_t typing_errors;     // registrations corrected soon after, of 1000
  uint16_t refused_images;    // documents refused for their image first, of 1000
  uint16_t websites;          // people who name a website, of 1000
  uint16_t trips;             // people with a short trip within 60 days, of 1000
  uint16_t referrals;         // people who recommend a friend within 60 days, of 1000
  uint16_t applications;      // people who apply for a position within 60 days, of 1000
  uint16_t meetings;          // contracts with weekly meetings, of 1000
  uint16_t repositories;      // contracts of a technical category with repository events, of 1000
  uint16_t shipments;         // contracts for which equipment is sent, of 1000
  uint16_t camera_off;        // meetings with the camera off, of 1000
  uint16_t meetings_missed;   // of 1000
  uint16_t late;              // tasks, of 1000
  uint16_t requests;          // contracts with a request that also honest people make, of 1000
  uint16_t skills;            // technical people who list skills when they register, of 1000
  uint16_t profiles;          // technical people with a profile elsewhere, of 1000
  uint16_t older_code;        // of these, who took a repository along from before, of 1000
  uint16_t reports;   // honest people about whom somebody complains within 60 days, of 10,000
  uint16_t closings;  // honest people who close their account within 60 days, of 1000
  uint16_t charges;   // contracts with a card of the client's, of 1000
};

std::span<const WorkerParameters> Workers();  // by Kind, the honest workers
const WorkerParameters& WorkerOf(Kind kind);  // ring kinds: how their account looked before
const CareParameters& CareOf(Care care);
std::span<const RingParameters> RingTypes();
const CommonParameters& Common();

// A category of work with its usual price in US dollars.
struct Category {
  std::string_view name;
  uint16_t weight;
  uint32_t price;
  bool technical;  // has repositories
};
std::span<const Category> Categories();

}  // namespace sekisho::simulate
