#ifndef WHOFUNDS_RESCUE_H
#define WHOFUNDS_RESCUE_H

#include <stddef.h>

/// Takes over SIGHUP, SIGINT, SIGQUIT and SIGTERM (unless they are ignored), SIGTSTP, SIGCONT and SIGWINCH:
/// each becomes one byte, its number, in a pipe. Remembers the settings of `terminal`, which a crash or a
/// second demand to end restores. Gives the pipe's end to read from, or -1.
int rescue_arm(int terminal);

/// The bytes that, after the settings, give the screen back; copied.
void rescue_set_farewell(const char *bytes, size_t count);

/// Remembers the settings of the terminal anew: they may change while the program is stopped.
void rescue_remember_settings(void);

/// Stops the process group as the shell expects of Ctrl-Z; returns when it goes on.
void rescue_stop(void);

/// Puts back the handlers that stood before `rescue_arm`, and the terminal's settings.
void rescue_disarm(void);

/// From now on a crash says so in one line, restores the terminal if one is armed, and ends the process by
/// its signal. Takes the place of the Swift runtime's handler, which would ask questions on the terminal.
void rescue_catch_crashes(void);

/// Gives the calling thread a stack for its crashes: one that has overflowed cannot run a handler on its own.
void rescue_guard_thread(void);

/// Writes a zero byte, which is no signal, into the pipe of `rescue_arm`: wakes whoever sleeps on it.
void rescue_tell_done(void);

/// Rows and columns of the terminal as the kernel knows them; 0 if it gave them.
int rescue_window_size(int terminal, int *rows, int *columns);

/// How many bytes wait to be read; 0 when the terminal is gone.
int rescue_waiting_bytes(int terminal);

#endif
