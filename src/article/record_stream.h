/* record_stream.h: a file of web pages (WARC, WET; also as .gz or .zst) a record at a time, so that its size is no
 * limit; any other file whole. */
#ifndef BORDERMAP_RECORD_STREAM_H
#define BORDERMAP_RECORD_STREAM_H

#include "reader.h"

struct record_stream;

/*
 * Opens the file ("-": standard input). A web archive gives a stream, to be closed; any other file gives NULL and its
 * content, of at most `limit` bytes. Packed archives are streamed from files, not from standard input. ERROR_INPUT.
 */
bool record_stream_open(const char *path, size_t limit, struct arena *arena, struct record_stream **stream,
                        struct text *content, struct error *error) NODISCARD;
void record_stream_close(struct record_stream *stream);

/* The next record with its header, in the arena; empty at the end. One of more than 64 MB is remarked upon and passed
 * over. ERROR_INPUT with the byte where the archive is damaged. */
bool record_stream_next(struct record_stream *stream, const struct reader_notes *notes, struct arena *arena,
                        struct text *record, struct error *error) NODISCARD;

#endif
