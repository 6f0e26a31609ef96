// A text of headed paragraphs and items for a terminal, as `explain` prints it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"
#include "core/language.h"

namespace sekisho {

// `terminal` must outlive the page.
class Page {
 public:
  Page(const Terminal& terminal, Language language) : terminal_(terminal), language_(language) {}

  void Title(std::string_view title);
  void Heading(const Phrase& title);
  void Paragraph(std::string_view paragraph);
  void Item(std::string_view item);
  // Belongs to the item before it.
  void Note(std::string_view note);
  // A heading with an item for each text; nothing without texts.
  void Texts(const Phrase& title, const std::vector<LocalText>& texts);
  // A heading with one line of codes; nothing without codes.
  void Codes(const Phrase& title, const std::vector<std::string>& codes);

  Language language() const { return language_; }
  const std::string& text() const { return text_; }

 private:
  const Terminal& terminal_;
  const Language language_;
  std::string text_;
};

}  // namespace sekisho
