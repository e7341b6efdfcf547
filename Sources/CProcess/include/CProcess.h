/* What the kernel gave this process at its start. Swift's runtime reads it from /proc, which a bare chroot lacks. */
#ifndef LOTSE_CPROCESS_H
#define LOTSE_CPROCESS_H

/* How many arguments there are, the program's name among them. */
int process_argument_count(void);

/* One of them, ended by NUL; NULL: there is none with this number. */
const char *process_argument(int index);

/* The path by which the program was started (AT_EXECFN of getauxval(3)), maybe relative to the folder of that
 * moment; NULL: unknown. */
const char *process_path(void);

#endif
