// Options of AddressSanitizer for every program of a sanitizer build.
//
// Abseil's headers (2023 and later) mark the free slots of hash tables as poisoned, but the
// distribution's library, built without sanitizers, does not lift the mark. So marks set by hand
// are ignored; everything else is checked.
extern "C" const char* __asan_default_options() { return "allow_user_poisoning=0"; }
