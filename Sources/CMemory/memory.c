#define _GNU_SOURCE
#include "whofunds_memory.h"

#include <stddef.h>
#include <stdint.h>

#if defined(__linux__)
#include <link.h>
#include <sys/mman.h>
#include <unistd.h>
#endif
#if defined(__GLIBC__)
#include <malloc.h>
#endif

void memory_be_frugal(void) {
#if defined(__GLIBC__)
    // One heap, so that what one thread frees another uses. A size that is set no longer grows by itself.
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_TRIM_THRESHOLD, 512 * 1024);
#endif
}

#if defined(__linux__)
// Whether the loader writes into pages of code: then they cannot be read again.
static int has_text_relocations(const struct dl_phdr_info *object) {
    for (int index = 0; index < object->dlpi_phnum; index++) {
        const ElfW(Phdr) *header = &object->dlpi_phdr[index];
        if (header->p_type != PT_DYNAMIC) continue;
        const ElfW(Dyn) *entry = (const ElfW(Dyn) *)(object->dlpi_addr + header->p_vaddr);
        for (; entry->d_tag != DT_NULL; entry++) {
            if (entry->d_tag == DT_TEXTREL) return 1;
            if (entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_TEXTREL)) return 1;
        }
    }
    return 0;
}

static int let_go(struct dl_phdr_info *object, size_t size, void *unused) {
    (void)size;
    (void)unused;
    if (has_text_relocations(object)) return 0;
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    for (int index = 0; index < object->dlpi_phnum; index++) {
        const ElfW(Phdr) *header = &object->dlpi_phdr[index];
        // What can be written may have been.
        if (header->p_type != PT_LOAD || (header->p_flags & PF_W)) continue;
        uintptr_t first = object->dlpi_addr + header->p_vaddr;
        uintptr_t end = first + header->p_memsz;
        first = (first + page - 1) & ~(page - 1);
        end &= ~(page - 1);
        if (first < end) madvise((void *)first, end - first, MADV_DONTNEED);
    }
    return 0;
}
#endif

void memory_give_back(void) {
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
#if defined(__linux__)
    dl_iterate_phdr(let_go, NULL);
#endif
}
