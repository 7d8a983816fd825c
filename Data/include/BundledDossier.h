#ifndef WHOFUNDS_BUNDLED_DOSSIER_H
#define WHOFUNDS_BUNDLED_DOSSIER_H

#include <stddef.h>

/// One file of the bundled dossier, as it stands in `Data/central-asia/`.
struct whofunds_bundled_file {
    const char *name;
    const unsigned char *bytes;
    size_t count;
};

/// How many files the bundled dossier has.
size_t whofunds_bundled_count(void);

/// The file at `index`, which must be below `whofunds_bundled_count()`.
struct whofunds_bundled_file whofunds_bundled_file_at(size_t index);

#endif
