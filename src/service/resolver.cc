#include "service/resolver.h"

#include <algorithm>
#include <optional>

#include "core/limits.h"
#include "core/number.h"
#include "engine/front.h"
#include "engine/links.h"
#include "service/evidence.h"

namespace sekisho {
namespace {

std::string Join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) joined += separator;
    joined += part;
  }
  return joined;
}

// What tells the events of one time apart.
std::string PositionText(const EventView& event) {
  return '\0' + std::to_string(event.sequence) + '\0' + PositionId(event);
}

std::string PairText(std::string a, std::string b) {
  if (b < a) std::swap(a, b);
  return a + "|" + b;
}

}  // namespace

struct Resolver::Parts {
  Parts(const Plan& plan, const DecoderOptions& options)
      : decoder(options), front(plan), event(plan.fields().size()) {}
  Decoder decoder;
  Front front;
  EventView event;
  Block block;
  std::optional<uint32_t> source;  // whose shape the block has
};

Resolver::Resolver(const Plan& plan, const DecoderOptions& options, const RecordSource* source,
                   const EventIndex* index, const Groups* groups, const Shown& shown)
    : plan_(plan),
      source_(source),
      index_(index),
      groups_(groups),
      shown_(shown),
      parts_(std::make_unique<Parts>(plan, options)) {
  for (uint32_t i = 0; i < groups->links().size(); ++i) {
    links_at_[groups->links()[i].at.ref()].push_back(i);
  }
}

Resolver::~Resolver() = default;

Resolver::Grouping Resolver::GroupingOf(RuleIndex rule) const {
  Grouping grouping;
  if (const CorrelationRule* correlation = plan_.rules().rules[rule].correlation()) {
    grouping.names = correlation->group_by;
    AddFieldsOf(rule, grouping.names.size(), &grouping);
  }
  return grouping;
}

// The inputs of the rules below are tried too: the fire of an anchored window is grouped by the
// fields of the events in it, which may have other names.
void Resolver::AddFieldsOf(RuleIndex rule, size_t count, Grouping* grouping) const {
  const CorrelationRule* correlation = plan_.rules().rules[rule].correlation();
  if (correlation == nullptr) return;
  for (const CorrelationInput& input : correlation->inputs) {
    const auto& known = grouping->fields;
    if (input.group_by.size() == count &&
        std::find(known.begin(), known.end(), input.group_by) == known.end()) {
      grouping->fields.push_back(input.group_by);
    }
    AddFieldsOf(input.rule, count, grouping);
  }
}

const EventView* Resolver::Read(EventRef event) {
  const EventView* const view = Decode(event);
  if (view != nullptr) parts_->front.AddFacts(&parts_->event);
  return view;
}

const EventView* Resolver::Decode(EventRef event) {
  const RecordRef record = (*index_)[event];
  Block& block = parts_->block;
  if (block.buffer.size() < record.length + Block::kPaddingBytes) {
    block.buffer.resize(record.length + Block::kPaddingBytes);
  }
  if (!source_->ReadRecord(record, block.buffer.data()).ok()) return nullptr;
  if (!parts_->source || *parts_->source != record.source) {
    parts_->source = record.source;
    const TextShape shape = source_->ShapeOf(record.source);
    block.format = shape.format;
    block.header = shape.header;
  }
  block.text = {block.buffer.data(), record.length};
  parts_->decoder.Start(block);
  if (parts_->decoder.Next(&parts_->event) != Outcome::kEvent) return nullptr;
  return &parts_->event;
}

std::string Resolver::ReadId(EventRef event) {
  const EventView* view = Decode(event);
  if (view == nullptr) return "unreadable:" + std::to_string(event);
  return PositionId(*view);
}

