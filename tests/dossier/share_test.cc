#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "dossier/share_artefacts.h"
#include "dossier/share_bundle.h"
#include "dossier/uuid.h"
#include "lists/list_set.h"

namespace sekisho {
namespace {

constexpr int64_t kFrom = 1'775'000'000'000;
constexpr int64_t kDay = 86'400'000;

ShareHead Head() {
  return {"Example Market", "amber", kFrom, kFrom + 10 * kDay,
          ArtefactKeyCheck(KeyedHash::ForDemo())};
}

std::vector<SharedArtefact> Artefacts(const ArtefactFields& fields) {
  std::vector<SharedArtefact> out;
  ArtefactsLeft left;
  AppendArtefacts(fields, KeyedHash::ForDemo(), &out, &left);
  return out;
}

ListSet::Answer Ask(const ListSet& lists, ArtefactKind kind, std::string_view value,
                    int64_t time_ms) {
  return lists.IsShared(kind, value, time_ms);
}

std::shared_ptr<const ListSet> ListOf(const std::string& text,
                                      const std::optional<KeyedHash>& key) {
  ListSpec spec;
  spec.kind = ListKind::kSharedArtefacts;
  spec.file = "shared.csv";
  spec.published = "2026-04-01";
  DiagnosticSink sink(false);
  return ListSet::Make({{spec, text}}, &sink, key);
}

// RFC 9562 has no vector of our namespace; this one is Python's uuid.uuid5 of it.
TEST(Uuid, IsThatOfOthers) {
  EXPECT_EQ(NamedUuid("payee"), "302c3a28-a259-5f6f-8c69-2f5ee0433523");
  EXPECT_EQ(NamedUuid(""), "10a5a4a9-6812-5ec5-874b-f96d43b30983");
}

TEST(Share, OnePartnerFindsWhatTheOtherReported) {
  ArtefactFields fields;
  fields.payout_kind = "bank";
  fields.payout_identifier = "GB33 BUKB 2020 1555 5555 55";
  fields.device = "device-77";
  fields.document_issuer = "Example Registry";
  fields.document_type = "passport";
  fields.document_number = "tk 123-4567";
  const std::string bundle = *WriteShareBundle(Head(), Artefacts(fields));
  for (const std::string_view raw : {"GB33", "BUKB", "device-77", "TK123", "123-4567"}) {
    EXPECT_EQ(bundle.find(raw), std::string::npos) << raw;
  }
  const ShareLoad load = ReadShareBundle("b.json", bundle);
  EXPECT_TRUE(load.problems.empty());
  EXPECT_EQ(load.artefacts.size(), 3u);
  EXPECT_EQ(load.described, 4u);
  const auto lists = ListOf(ArtefactListText(load), KeyedHash::ForDemo());
  const auto yes = ListSet::Answer::kYes;
  EXPECT_EQ(Ask(*lists, ArtefactKind::kDevice, "device-77", kFrom), yes);
  EXPECT_EQ(Ask(*lists, ArtefactKind::kPayee, "bank|GB33BUKB20201555555555", kFrom), yes);
  EXPECT_EQ(Ask(*lists, ArtefactKind::kDocument, "EXAMPLEREGISTRY|PASSPORT|TK1234567", kFrom), yes);
  EXPECT_EQ(Ask(*lists, ArtefactKind::kDevice, "device-78", kFrom), ListSet::Answer::kNo);
  EXPECT_EQ(Ask(*lists, ArtefactKind::kDevice, "device-77", kFrom + 11 * kDay),
            ListSet::Answer::kNo)
      << "it is forgotten";
  EXPECT_EQ(Ask(*lists, ArtefactKind::kTemplate, "x", kFrom), ListSet::Answer::kUnknown);
}

TEST(Share, AnotherKeyFindsNothingAndSaysSo) {
  ArtefactFields fields;
  fields.device = "device-77";
  const std::string text =
      ArtefactListText(ReadShareBundle("b.json", *WriteShareBundle(Head(), Artefacts(fields))));
  const auto other = KeyedHash::Parse(std::string(32, '0') + std::string(32, '1'), "test");
  EXPECT_EQ(Ask(*ListOf(text, *other), ArtefactKind::kDevice, "device-77", kFrom),
            ListSet::Answer::kUnknown);
  EXPECT_EQ(Ask(*ListOf(text, std::nullopt), ArtefactKind::kDevice, "device-77", kFrom),
            ListSet::Answer::kUnknown);
  EXPECT_FALSE(ListOf(text, *other)->lists()[0].loaded);
}

TEST(Share, WhatIsAPersonsOwnIsHeldBack) {
  for (const std::string_view own :
       {"a@example.com", "a@example.com|service", "+81 3 1234 5678", "tel:+81-3-1234-5678"}) {
    ArtefactFields fields;
    fields.payout_kind = "e_money";
    fields.payout_identifier = own;
    std::vector<SharedArtefact> out;
    ArtefactsLeft left;
    // The same payee in two events is one payee.
    AppendArtefacts(fields, KeyedHash::ForDemo(), &out, &left);
    AppendArtefacts(fields, KeyedHash::ForDemo(), &out, &left);
    EXPECT_TRUE(out.empty()) << own;
    EXPECT_EQ(left.own.size(), 1u) << own;
    EXPECT_EQ(left.masked, 0u) << own;
  }
}

TEST(Share, MaskedNumbersAreCountedAsWhatTheyAre) {
  ArtefactFields fields;
  fields.document_number = "****4567";
  fields.payout_kind = "bank";
  fields.payout_identifier = "****1234";
  std::vector<SharedArtefact> out;
  ArtefactsLeft left;
  AppendArtefacts(fields, KeyedHash::ForDemo(), &out, &left);
  EXPECT_TRUE(out.empty());
  EXPECT_TRUE(left.own.empty());
  EXPECT_EQ(left.masked, 2u);
}

// Characters count, not bytes: a greeting in Japanese is no longer than one in English.
TEST(Share, WhatEverybodyWritesIsNoTemplate) {
  for (const std::string_view text :
       {"Thank you very much!", "いつもお世話になっております。どうぞよろしくお願いいたします。",
        "안녕하세요. 항상 신경 써 주셔서 감사합니다. 앞으로도 잘 부탁드립니다."}) {
    ArtefactFields greeting;
    greeting.text = text;
    EXPECT_TRUE(Artefacts(greeting).empty()) << text;
  }
  ArtefactFields longer;
  const std::string text(80, 'a');
  longer.text = text;
  EXPECT_EQ(Artefacts(longer).size(), 1u);
}

// STIX 2.1: the marking definitions of TLP have fixed ids; `created` and `modified` have exactly
// three digits behind the second.
TEST(Share, TheBundleIsAsTheSpecificationWantsIt) {
  ArtefactFields fields;
  fields.device = "device-77";
  for (const auto& [tlp, id] : {std::pair("white", "613f2e26-407d-48c7-9eca-b8e91df99dc9"),
                                std::pair("green", "34098fce-860f-48ae-8e50-ebd3cc5e41da"),
                                std::pair("amber", "f88d31f6-486f-44da-b317-01333bde0b82"),
                                std::pair("red", "5e57c739-391a-4eb3-b6be-7d15ca92d5ed")}) {
    ShareHead head = Head();
    head.tlp = tlp;
    const std::string bundle = *WriteShareBundle(head, Artefacts(fields));
    EXPECT_NE(bundle.find("\"object_marking_refs\": [\"marking-definition--" + std::string(id)),
              std::string::npos)
        << bundle;
    int times = 0;
    for (const std::string_view key : {"\"created\": \"", "\"modified\": \""}) {
      for (size_t at = bundle.find(key); at != std::string::npos; at = bundle.find(key, at + 1)) {
        const std::string_view time = std::string_view(bundle).substr(at + key.size());
        EXPECT_EQ(time.substr(0, time.find('"')).size(), 24u) << time.substr(0, 30);
        EXPECT_EQ(time[19], '.');
        ++times;
      }
    }
    EXPECT_EQ(times, 9);
  }
}

RC_GTEST_PROP(Share, WhatIsWrittenIsRead, ()) {
  const auto seeds = *rc::gen::container<std::vector<uint8_t>>(rc::gen::inRange<uint8_t>(0, 40));
  std::vector<SharedArtefact> artefacts;
  for (const uint8_t seed : seeds) {
    const auto kind = static_cast<ArtefactKind>(seed % kArtefactKinds);
    artefacts.push_back(
        {kind, ArtefactHash(KeyedHash::ForDemo(), kind, std::string(1, 'a' + seed % 26))});
  }
  const std::string bundle = *WriteShareBundle(Head(), artefacts);
  std::reverse(artefacts.begin(), artefacts.end());
  RC_ASSERT(bundle == *WriteShareBundle(Head(), artefacts));
  std::sort(artefacts.begin(), artefacts.end());
  artefacts.erase(std::unique(artefacts.begin(), artefacts.end()), artefacts.end());
  const ShareLoad load = ReadShareBundle("b.json", bundle);
  RC_ASSERT(load.problems.empty());
  RC_ASSERT(load.artefacts.size() == artefacts.size());
  for (size_t i = 0; i < artefacts.size(); ++i) {
    RC_ASSERT(load.artefacts[i].kind == artefacts[i].kind);
    RC_ASSERT(load.artefacts[i].hash == artefacts[i].hash);
    RC_ASSERT(load.artefacts[i].until_ms == kFrom + 10 * kDay);
  }
}

}  // namespace
}  // namespace sekisho
