using System.Data;
using Leerklimaat.Server.Events;
using Npgsql;

namespace Leerklimaat.Server.Tending;

/// <summary>A moment of the journal in PostgreSQL: within one transaction of this kind everything is as it was when it began.</summary>
public sealed class PostgresSnapshot : IJournalSnapshot
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction moment;

    public PostgresSnapshot(string settings)
    {
        connection = new(new NpgsqlConnectionStringBuilder(settings) { Pooling = false }.ConnectionString);
        connection.Open();
        moment = connection.BeginTransaction(IsolationLevel.RepeatableRead);
    }

    public IReadOnlyList<string> Streams()
    {
        using var list = new NpgsqlCommand("SELECT DISTINCT stream FROM events ORDER BY stream", connection);
        using var found = list.ExecuteReader();
        var streams = new List<string>();
        while (found.Read()) streams.Add(found.GetString(0));
        return streams;
    }

    public IReadOnlyList<StoredEvent> Read(string stream)
    {
        using var command = new NpgsqlCommand("SELECT version, body, command, at FROM events WHERE stream = $1 ORDER BY version", connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = stream } } };
        using var found = command.ExecuteReader();
        var events = new List<StoredEvent>();
        while (found.Read())
        {
            if (found.GetInt64(0) != events.Count + 1) throw new UnreadableStreamException($"Event {events.Count + 1} is missing.");
            events.Add(new(found.GetFieldValue<byte[]>(1), found.GetGuid(2), new(found.GetInt64(3), TimeSpan.Zero)));
        }

        return events;
    }

    public void Dispose()
    {
        moment.Dispose();
        connection.Dispose();
    }
}
