#include "lists/list_set.h"

#include <algorithm>
#include <utility>

#include "core/sha256.h"
#include "core/wallet.h"
#include "lists/list_folder.h"
#include "lists/list_lines.h"

namespace sekisho {
namespace {

constexpr size_t kDomainBytesMax = 253;           // RFC 1035
constexpr std::string_view kAllowed = "allowed";  // class of domains

// In lower case, without a leading "@", "." or "*."; empty for what is no domain in ASCII.
std::string Domain(std::string_view text) {
  for (const std::string_view prefix : {"@", "*.", "."}) {
    if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
  }
  if (text.size() > kDomainBytesMax || text.find('.') == std::string_view::npos) return "";
  std::string domain;
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool fine = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
                      c == '_' || upper;
    if (!fine) return "";
    domain.push_back(upper ? static_cast<char>(c - 'A' + 'a') : c);
  }
  const std::string_view top = std::string_view(domain).substr(domain.rfind('.') + 1);
  const bool has_letter = std::any_of(top.begin(), top.end(), [](char c) { return c >= 'a'; });
  if (domain.front() == '.' || domain.find("..") != std::string::npos || !has_letter) return "";
  return domain;
}

// A word of letters and digits, as addresses are whose form is not known here (Monero, XRP …): they
// are looked up as they are written.
bool LooksLikeWallet(std::string_view word) {
  constexpr size_t kBytesMin = 20;
  constexpr size_t kBytesMax = 128;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return word.size() >= kBytesMin && word.size() <= kBytesMax &&
         std::any_of(word.begin(), word.end(), is_digit) &&
         std::any_of(word.begin(), word.end(), is_letter) &&
         std::all_of(word.begin(), word.end(),
                     [&](char c) { return is_digit(c) || is_letter(c) || c == '-' || c == '_'; });
}

// "" or what is wrong.
std::string ProblemOfWallet(std::string_view written) {
  const WalletCheck wallet = CheckWallet(written);
  if (wallet.form.empty()) {
    return LooksLikeWallet(NormalWallet(written)) ? "" : Quoted(written) + " is no wallet address";
  }
  switch (wallet.check) {
    case DigitCheck::kMalformed:
      return Quoted(written) + " is no whole wallet address";
    case DigitCheck::kWrongDigit:
      return "the check digits of the wallet address " + Quoted(written) + " are wrong";
    default:
      return "";
  }
}

void Keep(const std::string& entry, int64_t until_ms,
          absl::flat_hash_map<std::string, int64_t>* entries) {
  int64_t& until = (*entries)[entry];
  until = std::max(until, until_ms);
}

}  // namespace

std::shared_ptr<const ListSet> ListSet::Make(std::vector<ListText> lists, DiagnosticSink* sink,
                                             const std::optional<KeyedHash>& exchange) {
  auto set = std::make_shared<ListSet>();
  if (exchange) set->shared_.SetKey(*exchange);
  for (ListText& list : lists) set->Add(std::move(list), sink);
  set->Finish();
  return set;
}

void ListSet::Add(ListText list, DiagnosticSink* sink) {
  ListInfo info;
  info.sha256 = Sha256Hex(list.text);
  info.bytes = list.text.size();
  if (!list.spec.sha256.empty() && list.spec.sha256 != info.sha256) {
    sink->Report(Sk::kListFile, list.spec.place,
                 list.spec.file + ": this is not the file that lists.yml means; its SHA-256 is " +
                     info.sha256);
  } else if (list.spec.kind == ListKind::kNetworkDatabase) {
    info.loaded = AddDatabase(list, &info, sink);
  } else if (IsWatchList(list.spec.kind)) {
    info.loaded = !list.text.empty();  // what stands in it is looked at where names are looked up
    if (!info.loaded) {
      sink->Report(Sk::kListFile, {list.spec.file, 0, 0}, "the list holds no entry");
    }
  } else {
    const ListCount count = AddText(list.spec, list.text, sink);
    info.open_end = !list.text.ends_with('\n');
    info.entries = count.entries;
    info.refused = count.refused;
    info.parts = count.parts;
    info.loaded = count.entries > 0;
    // An empty download must not pass for a list on which nobody stands.
    if (!info.loaded && !count.unusable) {
      sink->Report(
          Sk::kListFile, {list.spec.file, 0, 0},
          count.refused > 0 ? "no line of the list can be read" : "the list holds no entry");
    }
  }
  info.spec = std::move(list.spec);
  lists_.push_back(std::move(info));
}

