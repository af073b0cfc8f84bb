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

/// <summary>Lets only who leads a workshop ask something of it, and brings the question to it.</summary>
public sealed class Leaders(IGrainFactory grains, Facilitators facilitators, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public async Task<Workshop> Find(WorkshopId id) => (await grains.GetGrain<IWorkshopGrain>(id.Value).Look()).State;

    /// <returns>Nothing for somebody who does not lead it.</returns>
    public async Task<Led?> Find(WorkshopId id, HttpContext http)
    {
        var workshop = await Find(id);
        return facilitators.Find(http, id, workshop) is { } leading ? new(id, workshop, leading) : null;
    }

    public Task<Answer<Workshop>> Ask(WorkshopId id, HttpContext http, WorkshopCommand command) =>
        grains.GetGrain<IWorkshopGrain>(id.Value).Ask(command, Guid.TryParse(http.Request.Form["command"], out var known) ? known : throw new BadFormException("command"), Now);

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
