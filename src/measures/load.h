// All measures and references of a data folder, read and checked against each other.
#pragma once

#include <string>
#include <vector>

#include "measures/measure.h"
#include "yaml/diagnostics.h"

namespace sekisho {

struct MeasureTexts {
  struct Text {
    std::string name;  // shown in messages
    std::string text;
  };
  std::vector<Text> measures;
  Text sources;   // sources.yml
  Text contacts;  // contacts.yml
  Text laws;      // laws.yml; may be empty
  Text places;    // places.yml; may be empty
};

struct MeasureLoad {
  MeasureCatalogue catalogue;
  std::vector<Diagnostic> diagnostics;  // file by file

  bool has_errors() const;
};

// Reads measures/**/*.yml and sources.yml, contacts.yml, laws.yml and places.yml of references/
// below `folder`.
// What cannot be read is a diagnostic.
MeasureLoad LoadMeasures(const std::string& folder);

// The same from memory.
MeasureLoad LoadMeasures(const MeasureTexts& texts);

}  // namespace sekisho
