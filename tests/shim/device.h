/* An imitation of a v4l2loopback device in user space, for tests.
 *
 * A process that preloads this library sees a video device at /dev/videoN for each file videoN in the folder
 * $VCAMSHIM_DIR. The file is mapped by every process that opens the device: a block of switches that the test sets,
 * the negotiated format, and a ring of frames. One process writes, any number read.
 */
#ifndef VCAMSHIM_DEVICE_H
#define VCAMSHIM_DEVICE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#define RING_SLOTS 8
#define MAX_FRAME_BYTES (3840 * 2160 * 2)
#define MAX_BUFFERS 16
#define PATH_BYTES 256

/* Set by the test; keep in step with Device in device.py. */
struct switches {
    _Atomic uint32_t unplugged;      /* every call fails with ENODEV, as after the plug was pulled */
    _Atomic uint32_t write_errno;    /* every write fails with it */
    _Atomic uint32_t exclusive_caps; /* announce OUTPUT until a program writes, CAPTURE from then on */
    _Atomic uint32_t forgets_output; /* v4l2loopback 0.12.7: after a writer closed, OUTPUT is not announced again */
    _Atomic uint32_t hangs;          /* opening it does not return */
    char driver[16];
    char card[32];
};

struct slot {
    uint32_t bytes;
    int64_t timestamp_us;
    uint8_t data[MAX_FRAME_BYTES];
};

struct shared {
    struct switches switches;
    _Atomic int32_t writer_pid; /* 0: no writer */
    _Atomic uint32_t output_forgotten;
    _Atomic uint32_t openers; /* counts up, names the openers' FIFOs */
    uint32_t width, height, fourcc, frame_bytes;
    _Atomic uint64_t written; /* frame n (from 1) lies in ring[n % RING_SLOTS] */
    struct slot ring[RING_SLOTS];
};

/* One open descriptor. It is the reading end of a FIFO that gets one byte per frame, so that select and poll work. */
struct opener {
    struct shared *shared;
    int number; /* of /dev/videoN */
    pid_t pid;  /* a forked child inherits the descriptor but must not end the parent's use of it */
    int node_fd; /* the node itself, held open so that /proc and inotify show who uses it; -1 if there is none */
    char fifo[PATH_BYTES];
    bool reading, writing, streamed_output;
    uint64_t last_read;
    /* streaming I/O */
    int memory_fd, buffer_count;
    size_t buffer_bytes;
    uint8_t *memory;
    int queue[MAX_BUFFERS], queued;
};

int device_number(const char *path);
int device_open(int number, int flags);
void device_close(int fd, struct opener *opener);
struct opener *device_of(int fd);
bool device_has_writer(struct shared *shared);
bool device_format_is_fixed(struct opener *opener);
void device_start_reading(struct opener *opener);
void device_stop_reading(struct opener *opener);
void device_free_buffers(struct opener *opener);
int device_allocate_buffers(struct opener *opener, int count);
ssize_t device_write(struct opener *opener, const void *data, size_t bytes);
ssize_t device_take(int fd, struct opener *opener, void *into, size_t capacity, uint32_t *sequence, int64_t *timestamp_us);
int device_ioctl(int fd, struct opener *opener, unsigned long request, void *argument);

/* The C library's own functions, past this library. */
extern int (*libc_open)(const char *, int, ...);
extern int (*libc_close)(int);
extern ssize_t (*libc_read)(int, void *, size_t);
extern ssize_t (*libc_write)(int, const void *, size_t);
extern void *(*libc_mmap)(void *, size_t, int, int, int, off_t);

#endif
