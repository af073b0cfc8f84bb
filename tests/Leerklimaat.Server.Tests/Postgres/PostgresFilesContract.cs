using Leerklimaat.Server.Keeping;
using Leerklimaat.Server.Postgres;
using Leerklimaat.Server.Tests.Keeping;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace Leerklimaat.Server.Tests.Postgres;

public sealed class PostgresFilesContract : FilesContract, IAsyncLifetime
{
    private PostgresDatabase database = null!;

    protected override IFiles Files => new PostgresFiles(database, Clock);

    public async ValueTask InitializeAsync() => database = new(await APostgres.Database(), NullLoggerFactory.Instance);

    public ValueTask DisposeAsync() => database is null ? ValueTask.CompletedTask : database.DisposeAsync();
}
