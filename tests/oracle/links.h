// Link events from scratch (semantics 20).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "core/field.h"
#include "oracle/oracle.h"

namespace sekisho::oracle {

// `account` (a field of the event) used `identifier`, which is of this kind.
struct LinkSource {
  std::string_view kind;
  std::string_view identifier;
  std::string_view account;
  std::string_view except;  // a type of event on which the identifier is somebody else's
};
const std::vector<LinkSource>& LinkSources();

// The fields that links read and write.
std::span<const std::string_view> LinkFields();

// An account used an identifier.
struct Use {
  std::string_view kind;
  std::string identifier;
  std::string account;
};

// The links that `event` makes with the accounts of earlier `uses`, in order; adds its own uses.
std::vector<Link> NewLinks(const FieldTable& fields, const EventView& event,
                           const std::string& event_id, std::vector<Use>* uses);

// The link.new or link.hub event.
void FillLinkView(const FieldTable& fields, const Link& link, int64_t time_ms, EventView* view);

}  // namespace sekisho::oracle
