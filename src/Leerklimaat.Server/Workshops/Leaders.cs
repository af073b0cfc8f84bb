using System.Globalization;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;

namespace Leerklimaat.Server.Workshops;

/// <summary>Brings what who leads a workshop asks to it.</summary>
public sealed class Leaders(IGrainFactory grains, Watched<Table> tables, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public Task<Answer<Workshop>> Ask(WorkshopId id, HttpContext http, WorkshopCommand command) =>
        grains.GetGrain<IWorkshopGrain>(id.Value).Ask(command, Asking.CommandOf(http), Now);

    /// <summary>As who leads sees them: without what they hold back (T8).</summary>
    public async Task<IReadOnlyList<Table>> TablesOf(Workshop workshop) =>
        [.. (await Task.WhenAll(workshop.Tables.Select(table => tables.Look(table.Id.Value)))).Select(answer => answer.State.AsGiven())];

    /// <summary>The part that a button names.</summary>
    public static PartId PartOf(HttpRequest ask) => Guid.TryParse(ask.Query["part"], out var part) ? new(part) : throw new BadFormException("part");

    /// <summary>For how long; 0 where the form does not say.</summary>
    public static int MinutesOf(HttpRequest ask) =>
        ask.Form["minutes"].ToString() is not { Length: > 0 } said ? 0 : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : throw new BadFormException("minutes");
}
