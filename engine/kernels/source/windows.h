/* Small planes of which most is 0 or 255: counts, minima and maxima in windows, and what lies beyond the border. */
#ifndef CYCLORAMA_WINDOWS_H
#define CYCLORAMA_WINDOWS_H

#include "kernels.h"

enum { MOST_REACH = 16 }; /* of a window: half its side */

/* How many samples of a plane of 0 and 255 are set. */
static inline int count(const u8 *restrict plane, size_t size)
{
    int set = 0;
    for (size_t i = 0; i < size; i++)
        set += plane[i] & 1;
    return set;
}

/* The index that stands for one beyond the border: mirrored about the outermost sample, as OpenCV's BORDER_REFLECT_101. */
static inline int mirrored(int at, int size)
{
    if (size == 1)
        return 0;
    if (at < 0)
        return -at < size ? -at : size - 1;
    return at < size ? at : 2 * size - 2 - at < 0 ? 0 : 2 * size - 2 - at;
}

ALWAYS_INLINE void extreme_of_rows(u8 *restrict out, const u8 *restrict other, int width, int most)
{
    for (int x = 0; x < width; x++) {
        u8 a = out[x], b = other[x];
        out[x] = most ? (a > b ? a : b) : (a < b ? a : b);
    }
}

/* Maximum or minimum of the (2 reach + 1)^2 samples around each; none counts beyond the border.
 *
 * `between` holds [height, width], `line` width + 2 reach. */
ALWAYS_INLINE void extreme(const u8 *plane, int width, int height, int reach, int most, u8 *between, u8 *line, u8 *out)
{
    u8 neutral = most ? 0 : 255;
    memset(line, neutral, (size_t)reach);
    memset(line + reach + width, neutral, (size_t)reach);
    for (int y = 0; y < height; y++) {
        u8 *row = between + (ptrdiff_t)y * width;
        memcpy(line + reach, plane + (ptrdiff_t)y * width, (size_t)width);
        memcpy(row, line, (size_t)width);
        for (int d = 1; d <= 2 * reach; d++)
            extreme_of_rows(row, line + d, width, most);
    }
    for (int y = 0; y < height; y++) {
        u8 *row = out + (ptrdiff_t)y * width;
        int first = y > reach ? y - reach : 0, last = y + reach < height ? y + reach : height - 1;
        memcpy(row, between + (ptrdiff_t)first * width, (size_t)width);
        for (int other = first + 1; other <= last; other++)
            extreme_of_rows(row, between + (ptrdiff_t)other * width, width, most);
    }
}

static inline void largest(const u8 *plane, int width, int height, int reach, u8 *between, u8 *line, u8 *out)
{
    extreme(plane, width, height, reach, 1, between, line, out);
}

static inline void smallest(const u8 *plane, int width, int height, int reach, u8 *between, u8 *line, u8 *out)
{
    extreme(plane, width, height, reach, 0, between, line, out);
}

#endif
