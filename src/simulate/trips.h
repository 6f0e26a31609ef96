// Who is away from home, and how long the way takes.
#pragma once

#include <cstdint>
#include <optional>

#include "simulate/desk.h"

namespace sekisho::simulate {

struct Trip {
  PlaceIndex place;
  CityIndex city;
  bool moving;  // on the way there or back
  bool back;    // of these: on the way back
};

// Where the person is when not at home.
std::optional<Trip> TripOn(const Person& person, int32_t day);

// From when on the person can be anywhere on that day: after a way of the days before. No limit,
// the smallest number, for those who did not travel.
int64_t ArrivedMs(const Person& person, int32_t day);

// The line of the hotel on that day of a trip.
Spot HotelSpot(const World& world, const Person& person, int32_t day, const Trip& trip);

// At the airport, in the morning of a day on the way.
Spot AirportSpot(const World& world, const Person& person, int32_t day, const Trip& trip);
int64_t AirportTime(const Person& person, int32_t day, const Trip& trip, Random* random);

}  // namespace sekisho::simulate
