using Microsoft.Data.Sqlite;

namespace Leerklimaat.Server.Events;

/// <summary>The one connection that writes: a batch of appends in one transaction, with statements that are prepared once.</summary>
internal sealed class JournalWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin, commit, delete, forget;
    private readonly InsertStatement insert;
    private bool hasToForget;

    public JournalWriter(SqliteConnection connection)
    {
        this.connection = connection;
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        insert = new(connection);
        delete = Prepare("DELETE FROM events WHERE stream = $stream");
        forget = Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>On disk when it returns; after an exception nothing of it is stored and this writer is of no more use.</summary>
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
        for (var i = 0; i < append.Events.Count; i++)
        {
            // Only the first can be taken: nobody else writes within this transaction.
            if (!insert.Run(append.Stream, append.ExpectedVersion + i + 1, append.Events[i])) return false;
        }

        return true;
    }

    private void Delete(string removed)
    {
        delete.Parameters.Clear();
        delete.Parameters.AddWithValue("$stream", removed);
        delete.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql)
    {
        var prepared = connection.CreateCommand();
        prepared.CommandText = sql;
        return prepared;
    }
}
