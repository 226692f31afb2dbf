/* faults.so, preloaded: lets the call of a kind (FAULT: write, short, fsync, rename, link, malloc) fail whose number is
 * FAULT_AT; with FAULT_COUNT the calls are counted into that file at the end. Only regular files and the program's own
 * calls of malloc count. */
#include <dlfcn.h>
#include <errno.h>
#include <link.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct {
    const char *kind;
    long at, count;
    uintptr_t from, to; /* of the program's code */
    bool ready;
} fault;

static int find_program(struct dl_phdr_info *info, size_t size, void *context) {
    (void)size, (void)context;
    for (int i = 0; i < info->dlpi_phnum; i++)
        if (info->dlpi_phdr[i].p_type == PT_LOAD && info->dlpi_phdr[i].p_flags & PF_X) {
            fault.from = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
            fault.to = fault.from + info->dlpi_phdr[i].p_memsz;
        }
    return 1; /* the first is the program */
}

__attribute__((constructor)) static void begin(void) {
    const char *at = getenv("FAULT_AT");
    fault.kind = getenv("FAULT");
    fault.at = at ? atol(at) : -1;
    dl_iterate_phdr(find_program, NULL);
    fault.ready = true;
}

__attribute__((destructor)) static void end(void) {
    const char *path = getenv("FAULT_COUNT");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (file) {
        fprintf(file, "%ld\n", fault.count);
        fclose(file);
    }
}

static bool hits(const char *kind) {
    return fault.ready && fault.kind && strcmp(kind, fault.kind) == 0 && ++fault.count == fault.at;
}

static bool is_file(int file) {
    struct stat about;
    return file > 2 && fstat(file, &about) == 0 && S_ISREG(about.st_mode);
}

ssize_t write(int file, const void *bytes, size_t size) {
    if (is_file(file) && hits("write")) {
        errno = ENOSPC;
        return -1;
    }
    if (size > 1 && is_file(file) && hits("short"))
        size /= 2;
    return syscall(SYS_write, file, bytes, size);
}

int fsync(int file) {
    if (hits("fsync")) {
        errno = EIO;
        return -1;
    }
    return (int)syscall(SYS_fsync, file);
}

int rename(const char *from, const char *to) {
    if (hits("rename")) {
        errno = EACCES;
        return -1;
    }
    return (int)syscall(SYS_renameat2, -100, from, -100, to, 0);
}

int link(const char *from, const char *to) {
    if (hits("link")) {
        errno = EPERM;
        return -1;
    }
    return (int)syscall(SYS_linkat, -100, from, -100, to, 0);
}

void *__libc_malloc(size_t size);

void *malloc(size_t size) {
    uintptr_t caller = (uintptr_t)__builtin_return_address(0);
    if (caller >= fault.from && caller < fault.to && hits("malloc")) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_malloc(size);
}
