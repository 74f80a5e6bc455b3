/* Composition: the person over the background, each plane written once.
 *
 * The picture is cut into square tiles. A tile without the person is copied from the background, one of the person alone
 * from the frame; only mixed tiles are computed. The reference is engine/compositor/blending, whose words are used. */
#include "tiles.h"

/* How much of the left, the tile's own and the right field there is at each sample of a row: bilinear between centres. */
typedef struct {
    float left[MOST_SIDE], own[MOST_SIDE], right[MOST_SIDE];
} Ramp;

static Ramp ramp_of(int side)
{
    Ramp ramp = {{0}, {0}, {0}};
    for (int at = 0; at < side; at++) {
        float offset = ((float)at + 0.5f) / (float)side - 0.5f;
        ramp.left[at] = offset < 0 ? -offset : 0;
        ramp.own[at] = 1 - fabsf(offset);
        ramp.right[at] = offset > 0 ? offset : 0;
    }
    return ramp;
}

/* A field at each sample of a tile. */
ALWAYS_INLINE void interpolate(const Grid *grid, int field, int row, int column, int side, const Ramp *ramp, float *out)
{
    int pitch = grid->right - grid->left + 2;
    const float *at = grid->fields[field] + (row - grid->top) * pitch + column - grid->left;
    for (int y = 0; y < side; y++) {
        float three[3];
        for (int x = 0; x < 3; x++)
            three[x] = at[x] * ramp->left[y] + at[pitch + x] * ramp->own[y] + at[2 * pitch + x] * ramp->right[y];
        for (int x = 0; x < side; x++)
            out[y * side + x] = three[0] * ramp->left[x] + three[1] * ramp->own[x] + three[2] * ramp->right[x];
    }
}

/* Reads a tile's samples; what lies beyond the border is 0. */
ALWAYS_INLINE void load(const u8 *plane, ptrdiff_t stride, int side, int step, int height, int width, u8 *samples)
{
    if (height == side && width == side) {
        for (int y = 0; y < side; y++, plane += stride)
            if (step == 1)
                memcpy(samples + y * side, plane, (size_t)side);
            else
                for (int x = 0; x < side; x++)
                    samples[y * side + x] = plane[x * step];
        return;
    }
    memset(samples, 0, (size_t)(side * side));
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            samples[y * side + x] = plane[y * stride + x * step];
}

/* Blends one plane of a mixed tile; `shift` is 1 for a plane of half the size. */
ALWAYS_INLINE void blend(const ComposeJob *job, const Grid *grid, int plane, int row, int column, int side, int step, int shift,
                         const Ramp *ramp, const u8 *opacity)
{
    const ComposePlane *p = &job->planes[plane];
    int samples = side * side;
    int height = (job->height >> shift) - row * side, width = (job->width >> shift) - column * side;
    height = height < side ? height : side;
    width = width < side ? width : side;
    ptrdiff_t x0 = (ptrdiff_t)column * side * step;
    u8 person[MOST_SAMPLES], background[MOST_SAMPLES], result[MOST_SAMPLES];
    float colour[MOST_SAMPLES], alpha[MOST_SAMPLES], fore[MOST_SAMPLES], back[MOST_SAMPLES];
    load(p->person + row * side * p->person_stride + x0, p->person_stride, side, step, height, width, person);
    load(p->background + row * side * p->background_stride + x0, p->background_stride, side, step, height, width, background);
    for (int at = 0; at < samples; at++) {
        colour[at] = person[at];
        alpha[at] = opacity[at] * (1.0f / 255);
    }
    if (job->refine) {
        interpolate(grid, FOREGROUND + plane, row, column, side, ramp, fore);
        interpolate(grid, BACKGROUND + plane, row, column, side, ramp, back);
        for (int at = 0; at < samples; at++) {
            float own = (colour[at] - back[at] + (back[at] - fore[at]) * alpha[at]) * alpha[at] + fore[at];
            own = own < 0 ? 0 : own;
            colour[at] = own > 255 ? 255 : own;
        }
    }
    if (job->light_wrap > 0) {
        interpolate(grid, LIGHT + plane, row, column, side, ramp, fore);
        interpolate(grid, WRAP, row, column, side, ramp, back);
        for (int at = 0; at < samples; at++)
            colour[at] += (fore[at] - colour[at]) * back[at];
    }
    if (job->straight)
        for (int at = 0; at < samples; at++)
            result[at] = opacity[at] ? rounded(colour[at]) : background[at];
    else
        for (int at = 0; at < samples; at++)
            result[at] = rounded(background[at] + (colour[at] - background[at]) * alpha[at]);
    u8 *out = p->out + row * side * p->out_stride + x0;
    for (int y = 0; y < height; y++, out += p->out_stride)
        if (step == 1 && width == side)
            memcpy(out, result + y * side, (size_t)side);
        else
            for (int x = 0; x < width; x++)
                out[x * step] = result[y * side + x];
}

