/* animation.h: pictures that follow each other in one file: an animated PNG. */
#ifndef BORDERMAP_ANIMATION_H
#define BORDERMAP_ANIMATION_H

#include "error.h"
#include "text.h"

/*
 * An APNG (PNG Specification, third edition, chunks acTL, fcTL, fdAT) of whole PNGs of one size and form, each shown
 * for `hundredths` of a second, for ever; a program that knows nothing of animation shows the first. ERROR_INPUT for
 * pictures that are no PNG or not alike.
 */
bool animation_join(const struct text *pictures, size_t count, unsigned hundredths, struct arena *arena,
                    struct text *joined, struct error *error) NODISCARD;

#endif
