using Leerklimaat.Server.Events;
using Leerklimaat.Server.Keeping;
using Npgsql;

namespace Leerklimaat.Server.Postgres;

/// <summary>Files in the database, the same for every process.</summary>
public sealed class PostgresFiles(PostgresDatabase database, TimeProvider time) : IFiles
{
    public Task<byte[]?> Read(string folder, string name) => On(async connection => await Find(connection, folder, name));

    public Task<byte[]> Change(string folder, string name, Func<byte[]?, byte[]> change) => On(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await Wait(connection, $"{folder}/{name}");
        var before = await Find(connection, folder, name);
        var now = change(before);
        if (!ReferenceEquals(now, before)) await Write(connection, folder, name, now);
        await transaction.CommitAsync();
        return now;
    });

    public Task<string?> Add(string folder, string name, byte[] bytes, params IReadOnlyList<(string Folder, long Most)> limits) => On(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await Wait(connection, "");
        foreach (var (counted, most) in limits)
        {
            await using var taken = PostgresDatabase.Asking(connection, "SELECT coalesce(sum(length(body)), 0) FROM files WHERE folder = $1 OR starts_with(folder, $1 || '/')", counted);
            if ((long)(await taken.ExecuteScalarAsync())! + bytes.Length > most) return counted;
        }

        await Write(connection, folder, name, bytes);
        await transaction.CommitAsync();
        return (string?)null;
    });

    public Task<IReadOnlyList<KeptFile>> List(string folder) => On(async connection =>
    {
        await using var list = PostgresDatabase.Asking(connection, "SELECT folder, name, written FROM files WHERE folder = $1 OR starts_with(folder, $1 || '/') ORDER BY folder, name", folder);
        await using var reader = await list.ExecuteReaderAsync();
        var found = new List<KeptFile>();
        while (await reader.ReadAsync()) found.Add(new(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2)));
        return (IReadOnlyList<KeptFile>)found;
    });

    public Task Remove(string folder, string name) => Do("DELETE FROM files WHERE folder = $1 AND name = $2", folder, name);

    public Task Remove(string folder) => Do("DELETE FROM files WHERE folder = $1 OR starts_with(folder, $1 || '/')", folder);

    private Task Do(string sql, params object[] values) => On(async connection =>
    {
        await using var command = PostgresDatabase.Asking(connection, sql, values);
        return await command.ExecuteNonQueryAsync();
    });

    // Until the end of the transaction nobody else has what is called this.
    private static async Task Wait(NpgsqlConnection connection, string name)
    {
        await using var command = PostgresDatabase.Asking(connection, "SELECT pg_advisory_xact_lock(hashtextextended('files/' || $1, 0))", name);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<byte[]?> Find(NpgsqlConnection connection, string folder, string name)
    {
        await using var command = PostgresDatabase.Asking(connection, "SELECT body FROM files WHERE folder = $1 AND name = $2", folder, name);
        return await command.ExecuteScalarAsync() as byte[];
    }

    private async Task Write(NpgsqlConnection connection, string folder, string name, byte[] bytes)
    {
        await using var command = PostgresDatabase.Asking(connection, "INSERT INTO files VALUES ($1, $2, $3, $4) ON CONFLICT (folder, name) DO UPDATE SET body = excluded.body, written = excluded.written", folder, name, bytes, time.GetUtcNow());
        await command.ExecuteNonQueryAsync();
    }

    private async Task<T> On<T>(Func<NpgsqlConnection, Task<T>> ask)
    {
        try
        {
            return await database.Ask(ask);
        }
        catch (Exception trouble) when (trouble is NpgsqlException or TimeoutException)
        {
            throw new StoreUnavailableException("The database cannot be used now.", trouble);
        }
    }
}
