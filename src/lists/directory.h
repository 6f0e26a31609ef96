// Who keeps an account, and where a payment service is at home: by lists of banks and services.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "lists/list_spec.h"
#include "lists/network_table.h"

namespace sekisho {

// Immutable after the lists were added; shared by all threads.
class Directory {
 public:
  // Reads a list of the kind bank_directory: CSV with the columns scheme, code and kind.
  ListCount AddInstitutions(const ListSpec& spec, std::string_view text, DiagnosticSink* sink);
  // Reads a list of the kind payment_services: CSV with the columns name and country, a line for
  // each country in which the service is offered.
  ListCount AddServices(const ListSpec& spec, std::string_view text, DiagnosticSink* sink);

  // Of the longest code of the scheme (routing, zengin, iban, bic, card) that `number` begins with:
  // bank, sponsor_bank, money_service or exchange; "" when none is known at that time. Letters of
  // `number` are in capitals, without spaces. A service that stands behind a bank is what a second
  // list is for: of several kinds the first that is not bank, by the order of the lists.
  std::string_view InstitutionKind(std::string_view scheme, std::string_view number,
                                   int64_t time_ms) const;

  // Whether lists of that time name institutions of the scheme that are more than a bank. Without
  // any, a number of a bank says nothing about who stands behind it.
  bool NamesServices(std::string_view scheme, int64_t time_ms) const;

  // The only country in which the service is offered at that time; "" when it is not known, or
  // there are several. Names are compared without regard to width, case, spaces and punctuation.
  std::string_view ServiceCountry(std::string_view name, int64_t time_ms) const;

  bool empty() const { return institutions_.empty() && services_.empty(); }

 private:
  // Each value ends with the lists that name it, whatever other lists say of the same key.
  struct Entry {
    std::string value;
    int64_t until_ms = 0;  // not included
  };
  using Values = std::vector<Entry>;  // different ones, in the order of the lists
  using Entries = absl::flat_hash_map<std::string, Values>;

  static void Keep(const std::string& value, int64_t until_ms, Values* values);

  Entries institutions_;  // "scheme|code": kinds
  Entries services_;      // name: countries
  // Of each scheme, until when the lists name anything but banks.
  absl::flat_hash_map<std::string, int64_t> services_until_ms_;
};

}  // namespace sekisho
