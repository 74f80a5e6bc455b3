/* Edge refinement: features of each edge cell, the edge refinement network, its alpha. One pass over the cells.
 *
 * The reference is engine/matte/refine: features.py, network.py and refiner.py say what the numbers mean. */
#include "kernels.h"

enum { MASK_FEATURES = 17, LUMA_FEATURES = 24, CHROMA_FEATURES = 5, INPUTS = 54, HIDDEN_1 = 48, HIDDEN_2 = 24, OUTPUTS = 4 };
enum { LIKENESS = MASK_FEATURES, TINT = LIKENESS + LUMA_FEATURES, DISTANCE = TINT + CHROMA_FEATURES, HISTORY, TRUST = HISTORY + 4 };
enum { BLOCK = 2 * LANES }; /* cells that go through the network together */
enum { REACH = 3 };         /* farthest feature of a cell: cells in the mask, pixels in the luma */

static const signed char MASK_AT[MASK_FEATURES][2] = {
    {-1, -1}, {-1, 0}, {-1, 1}, {0, -1}, {0, 0}, {0, 1}, {1, -1}, {1, 0}, {1, 1},
    {-3, -3}, {-3, 0}, {-3, 3}, {0, -3}, {0, 3}, {3, -3}, {3, 0}, {3, 3},
};
static const signed char LUMA_AT[LUMA_FEATURES][2] = {
    {-1, -1}, {-1, 0}, {-1, 1}, {-1, 2}, {0, -1}, {0, 0}, {0, 1}, {0, 2}, {1, -1}, {1, 0}, {1, 1}, {1, 2},
    {2, -1}, {2, 0}, {2, 1}, {2, 2}, {-2, 0}, {-2, 1}, {3, 0}, {3, 1}, {0, -2}, {1, -2}, {0, 3}, {1, 3},
};
static const signed char CHROMA_AT[CHROMA_FEATURES][2] = {{0, 0}, {0, 1}, {0, -1}, {1, 0}, {-1, 0}};

typedef struct {
    int32_t rows, columns;               /* of cells */
    const u8 *luma, *u, *v;              /* [2 rows, 2 columns], [rows, columns] twice */
    ptrdiff_t luma_stride, u_stride, v_stride;
    const u8 *mask, *edge, *changed;     /* [rows, columns]; edge: 0 or not; changed: the same, NULL for everywhere */
    const u8 *plain;                     /* [256]: alpha of a cell off the edge, by its mask */
    const float *colours;                /* [colour_rows, colour_columns, 7]: middle, direction, distance */
    int32_t colour_rows, colour_columns;
    const u8 *previous;                  /* [2 rows, 2 columns]: the last alpha; NULL without history */
    const float *flow;                   /* [flow_rows, flow_columns, 2]: x, y; NULL after a cut */
    const u8 *residual, *change;         /* [flow_rows, flow_columns] */
    int32_t flow_rows, flow_columns;
    const float *error_terms;            /* [256, 2] */
    float no_confidence[3];
    int32_t stale_luma, stale_alpha;     /* see features.py */
    int32_t flat, disagrees;             /* see refiner.py */
    float explained, gain;
    int32_t every_cell;                  /* run the network on each edge cell */
    const float *weights;                /* w0, b0, w1, b1, w2, b2 */
    u8 *alpha;                           /* [2 rows, 2 columns], written */
} EdgeJob;

typedef union { /* one number of each cell of a block */
    float each[BLOCK];
    struct { Lanes a, b; };
} Pair;

typedef struct {
    Pair in[INPUTS], middle, direction; /* of luma */
    u8 *out[BLOCK];                     /* upper left pixel of each cell */
    int count;
} Block;

/* out[outputs][BLOCK] = in x weights + bias, negative values cut off where asked. */
static inline void dense(int inputs, int outputs, const float *weights, const float *bias, int rectify,
                         const Pair in[], Pair out[])
{
    for (int first = 0; first < outputs; first += 4) {
        const float *w = weights + first, *b = bias + first;
        Pair sum[4];
        for (int o = 0; o < 4; o++)
            sum[o].a = sum[o].b = b[o] - (Lanes){0};
        for (int i = 0; i < inputs; i++, w += outputs)
            for (int o = 0; o < 4; o++) {
                sum[o].a += w[o] * in[i].a;
                sum[o].b += w[o] * in[i].b;
            }
        for (int o = 0; o < 4; o++) {
            out[first + o] = sum[o];
            for (int k = 0; rectify && k < BLOCK; k++)
                out[first + o].each[k] = sum[o].each[k] > 0 ? sum[o].each[k] : 0;
        }
    }
}

/* exp(x) for |x| <= 87, relative error below 3e-7: 2^n times a polynomial (Cephes, expf). */
static inline float exponential(float x)
{
    float n = (float)(int32_t)(x * 1.44269504f + (x < 0 ? -0.5f : 0.5f));
    float r = x - n * 0.693359375f + n * 2.12194440e-4f;
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    union { int32_t bits; float value; } power = {((int32_t)n + 127) << 23};
    return (p * r * r + r + 1) * power.value;
}

