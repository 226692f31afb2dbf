/* catalogue.h: catalog.json: which sources went into a data folder, and which files the build made of them. */
#ifndef BORDERMAP_CATALOGUE_H
#define BORDERMAP_CATALOGUE_H

#include "geodata.h"
#include "json_writer.h"

/* A compiled file as the build left it. */
struct catalogue_file {
    struct text path;
    struct text sha256;
};

struct catalogue_files {
    struct catalogue_file *items;
    size_t count, capacity;
};

/* Reads the sources of a catalogue. ERROR_ENVIRONMENT, with the file's name. */
bool catalogue_read(const char *path, struct arena *arena, struct geodata *geodata, struct error *error) NODISCARD;

/* Reads what a compiled folder's catalogue says of the compiled files. */
bool catalogue_read_files(const char *path, struct arena *arena, struct catalogue_files *files,
                          struct error *error) NODISCARD;

/* Writes the compiled folder's catalogue: the shipped one, and every file of the folder with its digest. */
bool catalogue_write(const char *shipped, const char *directory, struct arena *arena, struct error *error) NODISCARD;

/* The source as an object, the next item of the array that is open. */
void catalogue_add_source(struct json_writer *json, const struct geodata_source *source);

#endif
