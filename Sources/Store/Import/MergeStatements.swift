/// How two sightings of the same thing become one row, in whatever order they come: every rule is
/// commutative, associative and idempotent. What cannot change (time, parent, author) is a join: known
/// beats unknown, the greater beats the smaller. What can change (names, likes, status) goes to the later
/// observation, the greater on a tie.
enum MergeStatements {
    static let channels = """
        INSERT INTO channel (digest, platform, key, name, name_at, grouping)
        SELECT digest, platform, key, name, \(stamp("name")), grouping FROM staged_channel WHERE true
        ON CONFLICT (digest) DO UPDATE SET
            \(later("name", in: "channel")),
            grouping = max(channel.grouping, excluded.grouping)
        """

    static let threads = """
        INSERT INTO thread (digest, channel, key, title, title_at, link, link_at)
        SELECT staged_thread.digest, staged_channel.target, staged_thread.key, title, \(stamp("title")),
            link, \(stamp("link"))
        FROM staged_thread JOIN staged_channel ON staged_channel.id = staged_thread.channel WHERE true
        ON CONFLICT (digest) DO UPDATE SET
            \(later("title", in: "thread")),
            \(later("link", in: "thread"))
        """

    static let accounts = """
        INSERT INTO account (digest, platform, key, handle, handle_at, name, name_at, is_bot, is_owner)
        SELECT digest, platform, key, handle, \(stamp("handle")), name, \(stamp("name")), is_bot, is_owner
        FROM staged_account WHERE true
        ON CONFLICT (digest) DO UPDATE SET
            \(later("handle", in: "account")),
            \(later("name", in: "account")),
            is_bot = max(account.is_bot, excluded.is_bot),
            is_owner = max(account.is_owner, excluded.is_owner)
        """

    /// Notes the row of each staged thing of one table in the store.
    static func targets(_ table: String) -> String {
        """
        UPDATE staged_\(table) SET target =
            (SELECT id FROM \(table) WHERE \(table).digest = staged_\(table).digest)
        """
    }

    static let messages = """
        INSERT INTO message (digest, channel, account, author, author_at, key, thread, parent, time, written, zone_known,
            sort_time, sequence, kind, is_private, status, status_at, likes, likes_at, shares, rating, language,
            permalink, attachments)
        SELECT staged.digest, staged_channel.target, staged_account.target, author, \(stamp("author")), staged.key,
            staged_thread.target, parent, time, written, zone_known, sort_time, sequence, kind, is_private, status,
            iif(status IS NULL, 0, :observed), likes, iif(likes IS NULL, 0, :observed), shares, rating, language,
            permalink, attachments
        FROM staged
        JOIN staged_channel ON staged_channel.id = staged.channel
        LEFT JOIN staged_account ON staged_account.id = staged.account
        LEFT JOIN staged_thread ON staged_thread.id = staged.thread
        ORDER BY staged.id
        ON CONFLICT (digest) DO UPDATE SET
            is_disputed = max(message.is_disputed, \(isDisputed)),
            channel = \(greaterByDigest("channel")),
            account = \(greaterByDigest("account")),
            \(later("author", in: "message")),
            key = \(greater("key")),
            thread = \(greaterByDigest("thread")),
            parent = \(greater("parent")),
            time = \(surerTime("time")),
            written = \(surerTime("written")),
            zone_known = \(surerTime("zone_known")),
            sort_time = \(place("sort_time")),
            sequence = \(place("sequence")),
            kind = max(message.kind, excluded.kind),
            is_private = max(message.is_private, excluded.is_private),
            status = \(laterValue("status", stamp: "status_at")),
            status_at = max(message.status_at, excluded.status_at),
            likes = \(laterValue("likes", stamp: "likes_at")),
            likes_at = max(message.likes_at, excluded.likes_at),
            shares = \(greater("shares")),
            rating = \(greater("rating")),
            language = \(greater("language")),
            permalink = \(greater("permalink")),
            attachments = \(greater("attachments"))
        """

    static func revisions(_ rows: StagedRows) -> String {
        """
        INSERT INTO revision (message, digest, text, markup, edited_at, observed_at, account, author)
        SELECT \(rows.message), text_digest, text, markup, edited_at, :observed, staged_account.target, author
        FROM \(rows.source) LEFT JOIN staged_account ON staged_account.id = staged.account ORDER BY staged.id
        ON CONFLICT (message, digest) DO UPDATE SET
            markup = coalesce(max(revision.markup, excluded.markup), revision.markup, excluded.markup),
            edited_at = max(revision.edited_at, excluded.edited_at),
            observed_at = max(revision.observed_at, excluded.observed_at),
            account = iif(\(isGreaterAuthor), excluded.account, revision.account),
            author = iif(\(isGreaterAuthor), excluded.author, revision.author)
        """
    }