/* Runs the network on the cells of a block and writes their alpha. */
static void finish(const EdgeJob *job, Block *block)
{
    Pair hidden_1[HIDDEN_1], hidden_2[HIDDEN_2], out[OUTPUTS];
    const float *w0 = job->weights, *w1 = w0 + (INPUTS + 1) * HIDDEN_1, *w2 = w1 + (HIDDEN_1 + 1) * HIDDEN_2;
    for (int f = LIKENESS; f < TINT; f++)
        for (int k = 0; k < BLOCK; k++) {
            float value = (block->in[f].each[k] - block->middle.each[k]) * block->direction.each[k];
            block->in[f].each[k] = value < -2 ? -2 : value > 2 ? 2 : value;
        }
    for (int f = TINT; f < DISTANCE; f++)
        for (int k = 0; k < BLOCK; k++) {
            float value = block->in[f].each[k];
            block->in[f].each[k] = value < -2 ? -2 : value > 2 ? 2 : value;
        }
    dense(INPUTS, HIDDEN_1, w0, w0 + INPUTS * HIDDEN_1, 1, block->in, hidden_1);
    dense(HIDDEN_1, HIDDEN_2, w1, w1 + HIDDEN_1 * HIDDEN_2, 1, hidden_1, hidden_2);
    dense(HIDDEN_2, OUTPUTS, w2, w2 + HIDDEN_2 * OUTPUTS, 0, hidden_2, out);
    for (int o = 0; o < OUTPUTS; o++) {
        for (int k = 0; k < BLOCK; k++) {
            float x = out[o].each[k];
            x = x < -80 ? -80 : x;
            x = x > 80 ? 80 : x;
            out[o].each[k] = 1 / (1 + exponential(-x));
        }
        for (int k = 0; job->flow && k < BLOCK; k++) {
            float was = block->in[HISTORY + o].each[k] * (1.0f / 255), move = out[o].each[k] - was;
            float gain = fabsf(move) + (block->in[TRUST].each[k] + job->gain);
            out[o].each[k] = was + move * (gain < 1 ? gain : 1);
        }
    }
    for (int k = 0; k < block->count; k++) {
        u8 *at = block->out[k];
        at[0] = rounded(out[0].each[k] * 255);
        at[1] = rounded(out[1].each[k] * 255);
        at[2 * job->columns] = rounded(out[2].each[k] * 255);
        at[2 * job->columns + 1] = rounded(out[3].each[k] * 255);
    }
    block->count = 0;
}

/* The last alpha at a position in 1/32 pixel, as cv2.remap samples it. */
static u8 sampled(const EdgeJob *job, float x, float y)
{
    int right = 2 * job->columns - 1, bottom = 2 * job->rows - 1;
    /* Far outside all is border; the limits keep the integers small. */
    x = x < -8 ? -8 : x > right + 8 ? right + 8 : x;
    y = y < -8 ? -8 : y > bottom + 8 ? bottom + 8 : y;
    int ix = (int)lrintf(x * 32), iy = (int)lrintf(y * 32);
    int fx = ix & 31, fy = iy & 31;
    int left = clamp(ix >> 5, 0, right), next = clamp((ix >> 5) + 1, 0, right);
    const u8 *upper = job->previous + (ptrdiff_t)clamp(iy >> 5, 0, bottom) * (right + 1);
    const u8 *lower = job->previous + (ptrdiff_t)clamp((iy >> 5) + 1, 0, bottom) * (right + 1);
    int top = upper[left] * (32 - fx) + upper[next] * fx, under = lower[left] * (32 - fx) + lower[next] * fx;
    return (u8)((top * (32 - fy) + under * fy + 512) >> 10);
}

/* The last alpha of a cell's pixels and the confidence in it. */
static void recall(const EdgeJob *job, int row, int column, u8 was[4], float trust[3])
{
    double scale_y = (double)job->flow_rows / job->rows, scale_x = (double)job->flow_columns / job->columns;
    int at = (int)((row + 0.5) * scale_y) * job->flow_columns + (int)((column + 0.5) * scale_x);
    float moved_x = job->flow[2 * at] * (float)(2 / scale_x), moved_y = job->flow[2 * at + 1] * (float)(2 / scale_y);
    for (int p = 0; p < 4; p++)
        was[p] = sampled(job, (float)((double)moved_x + 2 * column + (p & 1)), (float)((double)moved_y + 2 * row + (p >> 1)));
    int error = job->residual[at], moved_on = job->change[at];
    trust[0] = job->error_terms[2 * error];
    trust[1] = job->error_terms[2 * error + 1];
    trust[2] = job->error_terms[2 * moved_on];
    int mask = job->mask[(ptrdiff_t)row * job->columns + column];
    int luma_error = error > moved_on ? error : moved_on;
    if (luma_error > job->stale_luma && abs(was[0] + was[1] + was[2] + was[3] - 4 * mask) > 4 * job->stale_alpha) {
        memset(was, mask, 4);
        memcpy(trust, job->no_confidence, sizeof job->no_confidence);
    }
}

