// In C because a signal handler may only do what POSIX calls async-signal-safe, and Swift promises that of
// nothing.

#define _GNU_SOURCE
#include "CRescue.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static const int told[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH};
static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE};
enum { told_count = sizeof told / sizeof *told, crash_count = sizeof crashes / sizeof *crashes };

static struct sigaction before[told_count];
static int pipe_ends[2] = {-1, -1};
static int terminal_in = -1;
static struct termios settings;
static bool has_settings;
static char farewell[512];
static volatile sig_atomic_t farewell_count;
static volatile sig_atomic_t is_armed;
static time_t asked_to_end;
static atomic_flag is_crashing = ATOMIC_FLAG_INIT;
static _Thread_local char alternate_stack[65536];

static void say(int file, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(file, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

static void restore(void) {
    if (!is_armed) return;
    is_armed = 0;
    // What is still on its way to a terminal that does not read would block us for ever.
    tcflush(STDOUT_FILENO, TCOFLUSH);
    say(STDOUT_FILENO, farewell, (size_t)farewell_count);
    if (has_settings) tcsetattr(terminal_in, TCSANOW, &settings);
}

static bool ends(int signal) {
    return signal == SIGHUP || signal == SIGINT || signal == SIGQUIT || signal == SIGTERM;
}

static void tell(int signal) {
    int kept = errno;
    if (ends(signal)) {
        // A demand that comes again after a while was not heard: the program is stuck.
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        if (asked_to_end != 0 && now.tv_sec > asked_to_end + 1) {
            restore();
            _exit(128 + signal);
        }
        if (asked_to_end == 0) asked_to_end = now.tv_sec;
    }
    unsigned char byte = (unsigned char)signal;
    (void)!write(pipe_ends[1], &byte, 1);
    errno = kept;
}

static void end_by(int signal) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigaction(signal, &action, NULL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    raise(signal);
    _exit(128 + signal);
}

static const char *name_of(int signal) {
    switch (signal) {
    case SIGILL: return "SIGILL";
    case SIGTRAP: return "SIGTRAP";
    case SIGSEGV: return "SIGSEGV";
    case SIGBUS: return "SIGBUS";
    case SIGABRT: return "SIGABRT";
    default: return "SIGFPE";
    }
}

static void crash(int signal) {
    if (atomic_flag_test_and_set(&is_crashing)) {
        // Another thread is at it already, and ends the process.
        for (;;) pause();
    }
    bool had_terminal = is_armed;
    restore();
    const char *parts[] = {
        "whofunds: crashed (", name_of(signal),
        had_terminal ? "); the terminal has been restored\n" : ")\n"};
    for (int i = 0; i < 3; i++) say(STDERR_FILENO, parts[i], strlen(parts[i]));
    end_by(signal);
}

void rescue_guard_thread(void) {
    stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
    sigaltstack(&stack, NULL);
}

void rescue_tell_done(void) {
    unsigned char none = 0;
    (void)!write(pipe_ends[1], &none, 1);
}

void rescue_catch_crashes(void) {
    rescue_guard_thread();
    struct sigaction action = {.sa_handler = crash, .sa_flags = SA_ONSTACK};
    sigfillset(&action.sa_mask);
    for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &action, NULL);
}

int rescue_arm(int terminal) {
    if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    terminal_in = terminal;
    rescue_remember_settings();
    asked_to_end = 0;
    farewell_count = 0;
    rescue_catch_crashes();
    for (int i = 0; i < told_count; i++) {
        struct sigaction action = {.sa_handler = tell, .sa_flags = SA_RESTART};
        sigemptyset(&action.sa_mask);
        sigaction(told[i], NULL, &before[i]);
        // Who starts us with a signal ignored (nohup, a shell without jobs) means it.
        bool may_be_ignored = ends(told[i]) || told[i] == SIGTSTP;
        if (may_be_ignored && before[i].sa_handler == SIG_IGN) continue;
        sigaction(told[i], &action, NULL);
    }
    is_armed = 1;
    return pipe_ends[0];
}

void rescue_set_farewell(const char *bytes, size_t count) {
    if (count > sizeof farewell) count = sizeof farewell;
    memcpy(farewell, bytes, count);
    farewell_count = (sig_atomic_t)count;
}

void rescue_remember_settings(void) {
    has_settings = tcgetattr(terminal_in, &settings) == 0;
}

void rescue_stop(void) {
    // First the others of the group, such as a script that started us; then this thread itself, so that
    // the stop has happened when `raise` returns. A group without a shell to wake it is not stopped at all.
    struct sigaction ignore = {.sa_handler = SIG_IGN}, standard = {.sa_handler = SIG_DFL}, own;
    sigaction(SIGTSTP, &ignore, &own);
    if (own.sa_handler == SIG_IGN) return;
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &standard, NULL);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &own, NULL);
}

void rescue_disarm(void) {
    is_armed = 0;
    for (int i = 0; i < told_count; i++) sigaction(told[i], &before[i], NULL);
    if (has_settings) tcsetattr(terminal_in, TCSADRAIN, &settings);
    has_settings = false;
}

int rescue_window_size(int terminal, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(terminal, TIOCGWINSZ, &size) != 0) return -1;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 0;
}

int rescue_waiting_bytes(int terminal) {
    int count = 0;
    return ioctl(terminal, FIONREAD, &count) == 0 ? count : 0;
}
