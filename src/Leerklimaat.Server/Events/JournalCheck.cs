using Leerklimaat.Server.Settings;
using Microsoft.Data.Sqlite;

namespace Leerklimaat.Server.Events;

/// <summary>Looks through a whole journal for its host (<c>bin/check</c>): each page of the file, each event of each stream, and what they add up to.</summary>
public static class JournalCheck
{
    /// <returns>0 when everything can be read, 1 when something cannot, 2 when there is no journal to look at.</returns>
    public static int Run(string[] args, TextWriter say)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var path = Path.Combine((configuration.GetSection("Server").Get<ServerSettings>() ?? new()).DataFolder, "leerklimaat.db");
        if (!File.Exists(path))
        {
            say.WriteLine($"There is no journal at {path}. Name its folder: bin/check --Server:DataFolder=…");
            return 2;
        }

        // Only reads, so it may be done while the server runs.
        using var journal = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            journal.Open();
            return Look(journal, path, say);
        }
        catch (SqliteException unreadable)
        {
            say.WriteLine($"The journal {path} cannot be read at all: {unreadable.Message} Restore a backup.");
            return 1;
        }
    }

    private static int Look(SqliteConnection journal, string path, TextWriter say)
    {
        var damage = Pages(journal);
        foreach (var found in damage) say.WriteLine($"Damaged: {found}");

        var (streams, isWhole) = Streams(journal);
        if (!isWhole) say.WriteLine("Not every stream could be listed, because a damaged page lies between them.");
        // What an event names may have nothing written yet: a table whose workshop has no plenary.
        var (written, events, broken) = (0, 0L, 0);
        var waiting = new Queue<string>(streams);
        while (waiting.TryDequeue(out var stream))
        {
            var (read, named, trouble) = Fold(journal, stream);
            if (read > 0 || trouble is not null) written++;
            events += read;
            foreach (var one in named.Where(streams.Add)) waiting.Enqueue(one);
            if (trouble is null) continue;

            broken++;
            say.WriteLine($"Cannot be read: {Named(stream)}, after {read} events. {trouble}");
        }

        say.WriteLine($"{path}: {written} streams with {events} events were read; {broken} cannot be read, {damage.Count} pages are damaged.");
        return broken == 0 && damage.Count == 0 && isWhole ? 0 : 1;
    }

    private static List<string> Pages(SqliteConnection journal)
    {
        var damage = new List<string>();
        try
        {
            using var check = Asking(journal, "PRAGMA integrity_check(100)");
            using var found = check.ExecuteReader();
            while (found.Read())
            {
                if (found.GetString(0) is not "ok" and var line) damage.Add(line.ReplaceLineEndings(" "));
            }
        }
        catch (SqliteException malformed)
        {
            // Some damage stops the check itself; each stream is read all the same.
            damage.Add(malformed.Message.ReplaceLineEndings(" "));
        }

        return damage;
    }

    // From the front as far as it can be read, and then from the back.
    private static (SortedSet<string> Streams, bool IsWhole) Streams(SqliteConnection journal)
    {
        var streams = new SortedSet<string>(StringComparer.Ordinal);
        if (List("ASC")) return (streams, true);

        List("DESC");
        return (streams, false);

        bool List(string order)
        {
            try
            {
                using var list = Asking(journal, $"SELECT DISTINCT stream FROM events ORDER BY stream {order}");
                using var found = list.ExecuteReader();
                while (found.Read()) streams.Add(found.GetString(0));
                return true;
            }
            catch (SqliteException)
            {
                return false;
            }
        }
    }

    private static (int Read, IEnumerable<string> Named, string? Trouble) Fold(SqliteConnection journal, string stream)
    {
        if (StreamFold.Of(stream) is not { } fold) return (0, [], "No part of this program knows what it is.");

        var read = 0;
        try
        {
            using var events = Asking(journal, "SELECT version, body FROM events WHERE stream = $stream ORDER BY version");
            events.Parameters.AddWithValue("$stream", stream);
            using var found = events.ExecuteReader();
            while (found.Read())
            {
                if (found.GetInt64(0) != read + 1) return (read, fold.Named, $"Event {read + 1} is missing.");
                fold.Add((byte[])found[1]);
                read++;
            }

            return (read, fold.Named, null);
        }
        catch (Exception trouble)
        {
            // Whatever is wrong with one stream, the next is looked at too.
            return (read, fold.Named, trouble.Message.ReplaceLineEndings(" "));
        }
    }

    // A code opens a door; it is named in no output.
    private static string Named(string stream) => stream.StartsWith("code/", StringComparison.Ordinal) ? "a join code" : stream;

    private static SqliteCommand Asking(SqliteConnection journal, string sql)
    {
        var command = journal.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
