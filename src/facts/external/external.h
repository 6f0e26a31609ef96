// Profiles on other sites, websites and commits: one comparable form of each.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/event_view.h"

namespace sekisho {

// A web address without what people add or leave out: scheme, "www.", a final slash, the part after
// "#". Host in lower case, path and query as they are. None without a host that has a dot, or when
// masked.
std::optional<std::string> WebsiteKey(std::string_view text);

// "site|handle", both in lower case, as handles of the large sites are equal without regard to
// case. A site may be written as its address, a handle with "@" or as the address of the profile.
// None without one of them, or when masked.
std::optional<std::string> ExternalKey(std::string_view site, std::string_view handle);

// What was asked for (a channel, a wallet, an address) in lower case and NFKC, spaces as one. None
// when nothing is left or a part is masked.
std::optional<std::string> RequestKey(std::string_view text);

// Days of the calendar (UTC) from the commit at `commit_ms` to the day `created` ("2024-01-15", or
// a time); none when the commit is not older or the day cannot be read.
std::optional<int64_t> CommitDaysBefore(int64_t commit_ms, std::string_view created);

// website.key from {website}; external.key from
// {external.site, external.handle}; request.value_key from {request.value};
// commit.days_before_account from {commit.time, external.created}.
void ComputeWebsiteKey(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputeExternalKey(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputeRequestKey(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputeCommitDays(std::span<const FieldId> inputs, FieldId output, EventView* event);

}  // namespace sekisho
