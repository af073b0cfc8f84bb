using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Workshops;

/// <summary>How long a workshop can be looked at after it was closed (W7). What is asked of a closed workshop is refused by the rules.</summary>
public sealed class LiveLink(IGrainFactory grains, IOptions<ServerSettings> settings, TimeProvider time, IStringLocalizer<Phrases> say)
{
    /// <summary>How long there is still to look; nothing while the workshop is open.</summary>
    public TimeSpan? Left(Workshop workshop) => workshop.ClosedAt + TimeSpan.FromMinutes(settings.Value.LiveLinkMinutes) - time.GetUtcNow();

    public bool HasEnded(Workshop workshop) => Left(workshop) <= TimeSpan.Zero;

    /// <summary>While a table plays its workshop is open, so only a table that does not is asked about further.</summary>
    public async ValueTask<bool> HasEnded(Table table) =>
        table is { Game: not GameState.Open, Setting: { } setting } && HasEnded((await grains.GetGrain<IWorkshopGrain>(setting.Workshop).Look()).State);

    /// <summary>The same for a stream, from what this process knows already.</summary>
    public bool IsAlive(TableId id, Newest newest) =>
        newest.TableOf(id, out _) is not { Setting: { } setting } table || (IsThere(id, new(setting.Workshop), newest) && (table.Game == GameState.Open || IsAlive(new WorkshopId(setting.Workshop), newest)));

    /// <summary>A table that was rehearsed is cleared away when that is over (W11).</summary>
    private static bool IsThere(TableId id, WorkshopId workshop, Newest newest) => newest.WorkshopOf(workshop, out _) is not { } known || known.Find(id) is not null;

    public bool IsAlive(WorkshopId id, Newest newest) => newest.WorkshopOf(id, out _) is not { } workshop || !HasEnded(workshop);

    /// <summary>Who came in by the code to look on, for as long as that way in lasts (W6, W7).</summary>
    public bool IsFollower(Workshop workshop, DeviceId device) => workshop.IsFollowedBy(device) && !HasEnded(workshop);

    public IResult Ended(HttpContext http) => http.Request.IsHtmx()
        ? Page.Of<NoticePartial>(new { Notice = new Notice(say["LiveLinkEnded"], null) }, StatusCodes.Status410Gone)
        : Page.Of<MessagePage>(new { Title = say["LiveLinkEnded.Title"].Value, Text = say["LiveLinkEnded"].Value }, StatusCodes.Status410Gone);

    /// <summary>Stands before the pages and streams of a table.</summary>
    public static async ValueTask<object?> Check(EndpointFilterInvocationContext asked, EndpointFilterDelegate next)
    {
        var services = asked.HttpContext.RequestServices;
        var table = await services.GetRequiredService<IGrainFactory>().GetGrain<ITableGrain>(asked.GetArgument<Guid>(0)).Look();
        var link = services.GetRequiredService<LiveLink>();
        return await link.HasEnded(table.State) ? link.Ended(asked.HttpContext) : await next(asked);
    }
}
