/* The device itself: who has it open, the ring of frames, the wake-ups. */
#define _GNU_SOURCE
#include "device.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MAX_FDS 4096

static struct opener *openers[MAX_FDS];

static const char *folder(void) { return getenv("VCAMSHIM_DIR"); }

/* N if the path is /dev/videoN and such a device is plugged in, else -1. */
int device_number(const char *path) {
    int number, length = 0;
    char state[PATH_BYTES];
    struct stat unused;
    if (!path || !folder() || strncmp(path, "/dev/video", 10)) return -1;
    if (sscanf(path + 10, "%d%n", &number, &length) != 1 || path[10 + length]) return -1;
    snprintf(state, sizeof state, "%s/video%d", folder(), number);
    return fstatat(AT_FDCWD, state, &unused, 0) == 0 ? number : -1;
}

struct opener *device_of(int fd) { return fd >= 0 && fd < MAX_FDS ? openers[fd] : NULL; }

int device_open(int number, int flags) {
    char path[PATH_BYTES];
    struct opener *opener = calloc(1, sizeof *opener);
    opener->number = number;
    opener->pid = getpid();
    opener->memory_fd = opener->node_fd = -1;
    snprintf(path, sizeof path, "%s/video%d", folder(), number);
    int state = libc_open(path, O_RDWR | O_CLOEXEC);
    if (state < 0) goto failed;
    opener->shared = libc_mmap(NULL, sizeof(struct shared), PROT_READ | PROT_WRITE, MAP_SHARED, state, 0);
    libc_close(state);
    if (opener->shared == MAP_FAILED) goto failed;
    while (opener->shared->switches.hangs) usleep(10000);
    snprintf(opener->fifo, sizeof opener->fifo, "%s/idle%d.%u", folder(), number, ++opener->shared->openers);
    if (mkfifo(opener->fifo, 0600)) goto failed;
    int fd = libc_open(opener->fifo, O_RDWR | (flags & (O_NONBLOCK | O_CLOEXEC)));
    if (fd < 0 || fd >= MAX_FDS) goto failed;
    snprintf(path, sizeof path, "/dev/video%d", number);
    opener->node_fd = libc_open(path, (flags & O_ACCMODE) | O_CLOEXEC);
    openers[fd] = opener;
    return fd;
failed:
    free(opener);
    return -1;
}

void device_close(int fd, struct opener *opener) {
    if (opener->pid != getpid()) return;
    openers[fd] = NULL;
    struct shared *shared = opener->shared;
    if (opener->writing) {
        shared->writer_pid = 0;
        if (shared->switches.forgets_output) shared->output_forgotten = 1;
    }
    if (opener->streamed_output) shared->output_forgotten = 0;
    device_free_buffers(opener);
    unlink(opener->fifo);
    if (opener->node_fd >= 0) libc_close(opener->node_fd);
    munmap(shared, sizeof *shared);
    free(opener);
}

bool device_has_writer(struct shared *shared) {
    int pid = shared->writer_pid;
    if (pid && kill(pid, 0) && errno == ESRCH) atomic_compare_exchange_strong(&shared->writer_pid, &pid, 0);
    return shared->writer_pid != 0;
}

/* ---- readers: a reader's FIFO is named readN.ID as long as frames shall wake it ---- */

static void rename_fifo(struct opener *opener, const char *kind) {
    char path[PATH_BYTES];
    const char *id = strrchr(opener->fifo, '.');
    snprintf(path, sizeof path, "%s/%s%d%s", folder(), kind, opener->number, id);
    rename(opener->fifo, path);
    strcpy(opener->fifo, path);
}

void device_start_reading(struct opener *opener) {
    if (opener->reading) return;
    opener->reading = true;
    opener->last_read = opener->shared->written;
    rename_fifo(opener, "read");
}

void device_stop_reading(struct opener *opener) {
    if (!opener->reading) return;
    opener->reading = false;
    rename_fifo(opener, "idle");
}

