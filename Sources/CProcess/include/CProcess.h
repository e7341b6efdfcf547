/* What the kernel gave this process at its start (Swift's runtime reads it from /proc, which a bare chroot lacks),
 * what it tells of others, and what glibc offers programs that ask for GNU's additions. */
#ifndef LOTSE_CPROCESS_H
#define LOTSE_CPROCESS_H

/* How many arguments there are, the program's name among them. */
int process_argument_count(void);

/* One of them, ended by NUL; NULL: there is none with this number. */
const char *process_argument(int index);

/* The path by which the program was started (AT_EXECFN of getauxval(3)), maybe relative to the folder of that
 * moment; NULL: unknown. */
const char *process_path(void);

/* A file that can be read from once a process has ended (pidfd_open(2)), to be closed; -1: the kernel has none. */
int process_end(int process);

/* A file in memory without a name, closed on exec (memfd_create(2)); -1 and errno: there is none. */
int process_memory_file(void);

/* The flag by which posix_spawn(3) gives a program a session of its own. */
short process_own_session(void);

#endif
