/* version.h: what --version says; the number is CMake's. */
#ifndef BORDERMAP_VERSION_H
#define BORDERMAP_VERSION_H

#ifndef BORDERMAP_VERSION
#define BORDERMAP_VERSION "unversioned"
#endif

#endif
