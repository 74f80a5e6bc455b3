/* Disocclusion: which pixels of a propagated mask nothing proves to be the person's.
 *
 * The reference is engine/matte/disocclusion.py, whose words are used. All planes have half the mask's size. */
#include "windows.h"

enum { CHANNELS = 3 };

typedef struct {
    int32_t width, height;             /* of the mask; both even */
    const u8 *picture, *expected;      /* [height, width, 3] BGR */
    const float *alpha, *flow;         /* [height, width], [height, width, 2] */
    float tolerance, tolerance_per_noise, max_tolerance, tolerance_per_gradient;
    double sure;
    int32_t person_reach, background_reach, unknown_colour; /* a reach is half a window's side, at most MOST_REACH */
    double max_rejected;
    int32_t outline_reach;
    double max_ambiguous;
    float moving, max_displacement;
    float *confidence;                 /* [height, width], written */
} DisocclusionJob;

enum {
    PICTURE,
    EXPECTED = PICTURE + CHANNELS,
    INSIDE = EXPECTED + CHANNELS,
    PERSON, BACKGROUND, ERROR, CONTRAST, FROM_PERSON, FROM_BACKGROUND, MOVING, CORE, REJECTED,
    MASKED, HIGHEST, LOWEST, BETWEEN,
    COUNT
};

typedef struct {
    int width, height;
    size_t size;
    u8 *at[COUNT];
    u8 *line; /* width + 2 MOST_REACH */
    float *column; /* width */
    uint16_t *sums; /* 6 width */
} Planes;

static void add_rows(const u8 *restrict upper, const u8 *restrict lower, int size, uint16_t *restrict sums)
{
    for (int i = 0; i < size; i++)
        sums[i] = (uint16_t)(upper[i] + lower[i]);
}

/* Luma, B - G and R - G of a row of sums of two rows of an interleaved picture. */
static void opponent_row(const uint16_t *restrict sums, int width, u8 *restrict luma, u8 *restrict blue, u8 *restrict red)
{
    for (int x = 0; x < width; x++) {
        const uint16_t *at = sums + 2 * CHANNELS * x;
        int b = (at[0] + at[3] + 2) >> 2, g = (at[1] + at[4] + 2) >> 2, r = (at[2] + at[5] + 2) >> 2;
        luma[x] = (u8)((b + 2 * g + r + 2) >> 2);
        blue[x] = (u8)clamp(b - g + 128, 0, 255);
        red[x] = (u8)clamp(r - g + 128, 0, 255);
    }
}

/* Luma, B - G and R - G of an interleaved picture at half its size. */
static void opponent_colours(const Planes *planes, const u8 *bgr, int first)
{
    int width = planes->width, wide = 2 * CHANNELS * width;
    for (int y = 0; y < planes->height; y++, bgr += 2 * wide) {
        ptrdiff_t row = (ptrdiff_t)y * width;
        add_rows(bgr, bgr + wide, wide, planes->sums);
        opponent_row(planes->sums, width, planes->at[first] + row, planes->at[first + 1] + row, planes->at[first + 2] + row);
    }
}

/* Where the mask is the person, and surely the person or the background: 255, else 0. */
static void sort_mask(const DisocclusionJob *job, const Planes *planes)
{
    float sure = (float)job->sure, not = (float)(1 - job->sure);
    int width = planes->width;
    for (int y = 0; y < planes->height; y++) {
        const float *restrict upper = job->alpha + (ptrdiff_t)(2 * y) * job->width, *restrict lower = upper + job->width;
        ptrdiff_t row = (ptrdiff_t)y * width;
        u8 *restrict inside = planes->at[INSIDE] + row, *restrict person = planes->at[PERSON] + row;
        u8 *restrict background = planes->at[BACKGROUND] + row;
        for (int x = 0; x < width; x++) {
            float mean = ((upper[2 * x] + upper[2 * x + 1]) + (lower[2 * x] + lower[2 * x + 1])) * 0.25f;
            inside[x] = mean >= 0.5f ? 255 : 0;
            person[x] = mean >= sure ? 255 : 0;
            background[x] = mean <= not ? 255 : 0;
        }
    }
}

/* Maximum and minimum around each sample of a plane. */
static void range_of(const Planes *planes, const u8 *upper, const u8 *lower, int reach)
{
    u8 *between = planes->at[BETWEEN], *line = planes->line;
    if (upper)
        largest(upper, planes->width, planes->height, reach, between, line, planes->at[HIGHEST]);
    if (lower)
        smallest(lower, planes->width, planes->height, reach, between, line, planes->at[LOWEST]);
}

static void keep_error(const u8 *restrict picture, const u8 *restrict expected, size_t size, u8 *restrict error)
{
    for (size_t i = 0; i < size; i++) {
        u8 a = picture[i], b = expected[i], high = a > b ? a : b, low = a < b ? a : b, found = (u8)(high - low);
        u8 most = error[i];
        error[i] = found > most ? found : most;
    }
}