bool Resolver::IsDocumentField(FieldId field) const {
  const std::vector<FieldId>& fields = plan_.document_fields();
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

std::string Resolver::TextOf(FieldId field, const EventView& event) const {
  if (field == kNoField) return {};
  const Value& value = event.Get(field);
  if (shown_.mask_documents && IsDocumentField(field)) return MaskedNumber(value.text);
  return value.kind == ValueKind::kNumber ? CanonicalNumber(value.text) : std::string(value.text);
}

Finding Resolver::Resolve(const Episode& episode) {
  Finding finding;
  finding.rule = episode.rule;
  finding.first_ms = episode.first_ms;
  finding.last_ms = episode.last_ms;
  finding.value_micros = episode.value_micros;
  finding.at_least = episode.at_least;
  finding.truncated = episode.truncated;
  finding.open = episode.open;
  finding.events_total = episode.evidence_total;

  const Grouping grouping = GroupingOf(episode.rule);
  bool found = false;
  std::string opening;
  for (size_t i = 0; i < episode.evidence.size(); ++i) {
    const EventRef event = episode.evidence[i];
    // Of most evidence only the id is shown: facts are added where somebody wants them.
    const bool detailed = ShowsDetails(i, episode.evidence.size());
    const EventView* view = detailed ? Read(event) : Decode(event);
    if (view == nullptr) {
      finding.events.push_back("unreadable:" + std::to_string(event));
      continue;
    }
    found = found || FindSubject(grouping, episode, *view, &finding.subject);
    if (!found && !detailed) {
      parts_->front.AddFacts(&parts_->event);
      found = FindSubject(grouping, episode, *view, &finding.subject);
    }
    if (const std::string account = TextOf(kFieldAccount, *view); !account.empty()) {
      finding.accounts.push_back(account);
    }
    if (event == episode.opening_event) opening = PositionText(*view);
    finding.events.push_back(PositionId(*view));
    if (detailed) AddDetails(episode.rule, *view, &finding);
  }
  if (opening.empty()) {
    if (const EventView* view = Decode(episode.opening_event)) opening = PositionText(*view);
  }
  if (!found && !FindLinkSubject(grouping, episode, &finding.subject)) {
    finding.subject = {Join(grouping.names, "+"), KeyToHex(episode.key)};
  }
  if (finding.subject.type == "pair") {
    const size_t bar = finding.subject.id.find('|');
    finding.accounts.push_back(finding.subject.id.substr(0, bar));
    if (bar != std::string::npos) finding.accounts.push_back(finding.subject.id.substr(bar + 1));
  }
  std::sort(finding.accounts.begin(), finding.accounts.end());
  finding.accounts.erase(std::unique(finding.accounts.begin(), finding.accounts.end()),
                         finding.accounts.end());
  finding.id = FindingId(episode, finding.subject, opening);
  return finding;
}

bool Resolver::ShowsDetails(size_t number, size_t count) const {
  const size_t first = (shown_.evidence_details_max + 1) / 2;
  const size_t newest = shown_.evidence_details_max / 2;
  return number < first || number + newest >= count;
}

void Resolver::AddDetails(RuleIndex rule, const EventView& event, Finding* finding) {
  const auto [shown, is_new] = shown_fields_.try_emplace(rule);
  if (is_new) {
    for (const std::string_view name : EvidenceFields(plan_.rules(), rule)) {
      shown->second.push_back(plan_.fields().Find(name));
    }
  }
  EvidenceEvent details;
  details.id = PositionId(event);
  details.type = event.type;
  details.account = TextOf(kFieldAccount, event);
  details.time_ms = event.time_ms;
  for (const FieldId field : shown->second) {
    details.values.push_back(BeginningOf(TextOf(field, event), limits::kEvidenceValueBytesMax));
  }
  finding->evidence.push_back(std::move(details));
}

bool Resolver::FindSubject(const Grouping& grouping, const Episode& episode, const EventView& event,
                           Subject* subject) {
  Key key;
  if (plan_.rules().rules[episode.rule].correlation() == nullptr) {
    const bool by_account = parts_->front.KeyOfFields({kFieldAccount}, event, &key);
    if (by_account && key == episode.key) {
      *subject = {"account", TextOf(kFieldAccount, event)};
      return true;
    }
    const std::string id = PositionId(event);
    if (HashBytes(id, plan_.seed()) != episode.key) return false;
    *subject = {"event", id};
    return true;
  }
  if (grouping.names.empty()) {
    *subject = {"all", "all"};
    return true;
  }
  for (const std::vector<FieldId>& fields : grouping.fields) {
    if (!parts_->front.KeyOfFields(fields, event, &key) || key != episode.key) continue;
    std::vector<std::string> texts;
    for (const FieldId field : fields) texts.push_back(TextOf(field, event));
    *subject = {Join(grouping.names, "+"), Join(texts, " ")};
    return true;
  }
  return false;
}

// The subject of a rule that is fed by links, from the links that the evidence made.
bool Resolver::FindLinkSubject(const Grouping& grouping, const Episode& episode, Subject* subject) {
  const bool is_detection = plan_.rules().rules[episode.rule].correlation() == nullptr;
  std::vector<std::vector<std::string>> candidates = {grouping.names};
  if (is_detection) candidates = {{"pair"}, {"link.identifier"}};
  for (const EventRef event : episode.evidence) {
    const auto links = links_at_.find(event);
    if (links == links_at_.end()) continue;
    for (const uint32_t number : links->second) {
      for (const std::vector<std::string>& names : candidates) {
        std::vector<Key> keys(names.size());
        std::vector<std::string> texts(names.size());
        bool all = !names.empty();
        for (size_t i = 0; all && i < names.size(); ++i) {
          all = LinkPart(names[i], groups_->links()[number], &keys[i], &texts[i]);
        }
        if (!all || CombineKeys(keys, plan_.seed()) != episode.key) continue;
        *subject = {Join(names, "+"), Join(texts, " ")};
        return true;
      }
    }
  }
  return false;
}

bool Resolver::LinkPart(const std::string& name, const Link& link, Key* key, std::string* text) {
  if (name == "link.kind") {
    *text = kLinkKinds[link.kind];
    *key = HashBytes(*text, plan_.seed());
  } else if (name == "link.identifier") {
    *key = link.identifier;
    *text = KeyToHex(link.identifier);
  } else if (name == "account_a") {
    *key = link.account_a;
    *text = AccountOf(link.account_a, link.since_a.ref());
  } else if (name == "account_b") {
    *key = link.account_b;
    *text = AccountOf(link.account_b, link.at.ref());
  } else if (name == "pair") {
    *key = PairKey(link.account_a, link.account_b, plan_.seed());
    *text = PairText(AccountOf(link.account_a, link.since_a.ref()),
                     AccountOf(link.account_b, link.at.ref()));
  } else {
    return false;
  }
  return true;
}

std::string Resolver::AccountOf(const Key& account, EventRef event) {
  const EventView* view = Read(event);
  if (view == nullptr) return KeyToHex(account);
  for (const LinkSource& source : kLinkSources) {
    const FieldId field = plan_.fields().Find(source.account);
    Key key;
    if (field != kNoField && parts_->front.KeyOfFields({field}, *view, &key) && key == account) {
      return TextOf(field, *view);
    }
  }
  return KeyToHex(account);
}

std::string Resolver::SharedOf(const Link& link) {
  const EventView* view = Read(link.at.ref());
  if (view == nullptr) return {};
  for (const LinkSource& source : kLinkSources) {
    const FieldId field = plan_.fields().Find(source.identifier);
    Key key;
    if (source.kind == link.kind && field != kNoField &&
        parts_->front.KeyOfFields({field}, *view, &key) && key == link.identifier) {
      return TextOf(field, *view);
    }
  }
  return {};
}

// Finding ids hash key bytes and the opening position, never the seed (semantics.md 30).
std::string Resolver::FindingId(const Episode& episode, const Subject& subject,
                                const std::string& opening) const {
  const Rule& rule = plan_.rules().rules[episode.rule];
  return KeyToHex(HashBytes(rule.name + '\0' + rule.version + '\0' + subject.type + '\0' +
                                subject.id + '\0' + std::to_string(episode.opening.time_ms) +
                                opening,
                            0));
}

AccountGroup Resolver::ResolveGroup(const Groups::Group& group) {
  AccountGroup resolved;
  absl::flat_hash_map<std::pair<uint64_t, uint64_t>, std::string> texts;
  absl::flat_hash_map<std::pair<uint64_t, uint64_t>, uint32_t> identifiers;
  const auto text_of = [&](const Key& account, EventRef event) {
    std::string& text = texts[{account.high, account.low}];
    if (text.empty()) text = AccountOf(account, event);
    return text;
  };
  for (const uint32_t number : group.links) {
    const Link& link = groups_->links()[number];
    AccountGroup::Link line;
    line.kind = kLinkKinds[link.kind];
    line.identifier = identifiers
                          .emplace(std::pair(link.identifier.high, link.identifier.low),
                                   static_cast<uint32_t>(identifiers.size()))
                          .first->second;
    line.account_a = text_of(link.account_a, link.since_a.ref());
    line.account_b = text_of(link.account_b, link.at.ref());
    line.time_ms = link.at.time_ms();
    line.shared = SharedOf(link);
    line.event = ReadId(link.at.ref());
    resolved.links.push_back(std::move(line));
  }
  for (const Key& account : group.accounts) {
    resolved.accounts.push_back(texts[{account.high, account.low}]);
  }
  resolved.id = KeyToHex(HashBytes(resolved.accounts.front(), 0));
  return resolved;
}

}  // namespace sekisho
