#include "BundledData.h"

// `#embed` is C23; the compiler knows it in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char dossier[] = {
#embed "central-asia/dossier.yaml"
};
static const unsigned char sources[] = {
#embed "central-asia/sources.yaml"
};
static const unsigned char organisations[] = {
#embed "central-asia/organisations.yaml"
};
static const unsigned char projects[] = {
#embed "central-asia/projects.yaml"
};
static const unsigned char flows[] = {
#embed "central-asia/flows.yaml"
};
static const unsigned char relations[] = {
#embed "central-asia/relations.yaml"
};
static const unsigned char events[] = {
#embed "central-asia/events.yaml"
};
static const unsigned char findings[] = {
#embed "central-asia/findings.yaml"
};
static const unsigned char discrepancies[] = {
#embed "central-asia/discrepancies.yaml"
};
static const unsigned char themes[] = {
#embed "central-asia/themes.yaml"
};
static const unsigned char places[] = {
#embed "central-asia/places.yaml"
};
static const unsigned char codelists[] = {
#embed "codelists.tsv"
};

#define FILE_OF(name) {#name ".yaml", name, sizeof name}

static const struct whofunds_bundled_file files[] = {
    FILE_OF(dossier),  FILE_OF(sources), FILE_OF(organisations), FILE_OF(projects),
    FILE_OF(flows),    FILE_OF(relations), FILE_OF(events),      FILE_OF(findings),
    FILE_OF(discrepancies), FILE_OF(themes), FILE_OF(places),
};

size_t whofunds_bundled_count(void) { return sizeof files / sizeof files[0]; }

struct whofunds_bundled_file whofunds_bundled_file_at(size_t index) { return files[index]; }

struct whofunds_bundled_file whofunds_code_lists(void) {
    struct whofunds_bundled_file file = {"codelists.tsv", codelists, sizeof codelists};
    return file;
}
