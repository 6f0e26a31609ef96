// Small lists in the real formats, about invented people.
#pragma once

#include <string_view>

namespace sekisho::testing {

inline constexpr std::string_view kSdn =
    "101,\"PRIMEROV, Vladimir Sergeevich\",\"individual\",\"SAMPLE\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- "
    ",-0- ,\"DOB 08 Feb 1971; alt. DOB circa 1969; Passport AB1234567 (Utopia); National ID No. "
    "78-1005; Digital Currency Address - XBT 1ExampleWalletAddress.\"\r\n"
    "102,\"ACME EXAMPLE TRADING CORP.\",-0- ,\"SAMPLE2\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- "
    "\r\n"
    "103,\"KIM, Yong Su\",\"individual\",\"SAMPLE\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1980; "
    "nationality Utopia.\"\r\n";
inline constexpr std::string_view kAlt =
    "101,1,\"aka\",\"PRIMEROFF, Wladimir\",-0- \r\n"
    "101,2,\"aka\",\"-0- \",-0- \r\n"
    "999,3,\"aka\",\"NOBODY\",-0- \r\n";
inline constexpr std::string_view kAdd =
    "101,1,\"12 Example Street, Flat 4\",\"Sampleton 1000\",\"Utopia\",-0- \r\n"
    "102,2,-0- ,-0- ,\"Utopia\",-0- \r\n";

inline constexpr std::string_view kUn =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<CONSOLIDATED_LIST dateGenerated=\"2026-02-27T00:00:09.554Z\"><INDIVIDUALS>\n"
    "<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>RI</FIRST_NAME><SECOND_NAME>YONG HO</SECOND_NAME>\n"
    "<UN_LIST_TYPE>SAMPLE</UN_LIST_TYPE><REFERENCE_NUMBER>SAi.001</REFERENCE_NUMBER>\n"
    "<NAME_ORIGINAL_SCRIPT>리영호</NAME_ORIGINAL_SCRIPT>\n"
    "<NATIONALITY><VALUE>Utopia</VALUE></NATIONALITY>\n"
    "<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>\n"
    "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Comrade Example</ALIAS_NAME>\n"
    "</INDIVIDUAL_ALIAS>\n"
    "<INDIVIDUAL_ADDRESS><STREET>5 Example Road</STREET><CITY>Sampleton</CITY>\n"
    "<COUNTRY>Utopia</COUNTRY></INDIVIDUAL_ADDRESS>\n"
    "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1958</FROM_YEAR>\n"
    "<TO_YEAR>1961</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>\n"
    "<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>123-456-789\n"
    "</NUMBER></INDIVIDUAL_DOCUMENT></INDIVIDUAL></INDIVIDUALS>\n"
    "<ENTITIES><ENTITY><FIRST_NAME>EXAMPLE SHIPPING COMPANY</FIRST_NAME>\n"
    "<REFERENCE_NUMBER>SAe.001</REFERENCE_NUMBER>\n"
    "<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Sample Lines</ALIAS_NAME></ENTITY_ALIAS>\n"
    "</ENTITY></ENTITIES></CONSOLIDATED_LIST>\n";

inline constexpr std::string_view kMof =
    "見本の一覧,,,,,\n"
    "告示日付,日本語 表記,英語表記,\"別称・\n旧称\",生年月日,旅券番号\n"
    "2026年1月5日,見本 太郎,Mihon Taro,\"(1) 見本 次郎\n(2) Mihon Jiro\",1955年-1958年頃,AB 765 "
    "4321\n";

inline constexpr std::string_view kFtm =
    "{\"id\":\"sample-1\",\"caption\":\"Hanako Example\",\"schema\":\"Person\",\"properties\":"
    "{\"name\":[\"Hanako Example\",\"見本花子\"],\"weakAlias\":[\"Hana\"],\"birthDate\":"
    "[\"1990-04-01\"],\"nationality\":[\"xx\"],\"passportNumber\":[\"TR-123\"]}}\n"
    "{\"id\":\"wallet-1\",\"caption\":\"w\",\"schema\":\"CryptoWallet\",\"properties\":"
    "{\"publicKey\":[\"0xExampleWallet\"],\"holder\":[\"sample-1\"]}}\n"
    "{\"id\":\"address-1\",\"caption\":\"Somewhere 5\",\"schema\":\"Address\",\"properties\":"
    "{\"full\":[\"Somewhere 5\"]}}\n"
    "not json\n"
    "{\"id\":\"sample-2\"}\n";

}  // namespace sekisho::testing