/* Largest of the channels' errors, and of their local contrasts. */
static void compare_pictures(const Planes *planes)
{
    u8 *error = planes->at[ERROR], *contrast = planes->at[CONTRAST];
    memset(error, 0, planes->size);
    memset(contrast, 0, planes->size);
    for (int c = 0; c < CHANNELS; c++) {
        const u8 *expected = planes->at[EXPECTED + c];
        range_of(planes, expected, expected, 1);
        keep_error(planes->at[PICTURE + c], expected, planes->size, error);
        keep_error(planes->at[HIGHEST], planes->at[LOWEST], planes->size, contrast);
    }
}

/* Median error of the background; 0 where there is none. */
static int noise_of(const Planes *planes)
{
    const u8 *background = planes->at[BACKGROUND], *error = planes->at[ERROR];
    int histogram[256] = {0}, total = 0, seen = 0, level = 0;
    for (size_t i = 0; i < planes->size; i++)
        histogram[error[i]] += background[i] & 1;
    for (int i = 0; i < 256; i++)
        total += histogram[i];
    while (total && 2 * (seen += histogram[level]) < total)
        level++;
    return level;
}

/* The colours where a plane is set, and elsewhere 0 (for a maximum) or 255 (for a minimum). */
static void choose(const u8 *restrict colours, const u8 *restrict where, u8 elsewhere, size_t size, u8 *restrict out)
{
    for (size_t i = 0; i < size; i++)
        out[i] = (u8)((colours[i] & where[i]) | (elsewhere & (u8)~where[i]));
}

static void keep_distance(const u8 *restrict picture, const u8 *restrict high, const u8 *restrict low, size_t size,
                          u8 *restrict distance)
{
    for (size_t i = 0; i < size; i++) {
        u8 value = picture[i], highest = high[i], lowest = low[i], most = distance[i];
        u8 above = (u8)((value > highest ? value : highest) - highest), below = (u8)((lowest > value ? lowest : value) - value);
        most = above > most ? above : most;
        distance[i] = below > most ? below : most;
    }
}

/* Distance of each colour from the range of those that are expected nearby where a plane is set. */
static void outside_range(const Planes *planes, const u8 *where, int reach, u8 *distance)
{
    u8 *masked = planes->at[MASKED];
    memset(distance, 0, planes->size);
    for (int c = 0; c < CHANNELS; c++) {
        choose(planes->at[EXPECTED + c], where, 0, planes->size, masked);
        range_of(planes, masked, NULL, reach);
        choose(planes->at[EXPECTED + c], where, 255, planes->size, masked);
        range_of(planes, NULL, masked, reach);
        keep_distance(planes->at[PICTURE + c], planes->at[HIGHEST], planes->at[LOWEST], planes->size, distance);
    }
}

/* Speeds of a row, by the larger of their two parts. */
static void speeds(const float *restrict flow, int width, float limit, float *restrict speed, u8 *restrict moving)
{
    for (int x = 0; x < width; x++) {
        float across = fabsf(flow[4 * x]), down = fabsf(flow[4 * x + 1]);
        speed[x] = across > down ? across : down;
    }
    for (int x = 0; x < width; x++)
        moving[x] = speed[x] > limit ? 255 : 0;
}

/* Marks what moves; returns the largest displacement inside. */
static float find_motion(const DisocclusionJob *job, const Planes *planes)
{
    float fastest = 0;
    for (int y = 0; y < planes->height; y++) {
        ptrdiff_t row = (ptrdiff_t)y * planes->width;
        const u8 *inside = planes->at[INSIDE] + row;
        speeds(job->flow + 4 * row * 2, planes->width, job->moving, planes->column, planes->at[MOVING] + row);
        for (int x = 0; x < planes->width; x++)
            if (inside[x] && planes->column[x] > fastest)
                fastest = planes->column[x];
    }
    return fastest;
}

/* A rounded difference exceeds a whole number: where, 255 and else 0. Halves are rounded to the even neighbour. */
static void unexplained(const u8 *restrict error, const u8 *restrict contrast, float slope, int beyond, size_t size,
                        u8 *restrict out)
{
    float limit = (float)beyond + 0.5f;
    limit = beyond & 1 ? nextafterf(limit, 0) : limit;
    for (size_t i = 0; i < size; i++)
        out[i] = (float)error[i] - slope * (float)contrast[i] > limit ? 255 : 0;
}

