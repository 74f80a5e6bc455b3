/* Local colours: means of person and background around each block of cells.
 *
 * The reference is local_colours in engine/matte/refine/features.py, whose words are used. */
#include "windows.h"

enum { SUMS = 8, NUMBERS = 7 }; /* of each side: weighted Y, U and V, and the weight */

typedef struct {
    int32_t width, height, reach;  /* the window is 2 reach + 1 wide */
    const u8 *y, *u, *v, *mask;    /* [height, width] */
    float *colours;                /* [height, width, 7], written */
} ColoursJob;

typedef struct { float at[SUMS]; } Sums;

static inline float weight_of(float certainty)
{
    certainty = certainty > 0 ? certainty : 0;
    return certainty * certainty + 1e-4f;
}

static void add(Sums *to, const Sums *part)
{
    for (int i = 0; i < SUMS; i++)
        to->at[i] += part->at[i];
}

static void write_colours(const Sums *sums, float *out)
{
    float towards[3], squared = 100;
    for (int c = 0; c < 3; c++) {
        float person = sums->at[c] / sums->at[3], background = sums->at[4 + c] / sums->at[7];
        towards[c] = person - background;
        squared += towards[c] * towards[c];
        out[c] = (person + background) / 2;
    }
    for (int c = 0; c < 3; c++)
        out[3 + c] = towards[c] * (2 / squared);
    out[6] = sqrtf(squared);
}

/* Writes the colours; returns 0 without memory. */
EXPORT int32_t find_local_colours(const ColoursJob *job)
{
    int width = job->width, height = job->height, reach = job->reach;
    size_t size = (size_t)width * (size_t)height;
    Sums *samples = malloc(2 * size * sizeof(Sums)), *rows = samples + size;
    if (!samples)
        return 0;
    for (size_t i = 0; i < size; i++) {
        float certainty = (float)job->mask[i] * (2.0f / 255) - 1, colour[4] = {job->y[i], job->u[i], job->v[i], 1};
        float person = weight_of(certainty), background = weight_of(-certainty);
        for (int c = 0; c < 4; c++) {
            samples[i].at[c] = colour[c] * person;
            samples[i].at[4 + c] = colour[c] * background;
        }
    }
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            Sums sum = {{0}};
            for (int d = -reach; d <= reach; d++)
                add(&sum, samples + (ptrdiff_t)y * width + mirrored(x + d, width));
            rows[(ptrdiff_t)y * width + x] = sum;
        }
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            Sums sum = {{0}};
            for (int d = -reach; d <= reach; d++)
                add(&sum, rows + (ptrdiff_t)mirrored(y + d, height) * width + x);
            write_colours(&sum, job->colours + NUMBERS * ((ptrdiff_t)y * width + x));
        }
    free(samples);
    return 1;
}
