/* The C library's functions that this library stands in front of. */
#define _GNU_SOURCE
#include "device.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

int (*libc_open)(const char *, int, ...);
int (*libc_close)(int);
ssize_t (*libc_read)(int, void *, size_t);
ssize_t (*libc_write)(int, const void *, size_t);
void *(*libc_mmap)(void *, size_t, int, int, int, off_t);
static int (*libc_openat)(int, const char *, int, ...);
static int (*libc_ioctl)(int, unsigned long, ...);
static int (*libc_access)(const char *, int);
static int (*libc_stat)(const char *, struct stat *);

/* Other libraries' constructors may call in before ours has run, so each entry asks. */
static void find_libc(void) {
    if (libc_stat) return;
#define FIND(name) *(void **)&libc_##name = dlsym(RTLD_NEXT, #name)
    FIND(open);
    FIND(openat);
    FIND(close);
    FIND(read);
    FIND(write);
    FIND(ioctl);
    FIND(access);
    FIND(mmap);
    FIND(stat);
}

__attribute__((constructor)) static void loaded(void) { find_libc(); }

static mode_t mode_argument(int flags, va_list rest) {
    return flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
}

#define OPEN_BODY(path, flags, otherwise)                                \
    find_libc();                                                         \
    va_list rest;                                                        \
    va_start(rest, flags);                                               \
    mode_t mode = mode_argument(flags, rest);                            \
    va_end(rest);                                                        \
    int number = device_number(path);                                    \
    return number >= 0 ? device_open(number, flags) : otherwise

int open(const char *path, int flags, ...) { OPEN_BODY(path, flags, libc_open(path, flags, mode)); }
int open64(const char *path, int flags, ...) { OPEN_BODY(path, flags, libc_open(path, flags | O_LARGEFILE, mode)); }
int openat(int at, const char *path, int flags, ...) { OPEN_BODY(path, flags, libc_openat(at, path, flags, mode)); }
int openat64(int at, const char *path, int flags, ...) {
    OPEN_BODY(path, flags, libc_openat(at, path, flags | O_LARGEFILE, mode));
}
/* what open becomes in programs built with _FORTIFY_SOURCE */
int __open_2(const char *path, int flags) { return open(path, flags); }
int __open64_2(const char *path, int flags) { return open64(path, flags); }

int close(int fd) {
    find_libc();
    struct opener *opener = device_of(fd);
    if (opener) device_close(fd, opener);
    return libc_close(fd);
}

ssize_t write(int fd, const void *data, size_t bytes) {
    find_libc();
    struct opener *opener = device_of(fd);
    return opener ? device_write(opener, data, bytes) : libc_write(fd, data, bytes);
}

ssize_t read(int fd, void *into, size_t capacity) {
    find_libc();
    struct opener *opener = device_of(fd);
    uint32_t sequence;
    int64_t timestamp_us;
    if (!opener) return libc_read(fd, into, capacity);
    device_start_reading(opener);
    return device_take(fd, opener, into, capacity, &sequence, &timestamp_us);
}

int ioctl(int fd, unsigned long request, ...) {
    find_libc();
    va_list rest;
    va_start(rest, request);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    struct opener *opener = device_of(fd);
    return opener ? device_ioctl(fd, opener, request & 0xffffffffUL, argument) : libc_ioctl(fd, request, argument);
}

void *mmap(void *address, size_t bytes, int protection, int flags, int fd, off_t offset) {
    struct opener *opener = device_of(fd);
    if (opener && opener->memory_fd >= 0) fd = opener->memory_fd;
    /* the system call and not libc_mmap: dlsym may itself need memory */
    return (void *)syscall(SYS_mmap, address, bytes, protection, flags, fd, offset);
}
void *mmap64(void *address, size_t bytes, int protection, int flags, int fd, off_t offset) {
    return mmap(address, bytes, protection, flags, fd, offset);
}

/* Programs that enumerate devices want a character device. */
int stat(const char *path, struct stat *answer) {
    find_libc();
    int number = device_number(path);
    if (number < 0) return libc_stat(path, answer);
    memset(answer, 0, sizeof *answer);
    answer->st_mode = S_IFCHR | 0666;
    answer->st_rdev = makedev(81, number);
    answer->st_nlink = 1;
    return 0;
}
int stat64(const char *path, struct stat64 *answer) { return stat(path, (struct stat *)answer); }

int access(const char *path, int mode) {
    find_libc();
    return device_number(path) >= 0 ? 0 : libc_access(path, mode);
}
