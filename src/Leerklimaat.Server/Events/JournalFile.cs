using Leerklimaat.Server.Settings;
using Microsoft.Data.Sqlite;

namespace Leerklimaat.Server.Events;

/// <summary>The file of the journal: makes it, opens it, reads from it.</summary>
internal sealed class JournalFile(string path, JournalLimits limits)
{
    private const int Format = 1, Corrupt = 11, NotADatabase = 26, ShortRead = 522;

    // A quarter of a gigabyte is looked through in two seconds; who has more looks with bin/check.
    private const long LargestToLookThrough = 256 * 1024 * 1024;

    private readonly string connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = limits.LockPatienceSeconds }.ToString();

    /// <exception cref="StoreUnavailableException">With a sentence for the person who hosts the server.</exception>
    public void Prepare()
    {
        try
        {
            PrivateFiles.Folder(Path.GetDirectoryName(Path.GetFullPath(path))!);
            PrivateFiles.Make(path);
            using var connection = Open();
            var format = (long)Scalar(connection, "PRAGMA user_version")!;
            if (format > Format) throw new StoreUnavailableException($"The journal {path} was written by a newer version of the program. Start that version, or restore a backup from before.");

            if (!limits.AllowDamage) Look(connection);
            Run(connection, "PRAGMA journal_mode=WAL");
            Run(connection, """
                CREATE TABLE IF NOT EXISTS events(
                    stream TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL, command BLOB NOT NULL, at INTEGER NOT NULL,
                    PRIMARY KEY(stream, version)) STRICT, WITHOUT ROWID;
                """);
            Run(connection, $"PRAGMA user_version={Format}");
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode == Corrupt || damaged.SqliteExtendedErrorCode == ShortRead)
        {
            throw Damaged(damaged.Message, damaged);
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode == NotADatabase)
        {
            throw new StoreUnavailableException($"The file {path} is not a journal. Move it away, or set another data folder.", broken);
        }
        catch (Exception trouble) when (trouble is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The journal {path} cannot be opened: {trouble.Message} Check that the folder exists, can be written to and has room.", trouble);
        }
    }

    // Something that was written over or cut off must be known before people play on it, not when the first of them comes to the place.
    private void Look(SqliteConnection connection)
    {
        if (new FileInfo(path).Length > LargestToLookThrough) return;
        if (Scalar(connection, "PRAGMA quick_check(1)") is string found and not "ok") throw Damaged(found);
    }

    private StoreUnavailableException Damaged(string found, Exception? inner = null) => new(
        $"The journal {path} is damaged: {found.ReplaceLineEndings(" ").TrimEnd('.')}. Restore a backup; bin/check says which workshops can still be read, and with Server__AllowDamage=true those can be played meanwhile.", inner!);

    public IReadOnlyList<StoredEvent> Read(string stream)
    {
        try
        {
            using var connection = Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT body, command, at FROM events WHERE stream = $stream ORDER BY version";
            command.Parameters.AddWithValue("$stream", stream);
            using var reader = command.ExecuteReader();
            var events = new List<StoredEvent>();
            while (reader.Read()) events.Add(new((byte[])reader[0], new Guid((byte[])reader[1]), new(reader.GetInt64(2), TimeSpan.Zero)));
            return events;
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is Corrupt or NotADatabase || damaged.SqliteExtendedErrorCode == ShortRead)
        {
            throw new UnreadableStreamException("A page of the journal is damaged.", damaged);
        }
        catch (SqliteException trouble)
        {
            throw new StoreUnavailableException("The journal could not be read.", trouble);
        }
    }

    public JournalWriter OpenWriter()
    {
        // A connection of its own, not from the pool: after trouble it is thrown away.
        var connection = new SqliteConnection(connectionString + ";Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA synchronous=FULL");
        // What is removed for good is overwritten in the file too.
        Run(connection, "PRAGMA secure_delete=ON");
        // A checkpoint every 4 MB keeps the log short without syncing the main file for every few commits.
        Run(connection, "PRAGMA wal_autocheckpoint=1000");
        if (limits.MostPages is { } most) Run(connection, $"PRAGMA max_page_count={most()}");
        return new(connection);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql) => Scalar(connection, sql);

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
