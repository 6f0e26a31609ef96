#include "cli/page.h"

#include "absl/strings/str_join.h"
#include "cli/text_width.h"

namespace sekisho {

void Page::Title(std::string_view title) {
  text_ += Paint(terminal_, Style::kBold, Printable(title)) + "\n";
}

void Page::Heading(const Phrase& title) {
  text_ += "\n" + Paint(terminal_, Style::kBold, title.In(language_)) + "\n";
}

void Page::Paragraph(std::string_view paragraph) {
  text_ += WrapIndented(Printable(paragraph), terminal_.columns, 2);
}

void Page::Item(std::string_view item) {
  const std::string wrapped = WrapIndented(Printable(item), terminal_.columns, 4);
  if (!wrapped.empty()) text_ += "  • " + wrapped.substr(4);
}

void Page::Note(std::string_view note) {
  text_ += WrapIndented(Printable(note), terminal_.columns, 4);
}

void Page::Texts(const Phrase& title, const std::vector<LocalText>& texts) {
  if (texts.empty()) return;
  Heading(title);
  for (const LocalText& text : texts) Item(text.In(language_));
}

void Page::Codes(const Phrase& title, const std::vector<std::string>& codes) {
  if (codes.empty()) return;
  Heading(title);
  Paragraph(absl::StrJoin(codes, ", "));
}

}  // namespace sekisho
