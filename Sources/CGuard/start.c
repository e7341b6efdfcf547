#define _GNU_SOURCE
#include "private.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char descriptor_variable[] = "LOTSE_GUARD_FD";
static const char backtrace_variable[] = "SWIFT_BACKTRACE";

/* The child's end of the page and its file; set once, before threads. */
static struct guard_page *shared;
static int shared_file = -1;
/* The terminal's standard error while another one takes its place; -1: it is in its place. */
static int set_aside = -1;

const struct guard_page *guard_shared_page(void)
{
    return shared;
}

static struct guard_page *map_page(int descriptor)
{
    void *page = mmap(NULL, sizeof(struct guard_page), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    return page == MAP_FAILED ? NULL : page;
}

/* After the second exec: the page comes as an inherited descriptor. A variable that a stranger set is refused,
 * since the page must name our parent. */
static bool adopt_page(const char *number)
{
    int descriptor = atoi(number);
    struct stat status;
    unsetenv(descriptor_variable);
    unsetenv(backtrace_variable);
    if (descriptor <= 2 || fstat(descriptor, &status) != 0 || status.st_size < (off_t)sizeof(struct guard_page))
        return false;
    struct guard_page *page = map_page(descriptor);
    if (page == NULL || page->parent != getppid())
        return false;
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    shared = page;
    shared_file = descriptor;
    guard_wrap_crash_handlers();
    return true;
}

static void name_report(char *report, const char *directory)
{
    char moment[32];
    time_t now = time(NULL);
    struct tm parts;
    gmtime_r(&now, &parts);
    strftime(moment, sizeof moment, "%Y%m%dT%H%M%SZ", &parts);
    snprintf(report, PATH_MAX, "%s/crash-%s-%d.txt", directory, moment, (int)getpid());
}

/* interactive=no: else the backtracer asks the terminal and waits 30 s. Settings that the user gave come last and win. */
static void set_backtrace(const char *report)
{
    char value[PATH_MAX + 512];
    const char *given = getenv(backtrace_variable);
    snprintf(value, sizeof value,
             "enable=yes,color=no,interactive=no,timeout=0s,warnings=suppressed,symbolicate=fast,threads=crashed,"
             "registers=none,images=none,sanitize=yes,output-to=%s%s%s",
             report, given != NULL ? "," : "", given != NULL ? given : "");
    setenv(backtrace_variable, value, 1);
}

static void become_child(pid_t parent, int descriptor, const char *report, char *const arguments[])
{
    prctl(PR_SET_PDEATHSIG, SIGHUP);
    if (getppid() != parent)
        _exit(128 + SIGHUP);
    struct rlimit none = {0, 0}; /* a core file would hold people's messages */
    setrlimit(RLIMIT_CORE, &none);
    char number[16];
    snprintf(number, sizeof number, "%d", descriptor);
    setenv(descriptor_variable, number, 1);
    set_backtrace(report);
    execv("/proc/self/exe", arguments);
    unsetenv(descriptor_variable); /* without /proc the child goes on as it is, without a backtrace */
    unsetenv(backtrace_variable);
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    shared_file = descriptor;
}

static struct guard_page *make_page(int *descriptor)
{
    *descriptor = memfd_create("lotse-guard", 0);
    if (*descriptor < 0)
        return NULL;
    struct guard_page *page = NULL;
    if (*descriptor > 2 && ftruncate(*descriptor, sizeof *page) == 0 && fcntl(*descriptor, F_SETFL, O_APPEND) == 0)
        page = map_page(*descriptor);
    if (page == NULL || tcgetattr(STDIN_FILENO, &page->modes) != 0) {
        close(*descriptor);
        return NULL;
    }
    page->parent = getpid();
    snprintf(page->message, sizeof page->message, "lotse ended unexpectedly");
    return page;
}

bool guard_start(char *const arguments[], const char *report_directory)
{
    static struct guard_parent parent;
    const char *inherited = getenv(descriptor_variable);
    if (inherited != NULL)
        return adopt_page(inherited);
    int descriptor;
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || (parent.page = make_page(&descriptor)) == NULL)
        return false;
    name_report(parent.report, report_directory);
    guard_make_directories(report_directory);
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &before); /* no signal may find a parent that does not forward yet */
    parent.child = fork();
    if (parent.child > 0) {
        parent.file = descriptor;
        guard_install_handlers(parent.child);
        sigprocmask(SIG_SETMASK, &before, NULL);
        _exit(guard_watch(&parent));
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    if (parent.child == 0) {
        shared = parent.page;
        become_child(parent.page->parent, descriptor, parent.report, arguments);
    }
    return parent.child == 0;
}

/* What Swift's runtime and libraries say goes into the report, not across the screen. */
static void set_standard_error_aside(void)
{
    if (set_aside >= 0 || !isatty(STDERR_FILENO))
        return;
    set_aside = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (set_aside >= 0)
        dup2(shared_file, STDERR_FILENO);
}

static void put_standard_error_back(void)
{
    if (set_aside < 0)
        return;
    dup2(set_aside, STDERR_FILENO);
    close(set_aside);
    set_aside = -1;
}

void guard_take_terminal(const char *rescue, size_t length, const struct termios *modes)
{
    if (shared == NULL || length > sizeof shared->rescue)
        return;
    atomic_store(&shared->rescue_length, 0);
    memcpy(shared->rescue, rescue, length);
    shared->modes = *modes;
    atomic_store(&shared->rescue_length, (unsigned)length);
    set_standard_error_aside();
}

void guard_release_terminal(void)
{
    if (shared == NULL)
        return;
    atomic_store(&shared->rescue_length, 0);
    put_standard_error_back();
}

void guard_set_message(const char *message)
{
    if (shared != NULL)
        snprintf(shared->message, sizeof shared->message, "%s", message);
}
