#ifndef WHOFUNDS_ARCHIVE_SHIM_H
#define WHOFUNDS_ARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

// AE_IFREG and AE_IFDIR are macros with casts, which Swift cannot import.
static inline int archive_entry_is_file(struct archive_entry *entry) {
    return archive_entry_filetype(entry) == AE_IFREG;
}
static inline int archive_entry_is_folder(struct archive_entry *entry) {
    return archive_entry_filetype(entry) == AE_IFDIR;
}

#endif
