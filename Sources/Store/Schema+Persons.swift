extension Schema {
    /// Persons follow from events and are derived anew by a rebuild. No foreign key of the account: each person that
    /// goes would be looked for in all accounts.
    static let persons = """
        CREATE TABLE person (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 16),
            name TEXT NOT NULL,
            roles TEXT NOT NULL
        ) STRICT;
        ALTER TABLE account ADD COLUMN person INTEGER;
        CREATE INDEX account_person ON account (person) WHERE person IS NOT NULL;
        CREATE INDEX event_person ON event (kind, subject, clock) WHERE kind = 'person' OR kind = 'role';
        """
}
