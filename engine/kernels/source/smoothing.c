/* Temporal smoothing: a mask blended with the last one, warped to its frame.
 *
 * The reference is engine/matte/temporal.py, whose words are used. */
#include "windows.h"

typedef struct {
    int32_t width, height;
    const float *alpha, *warped;     /* [height, width] */
    const u8 *guide, *residual;      /* [height, width] */
    float *fused;                    /* [height, width], written */
    ptrdiff_t alpha_stride, warped_stride, guide_stride, residual_stride, fused_stride; /* in bytes */
    float strength, contrast_weight, full_error, error_span, vacated_start, vacated_slope, pixel_start, pixel_slope;
    float gone_alpha, gone_start, low_contrast;
} SmoothingJob;

enum { BLUR_REACH = 2 };

static inline float unit(float value) { value = value > 0 ? value : 0; return value < 1 ? value : 1; }

/* How far two rows differ, and which part of it the person has left. */
static void differences(const float *restrict alpha, const float *restrict warped, int width, float *restrict apart,
                        float *restrict vacated)
{
    for (int x = 0; x < width; x++) {
        float left = warped[x] - alpha[x];
        vacated[x] = left;
        apart[x] = fabsf(left);
    }
}

/* Sums of three rows, in a line with a sample to spare at both ends. */
static void add_three(const float *restrict a, const float *restrict b, const float *restrict c, int width,
                      float *restrict line)
{
    for (int x = 0; x < width; x++)
        line[x + 1] = a[x] + b[x] + c[x];
    line[0] = line[1 + mirrored(-1, width)];
    line[width + 1] = line[1 + mirrored(width, width)];
}

static void add_five(const u8 *const rows[2 * BLUR_REACH + 1], int width, int32_t *restrict line)
{
    const u8 *restrict a = rows[0], *restrict b = rows[1], *restrict c = rows[2], *restrict d = rows[3], *restrict e = rows[4];
    for (int x = 0; x < width; x++)
        line[x + BLUR_REACH] = a[x] + b[x] + c[x] + d[x] + e[x];
    for (int d2 = 1; d2 <= BLUR_REACH; d2++) {
        line[BLUR_REACH - d2] = line[BLUR_REACH + mirrored(-d2, width)];
        line[BLUR_REACH + width - 1 + d2] = line[BLUR_REACH + mirrored(width - 1 + d2, width)];
    }
}

/* A row of the blended mask. `apart`, `left` and `contrast` hold sums of rows, see above. */
static void blend_row(const SmoothingJob *job, const float *restrict alpha, const float *restrict warped,
                      const u8 *restrict residual, const float *restrict apart, const float *restrict left,
                      const int32_t *restrict contrast, float *restrict fused)
{
    const float weight = job->contrast_weight, full = job->full_error, per_error = 1 / job->error_span;
    const float start = job->vacated_start, slope = job->vacated_slope, own_start = job->pixel_start;
    const float gone = job->gone_alpha, gone_start = job->gone_start;
    const float own_slope = job->pixel_slope, low = job->low_contrast, per_contrast = 2 / low, strength = job->strength;
    for (int x = 0; x < job->width; x++) {
        float around = floorf((float)(contrast[x] + contrast[x + 1] + contrast[x + 2] + contrast[x + 3] + contrast[x + 4]) * 0.04f + 0.5f);
        float disagreement = (apart[x] + apart[x + 1] + apart[x + 2]) * (1.0f / 9);
        float vacated = warped[x] - alpha[x], nearby = (left[x] + left[x + 1] + left[x + 2]) * (1.0f / 9);
        float confidence = unit(full - (float)residual[x] / (1 + around * weight) * per_error) * (1 - disagreement);
        confidence *= unit(start - slope * nearby);
        confidence *= 1 - unit((low - around) * per_contrast) * (1 - unit((alpha[x] < gone ? gone_start : own_start) - own_slope * vacated));
        fused[x] = alpha[x] + vacated * (confidence * strength);
    }
}

/* Writes the blended mask; returns 0 without memory. */
EXPORT int32_t smooth_mask(const SmoothingJob *job)
{
    int width = job->width, height = job->height;
    size_t size = (size_t)width * (size_t)height, line = (size_t)width + 2 * BLUR_REACH;
    float *memory = malloc((2 * size + 3 * line) * sizeof(float) + 4 * size + line);
    if (!memory)
        return 0;
    float *apart = memory, *vacated = apart + size, *apart_line = vacated + size, *vacated_line = apart_line + line;
    int32_t *contrast_line = (int32_t *)(vacated_line + line);
    u8 *contrast = (u8 *)(contrast_line + line), *other = contrast + size, *between = other + size, *guide = between + size;
    u8 *scratch = guide + size;
#define ROW(type, field, y) ((type *)((uintptr_t)job->field + (uintptr_t)((ptrdiff_t)(y) * job->field##_stride)))
    for (int y = 0; y < height; y++) {
        ptrdiff_t row = (ptrdiff_t)y * width;
        differences(ROW(const float, alpha, y), ROW(const float, warped, y), width, apart + row, vacated + row);
        memcpy(guide + row, ROW(const u8, guide, y), (size_t)width);
    }
    largest(guide, width, height, 1, between, scratch, contrast);
    smallest(guide, width, height, 1, between, scratch, other);
    for (size_t i = 0; i < size; i++)
        contrast[i] = (u8)(contrast[i] - other[i]);
    for (int y = 0; y < height; y++) {
        const u8 *rows[2 * BLUR_REACH + 1];
        for (int d = -BLUR_REACH; d <= BLUR_REACH; d++)
            rows[d + BLUR_REACH] = contrast + (ptrdiff_t)mirrored(y + d, height) * width;
        ptrdiff_t above = (ptrdiff_t)mirrored(y - 1, height) * width, below = (ptrdiff_t)mirrored(y + 1, height) * width;
        ptrdiff_t row = (ptrdiff_t)y * width;
        add_five(rows, width, contrast_line);
        add_three(apart + above, apart + row, apart + below, width, apart_line);
        add_three(vacated + above, vacated + row, vacated + below, width, vacated_line);
        blend_row(job, ROW(const float, alpha, y), ROW(const float, warped, y), ROW(const u8, residual, y), apart_line,
                  vacated_line, contrast_line, ROW(float, fused, y));
    }
#undef ROW
    free(memory);
    return 1;
}
