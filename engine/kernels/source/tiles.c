#include "tiles.h"

/* near = whether a mixed tile is at most `reach` tiles away, both ways. */
static void dilate(const Grid *grid, int reach)
{
    int rows = grid->rows, columns = grid->columns;
    memset(grid->near, 0, (size_t)rows * columns);
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++) {
            if (grid->kind[row * columns + column] != MIXED)
                continue;
            int left = clamp(column - reach, 0, columns - 1), right = clamp(column + reach, 0, columns - 1);
            int top = clamp(row - reach, 0, rows - 1), bottom = clamp(row + reach, 0, rows - 1);
            /* The neighbour on the left has set all but the last column. */
            if (column && grid->kind[row * columns + column - 1] == MIXED)
                left = right;
            for (int y = top; y <= bottom; y++)
                memset(grid->near + y * columns + left, 1, (size_t)(right - left + 1));
        }
}

/* The kind of each tile of a row, from the or and the and of its samples in every column of pixels. */
static void sort_row(const ComposeJob *job, const u8 *some, const u8 *all, u8 *kind, int columns)
{
    for (int column = 0; column < columns; column++) {
        int first = column * job->side, end = first + job->side;
        u8 any = 0, every = 255;
        if (end <= job->width)
            for (int x = first; x < end; x += 8) {
                uint64_t eight, opaque;
                memcpy(&eight, some + x, 8);
                memcpy(&opaque, all + x, 8);
                any |= eight != 0;
                every &= opaque == UINT64_MAX ? 255 : 0;
            }
        for (int x = first; end > job->width && x < job->width; x++) {
            any |= some[x];
            every &= all[x];
        }
        kind[column] = !any ? EMPTY : every == 255 ? PERSON : MIXED;
    }
}

int sort_tiles(const ComposeJob *job, Grid *grid)
{
    int side = job->side, width = job->width, rows = (job->height + side - 1) / side, columns = (width + side - 1) / side;
    size_t tiles = (size_t)rows * columns;
    *grid = (Grid){.rows = rows, .columns = columns, .top = rows, .left = columns};
    grid->memory[0] = malloc(2 * tiles + 2 * (size_t)width);
    if (!grid->memory[0])
        return 0;
    grid->kind = grid->memory[0];
    grid->near = grid->kind + tiles;
    u8 *some = grid->near + tiles, *all = some + width;
    for (int row = 0; row < rows; row++) {
        const u8 *alpha = job->alpha + row * side * job->alpha_stride;
        int lines = job->height - row * side < side ? job->height - row * side : side;
        memcpy(some, alpha, (size_t)width);
        memcpy(all, alpha, (size_t)width);
        for (int y = 1; y < lines; y++) {
            alpha += job->alpha_stride;
            for (int x = 0; x < width; x++) {
                some[x] |= alpha[x];
                all[x] &= alpha[x];
            }
        }
        sort_row(job, some, all, grid->kind + row * columns, columns);
    }
    if (job->light_wrap > 0) { /* light reaches further into the person */
        dilate(grid, (job->window + 2) / 2);
        for (size_t at = 0; at < tiles; at++)
            if (grid->near[at] && grid->kind[at] == PERSON)
                grid->kind[at] = MIXED;
    }
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++)
            if (grid->kind[row * columns + column] == MIXED) {
                grid->top = row < grid->top ? row : grid->top;
                grid->left = column < grid->left ? column : grid->left;
                grid->bottom = row + 1;
                grid->right = column + 1 > grid->right ? column + 1 : grid->right;
            }
    return 1;
}

/* A plane as it is averaged: a step of 3 picks one channel of an interleaved picture. */
typedef struct {
    const u8 *samples;
    ptrdiff_t stride;
    int step, side, height, width;
} Source;

/* Two rows of samples to one of half the width, by area. */
static void halve(const u8 *restrict upper, const u8 *restrict lower, int width, u8 *restrict to)
{
    for (int x = 0; x < width; x++)
        to[x] = (u8)((upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1] + 2) >> 2);
}

/* The means of a row's tiles first..end, by repeated halving, each rounded; beyond its border a plane repeats itself.
 *
 * `work` holds 2 * side * side * (end - first) samples. */
