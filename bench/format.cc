#include "format.h"

#include <charconv>
#include <iterator>
#include <string_view>

#include "core/time.h"
#include "random.h"

namespace sekisho::bench {
namespace {

constexpr std::string_view kGivenNames[] = {
    "Aoi", "Ren", "Mio",  "Haru", "Yuki", "Nia",  "Leo", "Ana", "Max", "Ivy",  "Noa", "Eli",
    "Zoe", "Kai", "Luca", "Emma", "Omar", "Lina", "Tom", "Eva", "Jin", "Sora", "Amy", "Ben"};
constexpr std::string_view kFamilyNames[] = {
    "Mockford", "Sampleton", "Testworth",  "Exampla",   "Fictiva",   "Placeholm",
    "Dummont",  "Syntheson", "Trialby",    "Specimena", "Draftwood", "Protova",
    "Modelo",   "Imagino",   "Inventsson", "Fakenham",  "Nonesuch",  "Stubbins",
    "Fixturo",  "Demoreau",  "Pattern",    "Blankovic", "Madeup",    "Unreal"};
constexpr std::string_view kCategories[] = {"web", "mobile", "data", "design", "game", "video"};
constexpr std::string_view kUserAgents[] = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0.0.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1) Mobile/15E148",
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/130.0.0.0",
    "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Firefox/132.0",
};
constexpr std::string_view kBidTexts[] = {
    "I can deliver this in two weeks, with tests and a short guide.",
    "Ready to start today. I have finished three similar projects.",
    "Experienced with this stack; see my portfolio for examples.",
    "Happy to discuss the details before we agree on milestones.",
};
constexpr std::string_view kTypes[] = {
    "session.start",       "session.activity",     "session.end",    "bid.submitted",
    "award.granted",       "milestone.paid",       "work.log",       "review.given",
    "message.sent",        "account.registration", "profile.change", "verification.result",
    "document.submission", "payout.account",       "payout.payment", "transfer.sent",
    "network.check"};

template <size_t N>
std::string_view Pick(const std::string_view (&values)[N], uint64_t hash) {
  return values[hash % N];
}

// Appends JSON to a line. Every text here needs no escaping.
class Line {
 public:
  explicit Line(std::string* out) : out_(*out) {}

  Line& Raw(std::string_view text) {
    out_.append(text);
    return *this;
  }
  Line& Number(uint64_t number) {
    char digits[20];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
    return *this;
  }
  // A letter and at least seven digits: "a0000042".
  Line& Id(char letter, uint64_t number) {
    char digits[20];
    char* const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out_.push_back(letter);
    for (auto length = end - digits; length < 7; ++length) out_.push_back('0');
    out_.append(digits, end);
    return *this;
  }
  Line& Hex(uint64_t number) {
    char digits[16];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, number, 16).ptr);
    return *this;
  }
  Line& Text(std::string_view name, std::string_view value) {
    return Raw(",\"").Raw(name).Raw("\":\"").Raw(value).Raw("\"");
  }
  Line& Number(std::string_view name, uint64_t value) {
    return Raw(",\"").Raw(name).Raw("\":").Number(value);
  }
  Line& Id(std::string_view name, char letter, uint64_t value) {
    return Raw(",\"").Raw(name).Raw("\":\"").Id(letter, value).Raw("\"");
  }

 private:
  std::string& out_;
};

std::string NameOf(uint64_t hash) {
  std::string name(Pick(kGivenNames, Mix(hash, 31)));
  name += ' ';
  name += static_cast<char>('A' + Mix(hash, 32) % 26);
  name += static_cast<char>('a' + Mix(hash, 33) % 26);
  name += ' ';
  name += Pick(kFamilyNames, Mix(hash, 34));
  return name;
}

// The account whose documents and payout accounts this one uses: its own, or, for evasive
// accounts now and then, one that 64 neighbours have in common.
uint64_t OwnerOf(const Traits& traits, const PlannedEvent& event) {
  return traits.evasive && event.detail % 4 == 0 ? event.account / 64 : event.account;
}

void AppendAddress(const PlannedEvent& event, const Traits& traits, Line& line) {
  line.Raw(",\"ip\":\"");
  if (event.address & kAddressV6) {
    // The lower half changes every day, as privacy extensions do (RFC 8981).
    const uint64_t day = static_cast<uint64_t>(event.time_ms / kDayMs);
    const uint64_t low = Mix(traits.hash ^ event.device, day);
    const uint32_t net = event.address & ~kAddressV6;
    line.Raw("2001:db8:").Hex(net >> 16).Raw(":").Hex(net & 0xffff);
    for (int shift = 48; shift >= 0; shift -= 16) line.Raw(":").Hex((low >> shift & 0xffff) | 1);
  } else {
    line.Raw("10.").Number(event.address >> 16 & 0xff).Raw(".");
    line.Number(event.address >> 8 & 0xff).Raw(".").Number(event.address & 0xff);
  }
  line.Raw("\"");
}

