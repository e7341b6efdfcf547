#ifndef LOTSE_CGUARD_PRIVATE_H
#define LOTSE_CGUARD_PRIVATE_H

#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/types.h>

#include "CGuard.h"

/* Shared between parent and child. The child writes all but `parent`; the parent reads it after the child's death.
 * Behind the page, the same file holds what the child wrote to standard error while the screen was its own. */
struct guard_page {
    pid_t parent;
    _Atomic unsigned rescue_length; /* 0: the terminal is the shell's */
    char rescue[1024];
    struct termios modes;
    char message[256];
};

struct guard_parent {
    struct guard_page *page;
    pid_t child;
    int file; /* of the page */
    char report[PATH_MAX];
};

/* Waits for the child's end and returns the status to exit with. */
int guard_watch(struct guard_parent *parent);
void guard_install_handlers(pid_t child);

/* The child's end: the terminal is given back and, after a death by signal, a line says where the report is. */
void guard_give_back(const struct guard_page *page, bool crashed);
void guard_report(const struct guard_parent *parent, int signal_number);

/* The child's end of the page; NULL: nobody guards it. */
const struct guard_page *guard_shared_page(void);

/* The signals that end a program with a report. */
extern const int guard_crash_signals[];
extern const size_t guard_crash_count;
bool guard_is_crash(int number);
/* In the child: makes those signals deadly also when another process sends them. */
void guard_wrap_crash_handlers(void);

bool guard_make_directories(const char *path);

#endif
