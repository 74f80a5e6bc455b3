/* What the device answers to V4L2's requests. */
#include "device.h"

#include <errno.h>
#include <linux/videodev2.h>
#include <stdio.h>
#include <string.h>

static int fail(int error) {
    errno = error;
    return -1;
}

static bool is_video(uint32_t type) {
    return type == V4L2_BUF_TYPE_VIDEO_CAPTURE || type == V4L2_BUF_TYPE_VIDEO_OUTPUT;
}

/* Completes a format that names width, height and pixel format; an unknown one becomes I420. */
static void complete(struct v4l2_pix_format *pix) {
    uint32_t area = pix->width * pix->height;
    switch (pix->pixelformat) {
    case V4L2_PIX_FMT_YUYV:
    case V4L2_PIX_FMT_UYVY:
        pix->bytesperline = pix->width * 2;
        pix->sizeimage = area * 2;
        break;
    case V4L2_PIX_FMT_MJPEG:
        pix->bytesperline = 0;
        pix->sizeimage = area * 2;
        break;
    case V4L2_PIX_FMT_NV12:
        pix->bytesperline = pix->width;
        pix->sizeimage = area * 3 / 2;
        break;
    default:
        pix->pixelformat = V4L2_PIX_FMT_YUV420;
        pix->bytesperline = pix->width;
        pix->sizeimage = area * 3 / 2;
    }
    pix->field = V4L2_FIELD_NONE;
    pix->colorspace = V4L2_COLORSPACE_SRGB;
}

static int query_capabilities(struct shared *shared, struct v4l2_capability *answer) {
    bool written = device_has_writer(shared), exclusive = shared->switches.exclusive_caps;
    memset(answer, 0, sizeof *answer);
    memcpy(answer->driver, shared->switches.driver, sizeof answer->driver);
    memcpy(answer->card, shared->switches.card, sizeof answer->card);
    strcpy((char *)answer->bus_info, "platform:vcamshim");
    answer->version = 0x00060100;
    answer->device_caps = V4L2_CAP_STREAMING | V4L2_CAP_READWRITE | V4L2_CAP_EXT_PIX_FORMAT;
    if (written || !exclusive) answer->device_caps |= V4L2_CAP_VIDEO_CAPTURE;
    if ((!written || !exclusive) && !shared->output_forgotten) answer->device_caps |= V4L2_CAP_VIDEO_OUTPUT;
    answer->capabilities = answer->device_caps | V4L2_CAP_DEVICE_CAPS;
    return 0;
}

static int format(struct opener *opener, unsigned long request, struct v4l2_format *answer) {
    struct shared *shared = opener->shared;
    struct v4l2_pix_format *pix = &answer->fmt.pix;
    if (!is_video(answer->type)) return fail(EINVAL);
    if (answer->type == V4L2_BUF_TYPE_VIDEO_OUTPUT && request != VIDIOC_G_FMT && !device_format_is_fixed(opener)) {
        complete(pix);
        if (request == VIDIOC_S_FMT) {
            shared->width = pix->width;
            shared->height = pix->height;
            shared->fourcc = pix->pixelformat;
            shared->frame_bytes = pix->sizeimage;
        }
        return 0;
    }
    if (!shared->frame_bytes) return fail(EINVAL);
    memset(pix, 0, sizeof *pix);
    pix->width = shared->width;
    pix->height = shared->height;
    pix->pixelformat = shared->fourcc;
    complete(pix);
    return 0;
}

static int enumerate_formats(struct shared *shared, struct v4l2_fmtdesc *answer) {
    if (!is_video(answer->type) || answer->index || !shared->frame_bytes) return fail(EINVAL);
    answer->flags = shared->fourcc == V4L2_PIX_FMT_MJPEG ? V4L2_FMT_FLAG_COMPRESSED : 0;
    answer->pixelformat = shared->fourcc;
    return 0;
}

static int enumerate_sizes(struct shared *shared, struct v4l2_frmsizeenum *answer) {
    if (answer->index || answer->pixel_format != shared->fourcc) return fail(EINVAL);
    answer->type = V4L2_FRMSIZE_TYPE_DISCRETE;
    answer->discrete.width = shared->width;
    answer->discrete.height = shared->height;
    return 0;
}

static int enumerate_intervals(struct shared *shared, struct v4l2_frmivalenum *answer) {
    if (answer->index || answer->pixel_format != shared->fourcc) return fail(EINVAL);
    if (answer->width != shared->width || answer->height != shared->height) return fail(EINVAL);
    answer->type = V4L2_FRMIVAL_TYPE_DISCRETE;
    answer->discrete = (struct v4l2_fract){1, 30};
    return 0;
}

static int stream_parameters(struct v4l2_streamparm *answer) {
    if (!is_video(answer->type)) return fail(EINVAL);
    memset(&answer->parm, 0, sizeof answer->parm);
    answer->parm.capture.capability = V4L2_CAP_TIMEPERFRAME;
    answer->parm.capture.timeperframe = (struct v4l2_fract){1, 30};
    answer->parm.capture.readbuffers = 4;
    return 0;
}

static int enumerate_inputs(struct v4l2_input *answer) {
    if (answer->index) return fail(EINVAL);
    memset(answer, 0, sizeof *answer);
    strcpy((char *)answer->name, "loopback");
    answer->type = V4L2_INPUT_TYPE_CAMERA;
    return 0;
}

