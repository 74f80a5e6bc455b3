/* What a loader asks of the library before it calls anything else. */
#include "kernels.h"

/* Names the source that this was compiled from. */
EXPORT const char *kernels_digest(void) { return KERNELS_DIGEST; }

/* Whether the processor runs the AVX2 variant. */
EXPORT int32_t supports_avx2(void)
{
#if defined(__x86_64__) || defined(_M_X64)
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
    return 0;
#endif
}
