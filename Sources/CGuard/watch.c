#define _GNU_SOURCE
#include "private.h"

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

/* A handler can reach nothing but statics. */
static volatile sig_atomic_t guarded_child;
static volatile sig_atomic_t continued;

/* What the kernel sends (SI_KERNEL) goes to the whole process group, and what the child sends comes from it: the
 * child has had both. Only what somebody sent to the parent's number is passed on, and SIGHUP, which a lost terminal sends
 * to its session's leader alone. */
static void forward(int number, siginfo_t *info, void *context)
{
    (void)context;
    int saved = errno;
    if (info->si_code > 0 && guard_is_crash(number))
        signal(number, SIG_DFL); /* our own fault, which comes again */
    else if ((info->si_code <= 0 && info->si_pid != guarded_child) || number == SIGHUP)
        kill(guarded_child, number);
    errno = saved;
}

static void note_continue(int number)
{
    (void)number;
    continued = 1;
}

static void install_forwarding(int number)
{
    struct sigaction before;
    struct sigaction action = {.sa_sigaction = forward, .sa_flags = SA_SIGINFO | SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(number, NULL, &before);
    if (before.sa_handler != SIG_IGN) /* nohup stays nohup */
        sigaction(number, &action, NULL);
}

void guard_install_handlers(pid_t child)
{
    static const int forwarded[] = {SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP};
    guarded_child = child;
    for (size_t i = 0; i < sizeof forwarded / sizeof *forwarded; i++)
        install_forwarding(forwarded[i]);
    for (size_t i = 0; i < guard_crash_count; i++)
        install_forwarding(guard_crash_signals[i]);
    struct sigaction action = {.sa_handler = note_continue};
    sigemptyset(&action.sa_mask);
    sigaction(SIGCONT, &action, NULL);
    action.sa_handler = SIG_IGN; /* the terminal's settings are restored from the background, too */
    sigaction(SIGTTOU, &action, NULL);
}

/* The child stopped: so does the job. SIGTSTP and not SIGSTOP, because the kernel drops it where no shell could
 * continue us (orphaned group); then the child is left as whoever stopped it wants it. */
static void follow_stop(pid_t child)
{
    struct sigaction stop = {.sa_handler = SIG_DFL}, before;
    sigemptyset(&stop.sa_mask);
    continued = 0;
    sigaction(SIGTSTP, &stop, &before);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &before, NULL);
    if (continued)
        kill(child, SIGCONT);
}

int guard_watch(struct guard_parent *parent)
{
    int status = 0;
    for (;;) {
        pid_t got = waitpid(parent->child, &status, WUNTRACED);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return 1;
        if (!WIFSTOPPED(status))
            break;
        follow_stop(parent->child);
    }
    guard_give_back(parent->page, WIFSIGNALED(status));
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    guard_report(parent, WTERMSIG(status));
    return 128 + WTERMSIG(status);
}
