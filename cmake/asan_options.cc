// Options of AddressSanitizer for every program of a sanitizer build.
//
// Abseil's headers (2023 and later) mark the free slots of hash tables as poisoned, but the
// distribution's library, built without sanitizers, does not lift the mark. So marks set by hand
// are ignored; everything else is checked.
extern "C" const char* __asan_default_options() { return "allow_user_poisoning=0"; }

// Fontconfig keeps what it read of the machine's fonts for as long as the program runs. Cairo 1.16
// loses some 800 bytes for each font that it embeds; its stack cannot be seen through, so what we
// would lose of Cairo's own objects is not seen either.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\nleak:libcairo\n";
}
