"""What SQLite alone needs for the rows of a store: prints the seconds.

    sqlite_floor.py STORE NEW

Makes NEW with the schema of STORE: tables, indexes, full text. The rows wait in temporary tables without indexes.
Timed is one transaction with the settings of lotse's own imports (StoreSettings.swift, ImportSession.swift,
SearchIndex.swift): INSERT ... SELECT table by table, the full text, COMMIT. Python's sqlite3 is the system's
library, which lotse links as well.
"""
import sqlite3
import sys
import time

SETTINGS = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA temp_store = FILE;
    PRAGMA cache_size = -65536;
"""
# Before this version lotse copies the log into the store at times of its own choice.
WAL_RESET_FIXED = (3, 51, 3)
# Bytes that FTS5 gathers before it writes, as lotse's larger imports have it.
GATHERED = 8 << 20


def make_schema(connection):
    """Makes the schema anew. Returns the names of the plain tables in the order in which they were made."""
    objects = connection.execute("SELECT type, name, sql FROM old.sqlite_master WHERE sql NOT NULL").fetchall()
    virtual = [name for _, name, sql in objects if sql.startswith("CREATE VIRTUAL")]
    shadows = tuple(name + "_" for name in virtual)
    tables = []
    for kind, name, sql in objects:
        # SQLite makes its own tables and those of the full text itself.
        if name.startswith(("sqlite_",) + shadows):
            continue
        connection.execute(sql)
        if kind == "table" and name not in virtual:
            tables.append(name)
    return tables


def prepare(connection, tables):
    for table in tables:
        connection.execute('CREATE TEMP TABLE "new_%s" AS SELECT * FROM old."%s"' % (table, table))
    connection.execute("CREATE TEMP TABLE new_search AS SELECT id, text, author FROM old.searchable")
    connection.execute("DETACH old")


def insert(connection, tables):
    """Seconds from BEGIN to the end of COMMIT."""
    connection.execute("INSERT INTO search (search, rank) VALUES ('hashsize', ?)", (GATHERED,))
    start = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    for table in tables:
        connection.execute('INSERT INTO main."%s" SELECT * FROM temp."new_%s"' % (table, table))
    connection.execute("INSERT INTO search (rowid, text, author) SELECT id, text, author FROM temp.new_search")
    connection.execute("COMMIT")
    return time.perf_counter() - start


def check(connection, tables):
    for table in tables:
        old, new = ['SELECT count(*) FROM %s."%s%s"' % part for part in (("temp", "new_", table), ("main", "", table))]
        if connection.execute(old).fetchone() != connection.execute(new).fetchone():
            sys.exit("sqlite_floor: %s did not get all of its rows" % table)
    # Fails where the full text is not that of the rows.
    connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")


def main():
    store, new = sys.argv[1:]
    connection = sqlite3.connect("file:%s" % new, uri=True, isolation_level=None)
    for setting in SETTINGS.split(";"):
        connection.execute(setting)
    if sqlite3.sqlite_version_info < WAL_RESET_FIXED:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("ATTACH ? AS old", ("file:%s?mode=ro" % store,))
    tables = make_schema(connection)
    prepare(connection, tables)
    seconds = insert(connection, tables)
    check(connection, tables)
    print(seconds)


if __name__ == "__main__":
    main()
