#include "georaster.h"

#include "builder.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <gdal_frmts.h>
#include <ogr_srs_api.h>

enum { BANDS = 3 };

static bool fail(const char *what, struct error *error) {
    return error_set(error, ERROR_ENVIRONMENT, "%s: %s", what, CPLGetLastErrorMsg());
}

/* The caller destroys it; NULL where PROJ does not know the definition. */
static OGRSpatialReferenceH reference_of(struct text crs, struct arena *arena) {
    OGRSpatialReferenceH reference = OSRNewSpatialReference(NULL);
    if (OSRImportFromProj4(reference, text_c(arena, crs)) == OGRERR_NONE) {
        OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
        return reference;
    }
    OSRDestroySpatialReference(reference);
    return NULL;
}

static bool write_rows(const struct georaster *raster, GDALDatasetH dataset, struct arena *arena) {
    uint8_t *row = ARENA_ARRAY(arena, uint8_t, (size_t)raster->width * BANDS);
    for (int y = 0; y < raster->height; y++) {
        raster->row(raster->context, y, row);
        if (GDALDatasetRasterIO(dataset, GF_Write, 0, y, raster->width, 1, row, raster->width, 1, GDT_Byte, BANDS, NULL,
                                BANDS, raster->width * BANDS, 1) != CE_None)
            return false;
    }
    return true;
}

static bool write_dataset(const struct georaster *raster, const char *path, OGRSpatialReferenceH reference,
                          struct arena *arena) {
    char compress[] = "COMPRESS=DEFLATE", predictor[] = "PREDICTOR=2", photometric[] = "PHOTOMETRIC=RGB",
         interleave[] = "INTERLEAVE=PIXEL";
    char *options[] = {compress, predictor, photometric, interleave, NULL};
    double transform[6];
    GDALRegister_GTiff();
    GDALDatasetH dataset =
        GDALCreate(GDALGetDriverByName("GTiff"), path, raster->width, raster->height, BANDS, GDT_Byte, options);
    if (!dataset)
        return false;
    for (int i = 0; i < 6; i++)
        transform[i] = raster->transform[i];
    bool good = GDALSetSpatialRef(dataset, reference) == CE_None &&
                GDALSetGeoTransform(dataset, transform) == CE_None && write_rows(raster, dataset, arena);
    GDALClose(dataset);
    return good;
}

bool georaster_tiff(const struct georaster *raster, struct arena *arena, struct text *bytes, struct error *error) {
    OGRSpatialReferenceH reference = reference_of(raster->crs, arena);
    const char *path = text_c(arena, text_format(arena, "/vsimem/bordermap-%p.tif", (const void *)raster));
    vsi_l_offset size = 0;
    CPLPushErrorHandler(CPLQuietErrorHandler);
    bool good = reference && write_dataset(raster, path, reference, arena);
    const GByte *written = good ? VSIGetMemFileBuffer(path, &size, FALSE) : NULL;
    if (written)
        *bytes = text_copy(arena, (struct text){(const char *)written, (size_t)size});
    else
        fail("the GeoTIFF cannot be written", error);
    CPLPopErrorHandler();
    VSIUnlink(path);
    if (reference)
        OSRDestroySpatialReference(reference);
    return written != NULL;
}

bool georaster_aux_xml(const struct georaster *raster, struct arena *arena, struct text *xml, struct error *error) {
    OGRSpatialReferenceH reference = reference_of(raster->crs, arena);
    char *wkt = NULL;
    bool good = reference && OSRExportToWkt(reference, &wkt) == OGRERR_NONE;
    struct builder out = builder_new(arena);
    builder_add_c(&out, "<PAMDataset>\n  <SRS dataAxisToSRSAxisMapping=\"1,2\">");
    builder_add_xml(&out, text_of(good ? wkt : ""));
    builder_add_c(&out, "</SRS>\n  <GeoTransform>");
    for (int i = 0; i < 6; i++) {
        builder_add_c(&out, i ? ", " : "");
        builder_add_number(&out, raster->transform[i], 9);
    }
    builder_add_c(&out, "</GeoTransform>\n</PAMDataset>\n");
    CPLFree(wkt);
    if (reference)
        OSRDestroySpatialReference(reference);
    if (!good)
        return fail("the CRS of the page cannot be written", error);
    *xml = builder_text(&out);
    return true;
}
