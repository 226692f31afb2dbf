/* output.h: results on standard output, words on standard error; the only place that prints for the commands. */
#ifndef BORDERMAP_OUTPUT_H
#define BORDERMAP_OUTPUT_H

#include "command.h"
#include "outlet.h"
#include "progress.h"

/* Writes a result to standard output. */
void output_result(struct text text);

/* Hands on what was written so far, for whoever waits for it; what fails is told by output_finish(). */
void output_flush(void);

/* A line of words on standard error: "bordermap: …". */
void output_words(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Prints the error and returns the exit code that its kind asks for. */
enum exit_code output_failure(const struct error *error);

/* Flushes standard output: what could not be written becomes EXIT_CANNOT_WORK. */
enum exit_code output_finish(enum exit_code code);

/* Results on standard output, remarks and failures on standard error. */
struct outlet output_outlet(void);

/* The same; failures also make *code worse. */
struct outlet output_outlet_for(enum exit_code *code);

/* The worse of two exit codes: one that cannot work over wrong use over some failed over done. */
enum exit_code output_worse(enum exit_code a, enum exit_code b);

/* A progress bar on standard error if that is a terminal and `quiet` is not set; else reports nothing. */
struct progress output_progress(bool quiet);

#endif
