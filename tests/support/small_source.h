/* small_source.h: a source folder of two dozen places, written into a temporary directory, for what reads or compiles
 * the gazetteer. */
#ifndef BORDERMAP_SMALL_SOURCE_H
#define BORDERMAP_SMALL_SOURCE_H

#include "file.h"
#include "testing.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const small_source_files[][2] = {
    {"tables/countries.csv",
     "alpha2,alpha3,numeric,name,lat,lon,geonameid,capital_geonameid,continent,languages,neighbours\n"
     "AM,ARM,051,Armenia,40,45,174982,616052,AS,hy,AZ\n"
     "AZ,AZE,031,Azerbaijan,40.5,47.5,587116,587084,AS,az,\"AM,GE\"\n"
     "FJ,FJI,242,Fiji,-18,178,2205218,,OC,en,\n"
     "GE,GEO,268,Georgia,42,43.5,614540,611717,AS,ka,AZ\n"
     "US,USA,840,United States,39.76,-98.5,6252001,,NA,en,\n"},
    {"tables/country_names.csv",
     "ref,lang,name,use\n"
     "country:AM,it,Armenia,name\ncountry:AM,en,Armenia,name\ncountry:AM,ru,Армения,name\n"
     "country:AM,it,armeno,adjective\ncountry:AM,es,armenio,adjective\ncountry:AM,pt,armenio,adjective\n"
     "country:GE,en,Georgia,name\ncountry:GE,it,Georgia,name\ncountry:GE,ka,საქართველო,name\n"
     "country:AZ,it,Azerbaigian,name\ncountry:AZ,it,Repubblica dell’Azerbaigian,short\n"
     "country:US,en,United States,name\ncountry:US,en,U.S.,abbreviation\n"},
    {"tables/regions.csv", "ref,country,geonames_admin1,iso,name,lat,lon,geonameid\n"
                           "admin1:US-GA,US,US.GA,US-GA,Georgia,32.75,-83.5,4197000\n"
                           "admin1:US-KY,US,US.KY,US-KY,Kentucky,,,\n"
                           "admin1:AM-SU,AM,AM.08,AM-SU,Syunik,39.3,46.3,\n"},
    {"tables/region_names.csv", "ref,lang,name\nadmin1:AM-SU,ru,Сюникская область\nadmin1:AM-SU,,Syunik Province\n"},
    {"tables/admin2.csv",
     "code,country,admin1,name,lat,lon,proper\nUS.KY.067,US,KY,Fayette County,38.03,-84.5,Fayette\n"},
    {"tables/places.csv", "geonameid,name,ascii,lat,lon,feature,country,admin1,admin2,population,alternates\n"
                          "1,Goris,,39.51111,46.34167,PPL,AM,08,,23261,Горис|Գորիս\n"
                          "2,Kapan,,39.20755,46.40576,PPLA,AM,08,,45500,Ghapan\n"
                          "3,Yerevan,,40.18111,44.51361,PPLC,AM,11,,1093485,Erivan\n"
                          "4,Lexington,,37.98869,-84.47772,PPLA2,US,KY,067,225366,\n"
                          "5,\"Lexington, Old\",,33.98,-81.23,PPL,US,SC,,17870,\n"
                          "6,Suva,,-18.14161,178.44149,PPLC,FJ,,,77366,\n"
                          "7,Lambasa,Labasa,-16.41667,179.38333,PPL,FJ,,,24187,\n"
                          "8,Taveuni,,-16.85,-179.97,PPL,FJ,,,9000,\n"
                          "9,Xush,Xush,40.1,46.2,PPLX,AZ,,,0,Y|12\n"},
    {"tables/names.csv",
     "geonameid,lang,name\n1,ru,Горис\n3,hy,Երևան\n3,it,Erevan\n3,tr,Erivan\n3,az,İrəvan\n99,it,Altrove\n"},
    {"curated/areas.tsv", "# what holds of each\nref\tname\tkind\tparents\tlat\tlon\tprecision_km\tfrom\tto\n"
                          "area:karabakh\tNagorno-Karabakh\tdisputed\tAZ\t39.9\t46.8\t63\t1991\t2020\n"
                          "area:karabakh\tNagorno-Karabakh\tdisputed\tAZ\t39.9\t46.8\t63\t2020\t\n"
                          "area:south-caucasus\tSouth Caucasus\tsupranational\tAM,AZ,GE\t41\t45\t300\t\t\n"},
    {"curated/area_names.tsv",
     "ref\tlang\tname\tuse\narea:karabakh\tit\tNagorno-Karabakh\tname\narea:karabakh\thy\tԱրցախ\tname\n"
     "area:karabakh\ten\tArtsakh\talternate\n"},
    {"curated/representative.tsv", "ref\tlat\tlon\tgeonameid\tsource\nadmin1:US-KY\t38.2\t-84.9\t6254925\tGeoNames\n"},
    {"curated/short_names.tsv", "ref\tlang\tname\tuse\nadmin1:AM-SU\tit\tSyunik\tname\n"
                                "country:AZ\tit\tAzerbaigian breve\tname\ncountry:US\ten\tAmerica\tloose\n"},
    {"curated/abbreviations.tsv",
     "text\tlang\tref\tuse\nKy.\ten\tadmin1:US-KY\tnewspaper\nKY.\ten\tadmin1:US-KY\tpostal\n"
     "GA\ten\tadmin1:US-GA\tpostal\n"},
    {"curated/governments.tsv", "text\tlang\tref\nWhite House\ten\tcountry:US\n"},
    {"curated/demonyms.tsv",
     "ref\tlang\tform\tuse\ncountry:AM\tit\tarmeni\tplural\ncountry:AM\tit\tarmeno-\tcombining\n"},
    {"curated/rivers.tsv",
     "ref\tname\tborders\tcountries\tlat\tlon\tprecision_km\nriver:aras\tAras\tAM-IR\tAM,AZ\t39.5\t46\t200\n"},
    {"curated/organisations.tsv",
     "ref\tlang\tname\tabbreviation\norg:CSTO\ten\tCollective Security Treaty Organization\tCSTO\n"},
    {"curated/places.tsv", "ref\tname\tkind\tcountries\tlat\tlon\tprecision_km\tpopulation\tadmin1\n"
                           "point:sotk\tSotk\tvillage\tAM\t40.2\t45.87\t4\t900\t\n"},
    {"curated/members.tsv",
     "org\tcountry\tfrom\tto\trole\norg:CSTO\tcountry:AM\t1994-04-20\t\tmember\n"
     "org:CSTO\tcountry:AZ\t1994-04-20\t1999-04-02\tmember\norg:CSTO\tcountry:GE\t2013\t\tobserver\n"},
};

