#ifndef TRANSLOAD_CSQLITE_SHIM_H
#define TRANSLOAD_CSQLITE_SHIM_H

#include <sqlite3.h>

/* The constant that tells SQLite to copy a text is a cast to a function pointer, which Swift cannot see. */
static inline int transload_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
    return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

#endif
