// Signals as a readable file (signalfd(2)), so that one poll waits for the terminal, other threads and
// signals alike and no code ever runs inside a handler.
#pragma once
#include <errno.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

/// Blocks the signals that the dashboard reads and returns a file that tells of them, or -1. To be called
/// before the first thread is made: threads inherit what is blocked.
static inline int lotse_signals_open(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGWINCH);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTSTP);
    sigaddset(&set, SIGCONT);
    signal(SIGPIPE, SIG_IGN);
    if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) return -1;
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/// The next signal's number, or 0 when there is none.
static inline int lotse_signals_next(int descriptor) {
    struct signalfd_siginfo info;
    ssize_t count;
    do {
        count = read(descriptor, &info, sizeof info);
    } while (count < 0 && errno == EINTR);
    return count == sizeof info ? (int)info.ssi_signo : 0;
}
