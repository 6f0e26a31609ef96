// Where in a source document something stands, in the language of the reader.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/language.h"
#include "yaml/diagnostics.h"

namespace sekisho {

// Pieces of places by their English text, in which "#" stands for every number.
using PlacePieces = std::map<std::string, LocalText, std::less<>>;

// places.yml. Texts that are missing, or that hold not as many numbers as the English one, are
// reported.
PlacePieces ReadPlaces(const std::string& file, std::string_view text, DiagnosticSink* sink);

// `place` as an indicator writes it ("platform list, item 2; section on methods (forged papers)").
// Where a piece of it is not known, all of it stays as it is.
std::string PlaceIn(Language language, std::string_view place, const PlacePieces& pieces);

}  // namespace sekisho
