#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "private.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* newterm() puts its own handlers on these; ours are the event loop's. */
static const int kept_signals[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
enum { kept_count = sizeof kept_signals / sizeof *kept_signals };

static SCREEN *new_term_keeping_signals(const char *term, FILE *output, FILE *input)
{
    struct sigaction before[kept_count];
    for (int i = 0; i < kept_count; i++)
        sigaction(kept_signals[i], NULL, &before[i]);
    SCREEN *terminal = newterm(term, output, input);
    for (int i = 0; i < kept_count; i++)
        sigaction(kept_signals[i], &before[i], NULL);
    return terminal;
}

char *curses_exchange_variable(const char *name, const char *value)
{
    const char *current = getenv(name);
    char *before = current != NULL ? strdup(current) : NULL;
    if (value != NULL)
        setenv(name, value, 1);
    else
        unsetenv(name);
    return before;
}

/* The output is no tty, so newterm() takes its size from the environment (and fails where that is absurd, or where
 * neither it nor the description has one). Programs we start must not inherit it. */
static SCREEN *new_term(const char *term, FILE *output, int rows, int columns)
{
    char text[2][16];
    snprintf(text[0], sizeof text[0], "%d", rows);
    snprintf(text[1], sizeof text[1], "%d", columns);
    char *old_lines = curses_exchange_variable("LINES", text[0]);
    char *old_columns = curses_exchange_variable("COLUMNS", text[1]);
    SCREEN *terminal = new_term_keeping_signals(term, output, stdin);
    free(curses_exchange_variable("LINES", old_lines));
    free(curses_exchange_variable("COLUMNS", old_columns));
    free(old_lines);
    free(old_columns);
    return terminal;
}

bool has_capability(const char *name)
{
    const char *value = tigetstr(name);
    return value != NULL && value != (const char *)-1 && *value != '\0';
}

static void set_up(curses_screen *screen)
{
    screen->window = stdscr;
    scrollok(screen->window, FALSE);
    leaveok(screen->window, FALSE);
    if (has_colors() && start_color() == OK) {
        use_default_colors();
        screen->colors = COLORS;
    }
}

static bool open_memory(curses_screen *screen)
{
    screen->memory = memfd_create("lotse-frame", MFD_CLOEXEC);
    if (screen->memory < 0)
        return false;
    screen->output = fdopen(screen->memory, "w+");
    if (screen->output == NULL)
        close(screen->memory);
    return screen->output != NULL;
}

curses_screen *curses_open(const char *term, int rows, int columns, int *failure)
{
    curses_screen *screen = calloc(1, sizeof *screen);
    if (screen == NULL || !open_memory(screen)) {
        free(screen);
        *failure = CURSES_NO_MEMORY;
        return NULL;
    }
    screen->terminal = new_term(term, screen->output, rows, columns);
    if (screen->terminal == NULL) {
        *failure = CURSES_UNKNOWN_TERMINAL;
        curses_close(screen);
        return NULL;
    }
    if (!has_capability("cup") || !has_capability("clear")) {
        *failure = CURSES_DUMB_TERMINAL;
        curses_close(screen);
        return NULL;
    }
    set_up(screen);
    curses_resize(screen, rows, columns);
    return screen;
}

void curses_close(curses_screen *screen)
{
    if (screen->terminal != NULL) {
        if (!isendwin())
            endwin();
        delscreen(screen->terminal);
    }
    fclose(screen->output);
    free(screen->bytes);
    free(screen);
}

int curses_colors(const curses_screen *screen)
{
    return screen->colors;
}

void curses_resize(curses_screen *screen, int rows, int columns)
{
    resizeterm(rows, columns);
    screen->rows = rows;
    curses_invalidate(screen);
}

void curses_invalidate(curses_screen *screen)
{
    (void)screen;
    clearok(curscr, TRUE);
}

void curses_place_cursor(curses_screen *screen, int row, int column, bool visible)
{
    curs_set(visible ? 1 : 0);
    wmove(screen->window, row, column);
}

void curses_update(curses_screen *screen)
{
    wnoutrefresh(screen->window);
    doupdate();
}

void curses_leave(curses_screen *screen)
{
    (void)screen;
    endwin();
}
