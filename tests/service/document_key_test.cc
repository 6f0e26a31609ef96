// Numbers of documents in findings: hashed with a key, masked without one.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "core/keyed_hash.h"
#include "rules/load.h"
#include "service/evidence.h"
#include "service/scan.h"

namespace sekisho {
namespace {

constexpr char kRules[] = R"(title: A document is submitted
name: submitted
logsource: {product: sekisho, category: document}
detection:
  it: {type: document.submission}
  condition: it
---
title: One document, several accounts
name: shared
correlation:
  type: value_count
  rules: [submitted]
  group-by: [document.key]
  timespan: 30d
  condition: {field: account, gte: 2}
)";

std::string Event(int day, const std::string& account, const std::string& number) {
  return R"({"time":)" + std::to_string(1775002200000 + day * 86400000LL) +
         R"(,"type":"document.submission","account":")" + account +
         R"(","document":{"type":"passport","issuer":"XA","number":")" + number + "\"}}\n";
}

ScanReport ScanWith(const ScanOptions& options) {
  LoadRequest request;
  request.texts.push_back({"rules.yml", kRules});
  const LoadResult loaded = LoadRules(request);
  EXPECT_TRUE(loaded.diagnostics.empty());
  const std::string text = Event(0, "u1", "TK1234567") + Event(1, "u2", "tk 123-4567") +
                           Event(2, "u3", "TK9994567") + Event(3, "u4", "TK9994567");
  StatusOr<ScanReport> report = ScanText(loaded.rules, text, options);
  EXPECT_TRUE(report.ok());
  return *std::move(report);
}

TEST(DocumentNumbers, AreHashedWithAKey) {
  const KeyedHash key = KeyedHash::ForDemo();
  ScanOptions options;
  options.documents = &key;
  options.evidence_details_max = 10;
  const ScanReport report = ScanWith(options);
  ASSERT_EQ(report.findings.size(), 2u);
  EXPECT_EQ(report.findings[0].subject.id, key.Hash("document", "XA|PASSPORT|TK1234567"));
  EXPECT_EQ(report.findings[1].subject.id, key.Hash("document", "XA|PASSPORT|TK9994567"));
  for (const Finding& finding : report.findings) {
    for (const EvidenceEvent& event : finding.evidence) {
      for (const std::string& value : event.values) {
        EXPECT_EQ(value.find("4567"), std::string::npos) << value;
      }
    }
  }
}

TEST(DocumentNumbers, AreMaskedWithoutAKeyAndStillToldApart) {
  ScanOptions options;
  options.mask_documents = true;
  const ScanReport report = ScanWith(options);
  ASSERT_EQ(report.findings.size(), 2u);
  EXPECT_EQ(report.findings[0].subject.id, "XA|PASSPORT|••••4567");
  EXPECT_EQ(report.findings[1].subject.id, "XA|PASSPORT|••••4567");
  EXPECT_NE(report.findings[0].id, report.findings[1].id);
}

TEST(DocumentNumbers, MaskedForms) {
  for (const auto& [number, masked] : std::vector<std::pair<std::string, std::string>>{
           {"JP|DRIVINGLICENCE|30901234562", "JP|DRIVINGLICENCE|••••4562"},
           {"TK1234567", "••••4567"},
           {"12345678", "••••"},
           {"XA|PASSPORT|1", "XA|PASSPORT|••••"},
           {"第一二三四五六七八号", "••••六七八号"},
           {"", ""}}) {
    EXPECT_EQ(MaskedNumber(number), masked);
  }
}

}  // namespace
}  // namespace sekisho