void AppendSession(const PlannedEvent& event, const Traits& traits, Line& line) {
  line.Id("session", 's', event.other);
  AppendAddress(event, traits, line);
  if (event.country != kNoCountry) line.Text("country", CountryAt(event.country).code);
  if (event.device != kNone) line.Id("device", 'd', event.device);
  line.Text("user_agent", Pick(kUserAgents, Mix(event.device, 41)));
  line.Text("time_zone", CountryAt(traits.country).time_zone);
}

void AppendMoney(const PlannedEvent& event, const Traits& traits, Line& line) {
  line.Number("amount", 50 + event.detail % 5000);
  line.Text("currency", CountryAt(traits.country).currency);
}

// The start of a nested object that names one of the two payout accounts of `owner`.
void AppendPayoutKey(std::string_view name, uint64_t owner, uint64_t index, Line& line) {
  const bool e_money = Mix(owner, 51) % 4 == 0;
  line.Raw(",\"").Raw(name).Raw("\":{\"kind\":\"").Raw(e_money ? "e_money" : "bank");
  line.Raw("\"").Id("identifier", 'P', owner * 4 + index);
}

void AppendPayout(uint64_t owner, const PlannedEvent& event, const Traits& traits, Line& line) {
  std::string holder = NameOf(traits.hash);
  if (event.detail % 100 < 3) holder = NameOf(event.detail);  // somebody else's account
  if (event.detail % 100 >= 97) {                             // family name first, capitals
    const size_t family = holder.rfind(' ');
    holder = holder.substr(family + 1) + " " + holder.substr(0, family);
    for (char& c : holder) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  }
  AppendPayoutKey("payout", owner, event.detail / 4 % 2, line);
  line.Text("holder", holder).Text("country", CountryAt(traits.country).code);
  line.Raw(",\"institution\":\"Example Bank ").Number(owner % 90).Raw("\"}");
  line.Text("action", event.detail % 10 == 9 ? "removed" : "added");
}

void AppendDocument(uint64_t owner, const PlannedEvent& event, const Traits& traits, Line& line) {
  constexpr std::string_view kDocuments[] = {"passport", "driving_licence", "residence_card"};
  line.Raw(",\"document\":{\"type\":\"").Raw(Pick(kDocuments, Mix(owner, 52)));
  line.Raw("\"").Text("issuer", CountryAt(traits.country).code);
  line.Raw(",\"number\":\"TE-").Id('X', Mix(owner, 53) % 10'000'000);
  line.Id('-', owner).Raw("\"").Text("name", NameOf(traits.hash));
  line.Raw(",\"expires\":\"").Number(2027 + owner % 8).Raw("-06-30\"}");
  line.Raw(",\"check\":{\"method\":\"image\",\"provider\":\"example\",\"result\":\"");
  line.Raw(event.detail % 50 == 0 ? "failed" : "passed").Raw("\"}");
}

void AppendProfileChange(const PlannedEvent& event, Line& line) {
  constexpr std::string_view kFields[] = {"email", "phone", "address", "name", "phone", "email"};
  const std::string_view field = Pick(kFields, event.detail);
  line.Text("field", field);
  line.Raw(",\"value\":\"");
  if (field == "email") {
    line.Raw("user").Number(event.detail).Raw("@mail.example.com");
  } else if (field == "phone") {
    line.Raw("+999 555 ").Number(event.detail % 10'000'000);
  } else if (field == "name") {
    line.Raw(NameOf(event.detail));
  } else {
    line.Number(1 + event.detail % 999).Raw(" Example Street, Sampletown");
  }
  line.Raw("\"");
}

void AppendRegistration(const PlannedEvent& event, const Traits& traits, Line& line) {
  line.Text("name", NameOf(traits.hash));
  line.Raw(",\"email\":\"user").Number(event.account).Raw("@example.com\"");
  line.Raw(",\"phone\":\"+999 555 ").Number(Mix(traits.hash, 54) % 10'000'000).Raw("\"");
  line.Text("country", CountryAt(traits.country).code);
  line.Text("role", traits.client ? "client" : "freelancer");
  line.Text("time_zone", CountryAt(traits.country).time_zone);
}

