/* What the kernels share. C11 for GCC and Clang; SIMD is left to the compiler.
 *
 * Each structure is declared again in Python beside the function that fills it. Planes are uint8, row by row; a stride
 * is the distance of two rows in bytes. */
#ifndef CYCLORAMA_KERNELS_H
#define CYCLORAMA_KERNELS_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

/* For functions with a size that is a constant where they are called: only then do their loops become SIMD. */
#define ALWAYS_INLINE static inline __attribute__((always_inline))

typedef uint8_t u8;

/* Numbers of one register, computed together. */
#if defined(__AVX__)
enum { LANES = 8 };
typedef float Lanes __attribute__((vector_size(32)));
#else
enum { LANES = 4 };
typedef float Lanes __attribute__((vector_size(16)));
#endif

static inline int clamp(int value, int low, int high) { return value < low ? low : value > high ? high : value; }

/* A value of 0..255 to the nearest sample. */
static inline u8 rounded(float value) { return (u8)(int32_t)(value + 0.5f); }

#endif
