// The due-diligence measures that published notices recommend, and the documents and contacts they
// and the indicators refer to. docs/measure-format.md explains the files.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/language.h"
#include "core/status.h"
#include "measures/places.h"

namespace sekisho {

// A place in a source document that recommends the measure.
struct MeasureSource {
  std::string document;          // key of references/sources.yml
  std::string date;              // YYYY-MM-DD
  std::string place;             // where in the document
  std::string status_in_latest;  // unchanged | changed | not read
  SourcePlace at;
};

// When it is to be done, and how often again.
struct Recurrence {
  std::string due;  // always | before_activity | before_offer | before_payment | before_shipment |
                    // before_access | on_delivery | on_change | on_suspicion
  std::string every;  // a duration ("180d"); empty: not repeated by the clock
  std::string why;    // why so; a period that no notice names is our choice
};

struct Measure {
  std::string id;  // "M09"
  LocalText name;
  LocalText meaning;
  std::vector<LocalText> steps;       // what to do, in this order
  std::vector<std::string> audience;  // platform | payment | client | employer
  std::vector<std::string> form;      // rule | gate | task | workflow | info
  std::vector<MeasureSource> sources;
  Recurrence recurrence;
  std::vector<LocalText> evidence;  // what to keep as proof that it was done
  // Where contact data may come from for it to count: independent (a register, a search, a
  // directory, a known partner; never the candidate or his papers) | any.
  std::string contact_source;
  std::vector<std::string> contacts;  // R01…, of references/contacts.yml
  LocalText fairness;                 // how it is done without hurting people who did nothing
  SourcePlace place;
};

// A document of references/sources.yml.
struct SourceDocument {
  std::string date;  // YYYY-MM-DD
  bool read = false;
  LocalText title;  // in the languages in which it has one; the others are empty
  std::string publisher;
  std::string url;
};

// Somebody of references/contacts.yml whom one can turn to.
struct Contact {
  LocalText name;
  std::string country;     // ISO 3166 alpha-2
  std::string kind;        // consultation | complaint | statutory_filing | reward_tip | reference
  std::string address;     // as printed; empty: none is printed
  std::string printed_on;  // YYYY-MM-DD
  std::string checked_on;  // YYYY-MM-DD
  bool confirmed = false;  // stands in a document that was read
};

// A legal consequence of references/laws.yml that a report may mention.
struct LawText {
  LocalText name;
  LocalText text;
  std::vector<std::string> citations;
  std::string checked_on;  // YYYY-MM-DD
};

struct MeasureCatalogue {
  std::vector<Measure> measures;                    // ordered by id
  std::map<std::string, SourceDocument> documents;  // by key
  std::map<std::string, Contact> contacts;          // by id
  std::map<std::string, LawText> laws;              // by id
  PlacePieces places;
};

}  // namespace sekisho
