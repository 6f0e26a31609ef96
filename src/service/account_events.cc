#include "service/account_events.h"

#include <memory>

#include "core/field.h"
#include "engine/front.h"
#include "ingest/decoder.h"
#include "service/record_source.h"

namespace sekisho {

std::string_view AccountEvent::Get(std::string_view name) const {
  for (const Field& field : fields) {
    if (field.name == name) return field.value;
  }
  return "";
}

StatusOr<uint64_t> ReadAccountEvents(const std::vector<std::string>& paths,
                                     const AccountEventsQuery& query,
                                     const std::function<void(const AccountEvent&)>& on_event) {
  StatusOr<std::unique_ptr<RecordSource>> source = OpenFiles(paths, InputOptions());
  if (!source.ok()) return source.status();
  return ReadAccountEvents(source->get(), query, on_event);
}

StatusOr<uint64_t> ReadAccountEvents(RecordSource* source, const AccountEventsQuery& query,
                                     const std::function<void(const AccountEvent&)>& on_event) {
  FieldTable fields;
  std::vector<FieldId> wanted;
  for (const std::string_view name : query.fields) wanted.push_back(fields.Intern(name));
  DecoderOptions options;
  options.fields = &fields;
  Decoder decoder(options);
  EventView event(fields.size());
  AccountEvent out;
  uint64_t rejects = 0;
  for (Block block; source->NextBlock(&block);) {
    decoder.Start(block);
    for (Outcome outcome = decoder.Next(&event); outcome != Outcome::kEnd;
         outcome = decoder.Next(&event)) {
      if (outcome == Outcome::kRejected) ++rejects;
      if (outcome != Outcome::kEvent) continue;
      out.account = event.Get(kFieldAccount).text;
      const bool mine = query.accounts.contains(out.account);
      if (!mine && query.ids.empty()) continue;
      out.id = PositionId(event);
      if (!mine && !query.ids.contains(out.id)) continue;
      out.type = event.type;
      out.time_ms = event.time_ms;
      out.fields.clear();
      for (size_t i = 0; i < wanted.size(); ++i) {
        const Value& value = event.Get(wanted[i]);
        if (!value.text.empty()) out.fields.push_back({query.fields[i], value.text});
      }
      on_event(out);
    }
  }
  const std::vector<std::string> errors = source->Errors();
  if (!errors.empty()) return InvalidInput(errors.front());
  return rejects;
}

}  // namespace sekisho
