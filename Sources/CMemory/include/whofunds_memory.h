#ifndef WHOFUNDS_MEMORY_H
#define WHOFUNDS_MEMORY_H

/// Has what is freed go back to the system: large pieces at once, the rest when it is asked for. To be called before
/// other threads begin. Where the C library has no such settings it does nothing.
void memory_be_frugal(void);

/// Gives back what lies free in the heap, and lets go of the pages of programs and libraries that can be read from
/// their files again: they come back one by one as they are used.
void memory_give_back(void);

#endif