    /// Whose words a message shows where two senders claimed its id: those of who wrote the current wording, so
    /// that nobody is shown to have said what somebody else wrote.
    static let settleDisputes = """
        UPDATE message SET (account, author) = (
            SELECT account, author FROM revision WHERE revision.id = \(currentRevision)
        ) WHERE is_disputed = 1 AND id IN (SELECT message FROM resolved)
        """

    static func provenance(_ rows: StagedRows) -> String {
        """
        INSERT INTO provenance (message, batch, unit, path, entry, number, byte_offset)
        SELECT \(rows.message), :batch, unit, path, entry, number, byte_offset
        FROM \(rows.source) ORDER BY staged.id
        ON CONFLICT DO NOTHING
        """
    }

    static func personal(_ rows: StagedRows) -> String {
        """
        INSERT INTO personal (message, batch, kind, value)
        SELECT \(rows.message), :batch, staged_personal.kind, staged_personal.value
        FROM \(rows.source) JOIN staged_personal ON staged_personal.staged = staged.id ORDER BY staged.id
        ON CONFLICT DO NOTHING
        """
    }

    /// Whether two sightings name different authors. Where senders choose the ids (mail), no author is one as well;
    /// elsewhere an export may merely leave authors out.
    private static let isDisputed = """
        (excluded.account IS NOT message.account AND (
            (excluded.account IS NOT NULL AND message.account IS NOT NULL)
            OR EXISTS (SELECT 1 FROM channel WHERE channel.id = excluded.channel AND platform = 'mail')
        ))
        """

    /// An account and the name it had go together: a join by the account's key, then by the name.
    private static let isGreaterAuthor = """
        (coalesce((SELECT digest FROM account WHERE id = excluded.account), x''), excluded.author)
            > (coalesce((SELECT digest FROM account WHERE id = revision.account), x''), revision.author)
        """

    /// The current revision of `message.id`.
    static let currentRevision = """
        (SELECT revision.id FROM revision WHERE revision.message = message.id
        ORDER BY revision.edited_at DESC, revision.observed_at DESC, revision.digest DESC LIMIT 1)
        """

    /// When a text was observed; an empty one was not, and never takes the place of another.
    private static func stamp(_ column: String) -> String {
        "iif(\(column) = '', 0, :observed)"
    }

    private static func later(_ column: String, in table: String) -> String {
        """
        \(column) = CASE
            WHEN (excluded.\(column)_at, excluded.\(column)) > (\(table).\(column)_at, \(table).\(column))
            THEN excluded.\(column) ELSE \(table).\(column) END,
            \(column)_at = max(\(table).\(column)_at, excluded.\(column)_at)
        """
    }

    private static func greater(_ column: String) -> String {
        "coalesce(max(message.\(column), excluded.\(column)), message.\(column), excluded.\(column))"
    }

    private static func greaterByDigest(_ table: String) -> String {
        """
        CASE WHEN excluded.\(table) IS NULL THEN message.\(table)
            WHEN message.\(table) IS NULL OR message.\(table) = excluded.\(table) THEN excluded.\(table)
            WHEN (SELECT digest FROM \(table) WHERE id = excluded.\(table))
                > (SELECT digest FROM \(table) WHERE id = message.\(table)) THEN excluded.\(table)
            ELSE message.\(table) END
        """
    }

    private static func surerTime(_ column: String) -> String {
        """
        CASE WHEN excluded.time IS NULL THEN message.\(column)
            WHEN message.time IS NULL
                OR (excluded.zone_known, excluded.time, excluded.written)
                    > (message.zone_known, message.time, message.written)
            THEN excluded.\(column) ELSE message.\(column) END
        """
    }

    /// With a time, the place is the message's own; without one it is behind its earliest predecessor.
    private static func place(_ column: String) -> String {
        """
        CASE WHEN excluded.time IS NULL AND message.time IS NULL THEN
                CASE WHEN (excluded.sort_time, excluded.sequence) < (message.sort_time, message.sequence)
                THEN excluded.\(column) ELSE message.\(column) END
            ELSE \(surerTime(column)) END
        """
    }

    private static func laterValue(_ column: String, stamp: String) -> String {
        """
        CASE WHEN excluded.\(column) IS NULL THEN message.\(column)
            WHEN message.\(column) IS NULL
                OR (excluded.\(stamp), excluded.\(column)) > (message.\(stamp), message.\(column))
            THEN excluded.\(column) ELSE message.\(column) END
        """
    }
}
