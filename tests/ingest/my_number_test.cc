// A My Number that is delivered as the number of a document: masked, counted, and taken out of what
// is kept of the record.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <memory>
#include <string>

#include "ingest/decode.h"

namespace sekisho {
namespace {

using testing::AllEventFields;
using testing::DecodeBlock;
using testing::DecodeText;
using testing::Seen;

std::string Submission(const std::string& document) {
  return R"({"time":1775002200000,"type":"document.submission","account":"u1","document":{)" +
         document + "}}";
}

Seen Decode(const std::string& line, uint64_t* refused) {
  Counters counters;
  Seen seen = DecodeText(line, &counters).at(0);
  *refused = counters.forbidden_fields.total();
  return seen;
}

std::vector<Seen> DecodeRows(const std::vector<std::string>& columns, const std::string& rows,
                             uint64_t* refused) {
  auto header = std::make_shared<CsvHeader>();
  header->names = columns;
  const Block block = MakeBlock(rows, Format::kCsv, header);
  DecoderOptions options;
  options.fields = &AllEventFields();
  Decoder decoder(options);
  std::vector<Seen> seen = DecodeBlock(block, &decoder, AllEventFields());
  *refused = decoder.TakeCounters().forbidden_fields.total();
  return seen;
}

TEST(MyNumberInEvents, IsMaskedAndTakenOutOfTheRecord) {
  for (const char* document : {R"("type":"my_number_card","number":"621498320257")",
                               R"("number":"6214-9832-0257","type":"my_number_card")",
                               R"("type":"my_number_card","number":621498320257)",
                               R"("type":"my_number_card" , "number" : 621498320257 )",
                               R"("type":"my_number_card","number":"6214\u0020983202\u00357")",
                               R"("type":"other","number":"621498320257")"}) {
    uint64_t refused = 0;
    const Seen seen = Decode(Submission(document), &refused);
    ASSERT_EQ(seen.outcome, Outcome::kEvent) << seen.reason;
    EXPECT_EQ(seen.fields.at("document.number"), "\"••••\"") << document;
    EXPECT_EQ(seen.raw.find("9832"), std::string::npos) << seen.raw;
    EXPECT_EQ(seen.raw.find("98320"), std::string::npos) << seen.raw;
    EXPECT_NE(seen.raw.find("null"), std::string::npos) << seen.raw;
    EXPECT_EQ(refused, 1u);
  }
}

TEST(MyNumberInEvents, TheIssuerOfALicenceCounts) {
  uint64_t refused = 0;
  for (const char* document :
       {R"("type":"driving_licence","issuer":"JP","number":"621498320257")",
        R"("number":"621498320257","issuer":"日本","type":"driving_licence")",
        R"("type":"national_id","number":"No. 621498320257")",
        R"("type":"national_id","number":"６２１４ー９８３２ー０２５７")"}) {
    EXPECT_EQ(Decode(Submission(document), &refused).fields.at("document.number"), "\"••••\"")
        << document;
    EXPECT_EQ(refused, 1u);
  }
  for (const char* document :
       {R"("type":"driving_licence","issuer":"JP","number":"309012345620")",
        R"("type":"driving_licence","issuer":"KR","number":"621498320257")"}) {
    EXPECT_EQ(Decode(Submission(document), &refused).outcome, Outcome::kEvent);
    EXPECT_EQ(refused, 0u) << document;
  }
}

// Who maps the number itself to the field of its hash is told so; the number is not repeated.
TEST(NumberHash, IsRefusedWhenItIsNone) {
  uint64_t forbidden = 0;
  for (const char* hash :
       {"TK1234567", "309012345620", "0123456789abcde", "0123456789abcdeg", "0123456789abcde*"}) {
    const Seen seen = Decode(
        Submission(R"("type":"passport","number_hash":")" + std::string(hash) + "\""), &forbidden);
    EXPECT_EQ(seen.outcome, Outcome::kRejected) << hash;
    EXPECT_NE(seen.reason.find("16 hexadecimal digits"), std::string::npos) << seen.reason;
    EXPECT_EQ(seen.reason.find(hash), std::string::npos) << seen.reason;
  }
  for (const char* hash :
       {"", "0123456789abcdef", "0123456789ABCDEF", "00112233-4455-6677-8899-aabbccddeeff"}) {
    const Seen seen = Decode(
        Submission(R"("type":"passport","number_hash":")" + std::string(hash) + "\""), &forbidden);
    EXPECT_EQ(seen.outcome, Outcome::kEvent) << hash << ": " << seen.reason;
  }
}

TEST(MyNumberInEvents, TheRestOfTheRecordStays) {
  uint64_t refused = 0;
  const Seen seen =
      Decode(R"({"type":"document.submission","nationality":"x","time":1775002200000,)"
             R"("document.number":"621498320257","account":"u1","document.type":"my_number_card"})",
             &refused);
  EXPECT_EQ(seen.raw, R"({"type":"document.submission","nationality":null,"time":1775002200000,)"
                      R"("document.number":null,"account":"u1","document.type":"my_number_card"})");
  EXPECT_EQ(refused, 2u);
}

TEST(MyNumberInEvents, OtherNumbersStay) {
  for (const char* document :
       {R"("type":"driving_licence","number":"621498320257")",
        R"("type":"passport","number":"TK1234567")", R"("type":"passport","number":"621498320258")",
        R"("type":"my_number_card","number":"card-1")"}) {
    uint64_t refused = 0;
    const Seen seen = Decode(Submission(document), &refused);
    EXPECT_EQ(seen.raw, Submission(document));
    EXPECT_EQ(refused, 0u) << document;
  }
}

