// The places in source documents that reports cite, in the language of the reader.
#include <gtest/gtest.h>

#include "dossier/sample.h"
#include "dossier/wording.h"
#include "rules/load.h"

namespace sekisho {
namespace {

const std::vector<Indicator>& Catalogue() {
  static const std::vector<Indicator> indicators = [] {
    LoadRequest request;
    request.paths = {SEKISHO_SOURCE_DIR "/indicators"};
    request.cases = false;
    return LoadRules(request).rules.indicators;
  }();
  return indicators;
}

std::string In(Language language, std::string_view place) {
  return PlaceIn(language, place, References().places);
}

TEST(Places, NumbersAndNotesStayWhereTheyAre) {
  EXPECT_EQ(In(Language::kEnglish, "platform list, item 2"), "platform list, item 2");
  EXPECT_EQ(In(Language::kJapanese, "platform list, item 2"),
            "プラットフォーム向けのリスト、項目2");
  EXPECT_EQ(In(Language::kJapanese, "measures for hiring companies, item 12 (biometric log-in)"),
            "採用企業向けの対策、項目12（生体認証によるログイン）");
  EXPECT_EQ(In(Language::kKorean, "section on CVs; platform list, item 8 and footnote 1"),
            "이력서에 관한 절; 플랫폼용 목록, 항목 8 및 각주 1");
}

TEST(Places, WhatIsNotKnownStaysAsItIs) {
  EXPECT_EQ(In(Language::kJapanese, "section on CVs; a new section"),
            "section on CVs; a new section");
  EXPECT_EQ(In(Language::kKorean, ""), "");
}

TEST(Places, EveryPlaceOfTheCatalogueIsKnownAndNeutral) {
  const WordingCheck check(References().documents);
  int places = 0;
  for (const Indicator& indicator : Catalogue()) {
    for (const IndicatorSource& source : indicator.sources) {
      ++places;
      for (const Language language : {Language::kEnglish, Language::kJapanese, Language::kKorean}) {
        const std::string text = In(language, source.place);
        EXPECT_EQ(text == source.place, language == Language::kEnglish)
            << indicator.id << ": add the pieces of \"" << source.place
            << "\" to references/places.yml";
        const auto bad = check.Find(text);
        EXPECT_FALSE(bad) << text << ": " << (bad ? bad->word : "");
      }
    }
  }
  EXPECT_GT(places, 200);
}

TEST(Places, EveryPlaceOfTheMeasuresIsKnownAndNeutral) {
  const WordingCheck check(References().documents);
  int places = 0;
  for (const Measure& measure : References().measures) {
    for (const MeasureSource& source : measure.sources) {
      ++places;
      for (const Language language : {Language::kJapanese, Language::kKorean}) {
        const std::string text = In(language, source.place);
        EXPECT_NE(text, source.place) << measure.id << ": add its pieces to references/places.yml";
        const auto bad = check.Find(text);
        EXPECT_FALSE(bad) << text << ": " << (bad ? bad->word : "");
      }
    }
  }
  EXPECT_GT(places, 60);
}

TEST(Places, FilesThatAreWrong) {
  for (const std::string_view text :
       {"places: [{en: \"item #\", ja: 項目, ko: \"항목 #\"}]", "places: [{en: a, ja: b}]",
        "places: [{en: a, ja: b, ko: c}, {en: a, ja: b, ko: c}]", "places: 3", "- 1"}) {
    DiagnosticSink sink(/*foreign=*/false);
    ReadPlaces("places.yml", text, &sink);
    EXPECT_GT(sink.errors(), 0u) << text;
  }
}

}  // namespace
}  // namespace sekisho
