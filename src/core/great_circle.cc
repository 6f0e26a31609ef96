#include "core/great_circle.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sekisho {
namespace {

constexpr double kEarthRadiusKm = 6371.0088;

double Radians(double degrees) { return degrees * std::numbers::pi / 180; }

}  // namespace

double GreatCircleKm(const Coordinates& a, const Coordinates& b) {
  const double north = std::sin(Radians(b.latitude - a.latitude) / 2);
  const double east = std::sin(Radians(b.longitude - a.longitude) / 2);
  const double haversine =
      north * north + std::cos(Radians(a.latitude)) * std::cos(Radians(b.latitude)) * east * east;
  // Rounding may lead a hair above 1 at the antipode.
  return 2 * kEarthRadiusKm * std::asin(std::sqrt(std::min(haversine, 1.0)));
}

}  // namespace sekisho
