#include "lists/list_part.h"

namespace sekisho {
namespace {

struct PartSpec {
  std::string_view name;
  Phrase phrase;
};

constexpr PartSpec kParts[kListParts] = {
    {"vpn",
     {"address ranges of VPN services", "VPNサービスのアドレス範囲", "VPN 서비스의 주소 범위"}},
    {"proxy", {"addresses of open proxies", "公開プロキシのアドレス", "공개 프록시의 주소"}},
    {"residential_proxy",
     {"addresses of proxies in homes", "家庭内プロキシのアドレス", "가정용 프록시의 주소"}},
    {"tor", {"exits of Tor", "Torの出口", "Tor 출구"}},
    {"hosting",
     {"address ranges of hosting companies", "ホスティング事業者のアドレス範囲",
      "호스팅 업체의 주소 범위"}},
    {"mobile_carrier",
     {"address ranges of mobile carriers", "携帯通信会社のアドレス範囲", "이동통신사의 주소 범위"}},
    {"home", {"address ranges of home lines", "家庭回線のアドレス範囲", "가정 회선의 주소 범위"}},
    {"exempt", {"your own exempt ranges", "自社で対象外とした範囲", "직접 제외한 범위"}},
    {"watched",
     {"your own list of networks to look at", "自社で注視するネットワークの一覧",
      "직접 살펴보기로 한 네트워크 목록"}},
    {"brand",
     {"exits of named VPN services", "名前の分かるVPNサービスの出口",
      "이름이 알려진 VPN 서비스의 출구"}},
    {"pool", {"pools of carriers", "通信会社の共有アドレス", "통신사의 공유 주소"}},
    {"country", {"countries of addresses", "アドレスの国", "주소의 국가"}},
    {"city", {"cities of addresses", "アドレスの都市", "주소의 도시"}},
    {"coordinates", {"coordinates of addresses", "アドレスの座標", "주소의 좌표"}},
    {"time_zone", {"time zones of addresses", "アドレスの時間帯", "주소의 시간대"}},
    {"asn", {"networks (ASN) of addresses", "アドレスのAS番号", "주소의 AS 번호"}},
    {"organisation", {"organisations of addresses", "アドレスの組織", "주소의 조직"}},
    {"connection", {"kinds of lines of addresses", "アドレスの回線の種類", "주소의 회선 종류"}},
    {"disposable_email",
     {"domains of disposable mail", "使い捨てメールのドメイン", "일회용 메일 도메인"}},
    {"listed_wallet",
     {"wallet addresses named by authorities", "当局が公表したウォレットアドレス",
      "당국이 공표한 지갑 주소"}},
    {"institution",
     {"directory of banks and money services", "銀行・資金移動業者の名簿",
      "은행·자금 서비스 업체 명부"}},
    {"service_country",
     {"countries of payment services", "決済サービスの国", "결제 서비스의 국가"}},
    {"mailbox",
     {"postal addresses of mailbox services", "私書箱サービスの住所", "사서함 업체의 주소"}},
    {"forwarder",
     {"postal addresses of freight forwarders", "転送業者の住所", "배송 대행 업체의 주소"}},
    {"virtual_office",
     {"postal addresses of virtual offices", "バーチャルオフィスの住所", "가상 사무실의 주소"}},
    {"vacant", {"postal addresses of empty houses", "空き家の住所", "빈집의 주소"}},
    {"business", {"postal addresses of businesses", "事業所の住所", "사업장의 주소"}},
    {"technology",
     {"first releases of technologies", "技術の最初の公開時期", "기술의 첫 공개 시기"}},
    {"shared_document",
     {"documents reported by partners", "提携先が共有した書類", "제휴처가 공유한 서류"}},
    {"shared_payee",
     {"payees reported by partners", "提携先が共有した受取口座", "제휴처가 공유한 수취 계좌"}},
    {"shared_device",
     {"devices reported by partners", "提携先が共有した端末", "제휴처가 공유한 기기"}},
    {"shared_template",
     {"texts reported by partners", "提携先が共有した文面", "제휴처가 공유한 문구"}},
};

}  // namespace

std::string_view ListPartName(ListPart part) { return kParts[static_cast<size_t>(part)].name; }

const Phrase& ListPartPhrase(ListPart part) { return kParts[static_cast<size_t>(part)].phrase; }

std::optional<ListPart> ParseRangeClass(std::string_view name) {
  for (size_t i = 0; i < kRangeClasses; ++i) {
    if (kParts[i].name == name) return static_cast<ListPart>(i);
  }
  return std::nullopt;
}

std::optional<ListPart> ParseAddressClass(std::string_view name) {
  for (size_t i = 0; i < kAddressClasses; ++i) {
    const size_t part = static_cast<size_t>(ListPart::kMailbox) + i;
    if (kParts[part].name == name) return static_cast<ListPart>(part);
  }
  return std::nullopt;
}

std::vector<ListPart> ListParts::All() const {
  std::vector<ListPart> parts;
  for (size_t i = 0; i < kListParts; ++i) {
    if (Has(static_cast<ListPart>(i))) parts.push_back(static_cast<ListPart>(i));
  }
  return parts;
}

ListParts ListParts::Everything() {
  ListParts all;
  for (size_t i = 0; i < kListParts; ++i) all.Add(static_cast<ListPart>(i));
  return all;
}

}  // namespace sekisho
