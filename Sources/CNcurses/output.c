#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "private.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool make_room(curses_screen *screen, size_t length)
{
    if (length <= screen->capacity)
        return true;
    char *bytes = realloc(screen->bytes, length);
    if (bytes == NULL)
        return false;
    screen->bytes = bytes;
    screen->capacity = length;
    return true;
}

const char *curses_output(curses_screen *screen, size_t *length)
{
    *length = 0;
    fflush(screen->output);
    struct stat status;
    if (fstat(screen->memory, &status) != 0 || status.st_size <= 0)
        return NULL;
    size_t size = (size_t)status.st_size;
    if (!make_room(screen, size))
        return NULL;
    ssize_t got = pread(screen->memory, screen->bytes, size, 0);
    *length = got > 0 ? (size_t)got : 0;
    return screen->bytes;
}

void curses_discard(curses_screen *screen)
{
    if (ftruncate(screen->memory, 0) == 0)
        lseek(screen->memory, 0, SEEK_SET);
}

/* Appends a terminfo string without its padding marks ($<5>), which only ever mattered to serial lines. */
static size_t append(char *bytes, size_t used, size_t capacity, const char *string)
{
    while (*string != '\0' && used < capacity) {
        const char *end = strncmp(string, "$<", 2) == 0 ? strchr(string, '>') : NULL;
        if (end != NULL)
            string = end + 1;
        else
            bytes[used++] = *string++;
    }
    return used;
}

size_t curses_rescue(curses_screen *screen, char *bytes, size_t capacity)
{
    static const char *const capabilities[] = {"sgr0", "op", "rmir", "smam", "cnorm"};
    size_t used = 0;
    for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++)
        if (has_capability(capabilities[i]))
            used = append(bytes, used, capacity, tigetstr(capabilities[i]));
    if (has_capability("csr"))
        used = append(bytes, used, capacity, tiparm(tigetstr("csr"), 0, screen->rows - 1));
    used = append(bytes, used, capacity, tiparm(tigetstr("cup"), screen->rows - 1, 0));
    if (has_capability("ed"))
        used = append(bytes, used, capacity, tigetstr("ed"));
    if (has_capability("rmcup"))
        used = append(bytes, used, capacity, tigetstr("rmcup"));
    else
        used = append(bytes, used, capacity, "\r\n");
    return append(bytes, used, capacity, "\r");
}
