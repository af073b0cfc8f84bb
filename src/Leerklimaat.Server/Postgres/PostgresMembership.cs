using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Orleans.Configuration;

namespace Leerklimaat.Server.Postgres;

/// <summary>Which processes are there, for Orleans: one row each, and one number that every change makes higher. A change is made only by who knows the last one.</summary>
public sealed class PostgresMembership(PostgresDatabase database) : IMembershipTable
{
    private const string Rows = "SELECT address, etag, entry, alive FROM processes", Version = "SELECT version, etag FROM cluster";

    /// <summary>The tables are made by the database itself, before anybody asks for them.</summary>
    public Task InitializeMembershipTable(bool tryInitTableVersion) => Task.CompletedTask;

    public Task DeleteMembershipTableEntries(string clusterId) => Do("DELETE FROM processes");

    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) =>
        Do("DELETE FROM processes WHERE alive < $1 AND entry->>'Status' = 'Dead'", beforeDate);

    public Task<MembershipTableData> ReadAll() => Read(Rows);

    public Task<MembershipTableData> ReadRow(SiloAddress key) => Read($"{Rows} WHERE address = $1", key.ToParsableString());

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => Change(tableVersion,
        "INSERT INTO processes VALUES ($1, 0, $2, $3) ON CONFLICT DO NOTHING", entry.SiloAddress.ToParsableString(), Json(entry), Alive(entry));

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => Change(tableVersion,
        "UPDATE processes SET entry = $2, alive = greatest(alive, $3), etag = etag + 1 WHERE address = $1 AND etag = $4", entry.SiloAddress.ToParsableString(), Json(entry), Alive(entry), long.Parse(etag, CultureInfo.InvariantCulture));

    public Task UpdateIAmAlive(MembershipEntry entry) => Do("UPDATE processes SET alive = $2 WHERE address = $1", entry.SiloAddress.ToParsableString(), Alive(entry));

    private Task<bool> Change(TableVersion next, string sql, params object[] values) => database.Ask(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var version = PostgresDatabase.Asking(connection, "UPDATE cluster SET version = $1, etag = etag + 1 WHERE etag = $2", next.Version, long.Parse(next.VersionEtag, CultureInfo.InvariantCulture));
        if (await version.ExecuteNonQueryAsync() != 1) return false;

        await using var row = PostgresDatabase.Asking(connection, sql, values);
        if (await row.ExecuteNonQueryAsync() != 1) return false;

        await transaction.CommitAsync();
        return true;
    });

    // Both in one look, so that the rows are those of that number.
    private Task<MembershipTableData> Read(string rows, params object[] values) => database.Ask(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await using var version = PostgresDatabase.Asking(connection, Version);
        TableVersion now;
        await using (var read = await version.ExecuteReaderAsync())
        {
            await read.ReadAsync();
            now = new(read.GetInt32(0), read.GetInt64(1).ToString(CultureInfo.InvariantCulture));
        }

        var found = new List<Tuple<MembershipEntry, string>>();
        await using var list = PostgresDatabase.Asking(connection, rows, values);
        await using (var read = await list.ExecuteReaderAsync())
        {
            while (await read.ReadAsync()) found.Add(new(Entry(read), read.GetInt64(1).ToString(CultureInfo.InvariantCulture)));
        }

        return new MembershipTableData(found, now);
    });

    private Task Do(string sql, params object[] values) => database.Ask(async connection =>
    {
        await using var command = PostgresDatabase.Asking(connection, sql, values);
        return await command.ExecuteNonQueryAsync();
    });

    private static MembershipEntry Entry(NpgsqlDataReader read)
    {
        var written = JsonSerializer.Deserialize<Written>(read.GetString(2))!;
        return new()
        {
            SiloAddress = SiloAddress.FromParsableString(read.GetString(0)),
            Status = Enum.Parse<SiloStatus>(written.Status),
            ProxyPort = written.ProxyPort,
            HostName = written.HostName,
            SiloName = written.SiloName,
            StartTime = written.StartTime,
            SuspectTimes = [.. written.Suspects.Select(suspect => new Tuple<SiloAddress, DateTime>(SiloAddress.FromParsableString(suspect.By), suspect.At))],
            IAmAliveTime = read.GetFieldValue<DateTimeOffset>(3).UtcDateTime,
        };
    }

    private static NpgsqlParameter Json(MembershipEntry entry) => new()
    {
        NpgsqlDbType = NpgsqlDbType.Jsonb,
        Value = JsonSerializer.Serialize(new Written(
            $"{entry.Status}", entry.ProxyPort, entry.HostName, entry.SiloName, entry.StartTime, [.. (entry.SuspectTimes ?? []).Select(suspect => new Suspect(suspect.Item1.ToParsableString(), suspect.Item2))])),
    };

    private static DateTimeOffset Alive(MembershipEntry entry) => new(DateTime.SpecifyKind(entry.IAmAliveTime, DateTimeKind.Utc));

    private sealed record Written(string Status, int ProxyPort, string HostName, string SiloName, DateTime StartTime, IReadOnlyList<Suspect> Suspects);

    private sealed record Suspect(string By, DateTime At);
}
