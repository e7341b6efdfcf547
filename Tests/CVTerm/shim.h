/* libvterm, and the calls the pseudoterminal needs that Swift's Glibc does not show. */
#include <spawn.h>
#include <stdbool.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>
#include <vterm.h>

int posix_openpt(int flags);
int grantpt(int descriptor);
int unlockpt(int descriptor);
int ptsname_r(int descriptor, char *name, size_t size);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);

/* A descriptor that becomes readable when the process ends; Swift cannot call the variadic syscall(2). */
static inline int cvterm_process_descriptor(pid_t process)
{
    return (int)syscall(SYS_pidfd_open, process, 0);
}
