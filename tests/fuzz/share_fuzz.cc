// The reader of shared bundles on arbitrary bytes: what it takes can be a list, and read again.
#include <cstddef>
#include <cstdint>
#include <string>

#include "dossier/share_bundle.h"
#include "fuzz/require.h"

using sekisho::fuzz::Require;
using sekisho::fuzz::RequireMessage;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const sekisho::ShareLoad load = sekisho::ReadShareBundle("a.json", text);
  Require(load.readable || !load.problems.empty(), "there is a reason", text);
  Require(load.readable || load.artefacts.empty(), "nothing is taken of what is no bundle", text);
  for (const auto& problem : load.problems) RequireMessage(FormatDiagnostic(problem));
  for (const sekisho::SharedArtefact& one : load.artefacts) {
    Require(sekisho::IsArtefactHash(one.hash), "an artefact is a hash", text);
  }
  if (load.artefacts.empty()) return 0;
  Require(sekisho::IsArtefactHash(load.key_check), "its key is known", text);
  RequireMessage(sekisho::ArtefactListText(load));
  const auto bundle =
      sekisho::WriteShareBundle({"", "amber", 0, 1000, load.key_check}, load.artefacts);
  if (!bundle.ok()) return 0;
  Require(sekisho::ReadShareBundle("b.json", *bundle).artefacts.size() <= load.artefacts.size(),
          "what is written is read", text);
  return 0;
}