static void sort_pixels(const Planes *planes, int beyond, int unknown, const u8 *restrict errors, u8 *restrict rejected,
                        u8 *restrict ambiguous)
{
    const u8 *restrict inside = planes->at[INSIDE], *restrict core = planes->at[CORE], *restrict moving = planes->at[MOVING];
    const u8 *restrict person = planes->at[FROM_PERSON], *restrict background = planes->at[FROM_BACKGROUND];
    u8 tolerance = (u8)beyond, most = (u8)clamp(unknown, 0, 255);
    for (size_t i = 0; i < planes->size; i++) {
        u8 p = person[i], b = background[i];
        u8 nearer = (u8)((b < p ? 255 : 0) | (p > most ? 255 : 0)), far = p > tolerance ? 255 : 0;
        u8 near = b <= tolerance ? 255 : 0;
        rejected[i] = nearer & far & errors[i] & inside[i];
        ambiguous[i] = near & (inside[i] ^ core[i]) & moving[i];
    }
}

/* Marks rejected pixels; returns whether the others can be trusted. */
static int reject(const DisocclusionJob *job, const Planes *planes, float fastest)
{
    u8 *const *at = planes->at, *restrict rejected = at[REJECTED], *restrict ambiguous = at[MASKED];
    size_t size = planes->size;
    float tolerance = job->tolerance + job->tolerance_per_noise * (float)noise_of(planes);
    tolerance = tolerance < job->max_tolerance ? tolerance : job->max_tolerance;
    int beyond = (int)floorf(tolerance); /* a whole number is above both or neither */
    unexplained(at[ERROR], at[CONTRAST], job->tolerance_per_gradient, beyond, size, at[HIGHEST]);
    sort_pixels(planes, beyond, job->unknown_colour, at[HIGHEST], rejected, ambiguous);
    int area = count(at[INSIDE], size), length = area - count(at[CORE], size);
    int trusted = count(rejected, size) <= job->max_rejected * area && count(ambiguous, size) <= job->max_ambiguous * length
                  && fastest <= job->max_displacement;
    for (size_t i = 0; i < size; i++)
        rejected[i] |= ambiguous[i];
    return trusted;
}

/* At the mask's size, bilinear: 0 where a plane is set, 1 where it is not. */
static void write_confidence(const DisocclusionJob *job, const Planes *planes, const u8 *rejected)
{
    int width = planes->width, height = planes->height;
    float *restrict column = planes->column;
    for (int y = 0; y < job->height; y++) {
        int near = y / 2, far = clamp(y & 1 ? near + 1 : near - 1, 0, height - 1);
        const u8 *restrict a = rejected + (ptrdiff_t)near * width, *restrict b = rejected + (ptrdiff_t)far * width;
        float *restrict out = job->confidence + (ptrdiff_t)y * job->width;
        for (int x = 0; x < width; x++)
            column[x] = (a[x] ? 0.0f : 0.75f) + (b[x] ? 0.0f : 0.25f);
        out[0] = column[0];
        for (int x = 0; x < width - 1; x++) {
            out[2 * x + 1] = column[x] * 0.75f + column[x + 1] * 0.25f;
            out[2 * x + 2] = column[x] * 0.25f + column[x + 1] * 0.75f;
        }
        out[job->width - 1] = column[width - 1];
    }
}

static u8 *lay_out(Planes *planes, int width, int height)
{
    *planes = (Planes){.width = width, .height = height, .size = (size_t)width * (size_t)height};
    size_t columns = (size_t)width * sizeof(float), sums = (size_t)width * 2 * CHANNELS * sizeof(uint16_t);
    u8 *memory = malloc(columns + sums + COUNT * planes->size + (size_t)width + 2 * MOST_REACH);
    if (!memory)
        return NULL;
    planes->column = (float *)memory;
    planes->sums = (uint16_t *)(memory + columns);
    for (int i = 0; i < COUNT; i++)
        planes->at[i] = memory + columns + sums + (size_t)i * planes->size;
    planes->line = memory + columns + sums + COUNT * planes->size;
    return memory;
}

/* Writes the confidence; returns whether the mask may be used at all, and -1 without memory. */
EXPORT int32_t examine_propagated(const DisocclusionJob *job)
{
    Planes planes;
    u8 *memory = lay_out(&planes, job->width / 2, job->height / 2), **at = planes.at;
    if (!memory)
        return -1;
    int width = planes.width, height = planes.height;
    opponent_colours(&planes, job->picture, PICTURE);
    opponent_colours(&planes, job->expected, EXPECTED);
    sort_mask(job, &planes);
    compare_pictures(&planes);
    outside_range(&planes, at[PERSON], job->person_reach, at[FROM_PERSON]);
    outside_range(&planes, at[BACKGROUND], job->background_reach, at[FROM_BACKGROUND]);
    smallest(at[INSIDE], width, height, job->outline_reach, at[BETWEEN], planes.line, at[CORE]);
    int trusted = reject(job, &planes, find_motion(job, &planes));
    /* The soft edge beside rejected pixels is rejected with them. */
    largest(at[REJECTED], width, height, 1, at[BETWEEN], planes.line, at[MASKED]);
    write_confidence(job, &planes, at[MASKED]);
    free(memory);
    return trusted;
}
