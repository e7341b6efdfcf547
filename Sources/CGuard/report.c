#define _GNU_SOURCE
#include "private.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void write_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (errno == EAGAIN) {
            struct pollfd room = {descriptor, POLLOUT, 0};
            if (poll(&room, 1, 1000) == 0)
                return; /* nobody reads; the process must not hang on it */
        } else if (errno != EINTR) {
            return;
        }
    }
}

void guard_give_back(const struct guard_page *page, bool crashed)
{
    unsigned length = atomic_load(&page->rescue_length);
    if (length == 0 || length > sizeof page->rescue)
        return;
    write_all(STDOUT_FILENO, page->rescue, length);
    /* After a crash, keys that were meant for the program must not reach the shell. */
    tcsetattr(STDIN_FILENO, crashed ? TCSAFLUSH : TCSADRAIN, &page->modes);
}

/* Adds what the program wrote to standard error, at most 64 KiB of it. */
static void append_standard_error(int report, int page_file)
{
    static char text[1 << 16];
    ssize_t count = pread(page_file, text, sizeof text, sizeof(struct guard_page));
    if (count <= 0)
        return;
    static const char heading[] = "\nStandard error:\n\n";
    write_all(report, heading, sizeof heading - 1);
    write_all(report, text, (size_t)count);
}

/* True: there is a report. Where no backtracer is installed, a few words take its place. */
static bool complete_report(const struct guard_parent *parent, int number)
{
    struct stat status;
    int report = open(parent->report, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (report < 0)
        return false;
    if (fstat(report, &status) == 0 && status.st_size == 0)
        dprintf(report, "signal %d (%s); no backtrace was written\n", number, strsignal(number));
    append_standard_error(report, parent->file);
    fchmod(report, 0600);
    close(report);
    return true;
}

void guard_report(const struct guard_parent *parent, int number)
{
    char line[PATH_MAX + 512];
    bool reported = guard_is_crash(number) && complete_report(parent, number);
    snprintf(line, sizeof line, "%.255s (signal %d, %s)%s%s\n", parent->page->message, number, strsignal(number),
             reported ? ": " : "", reported ? parent->report : "");
    write_all(STDERR_FILENO, line, strlen(line));
}

bool guard_make_directories(const char *path)
{
    char part[PATH_MAX];
    if (strlen(path) >= sizeof part)
        return false;
    snprintf(part, sizeof part, "%s", path);
    for (char *slash = strchr(part + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(part, 0700);
        *slash = '/';
    }
    return mkdir(part, 0700) == 0 || errno == EEXIST;
}
