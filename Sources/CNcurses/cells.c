#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "private.h"

#include <wchar.h>
#include <wctype.h>

static attr_t attributes_of(const curses_cell *cell)
{
    attr_t attributes = A_NORMAL;
    if (cell->attributes & CURSES_BOLD) attributes |= A_BOLD;
    if (cell->attributes & CURSES_DIM) attributes |= A_DIM;
    if (cell->attributes & CURSES_ITALIC) attributes |= A_ITALIC;
    if (cell->attributes & CURSES_UNDERLINE) attributes |= A_UNDERLINE;
    if (cell->attributes & CURSES_REVERSE) attributes |= A_REVERSE;
    return attributes;
}

/* The pair for two colours; 0, the terminal's own, when there are none or the table is full. alloc_pair reuses the
 * pair that was asked for least recently, so it never runs out on a terminal with a sane table. */
static int pair_of(const curses_screen *screen, const curses_cell *cell)
{
    if (screen->colors == 0 || (cell->foreground < 0 && cell->background < 0))
        return 0;
    if (cell->foreground >= screen->colors || cell->background >= screen->colors)
        return 0;
    int pair = alloc_pair(cell->foreground, cell->background);
    return pair < 0 ? 0 : pair;
}

/* ncurses lays out by wcwidth(): a scalar on which libc disagrees with the caller would shift the row. */
static bool agrees_with_libc(const curses_cell *cell)
{
    if (cell->scalars[0] > 0x10FFFF || wcwidth((wchar_t)cell->scalars[0]) != cell->width)
        return false;
    for (int i = 1; i < 5 && cell->scalars[i] != 0; i++)
        if (cell->scalars[i] > 0x10FFFF || wcwidth((wchar_t)cell->scalars[i]) != 0)
            return false;
    return true;
}

static void put_text(const curses_screen *screen, cchar_t *out, const wchar_t *text, const curses_cell *style)
{
    int pair = pair_of(screen, style);
    setcchar(out, text, attributes_of(style), (short)(pair > 32767 ? 32767 : pair), &pair);
}

/* Writes the cell's one or two entries: what libc cannot lay out becomes as many blanks and a mark as it is wide. */
static int put_cell(const curses_screen *screen, cchar_t *out, const curses_cell *cell)
{
    if (agrees_with_libc(cell)) {
        wchar_t text[6] = {0};
        for (int i = 0; i < 5; i++)
            text[i] = (wchar_t)cell->scalars[i];
        put_text(screen, out, text, cell);
        return 1;
    }
    put_text(screen, out, wcwidth(0xFFFD) == 1 ? L"\xFFFD" : L"?", cell);
    if (cell->width == 2)
        put_text(screen, out + 1, L" ", cell);
    return cell->width == 2 ? 2 : 1;
}

void curses_put_row(curses_screen *screen, int row, const curses_cell *cells, int count)
{
    cchar_t *line = calloc((size_t)count * 2 + 1, sizeof *line);
    if (line == NULL)
        return;
    int used = 0;
    for (int i = 0; i < count; i++)
        used += put_cell(screen, line + used, &cells[i]);
    wmove(screen->window, row, 0);
    wclrtoeol(screen->window);
    mvwadd_wchnstr(screen->window, row, 0, line, used);
    free(line);
}
