using Microsoft.Data.Sqlite;

namespace Leerklimaat.Server.Events;

/// <summary>The one connection that writes: a batch of appends in one transaction, with statements that are prepared once.</summary>
internal sealed class JournalWriter : IJournalWriter
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin, commit, insert, delete, forget;
    private bool hasToForget;
    private readonly SqliteParameter stream, version, body, command, at;

    public JournalWriter(SqliteConnection connection)
    {
        this.connection = connection;
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        // Nothing is inserted when the version is taken already or would leave a gap: then somebody else wrote first.
        insert = Prepare("""
            INSERT INTO events SELECT $stream, $version, $body, $command, $at
            WHERE $version = 1 OR EXISTS (SELECT 1 FROM events WHERE stream = $stream AND version = $version - 1)
            ON CONFLICT DO NOTHING
            """);
        delete = Prepare("DELETE FROM events WHERE stream = $stream");
        forget = Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
        (stream, version, body, command, at) = (Add("$stream"), Add("$version"), Add("$body"), Add("$command"), Add("$at"));
    }

    public void Commit(List<PendingAppend> batch)
    {
        begin.ExecuteNonQuery();
        foreach (var append in batch)
        {
            foreach (var removed in append.Deleted) Delete(removed);
            append.IsConflict = !TryStore(append);
        }

        commit.ExecuteNonQuery();
        if (batch.Any(append => append.Deleted.Count > 0)) hasToForget = true;
        if (hasToForget) hasToForget = !Forget();
    }

    // What was removed is overwritten in the journal itself (secure_delete), and then the log beside it, in which it still stands, is emptied. While
    // somebody reads, that cannot be; then it is done after the next commit.
    private bool Forget()
    {
        using var forgotten = forget.ExecuteReader();
        return forgotten.Read() && forgotten.GetInt32(0) == 0;
    }

    /// <summary>Closing without a commit rolls back.</summary>
    public void Dispose()
    {
        begin.Dispose();
        commit.Dispose();
        insert.Dispose();
        delete.Dispose();
        forget.Dispose();
        connection.Dispose();
    }

    private bool TryStore(PendingAppend append)
    {
        stream.Value = append.Stream;
        for (var i = 0; i < append.Events.Count; i++)
        {
            version.Value = append.ExpectedVersion + i + 1;
            Bind(append.Events[i]);
            // Only the first can be taken: nobody else writes within this transaction.
            if (insert.ExecuteNonQuery() == 0) return false;
        }

        return true;
    }

    private void Delete(string removed)
    {
        delete.Parameters.Clear();
        delete.Parameters.AddWithValue("$stream", removed);
        delete.ExecuteNonQuery();
    }

    private void Bind(StoredEvent stored)
    {
        body.Value = stored.Bytes;
        command.Value = stored.Command.ToByteArray();
        at.Value = stored.At.UtcTicks;
    }

    private SqliteCommand Prepare(string sql)
    {
        var prepared = connection.CreateCommand();
        prepared.CommandText = sql;
        return prepared;
    }

    private SqliteParameter Add(string name)
    {
        var parameter = new SqliteParameter { ParameterName = name };
        insert.Parameters.Add(parameter);
        return parameter;
    }
}