/* Whether the last alpha stands: all person or all background, and the mask agrees. */
static int decided(const EdgeJob *job, int mask, const u8 was[4], const float trust[3])
{
    u8 least = 255, most = 0;
    for (int p = 0; p < 4; p++) {
        least = was[p] < least ? was[p] : least;
        most = was[p] > most ? was[p] : most;
    }
    if (least >= 255 - job->flat && trust[0] < job->explained && trust[2] < job->explained && mask >= 255 - job->disagrees)
        return 1;
    return most <= job->flat && mask <= job->disagrees;
}

/* Puts a cell's features into a block; `inside` says that none lies beyond the border. */
static void gather(const EdgeJob *job, Block *block, int row, int column, int inside)
{
    int k = block->count, rows = job->rows, columns = job->columns;
    int by = clamp(row / 8, 0, job->colour_rows - 1), bx = clamp(column / 8, 0, job->colour_columns - 1);
    const float *colours = job->colours + 7 * ((ptrdiff_t)by * job->colour_columns + bx);
    block->middle.each[k] = colours[0];
    block->direction.each[k] = colours[3];
    block->in[DISTANCE].each[k] = colours[6];
#define AROUND(plane, stride, y, x, bottom, right) \
    (inside ? (plane)[(ptrdiff_t)(y) * (stride) + (x)] \
            : (plane)[(ptrdiff_t)clamp(y, 0, bottom) * (stride) + clamp(x, 0, right)])
    for (int f = 0; f < MASK_FEATURES; f++)
        block->in[f].each[k] = AROUND(job->mask, columns, row + MASK_AT[f][0], column + MASK_AT[f][1], rows - 1, columns - 1);
    for (int f = 0; f < LUMA_FEATURES; f++)
        block->in[LIKENESS + f].each[k] = AROUND(job->luma, job->luma_stride, 2 * row + LUMA_AT[f][0],
                                            2 * column + LUMA_AT[f][1], 2 * rows - 1, 2 * columns - 1);
    for (int f = 0; f < CHROMA_FEATURES; f++) {
        int y = row + CHROMA_AT[f][0], x = column + CHROMA_AT[f][1];
        float u = AROUND(job->u, job->u_stride, y, x, rows - 1, columns - 1);
        float v = AROUND(job->v, job->v_stride, y, x, rows - 1, columns - 1);
        block->in[TINT + f].each[k] = (u - colours[1]) * colours[4] + (v - colours[2]) * colours[5];
    }
#undef AROUND
}

/* Writes the alpha of every cell; returns on how many the network was run. */
EXPORT int32_t refine_edge_cells(const EdgeJob *job)
{
    Block block = {0};
    int run = 0, columns = job->columns;
    ptrdiff_t pitch = 2 * (ptrdiff_t)columns;
    for (int row = 0; row < job->rows; row++) {
        const u8 *mask = job->mask + (ptrdiff_t)row * columns, *edge = job->edge + (ptrdiff_t)row * columns;
        const u8 *changed = job->changed ? job->changed + (ptrdiff_t)row * columns : NULL;
        u8 *line = job->alpha + 2 * row * pitch;
        for (int column = 0; column < columns; column++)
            line[2 * column] = line[2 * column + 1] = job->plain[mask[column]];
        memcpy(line + pitch, line, (size_t)pitch);
        for (int column = 0; column < columns; column++) {
            if (!edge[column])
                continue;
            u8 *at = line + 2 * column;
            if (changed && !changed[column]) {
                if (job->previous) {
                    const u8 *was = job->previous + 2 * row * pitch + 2 * column;
                    memcpy(at, was, 2);
                    memcpy(at + pitch, was + pitch, 2);
                }
                continue;
            }
            u8 was[4];
            float trust[3];
            if (job->flow) {
                recall(job, row, column, was, trust);
                if (!job->every_cell && decided(job, mask[column], was, trust)) {
                    memcpy(at, was, 2);
                    memcpy(at + pitch, was + 2, 2);
                    continue;
                }
            } else {
                memset(was, mask[column], 4);
                memcpy(trust, job->no_confidence, sizeof trust);
            }
            int inside = row >= REACH && row < job->rows - REACH && column >= REACH && column < columns - REACH;
            gather(job, &block, row, column, inside);
            for (int p = 0; p < 4; p++)
                block.in[HISTORY + p].each[block.count] = was[p];
            for (int c = 0; c < 3; c++)
                block.in[TRUST + c].each[block.count] = trust[c];
            block.out[block.count++] = at;
            run++;
            if (block.count == BLOCK)
                finish(job, &block);
        }
    }
    if (block.count)
        finish(job, &block);
    return run;
}
