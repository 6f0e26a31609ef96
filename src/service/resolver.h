// Episodes → findings: reads the events of the evidence again and puts names to the keys.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/engine.h"
#include "ingest/decoder.h"
#include "service/event_index.h"
#include "service/finding.h"
#include "service/record_source.h"

namespace sekisho {

// One per thread; what it is given outlives it.
class Resolver {
 public:
  struct Shown {
    uint32_t evidence_details_max = 0;  // events of a finding whose details are kept
    bool mask_documents = false;        // numbers of documents by their last characters only
  };

  Resolver(const Plan& plan, const DecoderOptions& options, const RecordSource* source,
           const EventIndex* index, const Groups* groups, const Shown& shown);
  ~Resolver();

  // A record that cannot be read again (the file changed during the run) has the id
  // "unreadable:<number>".
  Finding Resolve(const Episode& episode);
  AccountGroup ResolveGroup(const Groups::Group& group);

 private:
  struct Parts;

  // What a rule groups by: the names as written, and the fields of each of its inputs.
  struct Grouping {
    std::vector<std::string> names;
    std::vector<std::vector<FieldId>> fields;
  };
  Grouping GroupingOf(RuleIndex rule) const;
  void AddFieldsOf(RuleIndex rule, size_t count, Grouping* grouping) const;

  // The event, or null when it cannot be read again; valid until the next call.
  const EventView* Decode(EventRef event);
  // The same with its facts.
  const EventView* Read(EventRef event);
  std::string ReadId(EventRef event);
  bool IsDocumentField(FieldId field) const;
  std::string TextOf(FieldId field, const EventView& event) const;
  // The text of the account field whose key is `account` on an event that made a link.
  std::string AccountOf(const Key& account, EventRef event);

  // The identifier that the link is about; empty when its event cannot be read again.
  std::string SharedOf(const Link& link);

  bool FindSubject(const Grouping& grouping, const Episode& episode, const EventView& event,
                   Subject* subject);
  bool FindLinkSubject(const Grouping& grouping, const Episode& episode, Subject* subject);
  bool LinkPart(const std::string& name, const Link& link, Key* key, std::string* text);
  // Are the details of the `number`-th of `count` events among those that are kept?
  bool ShowsDetails(size_t number, size_t count) const;
  void AddDetails(RuleIndex rule, const EventView& event, Finding* finding);
  std::string FindingId(const Episode& episode, const Subject& subject,
                        const std::string& opening) const;

  const Plan& plan_;
  const RecordSource* const source_;
  const EventIndex* const index_;
  const Groups* const groups_;
  const Shown shown_;
  absl::flat_hash_map<RuleIndex, std::vector<FieldId>> shown_fields_;  // by rule, filled on demand
  absl::flat_hash_map<EventRef, std::vector<uint32_t>> links_at_;  // event → links that it made
  std::unique_ptr<Parts> parts_;
};

}  // namespace sekisho
