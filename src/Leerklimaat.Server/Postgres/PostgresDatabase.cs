using Leerklimaat.Server.Events;
using Npgsql;

namespace Leerklimaat.Server.Postgres;

/// <summary>The one database of all processes: its tables, made by whichever process starts first, and its connections.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private const int Format = 1;

    // Any number will do, as long as it is the same for all who make these tables.
    private const long MakingTables = 5_337_512_001;

    // What cannot be had at once is better refused than waited for: whoever asked is told, and asks again.
    private const int SecondsToConnect = 5, SecondsToAnswer = 5;

    // Except at the start: nobody asked yet, and who starts last waits until all others have made the tables, or found them.
    private const int SecondsToPrepare = 60;

    private readonly NpgsqlDataSource source;

    /// <param name="settings">As Npgsql reads them: <c>Host=…;Database=…;Username=…;Password=…</c>.</param>
    /// <exception cref="StoreUnavailableException">With a sentence for the person who hosts the server.</exception>
    public PostgresDatabase(string settings, ILoggerFactory loggers)
    {
        try
        {
            // A thousand tables that move at once must not take every connection that the server has.
            var connection = new NpgsqlConnectionStringBuilder(settings) { MaxPoolSize = 16, Timeout = SecondsToConnect, CommandTimeout = SecondsToAnswer, ApplicationName = "leerklimaat", IncludeErrorDetail = false, MaxAutoPrepare = 20 };
            source = new NpgsqlDataSourceBuilder(connection.ConnectionString).UseLoggerFactory(loggers).Build();
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            throw new StoreUnavailableException("Server:Storage is not understood. Write it as Host=…;Database=…;Username=…;Password=…, or leave it empty for one file in the data folder.", unreadable);
        }

        Prepare();
    }

    /// <summary>
    /// Asks something on a connection that lay ready. Where that was of a server that is no more, it is asked once again on a new one: so only what may be done twice.
    /// </summary>
    /// <exception cref="NpgsqlException">The database refused it, or is away.</exception>
    public async Task<T> Ask<T>(Func<NpgsqlConnection, Task<T>> ask)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                return await ask(connection);
            }
            catch (NpgsqlException broken) when (isFirst && broken is { IsTransient: true, InnerException: not TimeoutException })
            {
                Forget();
            }
        }
    }

    /// <param name="values">What stands at <c>$1</c> and further.</param>
    public static NpgsqlCommand Asking(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        return command;
    }

    /// <summary>A connection for who writes the journal; whoever opens it throws it away after trouble.</summary>
    public NpgsqlConnection OpenToWrite()
    {
        var connection = source.OpenConnection();
        // What is acknowledged is on disk, however the server was set.
        Run(connection, "SET synchronous_commit = on");
        return connection;
    }

    /// <summary>Closes the connections that lie ready: after trouble they may be of a server that is no more.</summary>
    public void Forget() => source.Clear();

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private void Prepare()
    {
        try
        {
            using var connection = source.OpenConnection();
            using var transaction = connection.BeginTransaction();
            // Several processes that start at once do this one after the other.
            Run(connection, $"SELECT pg_advisory_xact_lock({MakingTables})", SecondsToPrepare);
            Run(connection, "CREATE TABLE IF NOT EXISTS leerklimaat(format integer NOT NULL)");
            var format = Scalar(connection, "SELECT max(format) FROM leerklimaat") as int? ?? 0;
            if (format > Format) throw new StoreUnavailableException("The database was made by a newer version of the program. Start that version, or restore a backup from before.");

            if (format < Format)
            {
                Run(connection, Tables, SecondsToPrepare);
                Run(connection, $"DELETE FROM leerklimaat; INSERT INTO leerklimaat VALUES ({Format})");
            }

            transaction.Commit();
        }
        catch (Exception trouble) when (trouble is NpgsqlException or TimeoutException)
        {
            throw new StoreUnavailableException($"The database cannot be used: {trouble.Message.ReplaceLineEndings(" ")} Check Server:Storage, that PostgreSQL runs, and that this user may make tables.", trouble);
        }
    }

    private const string Tables = """
        CREATE TABLE events(
            stream text COLLATE "C" NOT NULL, version bigint NOT NULL, body bytea NOT NULL, command uuid NOT NULL, at bigint NOT NULL,
            PRIMARY KEY(stream, version));
        CREATE TABLE files(
            folder text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL, body bytea NOT NULL, written timestamptz NOT NULL,
            PRIMARY KEY(folder, name));
        CREATE TABLE processes(
            address text COLLATE "C" PRIMARY KEY, etag bigint NOT NULL, entry jsonb NOT NULL, alive timestamptz NOT NULL);
        CREATE TABLE cluster(version integer NOT NULL, etag bigint NOT NULL);
        INSERT INTO cluster VALUES (0, 0);
        """;

    private static void Run(NpgsqlConnection connection, string sql, int seconds = SecondsToAnswer)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = seconds };
        command.ExecuteNonQuery();
    }

    private static object? Scalar(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