/* Sends each reader of the device one byte; a FIFO that no process holds open belonged to a killed reader and goes. */
static int wake_readers(int number) {
    char prefix[16], path[PATH_BYTES];
    int readers = 0, length = snprintf(prefix, sizeof prefix, "read%d.", number);
    DIR *listing = opendir(folder());
    for (struct dirent *entry; listing && (entry = readdir(listing));) {
        if (strncmp(entry->d_name, prefix, length)) continue;
        snprintf(path, sizeof path, "%s/%.60s", folder(), entry->d_name);
        int fd = libc_open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
        if (fd < 0) {
            if (errno == ENXIO) unlink(path);
            continue;
        }
        readers++;
        if (libc_write(fd, "", 1) < 0) { /* full: the reader has wake-ups enough */
        }
        libc_close(fd);
    }
    if (listing) closedir(listing);
    return readers;
}

/* As in the driver: who reads, or another who writes, pins the format. */
bool device_format_is_fixed(struct opener *opener) {
    struct shared *shared = opener->shared;
    if (!shared->frame_bytes) return false;
    return (device_has_writer(shared) && !opener->writing) || wake_readers(opener->number) > 0;
}

/* ---- frames ---- */

ssize_t device_write(struct opener *opener, const void *data, size_t bytes) {
    struct shared *shared = opener->shared;
    if (shared->switches.unplugged || shared->switches.write_errno) {
        errno = shared->switches.unplugged ? ENODEV : (int)shared->switches.write_errno;
        return -1;
    }
    if (!opener->writing) {
        if (device_has_writer(shared)) {
            errno = EBUSY;
            return -1;
        }
        shared->writer_pid = opener->pid;
        opener->writing = true;
    }
    if (bytes > MAX_FRAME_BYTES) bytes = MAX_FRAME_BYTES;
    uint64_t next = shared->written + 1;
    struct slot *slot = &shared->ring[next % RING_SLOTS];
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    memcpy(slot->data, data, bytes);
    slot->bytes = bytes;
    slot->timestamp_us = now.tv_sec * 1000000LL + now.tv_nsec / 1000;
    shared->written = next;
    wake_readers(opener->number);
    return bytes;
}

/* Copies the next frame out, waiting for it unless the descriptor is non-blocking. Never hands out a torn frame. */
ssize_t device_take(int fd, struct opener *opener, void *into, size_t capacity, uint32_t *sequence, int64_t *timestamp_us) {
    struct shared *shared = opener->shared;
    for (;;) {
        char wake_up;
        if (shared->switches.unplugged) {
            errno = ENODEV;
            return -1;
        }
        if (libc_read(fd, &wake_up, 1) != 1) return -1;
        while (shared->written > opener->last_read) {
            uint64_t next = opener->last_read + 1, newest = shared->written;
            if (newest - next > RING_SLOTS - 3) next = newest - (RING_SLOTS - 3);
            struct slot *slot = &shared->ring[next % RING_SLOTS];
            size_t bytes = slot->bytes < capacity ? slot->bytes : capacity;
            memcpy(into, slot->data, bytes);
            *timestamp_us = slot->timestamp_us;
            opener->last_read = next;
            if (shared->written - next >= RING_SLOTS - 1) continue; /* overwritten meanwhile */
            *sequence = next;
            return bytes;
        }
    }
}

/* ---- buffers of streaming I/O ---- */

void device_free_buffers(struct opener *opener) {
    if (opener->memory) munmap(opener->memory, opener->buffer_bytes * opener->buffer_count);
    if (opener->memory_fd >= 0) libc_close(opener->memory_fd);
    opener->memory = NULL;
    opener->memory_fd = -1;
    opener->buffer_count = opener->queued = 0;
}

int device_allocate_buffers(struct opener *opener, int count) {
    device_free_buffers(opener);
    opener->buffer_bytes = (opener->shared->frame_bytes + 4095) & ~(size_t)4095;
    opener->memory_fd = memfd_create("vcamshim", MFD_CLOEXEC);
    size_t bytes = opener->buffer_bytes * count;
    if (opener->memory_fd < 0 || ftruncate(opener->memory_fd, bytes)) return -1;
    opener->memory = libc_mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, opener->memory_fd, 0);
    opener->buffer_count = count;
    return opener->memory == MAP_FAILED ? -1 : 0;
}
