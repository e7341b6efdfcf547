#ifndef LOTSE_CNCURSES_PRIVATE_H
#define LOTSE_CNCURSES_PRIVATE_H

#include <stdio.h>
#include <stdlib.h>

#include <curses.h>
#include <term.h>
/* term.h makes macros of everyday names. */
#undef lines
#undef columns
#undef bell

#include "CNcurses.h"

struct curses_screen {
    SCREEN *terminal;
    WINDOW *window;
    FILE *output; /* on `memory`: ncurses draws here, never on the tty */
    int memory;
    int colors;
    int rows;
    char *bytes; /* the last frame, copied out of `memory` */
    size_t capacity;
};

bool has_capability(const char *name);
/* Sets a variable, or with NULL takes it away; what it was before, to be freed, or NULL. */
char *curses_exchange_variable(const char *name, const char *value);

#endif
