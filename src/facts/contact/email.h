// E-mail addresses: their syntax and their domain.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/event_view.h"

namespace sekisho {

struct EmailAddress {
  std::string local;  // as written
  std::string host;   // in ASCII
  // What somebody registers of it; empty when the host is a public suffix.
  std::string domain;
};

// Reads one address (RFC 5321, section 4.1.2, and RFC 6531 for other scripts): a local part of at
// most 64 bytes, dot-separated atoms or a quoted text, and a public host; 254 bytes altogether.
// Nothing for anything else, an address literal in brackets included, and for masked ones.
std::optional<EmailAddress> ParseEmail(std::string_view written);

// How the domain of a claimed employer relates to that of an address.
//   same           one registrable domain
//   look_alike     other letters of the same shape (Unicode TR39, skeleton), or an edit distance of
//                  1 for names of 4 to 7 characters and up to 2 for longer ones
//   other_ending   the same name below another public suffix
//   different      none of these
// Empty when one of the two has no registrable domain. `employer` may be a host, a web address or
// an e-mail address.
std::string_view MatchDomains(std::string_view email, std::string_view employer);

// email.valid and email.domain from {email}; email.domain_match from {email, employer.domain}.
void ComputeEmailValid(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputeEmailDomain(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputeEmailDomainMatch(std::span<const FieldId> inputs, FieldId output, EventView* event);

}  // namespace sekisho