enum { SMALL_SOURCE_FILES = sizeof small_source_files / sizeof small_source_files[0] };

/* Writes one file of the folder, with other content if that is not NULL. */
static void write_small_file(struct arena *arena, const char *folder, const char *name, const char *content) {
    struct error error = {0};
    if (!file_write(file_join(arena, folder, name), text_of(content), &error))
        fail_msg("%s", error.message);
}

/* Removes a folder and what is in it: a step of nftw(). */
static int remove_entry(const char *path, const struct stat *about, int kind, struct FTW *walk) {
    (void)about;
    (void)kind;
    (void)walk;
    return remove(path);
}

/* Removes a folder that write_small_source() made. */
static void remove_small_source(const char *folder) {
    assert_int_equal(nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS), 0);
}

/* A new temporary folder with all of it. */
static const char *write_small_source(struct arena *arena) {
    char *folder = text_c(arena, TEXT("/tmp/bordermap-source-XXXXXX"));
    struct error error = {0};
    assert_non_null(mkdtemp(folder));
    assert_true(file_make_directory(file_join(arena, folder, "tables"), &error));
    assert_true(file_make_directory(file_join(arena, folder, "curated"), &error));
    for (size_t i = 0; i < SMALL_SOURCE_FILES; i++)
        write_small_file(arena, folder, small_source_files[i][0], small_source_files[i][1]);
    return folder;
}

#endif
