/// Temporary tables in which an export waits until it is published. They live in a temporary database of
/// the importing connection: other processes never see them, a killed import leaves nothing behind, and
/// the store is not locked while the export is read.
enum StagingTables {
    static let create = """
        PRAGMA temp.journal_mode = OFF;
        PRAGMA temp.synchronous = OFF;
        PRAGMA temp.cache_size = -8192;
        CREATE TEMP TABLE staged_channel (
            id INTEGER PRIMARY KEY, digest BLOB NOT NULL, platform TEXT NOT NULL, key TEXT NOT NULL,
            name TEXT NOT NULL, grouping TEXT NOT NULL, target INTEGER
        );
        CREATE TEMP TABLE staged_thread (
            id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, channel INTEGER NOT NULL, key TEXT NOT NULL,
            title TEXT NOT NULL, link TEXT NOT NULL, target INTEGER
        );
        CREATE TEMP TABLE staged_account (
            id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, platform TEXT NOT NULL, key TEXT, handle TEXT NOT NULL,
            name TEXT NOT NULL, is_bot INTEGER NOT NULL, is_owner INTEGER NOT NULL, target INTEGER
        );
        CREATE TEMP TABLE staged (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL, channel INTEGER NOT NULL, account INTEGER, author TEXT NOT NULL, key TEXT,
            thread INTEGER, parent BLOB, time INTEGER, written TEXT NOT NULL, zone_known INTEGER NOT NULL,
            sort_time INTEGER NOT NULL, sequence INTEGER NOT NULL, kind TEXT NOT NULL, is_private INTEGER NOT NULL,
            status TEXT, likes INTEGER, shares INTEGER, rating INTEGER, language TEXT, permalink TEXT,
            attachments TEXT, text_digest BLOB NOT NULL, text TEXT NOT NULL, markup TEXT,
            edited_at INTEGER NOT NULL, unit TEXT NOT NULL, path TEXT NOT NULL, entry TEXT NOT NULL, number INTEGER NOT NULL,
            byte_offset INTEGER NOT NULL
        );
        CREATE TEMP TABLE staged_personal (staged INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL);
        """

    /// Another record may say more of an account. The order does not matter: of two names the greater stays, and one
    /// record is enough to make an account a bot or an owner.
    static let mergeAccount = """
        INSERT INTO staged_account (digest, platform, key, handle, name, is_bot, is_owner)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (digest) DO UPDATE SET handle = max(handle, excluded.handle), name = max(name, excluded.name),
            is_bot = max(is_bot, excluded.is_bot), is_owner = max(is_owner, excluded.is_owner)
        RETURNING id
        """

    static let mergeThread = """
        INSERT INTO staged_thread (digest, channel, key, title, link) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (digest) DO UPDATE SET title = max(title, excluded.title), link = max(link, excluded.link)
        RETURNING id
        """

    static let insertMessage = """
        INSERT INTO staged (digest, channel, account, author, key, thread, parent, time, written, zone_known,
            sort_time, sequence, kind, is_private, status, likes, shares, rating, language, permalink, attachments,
            text_digest, text, markup, edited_at, unit, path, entry, number, byte_offset)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}
