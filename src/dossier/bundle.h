// A bundle of evidence: a zip file whose manifest names every member with its SHA-256, so that
// whoever receives it can see that nothing was changed, lost or added (docs/reports.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"

namespace sekisho {

inline constexpr char kBundleManifest[] = "manifest.json";
inline constexpr char kBundleFormat[] = "sekisho.bundle/1";

// Limits of bundles that are read; a larger one is refused, and the message names the limit.
inline constexpr uint64_t kBundleBytesMax = uint64_t{64} << 20;     // of the zip file
inline constexpr uint64_t kBundleUnpackedMax = uint64_t{64} << 20;  // of all members together
inline constexpr uint64_t kBundleMembersMax = 1000;
inline constexpr uint64_t kBundleNameMax = 200;  // bytes of a member's name

struct BundleMember {
  std::string name;  // "report.json", "rules/B01.yml"; no "..", no backslash, not absolute
  std::string bytes;
};

// What the manifest says about the bundle as a whole.
struct BundleHead {
  std::string report;     // its id
  std::string recipient;  // jp | us | kr | str
  std::string as_of;      // RFC 3339
  std::string program;
  std::string catalogue;
  std::string content_sha256;  // of the report
};

// The zip file with its manifest. Equal members give equal bytes: they are sorted, and have no
// times of their own. Internal error when the library fails.
StatusOr<std::string> WriteBundle(const BundleHead& head, std::vector<BundleMember> members);

enum class MemberState : uint8_t { kOk, kChanged, kMissing, kExtra };

// "ok", "changed", "missing", "extra".
std::string_view MemberStateName(MemberState state);

struct BundleCheck {
  BundleHead head;
  std::string manifest_sha256;  // to compare with what was noted when the bundle was handed over
  struct Member {
    std::string name;
    MemberState state;
  };
  std::vector<Member> members;  // by name

  bool sound() const;
};

// Compares a zip file with its own manifest. InvalidArgument for what is no bundle or no harmless
// zip file: damaged, encrypted, over a limit, names that lead elsewhere or stand twice.
StatusOr<BundleCheck> CheckBundle(std::string_view bytes);

}  // namespace sekisho
