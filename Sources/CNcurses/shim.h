#ifndef WHOFUNDS_NCURSES_SHIM_H
#define WHOFUNDS_NCURSES_SHIM_H

// Wide characters, whatever the including compiler was told.
#define NCURSES_WIDECHAR 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif

#include <langinfo.h>
#include <ncurses.h>
#include <stdio.h>
#include <term.h>

// Every function here exists because Swift cannot import what it wraps.

// `stdin` and `stdout` are shared mutable state to Swift 6.
static inline SCREEN *curses_open(void) { return newterm(NULL, stdout, stdin); }

// So are ncurses' global variables.
static inline WINDOW *curses_window(void) { return stdscr; }
static inline WINDOW *curses_physical_screen(void) { return curscr; }
static inline int curses_colors(void) { return COLORS; }

// Attributes are macros with casts.
static inline attr_t curses_bold(void) { return A_BOLD; }
static inline attr_t curses_dim(void) { return A_DIM; }
static inline attr_t curses_underline(void) { return A_UNDERLINE; }
static inline attr_t curses_reverse(void) { return A_REVERSE; }

// Pairs above 255 go through the last argument, an untyped pointer; wattr_set is a macro.
static inline int curses_set_attributes(WINDOW *window, attr_t attributes, short pair) {
    return wattr_set(window, attributes, pair, NULL);
}

// The answer for what is not a string is -1, as a pointer.
static inline const char *curses_capability(const char *name) {
    const char *value = tigetstr((char *)name);
    return value == (const char *)-1 ? NULL : value;
}

// The mouse's constants are macros with shifts.
static inline mmask_t curses_mouse_events(void) {
    return BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED;
}
static inline int curses_is_press(mmask_t state) { return (state & BUTTON1_PRESSED) != 0; }
static inline int curses_is_wheel_up(mmask_t state) { return (state & BUTTON4_PRESSED) != 0; }
static inline int curses_is_wheel_down(mmask_t state) { return (state & BUTTON5_PRESSED) != 0; }

// CODESET is a macro that names an enumerator.
static inline const char *curses_codeset(void) { return nl_langinfo(CODESET); }

// <wchar.h> hides it from Swift; columns of a character by the C library's table, -1 for none.
extern int wcwidth(wchar_t);
static inline int curses_columns(wchar_t character) { return wcwidth(character); }

#endif
