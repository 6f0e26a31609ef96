#include "simulate/truth.h"

#include <string>

#include "core/time.h"
#include "simulate/rhythm.h"

namespace sekisho::simulate {
namespace {

constexpr size_t kPieceBytes = 1 << 20;

void AppendLine(const Population& population, uint32_t index, std::string* out) {
  const Person& person = population.at(index);
  const Place& place = PlaceAt(person.place);
  population.AppendAccount(index, out);
  *out += ',';
  *out += KindName(person.kind);
  *out += ',';
  const bool ring = person.ring != kNobody;
  if (ring) {
    *out += 'r';
    *out += std::to_string(person.ring + 1);
    *out += ',';
    *out += KindName(person.kind);
    *out += ',';
    *out += CareName(population.rings()[person.ring].care);
  } else {
    *out += ",,";
  }
  *out += ',';
  *out += place.country;
  *out += ',';
  *out += place.language;
  *out += ',';
  *out += FormatTime(kFirstDayMs + person.registered * kDayMs).substr(0, 10);
  *out += ring ? ",ring\n" : ",honest\n";
}

}  // namespace

void WriteTruth(const Population& population, MarketSink* sink) {
  std::string piece = "account,kind,ring,role,care,country,language,created,label\n";
  for (uint32_t i = 0; i < population.size(); ++i) {
    AppendLine(population, i, &piece);
    if (piece.size() < kPieceBytes) continue;
    sink->Truth(piece);
    piece.clear();
  }
  sink->Truth(piece);
}

}  // namespace sekisho::simulate
