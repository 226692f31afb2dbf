// CLD2 has only a C++ interface: this file is all the C++ there is, and shows one C function.
#include <cstdio>
#include <string>
#include <vector>

#include <cld2/public/compact_lang_det.h>

extern "C" const char *language_cld2(const char *bytes, int size, bool *reliable);

const char *language_cld2(const char *bytes, int size, bool *reliable) {
    return CLD2::LanguageCode(CLD2::DetectLanguage(bytes, size, true, reliable));
}
