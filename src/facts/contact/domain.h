// Names of hosts on the internet.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sekisho {

// The host in the form of the domain name system: lower case, other scripts as Punycode (UTS #46,
// non-transitional), without a final dot. Nothing for what cannot be a public host: no dot, empty
// or over-long labels, forbidden characters, an address of numbers.
std::optional<std::string> AsciiHost(std::string_view written);

// The labels of an ASCII host in their own script.
std::string UnicodeHost(std::string_view ascii);

// The part that somebody registers: one label below a public suffix ("a.b.example.co.jp" gives
// "example.co.jp"), by the Public Suffix List that is built into libpsl. Nothing when the host is a
// public suffix itself.
std::optional<std::string> RegistrableDomain(std::string_view ascii_host);

// A set of registrable domains from a list; implemented by whoever loads lists.
class DomainSet {
 public:
  virtual ~DomainSet() = default;
  virtual bool Contains(std::string_view registrable_domain) const = 0;
};

// Whether the domain of the host stands on a list, such as that of disposable mail. Nothing without
// a list or a registrable domain: not evaluated is not clean.
std::optional<bool> IsListed(std::string_view ascii_host, const DomainSet* list);

}  // namespace sekisho
