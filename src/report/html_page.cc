#include "report/html_page.h"

#include <openssl/evp.h>

#include "absl/strings/escaping.h"
#include "core/check.h"
#include "core/status.h"

namespace sekisho {
namespace {

std::string Sha256Base64(std::string_view text) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  const int done = EVP_Digest(text.data(), text.size(), digest, &size, EVP_sha256(), nullptr);
  SEKISHO_CHECK(done == 1);
  return absl::Base64Escape(absl::string_view(reinterpret_cast<const char*>(digest), size));
}

constexpr std::string_view kNoScript =
    "<noscript><p>This page needs its own script to be shown; nothing is loaded from elsewhere. "
    "このページの表示にはページ内のスクリプトが必要です。外部からは何も読み込みません。 "
    "이 문서를 보려면 문서 안의 스크립트가 필요합니다. 외부에서는 아무것도 불러오지 않습니다."
    "</p></noscript>\n";

}  // namespace

std::string EscapeForScript(std::string_view json) {
  std::string escaped;
  escaped.reserve(json.size());
  for (size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '<') {
      escaped += "\\u003c";
    } else if (c == '>') {
      escaped += "\\u003e";
    } else if (c == '&') {
      escaped += "\\u0026";
    } else if (json.substr(i, 3) == "\u2028" || json.substr(i, 3) == "\u2029") {
      escaped += json[i + 2] == '\xa8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string RenderPage(const HtmlPage& page) {
  std::string html = "<!DOCTYPE html>\n<html lang=\"";
  html += LanguageCode(page.language);
  html += "\">\n<head>\n<meta charset=\"utf-8\">\n";
  html +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'sha256-" +
      Sha256Base64(page.style) + "'; script-src 'sha256-" + Sha256Base64(page.script) +
      "'; base-uri 'none'; form-action 'none'\">\n";
  html +=
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
  html += page.title;
  html += "</title>\n<style>";
  html += page.style;
  html += "</style>\n</head>\n<body>\n";
  html += kNoScript;
  html += "<script type=\"application/json\" id=\"data\">";
  html += page.data;
  html += "</script>\n<script>";
  html += page.script;
  html += "</script>\n</body>\n</html>\n";
  return html;
}

}  // namespace sekisho
