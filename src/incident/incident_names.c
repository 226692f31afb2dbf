#include "incident_names.h"

const char *toll_kind_name(size_t kind) {
    static const char *const names[TOLL_KINDS] = {[TOLL_KILLED] = "killed",
                                                  [TOLL_WOUNDED] = "wounded",
                                                  [TOLL_MISSING] = "missing",
                                                  [TOLL_CAPTURED] = "captured",
                                                  [TOLL_DISPLACED] = "displaced"};
    return names[kind];
}

const char *toll_whose_name(size_t whose) {
    static const char *const names[] = {
        [TOLL_ALL] = "all", [TOLL_CIVILIANS] = "civilians", [TOLL_COMBATANTS] = "combatants"};
    return names[whose];
}

const char *claim_word(size_t word) {
    static const char *const words[CLAIM_WORDS] = {"accuses", "denies", "reports"};
    return words[word];
}

const char *evidence_field(size_t field) {
    static const char *const fields[EVIDENCE_FIELDS] = {
        "kind", "date", "place", "party", "killed", "wounded", "missing", "captured", "displaced", "status", "claim"};
    return fields[field];
}
