// How many accounts an indicator would name if its main parameter had another value.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "rules/load.h"
#include "service/scan.h"

namespace sekisho {

// Age of an account when a finding about it began, from its account.registration.
enum class AccountAge : uint8_t { kUnder30Days, kUnder180Days, kUnderYear, kOlder, kUnknown };
inline constexpr size_t kAccountAges = 5;

// One value of the parameter. Accounts are distinct ones that a finding of the indicator names; in
// a month or an age, when a finding that names them began in it.
struct CalibrationPoint {
  std::string value;
  bool in_force = false;  // the value that a scan would use
  uint64_t findings = 0;
  uint64_t accounts = 0;
  std::vector<uint64_t> by_month;  // of Calibration::months
  std::array<uint64_t, kAccountAges> by_age{};
};

struct CalibrationLine {
  std::string indicator;
  LocalText name;
  std::string parameter;
  std::string unit;
  std::vector<CalibrationPoint> points;  // in the order of the values
};

struct Calibration {
  std::vector<std::string> months;  // "2026-04", UTC, those in which findings began
  std::vector<CalibrationLine> lines;
  std::vector<std::string> without_parameter;  // indicators that have no number to change
  uint64_t accounts = 0;                       // that registered in the input
  uint64_t events = 0;
  size_t scans = 0;
};

struct CalibrateRequest {
  LoadRequest rules;
  std::vector<std::string> paths;  // are read once for each value; so none is "-"
  ScanOptions scan;
  std::vector<std::string> indicators;  // codes; empty: all
  // Values of one's own: "B01.addresses" → {"3", "4", "8"}. The other indicators have their main
  // parameter (the first that is a condition of a rule with findings) at a half, three quarters,
  // once, one and a half, twice and three times its value.
  std::map<std::string, std::vector<std::string>> values;
  std::function<void(size_t scan, size_t scans)> on_scan;  // before each
};

// Every number comes from a scan with the value in force: one scan sets one value of every
// indicator, and indicators do not see each other. Usual values that the rules do not allow are
// left out; values of one's own that they do not allow, or of two parameters of an indicator, are
// an error.
StatusOr<Calibration> Calibrate(const CalibrateRequest& request);

}  // namespace sekisho
