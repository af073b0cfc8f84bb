using Leerklimaat.Server.Events;
using Microsoft.Data.Sqlite;

namespace Leerklimaat.Server.Tending;

/// <summary>A moment of the journal in one file: within one transaction that only reads, nothing changes.</summary>
public sealed class SqliteSnapshot : IJournalSnapshot
{
    private readonly SqliteConnection connection;

    public SqliteSnapshot(string path)
    {
        connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN";
        begin.ExecuteNonQuery();
    }

    public IReadOnlyList<string> Streams()
    {
        using var list = connection.CreateCommand();
        list.CommandText = "SELECT DISTINCT stream FROM events ORDER BY stream";
        using var found = list.ExecuteReader();
        var streams = new List<string>();
        while (found.Read()) streams.Add(found.GetString(0));
        return streams;
    }

    public IReadOnlyList<StoredEvent> Read(string stream)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT version, body, command, at FROM events WHERE stream = $stream ORDER BY version";
        command.Parameters.AddWithValue("$stream", stream);
        using var found = command.ExecuteReader();
        var events = new List<StoredEvent>();
        while (found.Read())
        {
            if (found.GetInt64(0) != events.Count + 1) throw new UnreadableStreamException($"Event {events.Count + 1} is missing.");
            events.Add(new((byte[])found[1], new Guid((byte[])found[2]), new(found.GetInt64(3), TimeSpan.Zero)));
        }

        return events;
    }

    public void Dispose() => connection.Dispose();
}
