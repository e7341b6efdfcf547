extension Schema {
    /// What others and we wrote and did. Everything else is derived from these.
    static let primaryTables = """
        CREATE TABLE meta (
            name TEXT PRIMARY KEY NOT NULL,
            value BLOB
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE channel (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 16),
            platform TEXT NOT NULL,
            key TEXT,
            name TEXT NOT NULL,
            name_at INTEGER NOT NULL,
            grouping TEXT NOT NULL CHECK (grouping IN ('byReply', 'byTime'))
        ) STRICT;

        CREATE TABLE thread (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 16),
            channel INTEGER NOT NULL REFERENCES channel,
            key TEXT,
            title TEXT NOT NULL,
            title_at INTEGER NOT NULL,
            link TEXT NOT NULL,
            link_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE account (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 16),
            platform TEXT NOT NULL,
            key TEXT,
            handle TEXT NOT NULL,
            handle_at INTEGER NOT NULL,
            name TEXT NOT NULL,
            name_at INTEGER NOT NULL,
            is_bot INTEGER NOT NULL,
            is_owner INTEGER NOT NULL,
            is_team INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX account_team ON account (is_team) WHERE is_team = 1;

        CREATE TABLE message (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 16),
            channel INTEGER NOT NULL REFERENCES channel,
            account INTEGER REFERENCES account,
            author TEXT NOT NULL,
            author_at INTEGER NOT NULL,
            key TEXT,
            thread INTEGER REFERENCES thread,
            parent BLOB CHECK (length(parent) = 16),
            time INTEGER,
            written TEXT NOT NULL,
            zone_known INTEGER NOT NULL,
            sort_time INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('message', 'action', 'system')),
            is_private INTEGER NOT NULL,
            status TEXT CHECK (status IN ('published', 'pending', 'hidden', 'spam', 'deleted')),
            status_at INTEGER NOT NULL,
            likes INTEGER,
            likes_at INTEGER NOT NULL,
            shares INTEGER,
            rating INTEGER,
            language TEXT,
            permalink TEXT,
            attachments TEXT
        ) STRICT;
        CREATE INDEX message_parent ON message (parent) WHERE parent IS NOT NULL;
        CREATE INDEX message_account ON message (account) WHERE account IS NOT NULL;

        CREATE TABLE revision (
            id INTEGER PRIMARY KEY,
            message INTEGER NOT NULL REFERENCES message,
            digest BLOB NOT NULL CHECK (length(digest) = 16),
            text TEXT NOT NULL,
            markup TEXT,
            edited_at INTEGER NOT NULL,
            observed_at INTEGER NOT NULL,
            UNIQUE (message, digest)
        ) STRICT;

        CREATE TABLE batch (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL CHECK (length(digest) = 16),
            path TEXT NOT NULL,
            format TEXT NOT NULL,
            size INTEGER NOT NULL,
            sha256 BLOB NOT NULL,
            imported_at INTEGER NOT NULL,
            observed_at INTEGER NOT NULL,
            calm_before INTEGER
        ) STRICT;

        CREATE TABLE provenance (
            message INTEGER NOT NULL REFERENCES message,
            batch INTEGER NOT NULL REFERENCES batch,
            byte_offset INTEGER NOT NULL,
            number INTEGER NOT NULL,
            unit TEXT NOT NULL,
            path TEXT NOT NULL,
            PRIMARY KEY (message, batch, byte_offset, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE event (
            id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
            device BLOB NOT NULL CHECK (length(device) = 16),
            clock INTEGER NOT NULL,
            actor TEXT NOT NULL,
            os_user TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            act BLOB NOT NULL CHECK (length(act) = 16),
            subject BLOB NOT NULL CHECK (length(subject) = 16),
            kind TEXT NOT NULL,
            field TEXT NOT NULL,
            payload TEXT NOT NULL,
            is_on INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE INDEX event_subject ON event (subject, field, clock);
        CREATE INDEX event_act ON event (act);
        CREATE INDEX event_clock ON event (clock, device);

        -- Keys under which a conversation was known before its messages moved to another, with one of them.
        CREATE TABLE alias (
            root BLOB PRIMARY KEY NOT NULL,
            message BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE draft (
            message BLOB NOT NULL CHECK (length(message) = 16),
            actor TEXT NOT NULL,
            device BLOB NOT NULL CHECK (length(device) = 16),
            session TEXT NOT NULL,
            text TEXT NOT NULL,
            cursor INTEGER NOT NULL,
            saved_at INTEGER NOT NULL,
            PRIMARY KEY (message, actor, device)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE draft_history (
            id INTEGER PRIMARY KEY,
            message BLOB NOT NULL CHECK (length(message) = 16),
            actor TEXT NOT NULL,
            text TEXT NOT NULL,
            saved_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX draft_history_message ON draft_history (message);
        """

    /// Derived from the tables above; `doctor --rebuild` makes them anew and compares. Placements have no
    /// foreign keys: there is one for each message, they are written by one piece of code, and checking three
    /// keys each took a sixth of an import.
    static let projectionTables = """
        CREATE TABLE conversation (
            id INTEGER PRIMARY KEY,
            root BLOB NOT NULL UNIQUE CHECK (length(root) = 16),
            channel INTEGER NOT NULL REFERENCES channel,
            thread INTEGER REFERENCES thread,
            first INTEGER NOT NULL REFERENCES message,
            newest_time INTEGER NOT NULL,
            newest_sequence INTEGER NOT NULL,
            message_count INTEGER NOT NULL,
            inbound_count INTEGER NOT NULL,
            unread_count INTEGER NOT NULL,
            pending_count INTEGER NOT NULL,
            waiting_since INTEGER,
            state TEXT NOT NULL,
            resolution TEXT,
            reason TEXT NOT NULL,
            until INTEGER,
            priority INTEGER NOT NULL,
            assignee TEXT,
            labels TEXT NOT NULL,
            is_todo INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX conversation_order ON conversation (newest_time, newest_sequence, root);
        CREATE INDEX conversation_todo ON conversation (newest_time, newest_sequence, root) WHERE is_todo = 1;
        CREATE INDEX conversation_waiting ON conversation (newest_time, newest_sequence, root)
            WHERE is_todo = 1 AND waiting_since IS NOT NULL;
        CREATE INDEX conversation_pending ON conversation (newest_time, newest_sequence, root)
            WHERE pending_count > 0;
        CREATE INDEX conversation_state ON conversation (state, newest_time, newest_sequence, root);
        CREATE INDEX conversation_until ON conversation (until) WHERE until IS NOT NULL;

        CREATE TABLE placement (
            message INTEGER PRIMARY KEY,
            conversation INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            sort_time INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            traits INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX placement_order ON placement (conversation, sort_time, sequence, message, traits);

        CREATE TABLE event_place (
            event BLOB PRIMARY KEY NOT NULL REFERENCES event,
            conversation INTEGER NOT NULL REFERENCES conversation
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX event_place_conversation ON event_place (conversation);

        CREATE TABLE reply (
            id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
            conversation INTEGER NOT NULL REFERENCES conversation,
            message BLOB NOT NULL CHECK (length(message) = 16),
            actor TEXT NOT NULL,
            text TEXT NOT NULL,
            queued_at INTEGER NOT NULL,
            not_before INTEGER NOT NULL,
            state TEXT NOT NULL,
            state_at INTEGER NOT NULL,
            state_by TEXT NOT NULL,
            sent_message INTEGER REFERENCES message
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX reply_conversation ON reply (conversation);
        CREATE INDEX reply_state ON reply (state, queued_at);
        """
}
