#define _GNU_SOURCE
#include "CProcess.h"

#include <spawn.h>
#include <stddef.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Written once, before main. */
static int count;
static char **arguments;

/* glibc hands main's arguments to every constructor. */
__attribute__((constructor)) static void keep(int argc, char **argv)
{
    count = argc;
    arguments = argv;
}

int process_argument_count(void)
{
    return count;
}

const char *process_argument(int index)
{
    return index >= 0 && index < count ? arguments[index] : NULL;
}

const char *process_path(void)
{
    return (const char *)getauxval(AT_EXECFN);
}

int process_end(int process)
{
    return (int)syscall(SYS_pidfd_open, process, 0);
}

int process_memory_file(void)
{
    return memfd_create("lotse", MFD_CLOEXEC);
}

short process_own_session(void)
{
    return POSIX_SPAWN_SETSID;
}
