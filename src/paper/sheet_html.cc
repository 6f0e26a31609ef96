#include "paper/sheet_html.h"

#include <array>

#include "absl/strings/escaping.h"
#include "absl/strings/str_split.h"
#include "core/sha256.h"
#include "core/status.h"
#include "core/visible_text.h"
#include "paper/sheet_style.h"

namespace sekisho {
namespace {

void AppendEscaped(std::string_view line, std::string* out) {
  for (const char c : VisibleText(line)) {
    switch (c) {
      case '&':
        *out += "&amp;";
        break;
      case '<':
        *out += "&lt;";
        break;
      case '>':
        *out += "&gt;";
        break;
      case '"':
        *out += "&quot;";
        break;
      default:
        *out += c;
    }
  }
}

std::string Escaped(std::string_view text) {
  std::string out;
  bool first = true;
  for (const absl::string_view line : absl::StrSplit(ToAbsl(text), '\n')) {
    if (!first) out += "<br>";
    first = false;
    AppendEscaped(ToStd(line), &out);
  }
  return out;
}

void Element(std::string_view name, std::string_view text, std::string* out) {
  *out += "<" + std::string(name) + ">" + Escaped(text) + "</" +
          std::string(name.substr(0, name.find(' '))) + ">\n";
}

void Fields(const SheetBlock& block, std::string* out) {
  *out += "<dl>\n";
  for (const std::vector<std::string>& row : block.rows) {
    Element("dt", row[0], out);
    Element("dd", row[1], out);
  }
  *out += "</dl>\n";
}

// On a narrow screen every cell stands below the other, behind the title of its column.
void Table(const SheetBlock& block, std::string* out) {
  int shares = 0;
  for (const int share : block.widths) shares += share;
  *out += "<table>\n<colgroup>";
  for (const int share : block.widths) {
    // The style knows widths in steps of 5 %.
    const int percent = (100 * share / shares + 2) / 5 * 5;
    *out += "<col class=\"w" + std::to_string(percent) + "\">";
  }
  *out += "</colgroup>\n<thead><tr>\n";
  for (const std::string& title : block.columns) Element("th scope=\"col\"", title, out);
  *out += "</tr></thead>\n<tbody>\n";
  for (const std::vector<std::string>& row : block.rows) {
    *out += "<tr>\n";
    for (size_t i = 0; i < row.size(); ++i) {
      Element("td data-title=\"" + Escaped(block.columns[i]) + "\"", row[i], out);
    }
    *out += "</tr>\n";
  }
  *out += "</tbody></table>\n";
}

void Block(const SheetBlock& block, std::string* out) {
  switch (block.kind) {
    case SheetBlock::Kind::kHeading:
      return Element("h2", block.text, out);
    case SheetBlock::Kind::kParagraph:
      return Element("p", block.text, out);
    case SheetBlock::Kind::kNotice:
      return Element("p class=\"notice\"", block.text, out);
    case SheetBlock::Kind::kItems:
      *out += "<ul>\n";
      for (const std::vector<std::string>& row : block.rows) Element("li", row[0], out);
      *out += "</ul>\n";
      return;
    case SheetBlock::Kind::kFields:
      return Fields(block, out);
    case SheetBlock::Kind::kTable:
      return Table(block, out);
  }
}

std::string StyleHash() {
  const std::array<uint8_t, 32> digest = Sha256(SheetStyle());
  return absl::Base64Escape(
      absl::string_view(reinterpret_cast<const char*>(digest.data()), digest.size()));
}

}  // namespace

std::string SheetHtml(const Sheet& sheet) {
  std::string html = "<!DOCTYPE html>\n<html lang=\"";
  html += LanguageCode(sheet.language);
  html += "\">\n<head>\n<meta charset=\"utf-8\">\n";
  html +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'sha256-" +
      StyleHash() + "'; base-uri 'none'; form-action 'none'\">\n";
  html +=
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"robots\" content=\"noindex\">\n";
  Element("title", sheet.title, &html);
  html += "<style>" + std::string(SheetStyle()) + "</style>\n</head>\n<body>\n<header>\n";
  if (!sheet.mark.empty()) Element("p class=\"mark\"", sheet.mark, &html);
  Element("h1", sheet.title, &html);
  html += "</header>\n<main>\n";
  for (const SheetBlock& block : sheet.blocks) Block(block, &html);
  html += "</main>\n<footer>\n";
  Element("p", sheet.footer, &html);
  html += "</footer>\n</body>\n</html>\n";
  return html;
}

}  // namespace sekisho
