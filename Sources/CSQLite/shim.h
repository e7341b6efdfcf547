// SQLite's variadic calls, which Swift cannot make.
#pragma once
#include <sqlite3.h>

/// sqlite3_db_config with one on/off argument; returns SQLite's result code.
static inline int lotse_sqlite_set_flag(sqlite3 *db, int option, int value) {
    int now = -1;
    int result = sqlite3_db_config(db, option, value, &now);
    if (result != SQLITE_OK) return result;
    return now == value ? SQLITE_OK : SQLITE_ERROR;
}

/// Ends the count of allocated memory, which SQLite keeps under a lock; to be called before SQLite is used.
static inline int lotse_sqlite_stop_counting(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

/// The value of a flag of sqlite3_db_config, or -1.
static inline int lotse_sqlite_get_flag(sqlite3 *db, int option) {
    int now = -1;
    return sqlite3_db_config(db, option, -1, &now) == SQLITE_OK ? now : -1;
}

// Linux' open-file-description locks and file-system types, which Swift's Glibc module does not show.
#include <fcntl.h>
#include <sys/vfs.h>

#ifndef F_OFD_SETLK
#define F_OFD_SETLK 37
#define F_OFD_SETLKW 38
#endif

/// Takes a write lock on the whole file that is bound to the open file description, at once or waiting for
/// whoever holds it; 0, or -1 with errno.
static inline int lotse_lock_file(int descriptor, int waits) {
    struct flock region = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    return fcntl(descriptor, waits ? F_OFD_SETLKW : F_OFD_SETLK, &region);
}

/// Gives the lock back.
static inline void lotse_unlock_file(int descriptor) {
    struct flock region = {.l_type = F_UNLCK, .l_whence = SEEK_SET};
    fcntl(descriptor, F_OFD_SETLK, &region);
}

/// The magic number of the file system that holds `path`, or 0.
static inline unsigned long lotse_file_system(const char *path) {
    struct statfs status;
    return statfs(path, &status) == 0 ? (unsigned long)status.f_type : 0;
}