/* Blends a mixed tile in all planes. */
ALWAYS_INLINE void blend_planes(const ComposeJob *job, const Grid *grid, int row, int column, int side, const Ramp ramps[2])
{
    u8 opacity[MOST_SAMPLES], half[MOST_SAMPLES / 4];
    int height = job->height - row * side, width = job->width - column * side;
    const u8 *alpha = job->alpha + row * side * job->alpha_stride + column * side;
    load(alpha, job->alpha_stride, side, 1, height < side ? height : side, width < side ? width : side, opacity);
    if (job->interleaved) {
        for (int plane = 0; plane < PLANES; plane++)
            blend(job, grid, plane, row, column, side, 3, 0, ramps, opacity);
        return;
    }
    blend(job, grid, 0, row, column, side, 1, 0, ramps, opacity);
    for (int y = 0; y < side / 2; y++)
        for (int x = 0; x < side / 2; x++) {
            const u8 *at = opacity + 2 * y * side + 2 * x;
            half[y * side / 2 + x] = (u8)((at[0] + at[1] + at[side] + at[side + 1] + 2) >> 2);
        }
    for (int plane = 1; plane < PLANES; plane++)
        blend(job, grid, plane, row, column, side / 2, 1, 1, ramps + 1, half);
}

/* Copies a run of tiles of one kind. */
static void copy(const ComposeJob *job, int kind, int row, int first, int end)
{
    for (int plane = 0; plane < (job->interleaved ? 1 : PLANES); plane++) {
        const ComposePlane *p = &job->planes[plane];
        const u8 *from = kind == PERSON ? p->person : p->background;
        ptrdiff_t stride = kind == PERSON ? p->person_stride : p->background_stride;
        if (from == p->out)
            continue;
        int shift = shift_of(job, plane), side = job->side >> shift, step = step_of(job);
        int width = job->width >> shift, height = job->height >> shift;
        int left = first * side, right = end * side < width ? end * side : width;
        int bottom = (row + 1) * side < height ? (row + 1) * side : height;
        for (int y = row * side; y < bottom; y++)
            memcpy(p->out + y * p->out_stride + (ptrdiff_t)left * step, from + y * stride + (ptrdiff_t)left * step,
                   (size_t)(right - left) * step);
    }
}

/* Composes a picture; returns 0 where memory is short, and then has written nothing. */
EXPORT int32_t compose_tiles(const ComposeJob *job)
{
    Grid grid;
    int done = sort_tiles(job, &grid);
    if (done && grid.bottom && (job->refine || job->light_wrap > 0))
        done = estimate_fields(job, &grid);
    const Ramp ramps[2] = {ramp_of(job->side), ramp_of(job->side / 2)};
    for (int row = 0; done && row < grid.rows; row++) {
        const u8 *kind = grid.kind + row * grid.columns;
        for (int column = 0; column < grid.columns;) {
            if (kind[column] == MIXED) {
                if (job->side == 8)
                    blend_planes(job, &grid, row, column++, 8, ramps);
                else
                    blend_planes(job, &grid, row, column++, 16, ramps);
                continue;
            }
            int first = column;
            while (column < grid.columns && kind[column] == kind[first])
                column++;
            copy(job, kind[first], row, first, column);
        }
    }
    for (int at = 0; at < 3; at++)
        free(grid.memory[at]);
    return done;
}
