/* Calls to the system that fail when they are told to. Loaded before the C library (LD_PRELOAD), it counts every call
   that changes a file below one folder, and at the n-th does what was asked for.

   faults_arm(kind, n, folder) starts counting; faults_count() says how many calls there were since. Files elsewhere,
   and everything while it is not armed, are left alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { NONE, KILL, TORN, EIO_ONCE, EIO_ALWAYS, FULL, READ_ONLY, GONE };
enum { READ, WRITE, FLUSH, NAME };

static char folder[PATH_MAX];
static int kind, at, count, armed;

void faults_arm(int new_kind, int new_at, const char *new_folder) {
    kind = new_kind;
    at = new_at;
    count = 0;
    snprintf(folder, sizeof folder, "%s", new_folder);
    armed = 1;
}

int faults_count(void) { return count; }

void faults_disarm(void) { armed = 0; }

static int is_ours(const char *path) {
    return armed && path != NULL && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_our_handle(int handle) {
    char link[64], path[PATH_MAX];
    if (!armed) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_ours(path);
}

/* Count a call and return the error it shall fail with, 0 for none. */
static int fault(int call) {
    count++;
    if (kind == GONE && count >= at) return EIO;
    if (kind == KILL && count == at) kill(getpid(), SIGKILL);
    if (kind == EIO_ONCE && count == at) return EIO;
    if (kind == EIO_ALWAYS && count >= at) return EIO;
    if (kind == FULL && count >= at && call == WRITE) return ENOSPC;
    return 0;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAILS(call) \
    do { \
        int error = fault(call); \
        if (error) { \
            errno = error; \
            return -1; \
        } \
    } while (0)


#define IS_TORN (kind == TORN && count == at)

ssize_t pwrite64(int handle, const void *bytes, size_t length, off64_t place) {
    if (is_our_handle(handle)) {
        FAILS(WRITE);
        if (IS_TORN) {
            NEXT(pwrite64)(handle, bytes, length / 2, place);
            kill(getpid(), SIGKILL);
        }
    }
    return NEXT(pwrite64)(handle, bytes, length, place);
}

ssize_t pwrite(int handle, const void *bytes, size_t length, off_t place) {
    return pwrite64(handle, bytes, length, place);
}

ssize_t write(int handle, const void *bytes, size_t length) {
    if (is_our_handle(handle)) {
        FAILS(WRITE);
        if (IS_TORN) {
            NEXT(write)(handle, bytes, length / 2);
            kill(getpid(), SIGKILL);
        }
    }
    return NEXT(write)(handle, bytes, length);
}

/* A share that vanished: from the n-th call on nothing answers, reading included. */
ssize_t pread64(int handle, void *bytes, size_t length, off64_t place) {
    if (is_our_handle(handle) && kind == GONE) FAILS(READ);
    return NEXT(pread64)(handle, bytes, length, place);
}

ssize_t pread(int handle, void *bytes, size_t length, off_t place) {
    return pread64(handle, bytes, length, place);
}

ssize_t read(int handle, void *bytes, size_t length) {
    if (is_our_handle(handle) && kind == GONE) FAILS(READ);
    return NEXT(read)(handle, bytes, length);
}

int fsync(int handle) {
    if (is_our_handle(handle)) FAILS(FLUSH);
    return NEXT(fsync)(handle);
}

int fdatasync(int handle) {
    if (is_our_handle(handle)) FAILS(FLUSH);
    return NEXT(fdatasync)(handle);
}

int ftruncate(int handle, off_t length) {
    if (is_our_handle(handle)) FAILS(WRITE);
    return NEXT(ftruncate)(handle, length);
}

int ftruncate64(int handle, off64_t length) {
    if (is_our_handle(handle)) FAILS(WRITE);
    return NEXT(ftruncate64)(handle, length);
}

int unlink(const char *path) {
    if (is_ours(path)) FAILS(NAME);
    return NEXT(unlink)(path);
}

int link(const char *old, const char *new) {
    if (is_ours(new)) FAILS(NAME);
    return NEXT(link)(old, new);
}

int rename(const char *old, const char *new) {
    if (is_ours(new)) FAILS(NAME);
    return NEXT(rename)(old, new);
}

/* Opening is counted where it may make a file. */
static int opened(const char *path, int flags) {
    if (!is_ours(path)) return 0;
    if (kind == GONE) return fault(NAME);
    if (kind == READ_ONLY && (flags & O_ACCMODE) != O_RDONLY) return EACCES;
    return (flags & O_CREAT) ? fault(NAME) : 0;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        int error = opened(path, flags); \
        if (error) { \
            errno = error; \
            return -1; \
        } \
        return NEXT(name)(path, flags, mode); \
    }

OPEN(open)
OPEN(open64)
