#define _GNU_SOURCE
#include "private.h"

#include <unistd.h>

/* The group first, while the signal is ignored here, then this thread by raise(): a signal to the whole process may
 * take effect on another thread after kill() has returned, when the terminal is already taken again. */
void guard_stop_group(void)
{
    struct sigaction action = {.sa_handler = SIG_IGN}, before;
    sigset_t stop, mask;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTSTP, &action, &before);
    // Unblocked first: Linux keeps a signal that is blocked though it is ignored, and it would stop us a second time.
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
    kill(0, SIGTSTP);
    action.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &action, NULL);
    raise(SIGTSTP);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    sigaction(SIGTSTP, &before, NULL);
}
