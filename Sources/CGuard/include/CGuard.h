/* A parent process that gives the terminal back whatever its child, the real program, dies of. */
#ifndef LOTSE_CGUARD_H
#define LOTSE_CGUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* To be called as the first thing in main, before threads and open files. On a terminal: forks; the child executes
 * this program again with SWIFT_BACKTRACE set (the runtime reads it before main, so a plain fork is not enough),
 * and the parent never returns. True in the child. False: no guard (no terminal, or no process to be had); the
 * program goes on alone. Reports are written into `report_directory`, which is made (0700) when it is missing. */
bool guard_start(char *const arguments[], const char *report_directory);

/* In the child: from now on the terminal must be given back. `rescue` are the bytes that do it, `modes` the
 * settings to restore. May be called again when they change. Nothing happens without a guard. */
void guard_take_terminal(const char *rescue, size_t length, const struct termios *modes);

/* In the child: the terminal was given back. */
void guard_release_terminal(void);

/* In the child: what the parent's last line begins with, in the user's language. UTF-8, cut after 255 bytes. */
void guard_set_message(const char *message);

/* Stops the process group and returns when it is continued. Works without a guard, too. */
void guard_stop_group(void);

#endif
