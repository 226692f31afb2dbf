#include "canvas.h"
#include "date.h"
#include "pdf_description.h"
#include "picture.h"

#include <stdlib.h>
#include <time.h>

enum { DATE_SIZE = 32 };

/* Days of the map's date; 0 where it has none. */
static long long map_days(const struct scene *scene) {
    struct date date;
    int64_t days = date_read(scene->date, &date) ? date_days(date) : 0;
    return days > 0 ? (long long)days : 0;
}

/* The date of SOURCE_DATE_EPOCH (reproducible-builds.org), else the map's, else one that never changes: never the
 * clock's. */
static void document_date(const struct scene *scene, const char *format, char date[DATE_SIZE]) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    long long seconds = epoch ? strtoll(epoch, &end, 10) : 0;
    time_t when = epoch && end != epoch && *end == '\0' && seconds >= 0 && seconds < 253402300800
                      ? (time_t)seconds
                      : (time_t)(map_days(scene) * 86400);
    struct tm parts;
    if (!gmtime_r(&when, &parts) || strftime(date, DATE_SIZE, format, &parts) == 0)
        date[0] = '\0';
}

bool picture_pdf(const struct scene *scene, const struct lettering *lettering, const struct picture_options *options,
                 struct arena *arena, struct text *bytes, struct error *error) {
    (void)options;
    char date[DATE_SIZE], pdf_date[DATE_SIZE];
    document_date(scene, "%Y-%m-%dT%H:%M:%SZ", date);
    document_date(scene, "%Y%m%d%H%M%SZ", pdf_date);
    struct canvas *canvas;
    if (!canvas_open_pdf(scene, date, arena, &canvas, error))
        return false;
    canvas_draw(canvas, scene, lettering);
    bool done = canvas_finish(canvas, bytes, error);
    canvas_close(canvas);
    if (done)
        *bytes = pdf_description_add(*bytes, scene, pdf_date, arena);
    return done;
}
