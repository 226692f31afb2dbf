#include "part.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

bool part_open(const char *name, const struct part **part, struct error *error) {
    char file[64];
    snprintf(file, sizeof file, "bordermap-%s.so", name);
    void *library = dlopen(file, RTLD_LAZY | RTLD_LOCAL);
    const struct part *found = library ? dlsym(library, PART_SYMBOL) : NULL;
    if (!found)
        return error_set(error, ERROR_ENVIRONMENT,
                         "a part of the program cannot be loaded (%s); install it whole: %s belongs into "
                         "lib/bordermap beside bin/",
                         dlerror(), file);
    if (strcmp(found->version, BORDERMAP_VERSION) != 0)
        return error_set(error, ERROR_ENVIRONMENT,
                         "%s is of version %s, and the program of " BORDERMAP_VERSION "; install both of one version",
                         file, found->version);
    *part = found;
    return true;
}
