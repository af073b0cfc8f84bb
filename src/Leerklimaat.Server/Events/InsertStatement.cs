using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Leerklimaat.Server.Events;

/// <summary>
/// Inserts events one after the other. It binds and steps as SQLite itself does: ADO.NET makes each value an object first and looks each parameter up by its name,
/// which took more time than the insert.
/// </summary>
internal sealed class InsertStatement : IDisposable
{
    // Nothing is inserted when the version is taken already or would leave a gap: then somebody else wrote first.
    private const string Sql = """
        INSERT INTO events SELECT ?1, ?2, ?3, ?4, ?5
        WHERE ?2 = 1 OR EXISTS (SELECT 1 FROM events WHERE stream = ?1 AND version = ?2 - 1)
        ON CONFLICT DO NOTHING
        """;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <param name="connection">Stays the caller's, and open for as long as this is used.</param>
    /// <exception cref="SqliteException">There is no such table, or the file cannot be read.</exception>
    public InsertStatement(SqliteConnection connection)
    {
        database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, Sql, out statement), database);
    }

    /// <param name="version">Counted from 1 within its stream.</param>
    /// <returns>False when somebody else wrote that version first; then nothing is inserted.</returns>
    /// <exception cref="SqliteException">The disk is full, or the file cannot be written: the transaction is of no more use.</exception>
    public bool Run(string stream, long version, StoredEvent stored)
    {
        Span<byte> command = stackalloc byte[16];
        stored.Command.TryWriteBytes(command);
        raw.sqlite3_bind_text(statement, 1, stream);
        raw.sqlite3_bind_int64(statement, 2, version);
        raw.sqlite3_bind_blob(statement, 3, stored.Body.Span);
        raw.sqlite3_bind_blob(statement, 4, command);
        raw.sqlite3_bind_int64(statement, 5, stored.At.UtcTicks);

        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(result, database);
        return raw.sqlite3_changes(database) > 0;
    }

    public void Dispose() => statement.Dispose();
}