ListCount ListSet::AddText(const ListSpec& spec, std::string_view text, DiagnosticSink* sink) {
  switch (spec.kind) {
    case ListKind::kNetworkRanges:
      return network_.AddRanges(spec, text, sink);
    case ListKind::kNetworkPlaces:
      return network_.AddPlaces(spec, text, sink);
    case ListKind::kBankDirectory:
      return directory_.AddInstitutions(spec, text, sink);
    case ListKind::kPaymentServices:
      return directory_.AddServices(spec, text, sink);
    case ListKind::kTechnologies:
      return technologies_.AddTechnologies(spec, text, sink);
    case ListKind::kPostalAddresses:
      return places_.AddAddresses(spec, text, sink);
    case ListKind::kSharedArtefacts:
      return shared_.AddArtefacts(spec, text, sink);
    case ListKind::kWalletAddresses:
      return AddWallets(spec, text, sink);
    default:
      return AddDomains(spec, text, sink);
  }
}

ListCount ListSet::AddDomains(const ListSpec& spec, std::string_view text, DiagnosticSink* sink) {
  ListCount count;
  const bool allowed = spec.list_class == kAllowed;
  ListLines lines(spec.file, text, sink);
  for (std::string_view line; lines.Next(&line);) {
    const std::string domain = Domain(line);
    if (domain.empty()) {
      lines.Refuse("the line is no domain in ASCII",
                   "write one domain a line, such as mail.example; xn--… for other scripts");
      continue;
    }
    Keep(domain, spec.ExpiresMs(), allowed ? &allowed_ : &disposable_);
    ++count.entries;
  }
  lines.Finish();
  count.refused = lines.refused();
  if (!allowed && count.entries > 0) count.parts.Add(ListPart::kDisposableEmail);
  return count;
}

ListCount ListSet::AddWallets(const ListSpec& spec, std::string_view text, DiagnosticSink* sink) {
  ListCount count;
  ListLines lines(spec.file, text, sink);
  std::vector<std::string> cells;
  for (std::string_view line; lines.Next(&line);) {
    std::string problem = SplitCells(line, &cells);
    if (problem.empty()) problem = ProblemOfWallet(cells[0]);
    if (!problem.empty()) {
      lines.Refuse(std::move(problem),
                   "write each address as it is published, one a line, in the first column");
      continue;
    }
    Keep(NormalWallet(cells[0]), spec.ExpiresMs(), &wallets_);
    ++count.entries;
  }
  lines.Finish();
  count.refused = lines.refused();
  if (count.entries > 0) count.parts.Add(ListPart::kListedWallet);
  return count;
}

bool ListSet::AddDatabase(const ListText& list, ListInfo* info, DiagnosticSink* sink) {
  const StatusOr<std::shared_ptr<const AddressDatabase>> opened = AddressDatabase::Open(list.text);
  if (!opened.ok()) {
    sink->Report(Sk::kListDatabase, {list.spec.file, 0, 0},
                 std::string(ToStd(opened.status().message())));
    return false;
  }
  info->entries = (*opened)->networks();
  info->parts = (*opened)->parts();
  if (info->parts.empty()) {
    sink->Report(Sk::kListDatabase, {list.spec.file, 0, 0},
                 "the database has nothing that is known here (type " + (*opened)->type() + ")",
                 "docs/lists.md says which values are read");
    return false;
  }
  databases_.push_back({*opened, list.spec.ExpiresMs()});
  return true;
}

void ListSet::AddMissing(ListSpec spec) {
  ListInfo info;
  info.spec = std::move(spec);
  lists_.push_back(std::move(info));
}

void ListSet::SetVersion(std::string_view manifest) {
  std::string sums = Sha256Hex(manifest) + "  lists.yml\n";
  for (const ListInfo& one : lists_) {
    sums += (one.sha256.empty() ? "missing" : one.sha256) + "  " + one.spec.file + "\n";
  }
  version_ = Sha256Hex(sums);
}

void ListSet::Finish() {
  network_.Build();
  if (has_unknown_entry_) unread_ = ListParts::Everything();
  for (const ListInfo& list : lists_) {
    if (!list.loaded) {
      unread_.Add(SilentParts(list, 0));
      continue;
    }
    parts_.Add(list.parts);
    first_expires_ms_ = std::min(first_expires_ms_, list.spec.ExpiresMs());
  }
  std::stable_sort(databases_.begin(), databases_.end(), [](const Database& a, const Database& b) {
    return a.expires_ms > b.expires_ms;
  });
}

