// libarchive (libarchive-dev), and the locale in which it must convert names.
#pragma once
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

/// A locale whose characters are UTF-8, whatever the process' own is; 0: the system has none.
static inline locale_t lotse_utf8_locale(void) { return newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }
