// The part of MappingContext that reads `encoding`, `format` and `zone`.
#include <algorithm>
#include <utility>

#include "ingest/mapping_source.h"

namespace sekisho {

Encoding MappingContext::ReadEncoding(const YamlNode& node) {
  const std::optional<std::string> name = ReadText(node, "an encoding");
  if (!name) return Encoding::kUtf8;
  if (const std::optional<Encoding> encoding = FindEncoding(*name)) return *encoding;
  std::string suggestion = Suggest(*name, EncodingNames());
  if (suggestion.empty()) suggestion = "write " + Enumerate(EncodingNames());
  Report(Sk::kMappingEncoding, Place(node), "there is no encoding \"" + *name + "\"",
         std::move(suggestion));
  return Encoding::kUtf8;
}

std::optional<CivilZone> MappingContext::ReadZone(const YamlNode& node) {
  const std::optional<std::string> name = ReadText(node, "a zone");
  if (!name) return std::nullopt;
  StatusOr<CivilZone> zone = CivilZone::Parse(*name);
  if (zone.ok()) return *std::move(zone);
  Report(Sk::kMappingForm, Place(node), std::string(ToStd(zone.status().message())));
  return std::nullopt;
}

void MappingContext::ReadForm(const YamlNode& node, TimeForms* forms) {
  const std::optional<std::string> pattern = ReadText(node, "a time form");
  if (!pattern) return;
  StatusOr<TimeForm> form = TimeForm::Parse(*pattern);
  if (form.ok()) {
    forms->forms.push_back(*std::move(form));
  } else {
    Report(Sk::kMappingForm, Place(node), std::string(ToStd(form.status().message())));
  }
}

void MappingContext::ReadForms(const YamlNode& map, const FieldSpec& spec, MappedSource* source) {
  const YamlNode* const format = map.Find("format");
  if (format == nullptr) {
    Report(Sk::kMappingForm, Place(map), "a zone needs a `format` that is read in it");
    return;
  }
  if (!source->values.empty() || !source->transforms.empty()) {
    Report(Sk::kMappingForm, Place(*format), "`format` stands without `transform` and `values`");
    return;
  }
  auto forms = std::make_shared<TimeForms>();
  const std::vector<YamlNode> one = {*format};
  for (const YamlNode& item : format->is_sequence() ? format->items : one) {
    ReadForm(item, forms.get());
  }
  if (forms->forms.empty()) {
    if (format->is_sequence() && format->items.empty()) {
      Report(Sk::kMappingForm, Place(*format), "a list of time forms must not be empty");
    }
    return;
  }
  const YamlNode* const zone = map.Find("zone");
  forms->zone = zone != nullptr ? ReadZone(*zone) : this->zone;
  if (spec.kind == FieldKind::kTime) {
    source->form_result = MappedSource::FormResult::kTime;
    const bool all_say_it = std::all_of(forms->forms.begin(), forms->forms.end(),
                                        [](const TimeForm& form) { return form.has_offset(); });
    if (!all_say_it && !forms->zone && zone == nullptr) {
      Report(Sk::kMappingForm, Place(*format),
             "the form has no offset, and no zone is stated; add for example `zone: Asia/Tokyo`");
    }
  } else if (spec.kind == FieldKind::kText) {
    source->form_result = MappedSource::FormResult::kDay;
  } else if (spec.kind == FieldKind::kNumber) {
    source->form_result = MappedSource::FormResult::kYear;
  } else {
    Report(Sk::kMappingForm, Place(*format),
           "the field \"" + std::string(spec.name) + "\" holds no time, day or year");
  }
  source->forms = std::move(forms);
}

}  // namespace sekisho
