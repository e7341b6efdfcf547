#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "private.h"

#include <unistd.h>

/* `RGB` may be a flag, a number or a string (user_caps(5)); `Tc` is tmux's older flag for the same. */
static bool has_direct_colour(void)
{
    const char *string = tigetstr("RGB");
    return tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || (string != NULL && string != (const char *)-1) ||
           tigetflag("Tc") > 0;
}

bool curses_describe(const char *term, curses_description *description)
{
    int found = 0;
    if (setupterm(term, STDOUT_FILENO, &found) != OK)
        return false;
    int colors = tigetnum("colors");
    description->colors = colors > 0 ? colors : 0;
    description->has_direct_colour = has_direct_colour();
    description->places_cursor = has_capability("cup") && has_capability("clear");
    del_curterm(cur_term);
    return true;
}
