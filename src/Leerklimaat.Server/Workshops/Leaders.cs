using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Workshops;

/// <summary>Brings what who leads a workshop asks to it.</summary>
public sealed class Leaders(IGrainFactory grains, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public async Task<Workshop> Find(WorkshopId id) => (await grains.GetGrain<IWorkshopGrain>(id.Value).Look()).State;

    public Task<Answer<Workshop>> Ask(WorkshopId id, HttpContext http, WorkshopCommand command) =>
        grains.GetGrain<IWorkshopGrain>(id.Value).Ask(command, CommandOf(http), Now);

    /// <exception cref="BadFormException">The form has no command id, as those of our pages have.</exception>
    public static Guid CommandOf(HttpContext http) => Guid.TryParse(http.Request.Form["command"], out var command) ? command : throw new BadFormException("command");

    public async Task<IReadOnlyList<Table>> TablesOf(Workshop workshop) =>
        [.. (await Task.WhenAll(workshop.Tables.Select(table => grains.GetGrain<ITableGrain>(table.Id.Value).Look()))).Select(answer => answer.State)];

    public Notice? NoticeOf(Refusal? refusal) => refusal is null ? null : new(say.Why(refusal), null);

    public static int StatusOf(Refusal? refusal) => refusal is null ? StatusCodes.Status200OK : Statuses.Of(refusal.Reason);
}

/// <summary>A workshop, and how the browser that asks leads it.</summary>
public sealed record Led(WorkshopId Id, Workshop Workshop, Leading Leading)
{
    /// <summary>Not one of the others who accepted an offer: the one whose recovery code gives the role back.</summary>
    public bool IsFirst => Leading.KeyProof == Workshop.KeyProof;
}
