#include "import_filter.h"

#include "number.h"

const char import_filter_features[] =
    "P,A,H,L,T,BDG,PSTB,CSTM,CSTMH,PSTP,INSM,AIRB,AIRP,AIRF,DAM,FT,PRT,NPL,MNMT,RNGA,PS,TNL,TNLRD,TNLRR";

static bool holds(struct text list, struct text item) {
    struct text part;
    while (list.size > 0 && text_split(&list, ',', &part))
        if (text_equal(text_trim(part), item))
            return true;
    return false;
}

/* Every item of the list has these sizes and only letters and digits (capitals if `capitals`). */
static bool is_list(struct text list, size_t least, size_t most, bool capitals) {
    struct text part;
    while (list.size > 0 && text_split(&list, ',', &part)) {
        struct text item = text_trim(part);
        bool sound = item.size >= least && item.size <= most;
        for (size_t i = 0; sound && i < item.size; i++) {
            char c = item.data[i];
            bool small = (c >= 'a' && c <= 'z') || c == '-';
            sound = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (small && !capitals);
        }
        if (!sound)
            return false;
    }
    return true;
}

bool import_filter_read(const char *features, const char *countries, const char *languages, const char *min_population,
                        struct import_filter *filter, struct error *error) {
    struct import_filter read = {.features = text_of(features ? features : import_filter_features),
                                 .countries = text_of(countries),
                                 .languages = text_of(languages)};
    if (text_is(read.features, "all"))
        read.features = TEXT("");
    if (!is_list(read.features, 1, 10, true)) {
        return error_set(error, ERROR_USAGE,
                         "--features: '%s' is no list of GeoNames classes and codes; write P,A,PASS or all", features);
    }
    if (!is_list(read.countries, 2, 2, true)) {
        return error_set(error, ERROR_USAGE, "--countries: '%s' is no list of ISO 3166-1 codes; write KG,TJ",
                         countries);
    }
    if (!is_list(read.languages, 2, 16, false))
        return error_set(error, ERROR_USAGE, "--languages: '%s' is no list of languages; write en,ru,ky", languages);
    if (min_population &&
        (!number_read_whole(text_of(min_population), &read.min_population) || read.min_population < 0))
        return error_set(error, ERROR_USAGE, "--min-population: '%s' is no number", min_population);
    *filter = read;
    return true;
}

bool import_filter_wants(const struct import_filter *filter, char class, struct text code, struct text country,
                         int64_t population) {
    bool feature = filter->features.size == 0 || class == 0 || holds(filter->features, (struct text){&class, 1}) ||
                   holds(filter->features, code);
    return feature && (filter->countries.size == 0 || holds(filter->countries, country)) &&
           (class != 'P' || population >= filter->min_population);
}

bool import_filter_wants_language(const struct import_filter *filter, struct text language) {
    return filter->languages.size == 0 || holds(filter->languages, language);
}
