#define _GNU_SOURCE
#include "private.h"

#include <stddef.h>

const int guard_crash_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS, SIGQUIT};
const size_t guard_crash_count = sizeof guard_crash_signals / sizeof *guard_crash_signals;

bool guard_is_crash(int number)
{
    for (size_t i = 0; i < guard_crash_count; i++)
        if (guard_crash_signals[i] == number)
            return true;
    return false;
}

/* What Swift's runtime installed, by signal; written before threads. */
static struct sigaction runtime_action[NSIG];

/* The terminal first: the backtrace takes a second. The parent gives it back once more, for another thread may have
 * drawn until the runtime stopped it.
 * The runtime writes its backtrace, resets the signal and returns, so that the instruction faults again. A signal
 * that was sent does not come again: the program would go on with a report and half a crash behind it. */
static void crash(int number, siginfo_t *info, void *context)
{
    if (guard_shared_page() != NULL)
        guard_give_back(guard_shared_page(), true);
    runtime_action[number].sa_sigaction(number, info, context);
    if (info->si_code > 0)
        return;
    sigset_t set;
    signal(number, SIG_DFL);
    sigemptyset(&set);
    sigaddset(&set, number);
    raise(number);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

void guard_wrap_crash_handlers(void)
{
    for (size_t i = 0; i < guard_crash_count; i++) {
        int number = guard_crash_signals[i];
        sigaction(number, NULL, &runtime_action[number]);
        if (!(runtime_action[number].sa_flags & SA_SIGINFO))
            continue;
        struct sigaction action = runtime_action[number];
        action.sa_sigaction = crash;
        sigaction(number, &action, NULL);
    }
}
