// For whom a report is made: what each recipient gets, and in which language.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/language.h"

namespace sekisho {

struct Recipient {
  std::string_view id;  // jp | us | kr | str
  Phrase title;
  std::optional<Language> language;            // none: the reader's own
  std::string_view time_zone;                  // of the country; empty: that of the report only
  std::span<const std::string_view> contacts;  // ids of references/contacts.yml; none is a default
  std::span<const std::string_view> laws;      // ids of references/laws.yml
  // The worksheet for a filing that the law asks of obliged entities: restricted, and without what
  // belongs to a complaint (what is asked, technical traces, access, threats, what the person was
  // told).
  bool filing = false;
};

// jp, us, kr, str.
std::span<const Recipient> Recipients();

// Null for an id that nobody knows.
const Recipient* FindRecipient(std::string_view id);

}  // namespace sekisho
