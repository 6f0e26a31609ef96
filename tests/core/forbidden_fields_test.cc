#include "core/forbidden_fields.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "core/schema.h"

namespace sekisho {
namespace {

const char* const kForbidden[] = {"nationality",
                                  "Nationality",
                                  "NATIONALITY",
                                  "ｎａｔｉｏｎａｌｉｔｙ",
                                  "user.nationality",
                                  "nationality.code",
                                  "applicant_nationality_code",
                                  "applicantNationality",
                                  "citizenship",
                                  "citizen",
                                  "birth_place",
                                  "birthPlace",
                                  "BIRTH-PLACE",
                                  "Birth Place",
                                  "birth.place",
                                  "place_of_birth",
                                  "country_of_birth",
                                  "countryOfOrigin",
                                  "national_origin",
                                  "国籍",
                                  "申請者国籍",
                                  "国籍コード",
                                  "國籍",
                                  "本籍",
                                  "本籍地",
                                  "出生地",
                                  "出身地",
                                  "국적",
                                  "본적",
                                  "출생지",
                                  "출신지",
                                  "ethnicity",
                                  "ethnic_group",
                                  "race",
                                  "user.race",
                                  "RACE",
                                  "人種",
                                  "民族",
                                  "인종",
                                  "민족",
                                  "skin_tone",
                                  "religion",
                                  "religious_belief",
                                  "宗教",
                                  "信仰",
                                  "종교",
                                  "creed",
                                  "mother_tongue",
                                  "motherTongue",
                                  "native_language",
                                  "母語",
                                  "母国語",
                                  "모국어",
                                  "accent",
                                  "speech_accent",
                                  "訛り",
                                  "アクセント",
                                  "ｱｸｾﾝﾄ",
                                  "억양",
                                  "keyboard_layout",
                                  "keyboardLayout",
                                  "client.keyboard",
                                  "ime",
                                  "IME",
                                  "ime_language",
                                  "input_language",
                                  "キーボード配列",
                                  "ｷｰﾎﾞｰﾄﾞ配列",
                                  "키보드 배열",
                                  "입력언어",
                                  "name_origin",
                                  "origin_of_name",
                                  "名前の由来",
                                  "이름 기원",
                                  "face_attributes",
                                  "facialFeatures",
                                  "顔属性",
                                  "얼굴 속성",
                                  "nation​ality"};

TEST(ForbiddenFields, FindsTheNamesInEveryFormAndLanguage) {
  for (const char* name : kForbidden) EXPECT_TRUE(IsForbiddenField(name)) << name;
}

TEST(ForbiddenFields, LeavesHonestNamesAlone) {
  for (const char* name : {"",
                           ".",
                           "..",
                           "name",
                           "country",
                           "payout.country",
                           "trace",
                           "trace_id",
                           "time",
                           "time_zone",
                           "email",
                           "accent_color",
                           "race_condition",
                           "regime",
                           "image",
                           "anime",
                           "interface",
                           "face_match",
                           "place",
                           "organization",
                           "destination",
                           "terminal",
                           "grace",
                           "brace",
                           "origin_ip",
                           "language",
                           "国",
                           "名前",
                           "住所",
                           "이름",
                           "주소"}) {
    EXPECT_FALSE(IsForbiddenField(name)) << name;
  }
}

TEST(ForbiddenFields, NoFieldOfTheSchemaIsForbidden) {
  for (const FieldSpec& field : AllFields())
    EXPECT_FALSE(IsForbiddenField(field.name)) << field.name;
}

RC_GTEST_PROP(ForbiddenFields, SeparatorsAndCaseHideNothing, ()) {
  const std::string name = *rc::gen::elementOf(std::vector<std::string>{
      "nationality", "birthplace", "religion", "race", "accent", "mothertongue", "ime"});
  std::string dressed;
  for (const char c : name) {
    dressed += *rc::gen::element<std::string>("", "_", "-", " ", "/", "\xe3\x80\x80");
    dressed += *rc::gen::arbitrary<bool>() ? static_cast<char>(c - 'a' + 'A') : c;
  }
  RC_ASSERT(IsForbiddenField(dressed));
  RC_ASSERT(IsForbiddenField("client." + dressed));
}

RC_GTEST_PROP(ForbiddenFields, ReadsAnyBytes, (const std::string& bytes)) {
  RC_ASSERT(IsForbiddenField(bytes + "." + "religion"));
}

}  // namespace
}  // namespace sekisho