static void tile_means(const Source *source, int row, int first, int end, u8 *work, float *means)
{
    int side = source->side, width = (end - first) * side, left = first * side;
    int inside = source->width - left < width ? source->width - left : width;
    for (int y = 0; y < side; y++) {
        const u8 *from = source->samples + clamp(row * side + y, 0, source->height - 1) * source->stride;
        u8 *to = work + y * width;
        if (source->step == 1)
            memcpy(to, from + left, (size_t)inside);
        else
            for (int x = 0; x < inside; x++)
                to[x] = from[(left + x) * source->step];
        if (inside < width)
            memset(to + inside, to[inside - 1], (size_t)(width - inside));
    }
    u8 *half = work + side * width;
    for (; side > 1; side /= 2, width /= 2) {
        for (int y = 0; y < side / 2; y++)
            halve(work + 2 * y * width, work + (2 * y + 1) * width, width / 2, half + y * (width / 2));
        u8 *swap = work;
        work = half;
        half = swap;
    }
    for (int x = 0; x < end - first; x++)
        means[x] = work[x];
}

/* Where a field's value beyond its border is taken from: the outermost tile once more, then mirrored around that, as
 * cv2.copyMakeBorder by one and cv2.blur do. */
static int mirrored(int at, int count)
{
    int last = count + 1;
    for (at++; at < 0 || at > last;)
        at = at < 0 ? -at : 2 * last - at;
    return clamp(at - 1, 0, count - 1);
}

/* Sizes of the arrays that fields are estimated in. */
typedef struct {
    int rows, columns;   /* of a field */
    int reach;           /* of an average, to each side */
    int lines, pitch;    /* of what is averaged: a field and the reach around it */
    size_t field, whole; /* numbers of the one and of the other */
} Extent;

/* Box averages of window x window numbers. */
static void average(const Extent *extent, const float *source, float *target, float *line)
{
    int window = 2 * extent->reach + 1, pitch = extent->pitch;
    float part = 1.0f / (float)(window * window);
    for (int row = 0; row < extent->rows; row++) {
        float *to = target + row * extent->columns;
        for (int x = 0; x < pitch; x++)
            line[x] = source[row * pitch + x] * part;
        for (int y = row + 1; y < row + window; y++)
            for (int x = 0; x < pitch; x++)
                line[x] += source[y * pitch + x] * part;
        for (int x = 0; x < extent->columns; x++)
            to[x] = line[x];
        for (int d = 1; d < window; d++)
            for (int x = 0; x < extent->columns; x++)
                to[x] += line[x + d];
    }
}

/* The means of all tiles of the extent, [lines, pitch]; returns 0 where memory is short. */
static int spread_means(const Grid *grid, const Extent *extent, const Source *source, float *target)
{
    int above = grid->top - 1 - extent->reach, before = grid->left - 1 - extent->reach;
    int first = clamp(before, 0, grid->columns - 1), end = clamp(before + extent->pitch, 1, grid->columns);
    /* A tile that is mirrored in lies inside of the border as far as its image lies outside. */
    int width = end - first, side = source->side;
    float *means = malloc((size_t)width * (sizeof *means + 2 * (size_t)side * side));
    if (!means)
        return 0;
    for (int y = 0; y < extent->lines; y++) {
        float *to = target + (size_t)y * extent->pitch;
        int row = mirrored(above + y, grid->rows);
        if (!memchr(grid->near + row * grid->columns, 1, (size_t)grid->columns)) {
            memset(to, 0, (size_t)extent->pitch * sizeof *to);
            continue;
        }
        tile_means(source, row, first, end, (u8 *)(means + width), means);
        for (int x = 0; x < extent->pitch; x++)
            to[x] = means[clamp(mirrored(before + x, grid->columns), first, end - 1) - first];
    }
    free(means);
    return 1;
}

