/* Plausibility: how a mask's inside and outline look in the picture.
 *
 * The reference is engine/matte/person/plausibility.py, whose words are used. */
#include "windows.h"

typedef struct {
    int32_t width, height;
    const float *alpha;              /* [height, width] */
    const u8 *guide;                 /* [height, width] */
    double min_area, max_coverage, max_border, min_contrast, max_contrast, contrast_per_luma, min_texture, min_outline;
    int32_t outline_reach;           /* at most MOST_REACH */
} PlausibilityJob;

static void where_inside(const float *restrict alpha, size_t size, u8 *restrict inside)
{
    for (size_t i = 0; i < size; i++)
        inside[i] = alpha[i] >= 0.5f ? 255 : 0;
}

static int count_both(const u8 *restrict a, const u8 *restrict b, size_t size)
{
    int set = 0;
    for (size_t i = 0; i < size; i++)
        set += a[i] & b[i] & 1;
    return set;
}

static double luma_inside(const u8 *restrict guide, const u8 *restrict inside, size_t size)
{
    int32_t sum = 0; /* 2^31 / 255 is more pixels than a mask has */
    for (size_t i = 0; i < size; i++)
        sum += guide[i] & inside[i];
    return sum;
}

/* Mean of 3x3 samples. */
static void blur_row(const u8 *restrict a, const u8 *restrict b, const u8 *restrict c, int width, int32_t *restrict line,
                     u8 *restrict out)
{
    for (int x = 0; x < width; x++)
        line[x + 1] = a[x] + b[x] + c[x];
    line[0] = line[1 + mirrored(-1, width)];
    line[width + 1] = line[1 + mirrored(width, width)];
    for (int x = 0; x < width; x++)
        out[x] = (u8)(int32_t)((float)(line[x] + line[x + 1] + line[x + 2]) * (1.0f / 9) + 0.5f);
}

static void blur(const u8 *plane, int width, int height, int32_t *line, u8 *out)
{
    for (int y = 0; y < height; y++)
        blur_row(plane + (ptrdiff_t)mirrored(y - 1, height) * width, plane + (ptrdiff_t)y * width,
                 plane + (ptrdiff_t)mirrored(y + 1, height) * width, width, line, out + (ptrdiff_t)y * width);
}

static void threshold(const u8 *restrict contrast, int least, size_t size, u8 *restrict out)
{
    for (size_t i = 0; i < size; i++)
        out[i] = contrast[i] >= least ? 255 : 0;
}

static void subtract(u8 *restrict from, const u8 *restrict plane, size_t size)
{
    for (size_t i = 0; i < size; i++)
        from[i] = (u8)(from[i] - plane[i]);
}

static int border_share_exceeds(const u8 *inside, int width, int height, double most)
{
    int set = count(inside, (size_t)width), last = width - 1;
    for (int y = 0; y < height; y++)
        set += (inside[(ptrdiff_t)y * width] & 1) + (inside[(ptrdiff_t)y * width + last] & 1);
    return set > most * (width + 2 * height);
}

static int judged(const PlausibilityJob *job, u8 *inside, u8 *contrast, u8 *found, u8 *other, u8 *between, int32_t *line)
{
    int width = job->width, height = job->height;
    size_t size = (size_t)width * (size_t)height;
    u8 *scratch = (u8 *)line;
    where_inside(job->alpha, size, inside);
    int area = count(inside, size);
    if (area < job->min_area * (double)size)
        return 1;
    if (area > job->max_coverage * (double)size || border_share_exceeds(inside, width, height, job->max_border))
        return 0;
    blur(job->guide, width, height, line, found);
    largest(found, width, height, 1, between, scratch, contrast);
    smallest(found, width, height, 1, between, scratch, other);
    subtract(contrast, other, size);
    double least = job->contrast_per_luma * luma_inside(job->guide, inside, size) / area;
    least = least < job->min_contrast ? job->min_contrast : least > job->max_contrast ? job->max_contrast : least;
    threshold(contrast, (int)ceil(least), size, found);
    if (count_both(found, inside, size) >= job->min_texture * area)
        return 1;
    threshold(contrast, (int)ceil(2 * least), size, other);
    largest(other, width, height, job->outline_reach, between, scratch, found);
    smallest(inside, width, height, 1, between, scratch, other);
    subtract(inside, other, size); /* the outline */
    int length = count(inside, size);
    return count_both(inside, found, size) >= job->min_outline * (length > 1 ? length : 1);
}

/* Whether a mask can be a person's; -1 without memory. */
EXPORT int32_t judge_mask(const PlausibilityJob *job)
{
    size_t size = (size_t)job->width * (size_t)job->height, line = ((size_t)job->width + 2 * MOST_REACH) * sizeof(int32_t);
    u8 *memory = malloc(line + 5 * size);
    if (!memory)
        return -1;
    u8 *planes = memory + line;
    int plausible = judged(job, planes, planes + size, planes + 2 * size, planes + 3 * size, planes + 4 * size, (int32_t *)memory);
    free(memory);
    return plausible;
}