ListParts ListSet::PartsAt(int64_t time_ms) const {
  if (time_ms < first_expires_ms_) return parts_;
  ListParts parts;
  for (const ListInfo& list : lists_) {
    if (list.loaded && time_ms < list.spec.ExpiresMs()) parts.Add(list.parts);
  }
  return parts;
}

// What the list would say at that time and does not.
ListParts ListSet::SilentParts(const ListInfo& list, int64_t time_ms) {
  if (list.loaded) return time_ms < list.spec.ExpiresMs() ? ListParts() : list.parts;
  // Exceptions bring nothing: without them more is named, not less.
  return list.spec.list_class == kAllowed ? ListParts() : list.spec.UsualParts();
}

ListParts ListSet::SilentAt(int64_t time_ms) const {
  ListParts silent = unread_;
  if (time_ms < first_expires_ms_) return silent;
  for (const ListInfo& list : lists_) silent.Add(SilentParts(list, time_ms));
  return silent;
}

ListParts ListSet::WholeAt(int64_t time_ms) const {
  ListParts whole = PartsAt(time_ms);
  whole.Remove(SilentAt(time_ms));
  return whole;
}

std::vector<std::string> ListSet::SilentFiles(const ListParts& parts, int64_t time_ms) const {
  std::vector<std::string> files;
  if (has_unknown_entry_) files.emplace_back(kListManifest);
  for (const ListInfo& list : lists_) {
    if (SilentParts(list, time_ms).HasAny(parts)) files.push_back(list.spec.file);
  }
  return files;
}

std::string_view ListSet::InstitutionKind(std::string_view scheme, std::string_view number,
                                          int64_t time_ms) const {
  const std::string_view kind = directory_.InstitutionKind(scheme, number, time_ms);
  return kind != "bank" || WholeAt(time_ms).Has(ListPart::kInstitution) ? kind : "";
}

std::string_view ListSet::ServiceCountry(std::string_view name, int64_t time_ms) const {
  if (directory_.empty() || !WholeAt(time_ms).Has(ListPart::kServiceCountry)) return "";
  return directory_.ServiceCountry(name, time_ms);
}

std::optional<int64_t> ListSet::FirstYear(std::string_view technology, int64_t time_ms) const {
  if (technologies_.empty() || !WholeAt(time_ms).Has(ListPart::kTechnology)) return std::nullopt;
  return technologies_.FirstYear(technology, time_ms);
}

ListSet::Answer ListSet::NotNamed(ListPart part, int64_t time_ms) const {
  return WholeAt(time_ms).Has(part) ? Answer::kNo : Answer::kUnknown;
}

ListSet::Answer ListSet::IsDisposable(std::string_view domain, int64_t time_ms) const {
  if (!PartsAt(time_ms).Has(ListPart::kDisposableEmail)) return Answer::kUnknown;
  const auto holds = [&domain, time_ms](const Until& entries) {
    const auto found = entries.find(ToAbsl(domain));
    return found != entries.end() && time_ms < found->second;
  };
  // An exception holds for the domain and all below it, until something below it is listed.
  for (;;) {
    if (holds(allowed_)) return Answer::kNo;
    if (holds(disposable_)) return Answer::kYes;
    const size_t dot = domain.find('.');
    if (dot == std::string_view::npos) break;
    domain.remove_prefix(dot + 1);
  }
  return NotNamed(ListPart::kDisposableEmail, time_ms);
}

ListSet::Answer ListSet::IsShared(ArtefactKind kind, std::string_view value,
                                  int64_t time_ms) const {
  constexpr ListPart kParts[kArtefactKinds] = {ListPart::kSharedDocument, ListPart::kSharedPayee,
                                               ListPart::kSharedDevice, ListPart::kSharedTemplate};
  const ListPart part = kParts[static_cast<size_t>(kind)];
  if (!PartsAt(time_ms).Has(part)) return Answer::kUnknown;
  const std::optional<int64_t> until_ms = shared_.Find(kind, value);
  return until_ms && time_ms < *until_ms ? Answer::kYes : NotNamed(part, time_ms);
}

ListSet::Answer ListSet::IsListedWallet(std::string_view address, int64_t time_ms) const {
  const auto found = wallets_.find(ToAbsl(address));
  if (found != wallets_.end() && time_ms < found->second) return Answer::kYes;
  return NotNamed(ListPart::kListedWallet, time_ms);
}

}  // namespace sekisho
