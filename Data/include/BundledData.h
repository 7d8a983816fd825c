#ifndef WHOFUNDS_BUNDLED_DATA_H
#define WHOFUNDS_BUNDLED_DATA_H

#include <stddef.h>

/// One embedded file, as it stands in `Data/`.
struct whofunds_bundled_file {
    const char *name;
    const unsigned char *bytes;
    size_t count;
};

/// How many files the bundled dossier has.
size_t whofunds_bundled_count(void);

/// The file at `index`, which must be below `whofunds_bundled_count()`.
struct whofunds_bundled_file whofunds_bundled_file_at(size_t index);

/// The code lists of the IATI standard, `Data/codelists.tsv`.
struct whofunds_bundled_file whofunds_code_lists(void);

#endif
