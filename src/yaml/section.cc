#include "yaml/section.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "core/suggestion.h"
#include "core/time.h"

namespace sekisho {

void CheckKeys(const YamlNode& map, const std::vector<std::string_view>& allowed, Sk code,
               std::string_view what, ReadContext* context) {
  for (const YamlEntry& entry : map.entries) {
    if (std::find(allowed.begin(), allowed.end(), entry.key) != allowed.end()) continue;
    std::string suggestion = DidYouMean(entry.key, allowed);
    if (suggestion.empty()) suggestion = "allowed here: " + Enumerate(allowed);
    context->Report(code, context->Place(entry),
                    std::string(what) + " has no key \"" + entry.key + "\"", suggestion);
  }
}

std::optional<std::string> ReadText(const YamlNode& node, std::string_view what,
                                    ReadContext* context, Sk code) {
  if (node.is_scalar()) return node.text;
  context->Report(code, context->Place(node),
                  std::string(what) + " must be a text, not " + std::string(DescribeKind(node)));
  return std::nullopt;
}

std::vector<PlacedText> ReadTexts(const YamlNode& node, std::string_view what, ReadContext* context,
                                  Sk code) {
  std::vector<PlacedText> texts;
  if (!node.is_sequence()) {
    if (std::optional<std::string> text = ReadText(node, what, context, code)) {
      texts.push_back({std::move(*text), context->Place(node)});
    }
    return texts;
  }
  for (const YamlNode& item : node.items) {
    if (std::optional<std::string> text = ReadText(item, what, context, code)) {
      texts.push_back({std::move(*text), context->Place(item)});
    }
  }
  return texts;
}

std::optional<std::string> ReadWord(const YamlNode& node, std::string_view what,
                                    const std::vector<std::string_view>& words,
                                    ReadContext* context, Sk code) {
  std::optional<std::string> word = ReadText(node, what, context, code);
  if (!word || std::find(words.begin(), words.end(), *word) != words.end()) return word;
  std::string suggestion = DidYouMean(*word, words);
  if (suggestion.empty()) suggestion = "write " + Enumerate(words);
  context->Report(code, context->Place(node), std::string(what) + " cannot be \"" + *word + "\"",
                  suggestion);
  return std::nullopt;
}

std::optional<bool> ReadBoolean(const YamlNode& node, std::string_view what, ReadContext* context) {
  if (TypeOfScalar(node) == ScalarType::kBoolean) {
    return node.text[0] == 't' || node.text[0] == 'T';
  }
  context->Report(Sk::kValueShape, context->Place(node),
                  std::string(what) + " must be true or false");
  return std::nullopt;
}

std::optional<int64_t> ReadDuration(const YamlNode& node, std::string_view what,
                                    ReadContext* context, Sk code) {
  const std::optional<std::string> text = ReadText(node, what, context, code);
  if (!text) return std::nullopt;
  const StatusOr<int64_t> duration = ParseDuration(*text);
  if (duration.ok()) return *duration;
  context->Report(code, context->Place(node),
                  std::string(what) + ": " + std::string(ToStd(duration.status().message())));
  return std::nullopt;
}

std::optional<int64_t> ReadCount(const YamlNode& node, std::string_view what, ReadContext* context,
                                 Sk code) {
  int64_t count = 0;
  const char* const end = node.text.data() + node.text.size();
  const auto [stop, error] = std::from_chars(node.text.data(), end, count);
  if (node.is_scalar() && error == std::errc() && stop == end && count >= 0) return count;
  context->Report(code, context->Place(node), std::string(what) + " must be a whole number from 0");
  return std::nullopt;
}

namespace {

// The first byte of kana, han characters and full-width punctuation, three bytes each in UTF-8.
bool BeginsWide(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 0xe3 && byte <= 0xe9) || byte == 0xef;
}

// YAML joins folded lines with a space; Japanese has none between its own letters.
std::string WithoutFolds(const std::string& text) {
  std::string joined;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool fold = text[i] == ' ' && i >= 3 && BeginsWide(text[i - 3]) && i + 1 < text.size() &&
                      BeginsWide(text[i + 1]);
    if (!fold) joined += text[i];
  }
  return joined;
}

}  // namespace

LocalText ReadLocalText(const YamlNode& node, std::string_view what, ReadContext* context) {
  LocalText text;
  if (!node.is_map()) {
    context->Report(Sk::kLanguage, context->Place(node),
                    std::string(what) + " must be a map of en, ja and ko, not " +
                        std::string(DescribeKind(node)));
    return text;
  }
  CheckKeys(node, {"en", "ja", "ko"}, Sk::kLanguage, what, context);
  const auto read = [&](std::string_view language, std::string* out) {
    const YamlNode* value = node.Find(language);
    if (value == nullptr || !value->is_scalar() || value->text.empty()) {
      context->Report(
          Sk::kLanguage, context->Place(value == nullptr ? node : *value),
          std::string(what) + " has no text in the language \"" + std::string(language) + "\"");
      return;
    }
    *out = value->text;
  };
  read("en", &text.en);
  read("ja", &text.ja);
  text.ja = WithoutFolds(text.ja);
  read("ko", &text.ko);
  return text;
}

std::vector<LocalText> ReadLocalTexts(const YamlNode& node, std::string_view key,
                                      ReadContext* context) {
  std::vector<LocalText> texts;
  const std::vector<YamlNode>* items = ReadList(node, key, context);
  if (items == nullptr) return texts;
  for (const YamlNode& item : *items) {
    texts.push_back(ReadLocalText(item, "an entry of `" + std::string(key) + "`", context));
  }
  return texts;
}

const std::vector<YamlNode>* ReadList(const YamlNode& node, std::string_view key,
                                      ReadContext* context) {
  if (node.is_sequence() && !node.items.empty()) return &node.items;
  context->Report(Sk::kValueShape, context->Place(node),
                  "`" + std::string(key) + "` must be a list with at least one entry");
  return nullptr;
}

bool IsDate(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (text.size() != kShape.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool digit = std::isdigit(static_cast<unsigned char>(text[i])) != 0;
    if (kShape[i] == 'd' ? !digit : text[i] != '-') return false;
  }
  const int month = (text[5] - '0') * 10 + (text[6] - '0');
  const int day = (text[8] - '0') * 10 + (text[9] - '0');
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

}  // namespace sekisho
