#include "library.h"

#include <dlfcn.h>
#include <string.h>

bool library_open(const char *file, const char *package, const struct library_call *calls, size_t count,
                  struct error *error) {
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return error_set(error, ERROR_INPUT, "to read this, %s is needed, which is not installed (Debian: %s)", file,
                         package);
    for (size_t i = 0; i < count; i++) {
        void *symbol = dlsym(library, calls[i].name);
        if (!symbol)
            return error_set(error, ERROR_INPUT, "%s has no %s; it is of another version", file, calls[i].name);
        memcpy(calls[i].pointer, &symbol, sizeof symbol);
    }
    return true;
}
