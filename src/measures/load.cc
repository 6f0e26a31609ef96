#include "measures/load.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <tuple>

#include "measures/measure_reader.h"
#include "measures/references.h"
#include "yaml/yaml_file.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

void CheckSources(const Measure& measure, const MeasureCatalogue& catalogue, DiagnosticSink* sink) {
  for (const MeasureSource& source : measure.sources) {
    const auto found = catalogue.documents.find(source.document);
    if (found == catalogue.documents.end()) {
      sink->Report(Sk::kMeasureSource, source.at,
                   "the document \"" + source.document + "\" is not in references/sources.yml");
    } else if (source.date != found->second.date) {
      sink->Report(Sk::kMeasureSource, source.at,
                   "the document " + source.document + " is of " + found->second.date +
                       " in references/sources.yml, not of " + source.date);
    }
  }
}

void CheckContacts(const Measure& measure, const MeasureCatalogue& catalogue,
                   DiagnosticSink* sink) {
  for (const std::string& contact : measure.contacts) {
    if (catalogue.contacts.contains(contact)) continue;
    sink->Report(Sk::kMeasureContact, measure.place,
                 "there is no contact " + contact + " in references/contacts.yml");
  }
}

void CheckIds(const std::vector<Measure>& measures, DiagnosticSink* sink) {
  for (size_t i = 1; i < measures.size(); ++i) {
    const Measure& earlier = measures[i - 1];
    if (measures[i].id.empty() || measures[i].id != earlier.id) continue;
    sink->Report(Sk::kMeasureId, measures[i].place,
                 "the id " + measures[i].id + " is taken by the measure at " + earlier.place.file +
                     ":" + std::to_string(earlier.place.line));
  }
}

MeasureTexts::Text ReadText(const fs::path& path, DiagnosticSink* sink) {
  return {path.string(), ReadYamlText(path.string(), sink).value_or("")};
}

MeasureLoad Load(const MeasureTexts& texts, DiagnosticSink* sink) {
  MeasureLoad load;
  MeasureCatalogue& catalogue = load.catalogue;
  // An empty text could not be read and has been reported.
  if (!texts.sources.text.empty()) {
    catalogue.documents = ReadSourceDocuments(texts.sources.name, texts.sources.text, sink);
  }
  if (!texts.contacts.text.empty()) {
    catalogue.contacts = ReadContacts(texts.contacts.name, texts.contacts.text, sink);
  }
  if (!texts.laws.text.empty()) {
    catalogue.laws = ReadLaws(texts.laws.name, texts.laws.text, sink);
  }
  if (!texts.places.text.empty()) {
    catalogue.places = ReadPlaces(texts.places.name, texts.places.text, sink);
  }
  for (const MeasureTexts::Text& text : texts.measures) {
    std::optional<Measure> measure = ReadMeasure(text.name, text.text, sink);
    if (!measure) continue;
    CheckSources(*measure, catalogue, sink);
    CheckContacts(*measure, catalogue, sink);
    catalogue.measures.push_back(*std::move(measure));
  }
  std::stable_sort(catalogue.measures.begin(), catalogue.measures.end(),
                   [](const Measure& a, const Measure& b) { return a.id < b.id; });
  CheckIds(catalogue.measures, sink);
  load.diagnostics = sink->Take();
  std::stable_sort(load.diagnostics.begin(), load.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.place.file, a.place.line, a.place.column) <
                            std::tie(b.place.file, b.place.line, b.place.column);
                   });
  return load;
}

}  // namespace

bool MeasureLoad::has_errors() const {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::kError;
  });
}

MeasureLoad LoadMeasures(const std::string& folder) {
  DiagnosticSink sink(/*foreign=*/false);
  const fs::path root(folder);
  MeasureTexts texts;
  texts.sources = ReadText(root / "references" / "sources.yml", &sink);
  texts.contacts = ReadText(root / "references" / "contacts.yml", &sink);
  texts.laws = ReadText(root / "references" / "laws.yml", &sink);
  texts.places = ReadText(root / "references" / "places.yml", &sink);
  const std::optional<std::vector<std::string>> files =
      FindYamlFiles((root / "measures").string(), &sink);
  if (files) {
    for (const std::string& file : *files) {
      if (std::optional<std::string> text = ReadYamlText(file, &sink)) {
        texts.measures.push_back({file, *std::move(text)});
      }
    }
  }
  return Load(texts, &sink);
}

MeasureLoad LoadMeasures(const MeasureTexts& texts) {
  DiagnosticSink sink(/*foreign=*/false);
  return Load(texts, &sink);
}

}  // namespace sekisho