static Source source_of(const ComposeJob *job, int plane, int of_background)
{
    const ComposePlane *p = &job->planes[plane];
    int step = job->interleaved ? 3 : 1, shift = !job->interleaved && plane > 0;
    Source source = {p->person, p->person_stride, step, 0, 0, 0};
    if (of_background) {
        source.samples = p->background;
        source.stride = p->background_stride;
    } else if (p->small) {
        source.samples = p->small;
        source.stride = p->small_stride;
        shift++;
    }
    source.side = job->side >> shift;
    source.height = job->height >> shift;
    source.width = job->width >> shift;
    return source;
}

static const float LEAST_WEIGHT = 1e-3f; /* see foreground.py */

/* One side's colours: the picture's, weighted by the cube of how sure alpha is of them. */
static void estimate_colours(const Extent *extent, const float *picture, const float *alpha, int of_background,
                             float *fields[PLANES], float *work)
{
    float *cube = work, *product = cube + extent->whole, *weight = product + extent->whole, *line = weight + extent->field;
    for (size_t at = 0; at < extent->whole; at++) {
        float certain = of_background ? 1 - alpha[at] : alpha[at];
        cube[at] = certain * certain * certain;
    }
    average(extent, cube, weight, line);
    for (size_t at = 0; at < extent->field; at++)
        weight[at] = 1 / (weight[at] + LEAST_WEIGHT);
    for (int plane = 0; plane < PLANES; plane++, picture += extent->whole) {
        for (size_t at = 0; at < extent->whole; at++)
            product[at] = picture[at] * cube[at];
        average(extent, product, fields[plane], line);
        for (int y = 0; y < extent->rows; y++) {
            const float *own = picture + (size_t)(y + extent->reach) * extent->pitch + extent->reach;
            float *to = fields[plane] + (size_t)y * extent->columns;
            for (int x = 0; x < extent->columns; x++)
                to[x] = (to[x] + own[x] * LEAST_WEIGHT) * weight[(size_t)y * extent->columns + x];
        }
    }
}

int estimate_fields(const ComposeJob *job, Grid *grid)
{
    Extent extent = {.rows = grid->bottom - grid->top + 2, .columns = grid->right - grid->left + 2, .reach = job->window / 2};
    extent.lines = extent.rows + 2 * extent.reach;
    extent.pitch = extent.columns + 2 * extent.reach;
    extent.field = (size_t)extent.rows * extent.columns;
    extent.whole = (size_t)extent.lines * extent.pitch;
    float *work = grid->memory[1] =
        malloc(((PLANES + 3) * extent.whole + extent.field + (size_t)extent.pitch) * sizeof *work);
    float *fields = grid->memory[2] = malloc(FIELDS * extent.field * sizeof *fields);
    if (!work || !fields)
        return 0;
    for (int field = 0; field < FIELDS; field++)
        grid->fields[field] = fields + field * extent.field;
    float *picture = work, *alpha = picture + PLANES * extent.whole, *rest = alpha + extent.whole;
    /* Two more tiles than an average reaches: the fields' border, and what is mirrored there. */
    dilate(grid, extent.reach + 2);
    Source opacity = {job->alpha, job->alpha_stride, 1, job->side, job->height, job->width};
    if (!spread_means(grid, &extent, &opacity, alpha))
        return 0;
    for (size_t at = 0; at < extent.whole; at++)
        alpha[at] *= 1.0f / 255;
    for (int plane = 0; job->refine && plane < PLANES; plane++) {
        Source source = source_of(job, plane, 0);
        if (!spread_means(grid, &extent, &source, picture + plane * extent.whole))
            return 0;
    }
    if (job->refine) {
        estimate_colours(&extent, picture, alpha, 0, grid->fields + FOREGROUND, rest);
        estimate_colours(&extent, picture, alpha, 1, grid->fields + BACKGROUND, rest);
    }
    if (job->light_wrap <= 0)
        return 1;
    for (int plane = 0; plane < PLANES; plane++) {
        Source source = source_of(job, plane, 1);
        if (!spread_means(grid, &extent, &source, picture))
            return 0;
        average(&extent, picture, grid->fields[LIGHT + plane], rest);
    }
    for (size_t at = 0; at < extent.whole; at++)
        picture[at] = (1 - alpha[at]) * job->light_wrap;
    average(&extent, picture, grid->fields[WRAP], rest);
    return 1;
}
