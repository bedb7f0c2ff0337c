/** The database: our own PostgreSQL or an external one, its roles, migrations and transactions by recording scope. */
@org.jspecify.annotations.NullMarked
package heed.platform.db;
