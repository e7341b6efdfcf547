#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "private.h"

#include <string.h>
#include <unistd.h>

/* A terminfo entry as term(5) lays it out, of a terminal that also takes colours by red, green and blue. ncurses draws
 * these only where the entry says so, and few hosts have such entries (Debian's ncurses-base has none). So the entry of
 * the terminal is taken as it is, but for its colours: numbers below 256 are the palette as everywhere, others are
 * 0xRRGGBB. What redefines the palette (initc, initp, oc) is left out: the palette belongs to the user. */

enum {
    magic = 01036,       /* numbers of 32 bits */
    direct_colors = 1 << 24,
    direct_pairs = 1 << 16,
    name_capacity = 128,
    entry_capacity = 1 << 14,
    count_limit = 500,   /* terminfo has 414 strings */
};

#define COLOR(ground, bright)                                                                                          \
    "\033[%?%p1%{8}%<%t" ground "%p1%d%e%p1%{16}%<%t" bright "%p1%{8}%-%d%e%p1%{256}%<%t" ground "8;5;%p1%d%e" ground \
    "8;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"

struct entry {
    unsigned char bytes[entry_capacity];
    size_t length;
    bool is_full;
};

static void put(struct entry *entry, const void *bytes, size_t length)
{
    if (length > sizeof entry->bytes - entry->length) {
        entry->is_full = true;
        return;
    }
    memcpy(entry->bytes + entry->length, bytes, length);
    entry->length += length;
}

static void put_number(struct entry *entry, long number, int size)
{
    unsigned char bytes[4];
    for (int i = 0; i < size; i++)
        bytes[i] = (unsigned char)((unsigned long)number >> (8 * i));
    put(entry, bytes, (size_t)size);
}

static void align(struct entry *entry)
{
    if (entry->length % 2 != 0)
        put_number(entry, 0, 1);
}

/* How many names there are before termcap's obsolete ones. */
static int count(NCURSES_CONST char *const names[])
{
    int number = 0;
    while (number < count_limit && names[number] != NULL && strncmp(names[number], "OT", 2) != 0)
        number++;
    return number;
}

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names != NULL; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

static const char *string_of(const char *name)
{
    static const char *const dropped[] = {"initc", "initp", "oc", "scp", "setf", "setb", NULL};
    if (strcmp(name, "setaf") == 0)
        return COLOR("3", "9");
    if (strcmp(name, "setab") == 0)
        return COLOR("4", "10");
    const char *value = is_one_of(name, dropped) ? NULL : tigetstr(name);
    return value == (const char *)-1 ? NULL : value;
}

static int number_of(const char *name)
{
    if (strcmp(name, "colors") == 0)
        return direct_colors;
    return strcmp(name, "pairs") == 0 ? direct_pairs : tigetnum(name);
}

static bool flag_of(const char *name)
{
    static const char *const dropped[] = {"ccc", "hls", NULL};
    return !is_one_of(name, dropped) && tigetflag(name) > 0;
}

static void put_strings(struct entry *entry, int strings, struct entry *table)
{
    for (int i = 0; i < strings; i++) {
        const char *value = string_of(strnames[i]);
        put_number(entry, value != NULL ? (long)table->length : -1, 2);
        if (value != NULL)
            put(table, value, strlen(value) + 1);
    }
}

/* The extended part (user_caps(5)): the flag RGB, and AX where the terminal has it, by which ncurses takes colours back
 * one at a time. Names are sorted. */
static void put_extension(struct entry *entry, bool has_ax)
{
    static const char names[] = "AX\0RGB";
    const char *first = has_ax ? names : names + sizeof "AX";
    int flags = has_ax ? 2 : 1, length = (int)(names + sizeof names - first);
    const int header[] = {flags, 0, 0, flags, length};
    align(entry);
    for (size_t i = 0; i < sizeof header / sizeof *header; i++)
        put_number(entry, header[i], 2);
    for (int i = 0; i < flags; i++)
        put_number(entry, 1, 1);
    align(entry);
    for (int i = 0; i < flags; i++)
        put_number(entry, i * (int)sizeof "AX", 2);
    put(entry, first, (size_t)length);
}

static void compile(struct entry *entry, const char *term, struct entry *table)
{
    int flags = count(boolnames), numbers = count(numnames), strings = count(strnames);
    struct entry body = {.length = 0};
    put_strings(&body, strings, table);
    const int header[] = {magic, (int)strlen(term) + 1, flags, numbers, strings, (int)table->length};
    for (size_t i = 0; i < sizeof header / sizeof *header; i++)
        put_number(entry, header[i], 2);
    put(entry, term, strlen(term) + 1);
    for (int i = 0; i < flags; i++)
        put_number(entry, flag_of(boolnames[i]), 1);
    align(entry);
    for (int i = 0; i < numbers; i++)
        put_number(entry, number_of(numnames[i]), 4);
    put(entry, body.bytes, body.length);
    put(entry, table->bytes, table->length);
    put_extension(entry, tigetflag("AX") > 0);
    entry->is_full = entry->is_full || body.is_full || table->is_full;
}

static char *hexadecimal(const struct entry *entry)
{
    static const char prefix[] = "hex:";
    char *text = malloc(sizeof prefix + entry->length * 2);
    if (text == NULL)
        return NULL;
    memcpy(text, prefix, sizeof prefix);
    for (size_t i = 0; i < entry->length; i++)
        snprintf(text + sizeof prefix - 1 + i * 2, 3, "%02x", entry->bytes[i]);
    return text;
}

/* The value of $TERMINFO that holds the entry; NULL: there is none. */
static char *direct_entry(const char *term)
{
    int found = 0;
    if (strlen(term) >= name_capacity || setupterm(term, STDOUT_FILENO, &found) != OK)
        return NULL;
    struct entry *parts = calloc(2, sizeof *parts);
    char *text = NULL;
    if (parts != NULL) {
        compile(&parts[0], term, &parts[1]);
        text = parts[0].is_full ? NULL : hexadecimal(&parts[0]);
    }
    free(parts);
    del_curterm(cur_term);
    return text;
}

curses_screen *curses_open_direct(const char *term, int rows, int columns)
{
    char *entry = direct_entry(term);
    if (entry == NULL)
        return NULL;
    int failure = 0;
    char *before = curses_exchange_variable("TERMINFO", entry);
    curses_screen *screen = curses_open(term, rows, columns, &failure);
    free(curses_exchange_variable("TERMINFO", before));
    free(before);
    free(entry);
    /* Where ncurses was built without this, $TERMINFO named a folder that is not there. */
    if (screen != NULL && screen->colors != direct_colors) {
        curses_close(screen);
        return NULL;
    }
    return screen;
}
