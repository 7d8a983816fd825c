#ifndef WHOFUNDS_SQLITE_H
#define WHOFUNDS_SQLITE_H

/// Has SQLite keep no account of its memory, which nobody reads: it takes a lock of the whole process for each piece,
/// and two threads that fill two files would wait for each other. To be called before SQLite is used; later it does
/// nothing.
void sqlite_without_account(void);

#endif