void AppendProject(const PlannedEvent& event, Line& line) {
  line.Id("project", 'p', event.detail % 2'000'000);
}

void AppendNetworkCheck(const PlannedEvent& event, const Traits& traits, Line& line) {
  AppendAddress(event, traits, line);
  const bool open = event.detail % 20 == 0;
  line.Number("port", 3389).Raw(",\"open\":").Raw(open ? "true" : "false");
  line.Raw(",\"remote_session\":").Raw(event.detail % 200 == 0 ? "true" : "false");
  if (open) line.Text("product", "rdp");
}

void AppendFields(const PlannedEvent& event, const Traits& traits, Line& line) {
  switch (event.kind) {
    case EventKind::kSessionStart:
    case EventKind::kSessionActivity:
    case EventKind::kSessionEnd:
      return AppendSession(event, traits, line);
    case EventKind::kBid:
      AppendProject(event, line);
      line.Text("category", Pick(kCategories, event.detail >> 8));
      AppendMoney(event, traits, line);
      line.Text("text", Pick(kBidTexts, event.detail >> 16));
      return;
    case EventKind::kAward:
      AppendProject(event, line);
      line.Id("client", 'a', event.other);
      return AppendMoney(event, traits, line);
    case EventKind::kMilestone: {
      AppendProject(event, line);
      line.Id("client", 'a', event.other);
      AppendMoney(event, traits, line);
      const bool own_money = event.detail % 1000 == 0;
      const uint64_t payer = own_money ? event.account : event.other;
      AppendPayoutKey("payer", payer, 0, line);
      line.Raw("}");
      return;
    }
    case EventKind::kWorkLog:
      AppendProject(event, line);
      line.Number("minutes", 10 + event.detail % (traits.tireless ? 600 : 170));
      return;
    case EventKind::kReview:
      AppendProject(event, line);
      line.Id("other_account", 'a', event.other).Number("rating", 5 - event.detail % 7 / 3);
      return;
    case EventKind::kMessage:
      line.Id("other_account", 'a', event.other).Text("text", Pick(kBidTexts, event.detail));
      return;
    case EventKind::kRegistration:
      return AppendRegistration(event, traits, line);
    case EventKind::kProfileChange:
      return AppendProfileChange(event, line);
    case EventKind::kVerification:
      line.Raw(",\"verification\":{\"kind\":\"identity\"}");
      line.Raw(",\"check\":{\"method\":\"image\",\"provider\":\"example\",\"result\":\"passed\"}");
      return;
    case EventKind::kDocument:
      return AppendDocument(OwnerOf(traits, event), event, traits, line);
    case EventKind::kPayoutAccount:
      return AppendPayout(OwnerOf(traits, event), event, traits, line);
    case EventKind::kPayment:
    case EventKind::kTransfer:
      AppendMoney(event, traits, line);
      AppendPayoutKey("payout", event.account, 0, line);
      line.Raw("}");
      return;
    case EventKind::kNetworkCheck:
      return AppendNetworkCheck(event, traits, line);
  }
}

void AppendDigits(int64_t number, int width, char* at) {
  for (int i = width - 1; i >= 0; --i, number /= 10) at[i] = static_cast<char>('0' + number % 10);
}

// RFC 3339 with milliseconds. The date comes from core, once a day; the rest is written here.
void AppendTime(int64_t time_ms, Line& line) {
  thread_local int64_t day_of_date = -1;
  thread_local std::string text;
  const int64_t day = time_ms / kDayMs;
  if (day != day_of_date) {
    text = FormatTime(day * kDayMs).substr(0, 10) + "T00:00:00.000Z";
    day_of_date = day;
  }
  const int64_t rest = time_ms % kDayMs;
  AppendDigits(rest / kHourMs, 2, &text[11]);
  AppendDigits(rest / kMinuteMs % 60, 2, &text[14]);
  AppendDigits(rest / kSecondMs % 60, 2, &text[17]);
  AppendDigits(rest % kSecondMs, 3, &text[20]);
  line.Raw(text);
}

}  // namespace

void AppendEvent(const MarketplaceOptions& options, const PlannedEvent& event, uint64_t number,
                 std::string* out) {
  Line line(out);
  line.Raw("{\"id\":\"").Id('e', number).Raw("\",\"time\":\"");
  AppendTime(event.time_ms, line);
  line.Raw("\"").Text("type", kTypes[static_cast<size_t>(event.kind)]);
  line.Id("account", 'a', event.account);
  AppendFields(event, TraitsOf(options, event.account), line);
  line.Raw("}\n");
}

}  // namespace sekisho::bench
