#include "progress.h"

void progress_report(const struct progress *progress, const char *what, size_t done, size_t total) {
    if (progress && progress->report)
        progress->report(progress->context, what, done, total);
}
