/* What the kernel gave this process at its start, which Swift's runtime reads from /proc and a bare chroot lacks, and
 * what it tells of others. */
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

#endif
