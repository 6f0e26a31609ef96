// Distances on the Earth.
#pragma once

namespace sekisho {

// A place in degrees: latitude from -90 (south) to 90, longitude from -180 (west) to 180.
struct Coordinates {
  double latitude = 0;
  double longitude = 0;
};

// Kilometres of the shortest way over the surface of a sphere of the Earth's mean radius
// (6371.0088 km, IUGG), by the haversine formula, which stays exact for near places. The flattening
// of the Earth is left out: at most about 0.6 % of the distance.
double GreatCircleKm(const Coordinates& a, const Coordinates& b);

}  // namespace sekisho