static int request_buffers(struct opener *opener, struct v4l2_requestbuffers *answer) {
    if (answer->type != V4L2_BUF_TYPE_VIDEO_CAPTURE || answer->memory != V4L2_MEMORY_MMAP) return fail(EINVAL);
    device_stop_reading(opener);
    answer->capabilities = V4L2_BUF_CAP_SUPPORTS_MMAP;
    if (!answer->count) {
        device_free_buffers(opener);
        return 0;
    }
    if (!opener->shared->frame_bytes) return fail(EINVAL);
    if (answer->count < 2) answer->count = 2;
    if (answer->count > MAX_BUFFERS) answer->count = MAX_BUFFERS;
    return device_allocate_buffers(opener, answer->count);
}

static void describe(struct opener *opener, struct v4l2_buffer *answer, uint32_t index) {
    memset(answer, 0, sizeof *answer);
    answer->type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    answer->memory = V4L2_MEMORY_MMAP;
    answer->index = index;
    answer->length = opener->buffer_bytes;
    answer->m.offset = index * opener->buffer_bytes;
    answer->field = V4L2_FIELD_NONE;
    answer->flags = V4L2_BUF_FLAG_MAPPED | V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC;
}

static int buffer(struct opener *opener, unsigned long request, struct v4l2_buffer *answer) {
    if (answer->type != V4L2_BUF_TYPE_VIDEO_CAPTURE || (int)answer->index >= opener->buffer_count) return fail(EINVAL);
    describe(opener, answer, answer->index);
    if (request == VIDIOC_QBUF) {
        if (opener->queued == opener->buffer_count) return fail(EINVAL);
        opener->queue[opener->queued++] = answer->index;
        answer->flags |= V4L2_BUF_FLAG_QUEUED;
    }
    return 0;
}

static int dequeue(int fd, struct opener *opener, struct v4l2_buffer *answer) {
    uint32_t sequence;
    int64_t timestamp_us;
    if (answer->type != V4L2_BUF_TYPE_VIDEO_CAPTURE || !opener->reading) return fail(EINVAL);
    if (!opener->queued) return fail(EAGAIN);
    int index = opener->queue[0];
    uint8_t *into = opener->memory + index * opener->buffer_bytes;
    ssize_t bytes = device_take(fd, opener, into, opener->buffer_bytes, &sequence, &timestamp_us);
    if (bytes < 0) return -1;
    memmove(opener->queue, opener->queue + 1, --opener->queued * sizeof opener->queue[0]);
    describe(opener, answer, index);
    answer->flags |= V4L2_BUF_FLAG_DONE;
    answer->bytesused = bytes;
    answer->sequence = sequence;
    answer->timestamp.tv_sec = timestamp_us / 1000000;
    answer->timestamp.tv_usec = timestamp_us % 1000000;
    return 0;
}

static int stream_on(struct opener *opener, int type) {
    if (type == V4L2_BUF_TYPE_VIDEO_OUTPUT) {
        opener->streamed_output = true;
        return opener->shared->frame_bytes ? 0 : fail(EINVAL);
    }
    if (!opener->buffer_count) return fail(EINVAL);
    device_start_reading(opener);
    return 0;
}

int device_ioctl(int fd, struct opener *opener, unsigned long request, void *argument) {
    struct shared *shared = opener->shared;
    if (shared->switches.unplugged) return fail(ENODEV);
    switch (request) {
    case VIDIOC_QUERYCAP: return query_capabilities(shared, argument);
    case VIDIOC_G_FMT:
    case VIDIOC_S_FMT:
    case VIDIOC_TRY_FMT: return format(opener, request, argument);
    case VIDIOC_ENUM_FMT: return enumerate_formats(shared, argument);
    case VIDIOC_ENUM_FRAMESIZES: return enumerate_sizes(shared, argument);
    case VIDIOC_ENUM_FRAMEINTERVALS: return enumerate_intervals(shared, argument);
    case VIDIOC_G_PARM:
    case VIDIOC_S_PARM: return stream_parameters(argument);
    case VIDIOC_ENUMINPUT: return enumerate_inputs(argument);
    case VIDIOC_G_INPUT: *(int *)argument = 0; return 0;
    case VIDIOC_S_INPUT: return *(int *)argument ? fail(EINVAL) : 0;
    case VIDIOC_G_PRIORITY: *(int *)argument = V4L2_PRIORITY_DEFAULT; return 0;
    case VIDIOC_S_PRIORITY: return 0;
    case VIDIOC_REQBUFS: return request_buffers(opener, argument);
    case VIDIOC_QUERYBUF:
    case VIDIOC_QBUF: return buffer(opener, request, argument);
    case VIDIOC_DQBUF: return dequeue(fd, opener, argument);
    case VIDIOC_STREAMON: return stream_on(opener, *(int *)argument);
    case VIDIOC_STREAMOFF:
        device_stop_reading(opener);
        opener->queued = 0;
        return 0;
    case VIDIOC_QUERYCTRL:
    case VIDIOC_QUERY_EXT_CTRL:
    case VIDIOC_G_CTRL:
    case VIDIOC_S_CTRL:
    case VIDIOC_QUERYMENU: return fail(EINVAL);
    }
    return fail(ENOTTY);
}
