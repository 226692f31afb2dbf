#include "projector.h"

#include <math.h>
#include <proj.h>
#include <stdlib.h>

static const double degree = 0.017453292519943295;

struct projector {
    PJ_CONTEXT *context;
    PJ *proj;
};

static void no_log(void *context, int level, const char *message) {
    (void)context;
    (void)level;
    (void)message;
}

/* PROJ is kept from its database and settings files: opening them takes 10 ms, and no definition of ours needs them. */
static bool open_proj(struct projector *projector, const char *definition) {
    static const char *const no_directory[] = {"/dev/null"};
    projector->context = proj_context_create();
    if (!projector->context)
        return false;
    proj_log_func(projector->context, NULL, no_log);
    proj_context_set_enable_network(projector->context, 0);
    proj_context_set_search_paths(projector->context, 1, no_directory);
    projector->proj = proj_create(projector->context, definition);
    return projector->proj && proj_angular_input(projector->proj, PJ_FWD);
}

bool projector_open(const char *definition, struct projector **projector, struct error *error) {
    struct projector *opened = calloc(1, sizeof *opened);
    if (!opened || !open_proj(opened, definition)) {
        projector_close(opened);
        return error_set(error, ERROR_ENVIRONMENT, "PROJ cannot use the projection '%s'", definition);
    }
    *projector = opened;
    return true;
}

void projector_close(struct projector *projector) {
    if (!projector)
        return;
    proj_destroy(projector->proj);
    proj_context_destroy(projector->context);
    free(projector);
}

void projector_forward(const struct projector *projector, const struct lonlat *points, size_t count,
                       struct metres *metres) {
    for (size_t i = 0; i < count; i++) {
        PJ_COORD from = proj_coord(points[i].lon * degree, points[i].lat * degree, 0, 0);
        PJ_COORD at = proj_trans(projector->proj, PJ_FWD, from);
        bool good = isfinite(at.xy.x) && isfinite(at.xy.y);
        metres[i] = good ? (struct metres){at.xy.x, at.xy.y} : (struct metres){NAN, NAN};
    }
}

struct lonlat projector_inverse(const struct projector *projector, struct metres at) {
    PJ_COORD point = proj_trans(projector->proj, PJ_INV, proj_coord(at.x, at.y, 0, 0));
    bool good = isfinite(point.lp.lam) && isfinite(point.lp.phi);
    return good ? (struct lonlat){point.lp.lam / degree, point.lp.phi / degree} : (struct lonlat){NAN, NAN};
}

double projector_scale(const struct projector *projector, struct lonlat at) {
    PJ_FACTORS factors = proj_factors(projector->proj, proj_coord(at.lon * degree, at.lat * degree, 0, 0));
    return (factors.meridional_scale + factors.parallel_scale) / 2;
}
