#include "core/great_circle.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>

namespace sekisho {
namespace {

constexpr double kRadiusKm = 6371.0088;

Coordinates Anywhere() {
  return {static_cast<double>(*rc::gen::inRange(-90'000'000, 90'000'001)) / 1e6,
          static_cast<double>(*rc::gen::inRange(-180'000'000, 180'000'001)) / 1e6};
}

// Through the angle between the two directions from the centre of the Earth.
double ByVectorsKm(const Coordinates& a, const Coordinates& b) {
  const auto direction = [](const Coordinates& place, long double* v) {
    const long double latitude = place.latitude * std::numbers::pi_v<long double> / 180;
    const long double longitude = place.longitude * std::numbers::pi_v<long double> / 180;
    v[0] = std::cos(latitude) * std::cos(longitude);
    v[1] = std::cos(latitude) * std::sin(longitude);
    v[2] = std::sin(latitude);
  };
  long double u[3];
  long double v[3];
  direction(a, u);
  direction(b, v);
  const long double across =
      std::hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]);
  const long double along = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
  return static_cast<double>(kRadiusKm * std::atan2(across, along));
}

TEST(GreatCircle, KnownDistances) {
  const Coordinates tokyo = {35.6812, 139.7671};
  const Coordinates london = {51.5074, -0.1278};
  EXPECT_NEAR(GreatCircleKm(tokyo, london), 9562, 0.5);
  EXPECT_EQ(GreatCircleKm(tokyo, tokyo), 0);
  // A quarter and a half of the way around, and over the 180th meridian.
  EXPECT_NEAR(GreatCircleKm({0, 0}, {0, 90}), kRadiusKm * std::numbers::pi / 2, 1e-6);
  EXPECT_NEAR(GreatCircleKm({90, 0}, {-90, 0}), kRadiusKm * std::numbers::pi, 1e-6);
  EXPECT_NEAR(GreatCircleKm({0, 179.5}, {0, -179.5}), kRadiusKm * std::numbers::pi / 180, 1e-6);
}

RC_GTEST_PROP(GreatCircle, IsTheAngleBetweenTheDirections, ()) {
  const Coordinates a = Anywhere();
  const Coordinates b = Anywhere();
  const double distance = GreatCircleKm(a, b);
  // The formula loses digits near the antipode only.
  RC_ASSERT(std::abs(distance - ByVectorsKm(a, b)) < (distance > 20'000 ? 0.1 : 1e-4));
  RC_ASSERT(distance == GreatCircleKm(b, a));
}

RC_GTEST_PROP(GreatCircle, NoDetourIsShorter, ()) {
  const Coordinates a = Anywhere();
  const Coordinates b = Anywhere();
  const Coordinates c = Anywhere();
  RC_ASSERT(GreatCircleKm(a, c) <= GreatCircleKm(a, b) + GreatCircleKm(b, c) + 0.2);
}

}  // namespace
}  // namespace sekisho
