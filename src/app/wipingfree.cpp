// What stands in for free() and realloc() of the whole program, its libraries included: what is given back is
// overwritten first, since Qt, OpenSSL and the standard library leave behind what they held. An operator delete
// of one's own would not reach any of that. Linked into programs, not into libraries; glibc says how.
// Figures: docs/architecture.md, "Memory".

#include <malloc.h>
#include <stdlib.h> // NOLINT(modernize-deprecated-headers): what is defined here

#include <cerrno>
#include <cstddef>
#include <cstring>

extern "C" {
void __libc_free(void* memory);                       // NOLINT(bugprone-reserved-identifier)
void* __libc_realloc(void* memory, std::size_t size); // NOLINT(bugprone-reserved-identifier)
}

namespace {
/// Whether glibc has mapped this block by itself: then the kernel takes it back, and clears it before anybody gets
/// it again. The second lowest bit of the word before it says so.
bool isMapped(const void* memory)
{
    return (static_cast<const std::size_t*>(memory)[-1] & 2U) != 0;
}

void overwrite(void* memory, std::size_t size)
{
    std::memset(memory, 0, size);
    // Whoever reads it afterwards is unknown to the compiler, so it cannot be left out.
    asm volatile("" : : "r"(memory) : "memory");
}
} // namespace

extern "C" void free(void* memory) noexcept
{
    if (!memory)
        return;
    const int error = errno; // free() leaves it alone
    if (!isMapped(memory))
        overwrite(memory, malloc_usable_size(memory));
    __libc_free(memory);
    errno = error;
}

extern "C" void* realloc(void* memory, std::size_t size) noexcept
{
    if (memory && size == 0) {
        free(memory);
        return nullptr;
    }
    // A mapped block is moved with its pages, or unmapped.
    if (!memory || isMapped(memory))
        return __libc_realloc(memory, size);
    const std::size_t usable = malloc_usable_size(memory);
    if (size <= usable) {
        overwrite(static_cast<char*>(memory) + size, usable - size);
        // Small remainders are not worth a split.
        return size < usable / 2 ? __libc_realloc(memory, size) : memory;
    }
    // glibc would copy and give the old block back as it is.
    void* const moved = malloc(size);
    if (!moved)
        return nullptr;
    std::memcpy(moved, memory, usable);
    free(memory);
    return moved;
}
