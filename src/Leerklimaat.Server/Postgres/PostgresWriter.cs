using Leerklimaat.Server.Events;
using Npgsql;
using NpgsqlTypes;

namespace Leerklimaat.Server.Postgres;

/// <summary>The one connection that writes: a batch of appends in one transaction and one round trip.</summary>
/// <param name="process">Who writes, as it stands among the processes: when the others have given it up all that it writes comes too late, and they may rely on that.</param>
internal sealed class PostgresWriter(NpgsqlConnection connection, string process) : IJournalWriter
{
    // The first event of an append goes in where the version before it is there and nobody took its own; the others only where the first did. Asked as a value and
    // not by EXISTS: the plan of that reads the whole journal. In order of the streams, so that two processes wait for each other and never both ways.
    private const string Store = """
        WITH incoming AS (
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6) AS one(stream, expected, place, body, command, at)),
        first AS (
            INSERT INTO events SELECT stream, expected + 1, body, command, at FROM incoming
            WHERE place = 0 AND NOT EXISTS (SELECT FROM processes WHERE address = $7 AND entry->>'Status' = 'Dead') AND (expected = 0 OR (SELECT 1 FROM events before WHERE before.stream = incoming.stream AND before.version = incoming.expected) = 1)
            ORDER BY stream
            ON CONFLICT DO NOTHING RETURNING stream),
        others AS (
            INSERT INTO events SELECT stream, expected + 1 + place, body, command, at FROM incoming JOIN first USING (stream) WHERE place > 0)
        SELECT stream FROM first
        """;

    public void Commit(List<PendingAppend> batch)
    {
        var turns = Turns(batch);
        using var all = new NpgsqlBatch(connection);
        foreach (var turn in turns) all.BatchCommands.Add(turn.IsRemoving ? Removing(turn) : Storing(turn));

        using var answers = all.ExecuteReader();
        foreach (var turn in turns)
        {
            if (turn.IsRemoving) continue;

            var stored = new HashSet<string>(StringComparer.Ordinal);
            while (answers.Read()) stored.Add(answers.GetString(0));
            foreach (var append in turn.Appends) append.IsConflict = !stored.Contains(append.Stream);
            answers.NextResult();
        }

        // To the very end: only what the server says last says that it was committed, and closing would keep trouble with that to itself.
        while (answers.NextResult()) { }
    }

    public void Dispose() => connection.Dispose();

    /// <summary>In each turn a stream is touched once; what comes to it later in the batch takes the next turn.</summary>
    private static List<Turn> Turns(List<PendingAppend> batch)
    {
        var turns = new List<Turn>();
        foreach (var append in batch)
        {
            var isRemoving = append.Deleted.Count > 0;
            if (!isRemoving && append.Events.Count == 0) continue;

            if (turns.Count == 0 || !turns[^1].Takes(append, isRemoving)) turns.Add(new(isRemoving));
            turns[^1].Add(append);
        }

        return turns;
    }

    private NpgsqlBatchCommand Storing(Turn turn)
    {
        turn.Appends.Sort((one, other) => string.CompareOrdinal(one.Stream, other.Stream));
        var count = turn.Appends.Sum(append => append.Events.Count);
        var (streams, expected, places, bodies, commands, times) = (new string[count], new long[count], new int[count], new byte[count][], new Guid[count], new long[count]);
        var at = 0;
        foreach (var append in turn.Appends)
        {
            for (var place = 0; place < append.Events.Count; place++, at++)
            {
                var stored = append.Events[place];
                (streams[at], expected[at], places[at]) = (append.Stream, append.ExpectedVersion, place);
                (bodies[at], commands[at], times[at]) = (stored.Bytes, stored.Command, stored.At.UtcTicks);
            }
        }

        return new(Store)
        {
            Parameters =
            {
                Of(streams, NpgsqlDbType.Text), Of(expected, NpgsqlDbType.Bigint), Of(places, NpgsqlDbType.Integer),
                Of(bodies, NpgsqlDbType.Bytea), Of(commands, NpgsqlDbType.Uuid), Of(times, NpgsqlDbType.Bigint),
                new NpgsqlParameter<string> { TypedValue = process },
            },
        };
    }

    private static NpgsqlBatchCommand Removing(Turn turn) => new("DELETE FROM events WHERE stream = ANY($1)")
    {
        Parameters = { Of(turn.Appends.SelectMany(append => append.Deleted).Order(StringComparer.Ordinal).ToArray(), NpgsqlDbType.Text) },
    };

    private static NpgsqlParameter<T[]> Of<T>(T[] values, NpgsqlDbType type) => new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };

    private sealed class Turn(bool isRemoving)
    {
        private readonly HashSet<string> touched = new(StringComparer.Ordinal);

        public bool IsRemoving => isRemoving;

        public List<PendingAppend> Appends { get; } = [];

        public bool Takes(PendingAppend append, bool removes) => removes == isRemoving && (removes ? !append.Deleted.Any(touched.Contains) : !touched.Contains(append.Stream));

        public void Add(PendingAppend append)
        {
            Appends.Add(append);
            if (isRemoving) touched.UnionWith(append.Deleted);
            else touched.Add(append.Stream);
        }
    }
}
