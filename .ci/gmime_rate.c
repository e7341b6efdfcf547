// What GMime alone needs for an mbox: parses each mail, looks at its headers and decodes its first plain text.
// Prints the number of mails.
//
//     gmime_rate MBOX
#include <errno.h>
#include <fcntl.h>
#include <gmime/gmime.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    char *text;
} Found;

static void find_text(GMimeObject *parent, GMimeObject *part, gpointer data) {
    (void)parent;
    Found *found = data;
    if (found->text || !GMIME_IS_TEXT_PART(part)) return;
    if (!g_mime_content_type_is_type(g_mime_object_get_content_type(part), "text", "plain")) return;
    found->text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
}

// How much was read of one mail, so that nothing of it can be left out.
static size_t read_mail(GMimeMessage *mail) {
    size_t length = 0;
    InternetAddressList *from = g_mime_message_get_from(mail);
    InternetAddress *author = from ? internet_address_list_get_address(from, 0) : NULL;
    const char *name = author ? internet_address_get_name(author) : NULL;
    const char *subject = g_mime_message_get_subject(mail);
    const char *id = g_mime_message_get_message_id(mail);
    const char *answered = g_mime_object_get_header(GMIME_OBJECT(mail), "In-Reply-To");
    GDateTime *date = g_mime_message_get_date(mail);
    const char *fields[] = {name, subject, id, answered};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) length += fields[i] ? strlen(fields[i]) : 0;
    if (date) length += g_date_time_to_unix(date) != 0;
    Found found = {NULL};
    g_mime_message_foreach(mail, find_text, &found);
    if (found.text) length += strlen(found.text);
    g_free(found.text);
    return length;
}

int main(int count, char **arguments) {
    if (count != 2) return 2;
    g_mime_init();
    GMimeStream *stream = g_mime_stream_fs_open(arguments[1], O_RDONLY, 0, NULL);
    if (!stream) {
        fprintf(stderr, "gmime_rate: %s: %s\n", arguments[1], strerror(errno));
        return 1;
    }
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
    size_t mails = 0, length = 0;
    while (!g_mime_parser_eos(parser)) {
        GMimeMessage *mail = g_mime_parser_construct_message(parser, NULL);
        if (!mail) break;
        length += read_mail(mail);
        mails++;
        g_object_unref(mail);
    }
    g_object_unref(parser);
    g_object_unref(stream);
    printf("%zu\n", mails);
    return length > 0 ? 0 : 1;
}
