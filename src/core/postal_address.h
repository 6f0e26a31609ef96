// A postal address in parts that can be compared.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

// How an address is written, as far as it can be compared.
enum class PostalForm : uint8_t { kWords, kJapanese, kKoreanRoad, kKoreanLot };

struct PostalAddress {
  PostalForm form = PostalForm::kWords;
  std::string postal_code;           // digits and letters, of ZIP+4 the first five; "" without one
  std::string region;                // state, province, prefecture, metropolitan city; "" without
  std::vector<std::string> words;    // of the street and the town, in order
  std::vector<std::string> numbers;  // house or block, then everything after it but units
  std::vector<std::string> units;    // flats, rooms, boxes
  std::string floor;

  // One comparable form of the whole; see AddressKey.
  std::string key;
  // The same without units and floor; equal to `key` when there are none.
  std::string building_key;
};

// Reads an address in the order of English-speaking countries, of Europe, or of Japan and Korea.
// What two writers of one address do differently goes, what tells addresses apart stays:
//   width, composition, case  NFKC and lower case
//   country, postal code      stand in no key; nor do prefectures and the provinces of Korea
//                             (神奈川県横浜市 = 横浜市), because cities and wards follow them
//   states, provinces         their codes (Illinois = IL); 특별시, 광역시 and so on are 시
//   block numbers             丁目, 番地, 番, 号, の and dashes part them; kanji numerals up to 99
//                             before them become digits (四丁目 = 4丁目)
//   usual words               of streets and buildings in English take their short form
//   building and floor        the name of a building behind the numbers goes; a floor too when a
//                             flat is named (芝ビル4階405 = 405)
//   punctuation, spaces       part words and numbers and vanish
// The number of the flat stays: two flats are two addresses. Nothing is translated. None without
// both a letter and a digit (a town alone is nobody's address), for masked ones, and for more than
// 1024 bytes.
std::optional<PostalAddress> ReadPostalAddress(std::string_view utf8);

// The numbers and the words as one text: "12-400 example st sample city il", 港区芝1-2-3-405.
// Idempotent.
std::optional<std::string> AddressKey(std::string_view utf8);

}  // namespace sekisho
