/* Makes the n-th call of a kind fail, or ends the program there, for files below one folder.
 *
 * Loaded by LD_PRELOAD; FAULTS_ROOT names the folder. A test counts and arms by the functions
 * faults_arm() and faults_seen(). SQLite and Python both call the C library, so that what fails here
 * fails in the middle of SQLite's own work, as on a full disk.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 1, READ = 2, WRITE = 4, SYNC = 8, RENAME = 16, LOCK = 32, CREATE = 64 };

#define MOST_FILES 4096

static char watched[MOST_FILES];
static int kinds, error_number, for_good, kills;
static long wanted, seen;

/* kinds: a sum of the values above; nth: 0 only counts; for_good: all later calls fail, too;
 * kills: end the program instead, as kill -9 does. */
void faults_arm(int of_kinds, long nth, int with_error, int and_all_later, int with_kill) {
    kinds = of_kinds;
    wanted = nth;
    error_number = with_error;
    for_good = and_all_later;
    kills = with_kill;
    seen = 0;
}

long faults_seen(void) { return seen; }

static int fails(int kind) {
    if (!(kinds & kind))
        return 0;
    seen++;
    if (wanted == 0 || seen < wanted || (seen > wanted && !for_good))
        return 0;
    if (kills)
        kill(getpid(), SIGKILL);
    errno = error_number;
    return 1;
}

static int below(const char *path) {
    const char *root = getenv("FAULTS_ROOT");
    return root && path && strncmp(path, root, strlen(root)) == 0;
}

static int is_watched(int fd) { return fd >= 0 && fd < MOST_FILES && watched[fd]; }

static void watch(int fd, int yes) {
    if (fd >= 0 && fd < MOST_FILES)
        watched[fd] = (char)yes;
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) \
        real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static int opened(int (*real)(const char *, int, ...), const char *path, int flags, mode_t mode) {
    int of_ours = below(path);
    if (of_ours && (fails(OPEN) || ((flags & O_CREAT) && fails(CREATE))))
        return -1;
    int fd = real(path, flags, mode);
    watch(fd, of_ours);
    return fd;
}

static mode_t mode_of(int flags, va_list more) {
    return (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0;
}

int open(const char *path, int flags, ...) {
    REAL(int, "open", const char *, int, ...);
    va_list more;
    va_start(more, flags);
    mode_t mode = mode_of(flags, more);
    va_end(more);
    return opened(real, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    REAL(int, "open64", const char *, int, ...);
    va_list more;
    va_start(more, flags);
    mode_t mode = mode_of(flags, more);
    va_end(more);
    return opened(real, path, flags, mode);
}

int close(int fd) {
    REAL(int, "close", int);
    watch(fd, 0);
    return real(fd);
}

ssize_t write(int fd, const void *data, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    return is_watched(fd) && fails(WRITE) ? -1 : real(fd, data, size);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
    return is_watched(fd) && fails(WRITE) ? -1 : real(fd, data, size, at);
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    return is_watched(fd) && fails(WRITE) ? -1 : real(fd, data, size, at);
}

ssize_t pread(int fd, void *data, size_t size, off_t at) {
    REAL(ssize_t, "pread", int, void *, size_t, off_t);
    return is_watched(fd) && fails(READ) ? -1 : real(fd, data, size, at);
}

ssize_t pread64(int fd, void *data, size_t size, off64_t at) {
    REAL(ssize_t, "pread64", int, void *, size_t, off64_t);
    return is_watched(fd) && fails(READ) ? -1 : real(fd, data, size, at);
}

int ftruncate(int fd, off_t size) {
    REAL(int, "ftruncate", int, off_t);
    return is_watched(fd) && fails(WRITE) ? -1 : real(fd, size);
}

int ftruncate64(int fd, off64_t size) {
    REAL(int, "ftruncate64", int, off64_t);
    return is_watched(fd) && fails(WRITE) ? -1 : real(fd, size);
}

/* No one pulls the plug here: that a sync was asked for is enough, and the disk is not worn out. */
int fsync(int fd) {
    REAL(int, "fsync", int);
    return is_watched(fd) ? -fails(SYNC) : real(fd);
}

int fdatasync(int fd) {
    REAL(int, "fdatasync", int);
    return is_watched(fd) ? -fails(SYNC) : real(fd);
}

int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *);
    return below(to) && fails(RENAME) ? -1 : real(from, to);
}

int link(const char *from, const char *to) {
    REAL(int, "link", const char *, const char *);
    return below(to) && fails(RENAME) ? -1 : real(from, to);
}

int mkdir(const char *path, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t);
    return below(path) && fails(CREATE) ? -1 : real(path, mode);
}

static int is_taking_a_lock(int fd, int command, void *argument) {
    return command == F_SETLK && is_watched(fd) && ((struct flock *)argument)->l_type != F_UNLCK;
}

int fcntl(int fd, int command, ...) {
    REAL(int, "fcntl", int, int, ...);
    va_list more;
    va_start(more, command);
    void *argument = va_arg(more, void *);
    va_end(more);
    return is_taking_a_lock(fd, command, argument) && fails(LOCK) ? -1 : real(fd, command, argument);
}

int fcntl64(int fd, int command, ...) {
    REAL(int, "fcntl64", int, int, ...);
    va_list more;
    va_start(more, command);
    void *argument = va_arg(more, void *);
    va_end(more);
    return is_taking_a_lock(fd, command, argument) && fails(LOCK) ? -1 : real(fd, command, argument);
}
