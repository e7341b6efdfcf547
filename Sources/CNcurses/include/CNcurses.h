/* ncurses behind an opaque screen: what Swift cannot import (macros, variadic calls, stdscr) and nothing else.
 * Not thread-safe (curs_threads(3x)): one thread owns the screen. */
#ifndef LOTSE_CNCURSES_H
#define LOTSE_CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct curses_screen curses_screen;

enum curses_attribute {
    CURSES_BOLD = 1,
    CURSES_DIM = 2,
    CURSES_ITALIC = 4,
    CURSES_UNDERLINE = 8,
    CURSES_REVERSE = 16,
};

enum curses_failure {
    CURSES_UNKNOWN_TERMINAL = 1, /* terminfo has no such entry, or it is unusable */
    CURSES_DUMB_TERMINAL = 2,    /* the entry cannot address the cursor */
    CURSES_NO_MEMORY = 3,
};

/* One character cell: a base and at most four marks (CCHARW_MAX - 1). */
typedef struct {
    uint32_t scalars[5]; /* 0 ends the list */
    int32_t foreground;  /* a palette index or 0xRRGGBB, -1: the terminal's own */
    int32_t background;
    uint16_t attributes; /* CURSES_BOLD ... */
    uint8_t width;       /* columns, 1 or 2 */
} curses_cell;

/* What the terminfo entry of a terminal says. */
typedef struct {
    int colors;             /* 0: none */
    bool has_direct_colour; /* RGB or Tc */
    bool places_cursor;     /* cup and clear */
} curses_description;

/* False: this host has no such entry, or none that is usable. Not while a screen is open. */
bool curses_describe(const char *term, curses_description *description);

/* Sets LC_CTYPE from the environment. An UTF-8 locale that is not generated on this host (usual over SSH)
 * becomes C.UTF-8. True: the terminal is to be written in UTF-8. */
bool curses_use_locale(void);

/* Opens a screen that draws into memory; NULL: *failure is a curses_failure. The caller owns the tty's modes and
 * writes the frames. Signal handlers stay as they are. */
curses_screen *curses_open(const char *term, int rows, int columns, int *failure);
/* The same on a terminal that takes colours by red, green and blue as well: colours from 256 on are 0xRRGGBB, below they
 * are the palette. NULL: it cannot be had. */
curses_screen *curses_open_direct(const char *term, int rows, int columns);
void curses_close(curses_screen *screen);

/* 0 (no colours), 8, 16, 88, 256 ... as the terminfo entry says. */
int curses_colors(const curses_screen *screen);
void curses_resize(curses_screen *screen, int rows, int columns);
/* The next frame draws everything. */
void curses_invalidate(curses_screen *screen);
/* Puts cells from a row's first column on; a wide cell is one entry. The rest of the row becomes blank. */
void curses_put_row(curses_screen *screen, int row, const curses_cell *cells, int count);
void curses_place_cursor(curses_screen *screen, int row, int column, bool visible);
/* Computes what differs from the last frame. */
void curses_update(curses_screen *screen);
/* Leaves the alternate screen until the next curses_update. */
void curses_leave(curses_screen *screen);

/* The bytes since the last curses_discard; valid until the next call on the screen. */
const char *curses_output(curses_screen *screen, size_t *length);
void curses_discard(curses_screen *screen);

/* The bytes that give back this terminal whatever state a killed program left it in; the count, at most `capacity`. */
size_t curses_rescue(curses_screen *screen, char *bytes, size_t capacity);

#endif
