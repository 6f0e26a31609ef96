#include "measures/references.h"

#include <utility>

#include "yaml/section.h"
#include "yaml/yaml.h"

namespace sekisho {
namespace {

// Calls `read` for every map of the list under `list`, with the text under `key`.
template <typename Read>
void ForEachEntry(std::string_view list, std::string_view key, std::string_view text,
                  ReadContext* context, const Read& read) {
  const size_t errors = context->sink->errors();
  const std::vector<YamlNode> documents = ReadYaml(context->file, text, context->sink);
  const YamlNode* node = documents.size() == 1 ? documents[0].Find(list) : nullptr;
  if (node == nullptr) {
    if (context->sink->errors() == errors) {
      context->Report(Sk::kReference, {context->file, 1, 1},
                      "the file is not one document with the key `" + std::string(list) + "`");
    }
    return;
  }
  const std::vector<YamlNode>* items = ReadList(*node, list, context);
  if (items == nullptr) return;
  for (const YamlNode& item : *items) {
    const YamlNode* name = item.Find(key);
    if (name == nullptr || !name->is_scalar() || name->text.empty()) {
      context->Report(Sk::kReference, context->Place(item),
                      "the entry has no `" + std::string(key) + "`");
    } else if (!read(item, name->text)) {
      context->Report(Sk::kReference, context->Place(*name),
                      "\"" + name->text + "\" stands here twice");
    }
  }
}

// A text of an entry that may be missing.
std::string TextUnder(const YamlNode& item, std::string_view key) {
  const YamlNode* node = item.Find(key);
  return node != nullptr && node->is_scalar() ? node->text : std::string();
}

void ReadTitles(const YamlNode& item, SourceDocument* document) {
  const YamlNode* title = item.Find("title");
  if (title == nullptr) return;
  document->title = {TextUnder(*title, "en"), TextUnder(*title, "ja"), TextUnder(*title, "ko")};
}

}  // namespace

std::map<std::string, SourceDocument> ReadSourceDocuments(const std::string& file,
                                                          std::string_view text,
                                                          DiagnosticSink* sink) {
  std::map<std::string, SourceDocument> documents;
  ReadContext context{file, sink};
  ForEachEntry("sources", "key", text, &context, [&](const YamlNode& item, const std::string& key) {
    SourceDocument document;
    const YamlNode* date = item.Find("date");
    if (date != nullptr && date->is_scalar() && IsDate(date->text)) {
      document.date = date->text;
    } else {
      context.Report(Sk::kReference, context.Place(item),
                     "the document \"" + key + "\" has no `date` YYYY-MM-DD");
    }
    if (const YamlNode* read = item.Find("read")) {
      document.read = ReadBoolean(*read, "`read`", &context).value_or(false);
    } else {
      context.Report(Sk::kReference, context.Place(item),
                     "the document \"" + key + "\" does not say whether it was read");
    }
    ReadTitles(item, &document);
    document.publisher = TextUnder(item, "publisher");
    document.url = TextUnder(item, "url");
    return documents.emplace(key, std::move(document)).second;
  });
  return documents;
}

std::map<std::string, Contact> ReadContacts(const std::string& file, std::string_view text,
                                            DiagnosticSink* sink) {
  std::map<std::string, Contact> contacts;
  ReadContext context{file, sink};
  ForEachEntry("contacts", "id", text, &context, [&](const YamlNode& item, const std::string& id) {
    Contact contact;
    if (const YamlNode* node = item.Find("name")) {
      contact.name = ReadLocalText(*node, "`name`", &context);
    } else {
      context.Report(Sk::kReference, context.Place(item), "the contact " + id + " has no `name`");
    }
    contact.country = TextUnder(item, "country");
    contact.kind = TextUnder(item, "kind");
    contact.address = TextUnder(item, "address");
    contact.printed_on = TextUnder(item, "printed_on");
    contact.checked_on = TextUnder(item, "checked_on");
    contact.confirmed = TextUnder(item, "confirmed") == "true";
    return contacts.emplace(id, std::move(contact)).second;
  });
  return contacts;
}

std::map<std::string, LawText> ReadLaws(const std::string& file, std::string_view text,
                                        DiagnosticSink* sink) {
  std::map<std::string, LawText> laws;
  ReadContext context{file, sink};
  ForEachEntry("laws", "id", text, &context, [&](const YamlNode& item, const std::string& id) {
    LawText law;
    for (const auto& [key, out] : {std::pair("name", &law.name), std::pair("text", &law.text)}) {
      if (const YamlNode* node = item.Find(key)) {
        *out = ReadLocalText(*node, "`" + std::string(key) + "`", &context);
      } else {
        context.Report(Sk::kReference, context.Place(item),
                       "the law " + id + " has no `" + key + "`");
      }
    }
    if (const YamlNode* node = item.Find("citations"); node != nullptr && node->is_sequence()) {
      for (const YamlNode& one : node->items) law.citations.push_back(one.text);
    }
    law.checked_on = TextUnder(item, "checked_on");
    return laws.emplace(id, std::move(law)).second;
  });
  return laws;
}

}  // namespace sekisho
