#include "core/postal_match.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace sekisho {
namespace {

struct Pair {
  const char* a;
  const char* b;
};

AddressMatch Match(const std::string& a, const std::string& b) {
  constexpr uint64_t kSeed = 7;
  const auto left = ReadPostalAddress(a);
  const auto right = ReadPostalAddress(b);
  if (!left || !right) return AddressMatch::kUnclear;
  const AddressMatch match = MatchAddresses(MarksOf(*left, kSeed), MarksOf(*right, kSeed));
  EXPECT_EQ(match, MatchAddresses(MarksOf(*right, kSeed), MarksOf(*left, kSeed))) << a << b;
  return match;
}

TEST(PostalMatch, OneAddressOfTwoWriters) {
  constexpr Pair kPairs[] = {
      // The country, the postal code, the state.
      {"123 Main St, Springfield, IL 62701", "123 Main St, Springfield, IL 62701, USA"},
      {"123 Main St, Springfield, IL 62701", "123 Main Street, Springfield, Illinois 62701"},
      {"123 Main St, Springfield, IL 62701", "123 Main St, Springfield, IL 62701-1234"},
      {"123 Main St, Springfield, IL 62701", "123 Main St., Springfield, IL, U.S.A."},
      {"123 Main St, Springfield, IL 62701", "123 Main St, Springfield 62701"},
      {"5 Elm Ave, Charleston, West Virginia", "5 Elm Avenue, Charleston WV 25301"},
      {"10 King St W, Toronto, ON M5H 1A1", "10 King Street West, Toronto, Ontario, Canada"},
      {"10 King St W, Toronto, ON M5H 1A1, CA", "10 King St W, Toronto, ON M5H1A1"},
      {"Musterstr. 12, 10115 Berlin", "Musterstr. 12, 10115 Berlin, Germany"},
      // The flat, the floor, the building.
      {"123 Main St, Springfield, IL", "123 Main St Apt 4, Springfield, IL"},
      {"123 Main St #4, Springfield, IL", "Apt. 4, 123 Main St, Springfield, IL"},
      {"123 Main St 4F, Springfield, IL", "123 Main St, 4th Floor, Suite 400, Springfield, IL"},
      {"Flat 3, 12 High Street, Sampleton", "12 High St, Flat 3, Sampleton"},
      {"1-2-3 Shiba, Minato-ku, Tokyo", "Shiba Bldg 405, 1-2-3 Shiba, Minato-ku, Tokyo 105-0014"},
      {"東京都港区芝1-2-3", "東京都港区芝1丁目2-3 芝ビル405"},
      {"東京都港区芝1-2-3 芝ビル405", "東京都港区芝1-2-3-405"},
      {"東京都港区芝1-2-3 芝ビル4階405号室", "港区芝1-2-3-405"},
      {"東京都港区芝1-2-3 第2芝ビル405", "東京都港区芝1-2-3-405"},
      {"東京都港区芝1-2-3 プラザ21 405", "東京都港区芝1-2-3-405"},
      {"東京都港区芝1-2-3-405", "東京都港区芝1-2-3 2号棟405"},
      {"東京都港区芝3-501", "東京都港区芝3番地 芝ビル501"},
      {"Calle Mayor 5, 3º B, 28013 Madrid", "Calle Mayor 5, Madrid, Spain"},
      {"東京都港区芝1-2-3 芝ビルA棟301", "東京都港区芝1-2-3 A-301"},
      // The prefecture, the province, forms of one region.
      {"横浜市中区本町1-1", "神奈川県横浜市中区本町1-1"},
      {"〒231-0005 横浜市中区本町1-1", "日本 神奈川県横浜市中区本町1-1"},
      {"東京都中央区日本橋1-2", "中央区日本橋1-2"},
      {"서울특별시 강남구 테헤란로 123", "서울시 강남구 테헤란로 123"},
      {"서울특별시 강남구 테헤란로 123", "서울 강남구 테헤란로 123, 4층 405호 (역삼동)"},
      {"서울특별시 강남구 테헤란로 123", "대한민국 서울특별시 강남구 테헤란로 123"},
      {"경기도 수원시 팔달구 예시로12번길 34", "수원시 팔달구 예시로 12번길 34"},
      {"세종특별자치시 예시로 12", "세종시 예시로 12"},
      {"서울시 강남구 역삼1동 123-4", "서울 강남구 역삼1동 123-4번지"},
  };
  for (const auto& [a, b] : kPairs) {
    EXPECT_EQ(Match(a, b), AddressMatch::kSame) << a << " / " << b << "\n"
                                                << AddressKey(a).value_or("-") << "\n"
                                                << AddressKey(b).value_or("-");
  }
}

TEST(PostalMatch, AddressesThatContradict) {
  constexpr Pair kPairs[] = {
      // Another house, another flat, another code.
      {"123 Main St, Springfield, IL 62701", "125 Main St, Springfield, IL 62701"},
      {"123 Main St Apt 4, Springfield, IL", "123 Main St Apt 5, Springfield, IL"},
      {"123 Main St, Springfield, IL 62701", "123 Main St, Springfield, IL 62704"},
      {"123 Main St, Springfield, IL", "123 Main St, Springfield, MA"},
      {"123 Main St, Springfield, Illinois", "123 Oak Ave, Shelbyville, Illinois"},
      {"1-2-3 Example, Sample City", "1-2-3 Elsewhere, Other Town"},
      {"東京都港区芝1-2-3", "東京都港区芝1-2-4"},
      {"東京都港区芝1-2-3 芝ビル405", "東京都港区芝1-2-3 芝ビル406"},
      {"東京都港区芝1-2-3 2号棟301", "東京都港区芝1-2-3 3号棟301"},
      {"東京都港区芝1-2-3", "東京都港区三田1-2-3"},
      {"東京都府中市見本町1-2", "広島県府中市見本町1-2"},
      {"札幌市中央区北1条西2丁目3", "札幌市中央区北1条東2丁目3"},
      {"서울 중구 세종대로 110", "부산 중구 세종대로 110"},
      {"서울 강남구 테헤란로 123", "서울 강남구 테헤란로 125"},
      {"서울 강남구 테헤란로 123 101동 1203호", "서울 강남구 테헤란로 123 102동 1203호"},
      // In two scripts numbers still speak.
      {"東京都港区芝1-2-3", "1-2-4 Shiba, Minato-ku, Tokyo"},
  };
  for (const auto& [a, b] : kPairs) {
    EXPECT_EQ(Match(a, b), AddressMatch::kDifferent) << a << " / " << b << "\n"
                                                     << AddressKey(a).value_or("-") << "\n"
                                                     << AddressKey(b).value_or("-");
  }
}

TEST(PostalMatch, NothingIsSaidOfWhatCannotBeCompared) {
  constexpr Pair kPairs[] = {
      {"東京都港区芝1-2-3", "1-2-3 Shiba, Minato-ku, Tokyo"},
      {"서울 강남구 테헤란로 123", "서울 강남구 역삼동 45-6"},
      {"123 Main St, Springfield, IL", "123 Mian St, Springfield, IL"},
      {"Rose Cottage, 34th Lane, Sampleton", "12 34th Lane, Sampleton"},
  };
  for (const auto& [a, b] : kPairs) {
    EXPECT_EQ(Match(a, b), AddressMatch::kUnclear) << a << " / " << b;
  }
}

// Leaving out the end of a sufficiently long list of parts never contradicts.
RC_GTEST_PROP(PostalMatch, LessIsNoContradiction, ()) {
  const int house = *rc::gen::inRange(1, 9999);
  const int flat = *rc::gen::inRange(1, 99);
  const std::string street = std::to_string(house) + " Sample Street";
  const std::string unit = *rc::gen::element<std::string>("", " Apt " + std::to_string(flat),
                                                          " #" + std::to_string(flat));
  const std::string town = ", Example Town";
  const std::string state = *rc::gen::element<std::string>("", ", Ohio", ", OH");
  const std::string code = *rc::gen::element<std::string>("", " 45000", " 45000-1234");
  const std::string country = *rc::gen::element<std::string>("", ", USA", ", United States");
  const std::string whole = street + " #" + std::to_string(flat) + town + ", OH 45000, US";
  RC_ASSERT(Match(whole, street + unit + town + state + code + country) == AddressMatch::kSame);
}

}  // namespace
}  // namespace sekisho
