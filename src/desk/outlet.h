/* outlet.h: where the desk puts what it has to say: nothing of it prints. */
#ifndef BORDERMAP_OUTLET_H
#define BORDERMAP_OUTLET_H

#include "error.h"
#include "text.h"

/* Any of the functions may be NULL. */
struct outlet {
    void (*result)(void *context, struct text text);           /* a part of the result, as it comes */
    void (*remark)(void *context, const char *message);        /* what a user should know; no line end */
    void (*failure)(void *context, const struct error *error); /* of one input; the others are done */
    void *context;
};

void outlet_result(const struct outlet *outlet, struct text text);
void outlet_remark(const struct outlet *outlet, const char *format, ...) PRINTF_LIKE(2, 3);

/* Tells of the failure; true if going on with other inputs makes sense. */
bool outlet_failure(const struct outlet *outlet, const struct error *error);

#endif