TEST(MyNumberInEvents, ARecordRemembersNothingOfTheOneBefore) {
  Counters counters;
  const std::string text = Submission(R"("type":"my_number_card","number":"621498320257")") + "\n" +
                           Submission(R"("type":"my_number_card")") + "\n" +
                           Submission(R"("type":"driving_licence","number":"621498320257")") + "\n";
  const auto all = DecodeText(text, &counters);
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(counters.forbidden_fields.total(), 1u);
  EXPECT_EQ(all[2].fields.at("document.number"), "\"621498320257\"");
}

TEST(MyNumberInEvents, InRowsOfCsv) {
  uint64_t refused = 0;
  const auto all =
      DecodeRows({"time", "type", "account", "document.number", "nationality", "document.type"},
                 "1775002200000,document.submission,u1,\"6214 9832 0257\",x,my_number_card\n"
                 "1775002200000,document.submission,u1,TK1234567,,passport\n",
                 &refused);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].raw, "1775002200000,document.submission,u1,,,my_number_card");
  EXPECT_EQ(all[0].fields.at("document.number"), "\"••••\"");
  EXPECT_EQ(all[1].fields.at("document.number"), "\"TK1234567\"");
  EXPECT_EQ(refused, 2u);
}

TEST(ZonesInEvents, AreTakenOutOfTheRecordAndStayForFacts) {
  uint64_t refused = 0;
  const Seen seen =
      Decode(Submission(R"("mrz":"P<UTOERIKSSON<<ANNA<MARIA","number":"TK1","type":"passport")"),
             &refused);
  EXPECT_EQ(seen.raw, Submission(R"("mrz":null,"number":"TK1","type":"passport")"));
  EXPECT_EQ(seen.fields.at("document.mrz"), "\"P<UTOERIKSSON<<ANNA<MARIA\"");
  EXPECT_EQ(refused, 0u) << "it is no forbidden field";
  const Seen both =
      Decode(Submission(R"("mrz":"P<UTO","number":"621498320257","type":"x")"), &refused);
  EXPECT_EQ(both.raw, Submission(R"("mrz":null,"number":null,"type":"x")"));
}

TEST(ZonesInEvents, AreTakenOutOfRowsOfCsv) {
  uint64_t refused = 0;
  const auto all =
      DecodeRows({"time", "type", "account", "document.type", "document.mrz", "document.number"},
                 "1775002200000,document.submission,u1,passport,\"P<UTO\nL89\",TK1\n", &refused);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].raw, "1775002200000,document.submission,u1,passport,,TK1");
}

// What takes the place of an id tells two events apart that differ only in what nobody keeps, and
// is the same when the record is read again by itself. What may not be read has no part in it.
TEST(IdsOfCleanedEvents, AreThoseOfTheLineAsItCame) {
  uint64_t refused = 0;
  const auto hash_of = [&](const std::string& document) {
    return Decode(Submission(document), &refused).line_hash;
  };
  const char* const card = R"("type":"my_number_card","number":)";
  const std::string first = std::string(card) + R"("621498320257")";
  const std::string second = std::string(card) + R"("123456789018")";
  const std::string nationality = R"(,"nationality":)";
  EXPECT_EQ(hash_of(first).size(), 32u);
  EXPECT_NE(hash_of(first), hash_of(second));
  EXPECT_NE(hash_of(R"("type":"passport","mrz":"P<UTOA")"),
            hash_of(R"("type":"passport","mrz":"P<UTOB")"));
  EXPECT_EQ(hash_of(first + nationality + "\"x\""), hash_of(first + nationality + "\"y\""));
  EXPECT_NE(hash_of(first + nationality + "\"x\""), hash_of(second + nationality + "\"x\""));
  EXPECT_EQ(hash_of(R"("type":"passport","number":"TK1")"), "") << "nothing is taken out";
  EXPECT_EQ(hash_of(first + R"(},"id":"e1","x":{)"), "") << "it has an id";
  EXPECT_EQ(hash_of(first).find("6214"), std::string::npos);

  Counters counters;
  const auto both = DecodeText(Submission(first) + "\n" + Submission(second) + "\n", &counters);
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both[0].raw, both[1].raw);
  EXPECT_EQ(both[0].line_hash, hash_of(first));
  EXPECT_EQ(both[1].line_hash, hash_of(second));
}

TEST(IdsOfCleanedEvents, AreThoseOfTheRowAsItCame) {
  uint64_t refused = 0;
  const std::string row = "1775002200000,document.submission,u1,my_number_card,";
  const auto rows = DecodeRows(
      {"time", "type", "account", "document.type", "document.number", "nationality", "id"},
      row + "621498320257,x,\n" + row + "123456789018,x,\n" + row + "621498320257,y,\n" + row +
          "621498320257,x,e1\n" + "1775002200000,document.submission,u1,passport,TK1,x,\n",
      &refused);
  ASSERT_EQ(rows.size(), 5u);
  EXPECT_EQ(rows[0].raw, rows[1].raw);
  EXPECT_EQ(rows[0].line_hash.size(), 32u);
  EXPECT_NE(rows[0].line_hash, rows[1].line_hash);
  EXPECT_EQ(rows[0].line_hash, rows[2].line_hash);
  EXPECT_EQ(rows[3].line_hash, "");
  EXPECT_EQ(rows[4].line_hash, "");
}

RC_GTEST_PROP(MyNumberInEvents, NoTwelveDigitsOfACardAreKept, ()) {
  const auto digits =
      *rc::gen::container<std::string>(12, rc::gen::inRange('0', static_cast<char>('9' + 1)));
  uint64_t refused = 0;
  const Seen seen =
      Decode(Submission(R"("type":"my_number_card","number":")" + digits + "\""), &refused);
  RC_ASSERT(seen.raw.find(digits) == std::string::npos);
  RC_ASSERT(refused == 1u);
}

}  // namespace
}  // namespace sekisho
