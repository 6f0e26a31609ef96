#include "core/postal_words.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace sekisho {
namespace {

struct Pair {
  std::string_view word;
  std::string_view code;
};

constexpr Pair kShortWords[] = {
    {"apartment", "apt"}, {"avenue", "ave"}, {"av", "ave"},       {"boulevard", "blvd"},
    {"building", "bldg"}, {"court", "ct"},   {"drive", "dr"},     {"east", "e"},
    {"floor", "fl"},      {"fort", "ft"},    {"highway", "hwy"},  {"lane", "ln"},
    {"mount", "mt"},      {"north", "n"},    {"parkway", "pkwy"}, {"place", "pl"},
    {"road", "rd"},       {"room", "rm"},    {"saint", "st"},     {"south", "s"},
    {"square", "sq"},     {"street", "st"},  {"suite", "ste"},    {"terrace", "ter"},
    {"west", "w"},
};

constexpr std::string_view kUnitWords[] = {"#",  "apt", "flat", "no",  "pmb",
                                           "rm", "ste", "unit", "box", "postbox"};

// Not Georgia, which is a state of the United States too, nor Jersey.
constexpr std::string_view kCountries[] = {
    "argentina",
    "australia",
    "austria",
    "bangladesh",
    "belgium",
    "brazil",
    "bulgaria",
    "canada",
    "chile",
    "china",
    "colombia",
    "croatia",
    "czech republic",
    "czechia",
    "denmark",
    "egypt",
    "estonia",
    "finland",
    "france",
    "germany",
    "greece",
    "hong kong",
    "hungary",
    "iceland",
    "india",
    "indonesia",
    "ireland",
    "israel",
    "italy",
    "japan",
    "kenya",
    "korea",
    "latvia",
    "lithuania",
    "malaysia",
    "mexico",
    "netherlands",
    "new zealand",
    "nigeria",
    "norway",
    "pakistan",
    "philippines",
    "poland",
    "portugal",
    "republic of korea",
    "romania",
    "serbia",
    "singapore",
    "slovakia",
    "slovenia",
    "south africa",
    "south korea",
    "spain",
    "sweden",
    "switzerland",
    "taiwan",
    "thailand",
    "the netherlands",
    "turkey",
    "uk",
    "ukraine",
    "united kingdom",
    "united states",
    "united states of america",
    "us",
    "usa",
    "viet nam",
    "vietnam",
};

constexpr Pair kRegions[] = {
    {"alabama", "al"},        {"alaska", "ak"},         {"arizona", "az"},
    {"arkansas", "ar"},       {"california", "ca"},     {"colorado", "co"},
    {"connecticut", "ct"},    {"delaware", "de"},       {"district of columbia", "dc"},
    {"florida", "fl"},        {"georgia", "ga"},        {"hawaii", "hi"},
    {"idaho", "id"},          {"illinois", "il"},       {"indiana", "in"},
    {"iowa", "ia"},           {"kansas", "ks"},         {"kentucky", "ky"},
    {"louisiana", "la"},      {"maine", "me"},          {"maryland", "md"},
    {"massachusetts", "ma"},  {"michigan", "mi"},       {"minnesota", "mn"},
    {"mississippi", "ms"},    {"missouri", "mo"},       {"montana", "mt"},
    {"nebraska", "ne"},       {"nevada", "nv"},         {"new hampshire", "nh"},
    {"new jersey", "nj"},     {"new mexico", "nm"},     {"new york", "ny"},
    {"north carolina", "nc"}, {"north dakota", "nd"},   {"ohio", "oh"},
    {"oklahoma", "ok"},       {"oregon", "or"},         {"pennsylvania", "pa"},
    {"rhode island", "ri"},   {"south carolina", "sc"}, {"south dakota", "sd"},
    {"tennessee", "tn"},      {"texas", "tx"},          {"utah", "ut"},
    {"vermont", "vt"},        {"virginia", "va"},       {"washington", "wa"},
    {"west virginia", "wv"},  {"wisconsin", "wi"},      {"wyoming", "wy"},
    {"american samoa", "as"}, {"guam", "gu"},           {"northern mariana islands", "mp"},
    {"puerto rico", "pr"},    {"virgin islands", "vi"},
};
constexpr Pair kProvinces[] = {
    {"alberta", "ab"},
    {"british columbia", "bc"},
    {"manitoba", "mb"},
    {"new brunswick", "nb"},
    {"newfoundland and labrador", "nl"},
    {"northwest territories", "nt"},
    {"nova scotia", "ns"},
    {"nunavut", "nu"},
    {"ontario", "on"},
    {"prince edward island", "pe"},
    {"quebec", "qc"},
    {"québec", "qc"},
    {"saskatchewan", "sk"},
    {"yukon", "yt"},
};

constexpr std::string_view kPrefectures[] = {
    "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県",   "福島県", "茨城県",
    "栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "富山県",
    "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県",   "愛知県", "三重県",
    "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県",
    "岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県",   "高知県", "福岡県",
    "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
};

struct KoreanRegion {
  std::string_view written;
  std::string_view name;
  bool city;
};
// The longer forms of one name first. 광주시 is also a town of 경기도, so it names no region.
constexpr KoreanRegion kKoreanRegions[] = {
    {"서울특별시", "서울시", true},
    {"서울시", "서울시", true},
    {"서울", "서울시", true},
    {"부산광역시", "부산시", true},
    {"부산시", "부산시", true},
    {"부산", "부산시", true},
    {"대구광역시", "대구시", true},
    {"대구시", "대구시", true},
    {"대구", "대구시", true},
    {"인천광역시", "인천시", true},
    {"인천시", "인천시", true},
    {"인천", "인천시", true},
    {"광주광역시", "광주시", true},
    {"대전광역시", "대전시", true},
    {"대전시", "대전시", true},
    {"대전", "대전시", true},
    {"울산광역시", "울산시", true},
    {"울산시", "울산시", true},
    {"울산", "울산시", true},
    {"세종특별자치시", "세종시", true},
    {"세종시", "세종시", true},
    {"경기도", "경기도", false},
    {"강원특별자치도", "강원도", false},
    {"강원도", "강원도", false},
    {"충청북도", "충북", false},
    {"충청남도", "충남", false},
    {"전북특별자치도", "전북", false},
    {"전라북도", "전북", false},
    {"전라남도", "전남", false},
    {"경상북도", "경북", false},
    {"경상남도", "경남", false},
    {"제주특별자치도", "제주도", false},
    {"제주도", "제주도", false},
};
// Short forms, when a space follows: without one they begin many other names.
constexpr KoreanRegion kShortKoreanRegions[] = {
    {"경기 ", "경기도", false}, {"강원 ", "강원도", false}, {"충북 ", "충북", false},
    {"충남 ", "충남", false},   {"전북 ", "전북", false},   {"전남 ", "전남", false},
    {"경북 ", "경북", false},   {"경남 ", "경남", false},   {"제주 ", "제주도", false},
    {"세종 ", "세종시", true},
};

constexpr size_t kNameWordsMax = 4;

std::string LastWords(std::span<const std::string> words, size_t count) {
  std::string text;
  for (const std::string& word : words.last(count)) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

std::string_view CodeOf(std::span<const Pair> table, std::string_view text) {
  for (const Pair& one : table) {
    if (text == one.word || text == one.code) return one.code;
  }
  return "";
}

// A whole name first, so that West Virginia is not Virginia.
RegionWords AtEnd(std::span<const Pair> table, std::span<const std::string> words) {
  for (size_t count = std::min(words.size(), kNameWordsMax); count > 0; --count) {
    const std::string_view code = CodeOf(table, LastWords(words, count));
    if (!code.empty()) return {code, count};
  }
  return {};
}

bool Contains(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

size_t Spaces(std::string_view text) { return std::min(text.size(), text.find_first_not_of(' ')); }

RegionPrefix WithPrefix(std::string_view text, std::string_view written, std::string_view name,
                        bool keeps_name) {
  if (!text.starts_with(written)) return {};
  const size_t bytes = written.size() + Spaces(text.substr(written.size()));
  if (bytes == text.size()) return {};
  return {name, bytes, keeps_name};
}

RegionPrefix Prefecture(std::string_view text) {
  for (const std::string_view name : kPrefectures) {
    const RegionPrefix found = WithPrefix(text, name, name, /*keeps_name=*/false);
    if (found.bytes > 0) return found;
  }
  return {};
}

}  // namespace

std::string_view ShortPostalWord(std::string_view word) {
  const auto* const found = std::find_if(std::begin(kShortWords), std::end(kShortWords),
                                         [&](const Pair& one) { return one.word == word; });
  return found == std::end(kShortWords) ? word : found->code;
}

bool IsUnitWord(std::string_view word) { return Contains(kUnitWords, ShortPostalWord(word)); }

size_t CountryWordsAtEnd(std::span<const std::string> words) {
  const size_t count_max =
      std::min(words.size() - std::min<size_t>(words.size(), 1), kNameWordsMax);
  for (size_t count = count_max; count > 0; --count) {
    if (Contains(kCountries, LastWords(words, count))) return count;
  }
  const bool canada = words.size() > 2 && words.back() == "ca" &&
                      AtEnd(kProvinces, words.first(words.size() - 1)).words > 0;
  return canada ? 1 : 0;
}

RegionWords RegionAtEnd(std::span<const std::string> words) {
  const RegionWords state = AtEnd(kRegions, words);
  const RegionWords found = state.words > 0 ? state : AtEnd(kProvinces, words);
  // It follows a name: "4 FL" is a floor.
  if (found.words >= words.size()) return {};
  const char before = words[words.size() - found.words - 1][0];
  return before >= '0' && before <= '9' ? RegionWords{} : found;
}

RegionPrefix RegionAtBegin(std::string_view text) {
  // Not every 日本 is the country: 日本橋.
  for (const std::string_view country : {"日本国", "日本"}) {
    if (!text.starts_with(country)) continue;
    const size_t bytes = country.size() + Spaces(text.substr(country.size()));
    RegionPrefix found = Prefecture(text.substr(bytes));
    if (found.bytes == 0) continue;
    found.bytes += bytes;
    return found;
  }
  if (const RegionPrefix found = Prefecture(text); found.bytes > 0) return found;
  const RegionPrefix country = WithPrefix(text, "대한민국", "", false);
  const std::string_view rest = text.substr(country.bytes);
  for (const std::span<const KoreanRegion> table :
       {std::span<const KoreanRegion>(kKoreanRegions),
        std::span<const KoreanRegion>(kShortKoreanRegions)}) {
    for (const KoreanRegion& one : table) {
      RegionPrefix found = WithPrefix(rest, one.written, one.name, one.city);
      if (found.bytes == 0) continue;
      found.bytes += country.bytes;
      return found;
    }
  }
  return country;
}

}  // namespace sekisho
