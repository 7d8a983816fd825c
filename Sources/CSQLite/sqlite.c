#include "whofunds_sqlite.h"

#include <sqlite3.h>

// sqlite3_config takes any number of arguments, and Swift imports no such functions.
void sqlite_without_account(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
