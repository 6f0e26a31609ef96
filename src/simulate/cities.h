// Cities of the market: where lines of homes, offices and hotels lie, and how long it takes from
// one to another. Coordinates are in hundredths of degrees: the market knows no floating point.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "simulate/places.h"

namespace sekisho::simulate {

using CityIndex = uint8_t;

struct City {
  std::string_view country;
  PlaceIndex place;  // kNoPlace: only a team sits there
  int16_t latitude;
  int16_t longitude;
  uint8_t weight;  // among the cities of its place
};
inline constexpr PlaceIndex kNoPlace = 255;

std::span<const City> Cities();

// A city of the place, as often as its weight says; the same for the same hash.
CityIndex PickCity(PlaceIndex place, uint64_t hash);
// The first city of the place: where carriers have their gateways.
CityIndex MainCity(PlaceIndex place);
// Where the team of TeamPlaces() with that index sits.
CityIndex TeamCity(uint8_t team_place);

// From door to door by aircraft: half a day of airports and connections included, so never less
// than it takes.
int64_t TravelMs(CityIndex from, CityIndex to);

// Networks are given out to cities in slots: a city has as many neighbouring ones as its share of
// the people, one at least.
inline constexpr uint32_t kCitySlots = 1024;
uint32_t PickSlot(CityIndex city, uint64_t hash);
CityIndex CityOfSlot(uint32_t slot);

}  // namespace sekisho::simulate
