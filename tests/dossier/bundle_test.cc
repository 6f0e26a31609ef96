#include "dossier/bundle.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "dossier/evidence.h"
#include "dossier/sample.h"
#include "dossier/zip_archive.h"

namespace sekisho {
namespace {

const BundleHead kHead = {"r-1",     "jp",  "2026-04-10T00:00:00Z",
                          "sekisho", "cat", std::string(64, 'a')};

std::vector<BundleMember> Members() {
  return {{"report.json", "{}"}, {"rules/B01.yml", "a: b"}, {"events.csv", "x"}};
}

std::map<std::string, std::string> Found(std::string_view bytes) {
  const StatusOr<BundleCheck> check = CheckBundle(bytes);
  if (!check.ok()) return {{"error", std::string(ToStd(check.status().message()))}};
  std::map<std::string, std::string> found;
  for (const BundleCheck::Member& one : check->members) {
    found[one.name] = MemberStateName(one.state);
  }
  return found;
}

// The bundle with its members as `change` leaves them; the manifest stays.
template <typename Change>
std::string Tampered(const Change& change) {
  std::vector<BundleMember> members = *ReadZip(*WriteBundle(kHead, Members()));
  change(&members);
  return *WriteZip(members);
}

TEST(Bundle, IsSoundAsItWasMade) {
  const std::string bytes = *WriteBundle(kHead, Members());
  const StatusOr<BundleCheck> check = CheckBundle(bytes);
  ASSERT_TRUE(check.ok()) << check.status();
  EXPECT_TRUE(check->sound());
  EXPECT_EQ(check->members.size(), 3u);
  EXPECT_EQ(check->head.report, "r-1");
  EXPECT_EQ(check->manifest_sha256.size(), 64u);
}

TEST(Bundle, OrderOfTheMembersDoesNotMatter) {
  std::vector<BundleMember> reversed = Members();
  std::reverse(reversed.begin(), reversed.end());
  EXPECT_EQ(*WriteBundle(kHead, Members()), *WriteBundle(kHead, reversed));
}

TEST(Bundle, SaysWhatIsChangedMissingAndExtra) {
  const auto found = Found(Tampered([](std::vector<BundleMember>* members) {
    for (BundleMember& one : *members) {
      if (one.name == "events.csv") one.bytes = "y";
    }
    std::erase_if(*members, [](const BundleMember& one) { return one.name == "report.json"; });
    members->push_back({"more.txt", "z"});
  }));
  const std::map<std::string, std::string> expected = {{"events.csv", "changed"},
                                                       {"report.json", "missing"},
                                                       {"more.txt", "extra"},
                                                       {"rules/B01.yml", "ok"}};
  EXPECT_EQ(found, expected);
}

// A manifest that promises nothing would be kept by everything.
TEST(Bundle, AManifestWithoutMembersIsNoneOfAReport) {
  for (const std::string members : {"", R"(, "members": [])"}) {
    const std::string manifest =
        R"({"format": "sekisho.bundle/1", "report": "r-1")" + members + "}";
    const auto found = Found(*WriteZip({{kBundleManifest, manifest}}));
    ASSERT_TRUE(found.contains("error")) << manifest;
    EXPECT_NE(found.at("error").find("it names no member"), std::string::npos);
  }
}

TEST(Bundle, LimitsAreThoseOfTheDocumentation) {
  const auto found = Found(std::string(kBundleBytesMax + 1, 'x'));
  EXPECT_NE(found.at("error").find("larger than 64 MiB"), std::string::npos);
}

TEST(Bundle, HostileNames) {
  for (const std::string name :
       {"../a", "a/../../b", "/etc/a", "a\\b", "C:a", "a//b", "./a", "a/.."}) {
    const auto found = Found(Tampered([&](std::vector<BundleMember>* members) {
      members->push_back({name, "x"});
    }));
    EXPECT_NE(found.at("error").find("leads out"), std::string::npos) << name;
  }
}

TEST(Bundle, TwoMembersOfOneName) {
  std::string bytes = Tampered([](std::vector<BundleMember>* members) {
    members->push_back({"events.csw", "x"});
  });
  for (size_t at = 0; (at = bytes.find("events.csw", at)) != std::string::npos;) {
    bytes.replace(at, 10, "events.csv");
  }
  const std::string error = Found(bytes).at("error");
  EXPECT_NE(error.find("two members"), std::string::npos) << error;
}

TEST(Bundle, WhatUnpacksToTooMuch) {
  const std::string bomb(kBundleUnpackedMax, '0');
  const auto found = Found(Tampered([&](std::vector<BundleMember>* members) {
    members->push_back({"b", bomb});
  }));
  EXPECT_NE(found.at("error").find("unpack to more than 64 MiB"), std::string::npos);
}

TEST(Bundle, TooManyMembers) {
  const auto found = Found(Tampered([&](std::vector<BundleMember>* members) {
    for (uint64_t i = 0; i < kBundleMembersMax; ++i) {
      members->push_back({"m" + std::to_string(i), ""});
    }
  }));
  EXPECT_NE(found.at("error").find("at most 1000"), std::string::npos);
}

TEST(Bundle, WithoutManifestAndNoZip) {
  EXPECT_NE(Found(*WriteZip({{"a", "b"}})).at("error").find("no manifest.json"), std::string::npos);
  EXPECT_NE(Found("PK no zip").at("error").find("no sound zip file"), std::string::npos);
  EXPECT_NE(Found("").at("error").find("zip file"), std::string::npos);
}

// Cut anywhere, or with any byte changed: never sound unless nothing that counts was touched.
RC_GTEST_PROP(Bundle, DamageIsSeen, ()) {
  const std::string bytes = *WriteBundle(kHead, Members());
  const size_t at = *rc::gen::inRange<size_t>(0, bytes.size());
  RC_ASSERT(!CheckBundle(bytes.substr(0, at)).ok());
  std::string changed = bytes;
  changed[at] = static_cast<char>(changed[at] ^ *rc::gen::inRange(1, 256));
  const StatusOr<std::vector<BundleMember>> members = ReadZip(changed);
  if (!members.ok()) return;
  // Times and attributes are no content.
  const bool same = [&] {
    const std::vector<BundleMember> before = *ReadZip(bytes);
    if (before.size() != members->size()) return false;
    for (size_t i = 0; i < before.size(); ++i) {
      if (before[i].name != (*members)[i].name || before[i].bytes != (*members)[i].bytes) {
        return false;
      }
    }
    return true;
  }();
  const StatusOr<BundleCheck> check = CheckBundle(changed);
  RC_ASSERT(same == (check.ok() && check->sound()));
}

TEST(Evidence, CellsAreNoFormulas) {
  ReportFile report = Sample({"checked", "approved"});
  report.events[0].fields = {{"=1+1", "a\"b"}};
  EXPECT_EQ(EventsCsv(report),
            "time,type,account,id,indicators,fields\r\n"
            "\"2026-04-01T00:59:00Z\",\"session.start\",\"acc-77\",\"e1\",\"B01\","
            "\"'=1+1=a\"\"b\"\r\n");
}

}  // namespace
}  // namespace sekisho
