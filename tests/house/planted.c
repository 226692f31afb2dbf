/* Two mistakes planted for tidy.sh: a check that does not find them would find nothing in our code either. */
#include <stddef.h>
#include <string.h>

int planted_length(const char *text);

int planted_length(const char *text) {
    int *length = NULL;
    if (strcmp(text, "one"))
        *length = 1;
    return (int)sizeof(text) * 0 + (length ? *length : 0);
}
