/* A picture cut into square tiles, and what varies slowly from tile to tile. */
#ifndef CYCLORAMA_TILES_H
#define CYCLORAMA_TILES_H

#include "kernels.h"

enum { MOST_SIDE = 16, MOST_SAMPLES = MOST_SIDE * MOST_SIDE, PLANES = 3 };

typedef struct {
    const u8 *person, *background; /* background may be `out` itself */
    u8 *out;
    ptrdiff_t person_stride, background_stride, out_stride;
    const u8 *small;               /* the frame's plane at half its size; NULL if there is none */
    ptrdiff_t small_stride;
} ComposePlane;

typedef struct {
    int32_t width, height;
    int32_t interleaved;           /* 1: BGR, planes are channels of one picture; 0: I420, the last two are halved */
    int32_t side, window;          /* of a tile in pixels, 8 or 16; of the averages in tiles, odd */
    int32_t refine, straight;      /* see EdgeOptions */
    float light_wrap;              /* part of the background's light in the outermost edge, 0..1 */
    const u8 *alpha;               /* [height, width], 255 = person */
    ptrdiff_t alpha_stride;
    ComposePlane planes[PLANES];
} ComposeJob;

/* What a tile holds. */
enum { EMPTY = 0, MIXED = 1, PERSON = 2 };

/* Slowly varying fields: one number a tile, [rows + 2, columns + 2] with a border of one tile around the box. */
enum { FOREGROUND = 0, BACKGROUND = 3, LIGHT = 6, WRAP = 9, FIELDS = 10 };

typedef struct {
    int rows, columns;             /* of the grid of tiles */
    u8 *kind, *near;               /* [rows, columns]; near: close enough to a mixed tile to have part in its colours */
    int top, bottom, left, right;  /* box of tiles around the mixed ones */
    float *fields[FIELDS];
    void *memory[3];
} Grid;

static inline int step_of(const ComposeJob *job) { return job->interleaved ? 3 : 1; }
static inline int shift_of(const ComposeJob *job, int plane) { return !job->interleaved && plane > 0; }

/* Sorts the tiles of a picture's alpha and finds the box of the mixed ones; returns 0 where memory is short. */
int sort_tiles(const ComposeJob *job, Grid *grid);

/* Estimates the fields that the job asks for around the mixed tiles; returns 0 where memory is short. */
int estimate_fields(const ComposeJob *job, Grid *grid);

#endif
