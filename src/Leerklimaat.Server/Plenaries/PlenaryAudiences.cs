using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Steering;

namespace Leerklimaat.Server.Plenaries;

/// <summary>Those who look at the plenary of a workshop: it is made of the workshop, of what the room arranged, and of all tables.</summary>
public abstract record InPlenary(WorkshopId Workshop, string Language) : Audience(Language)
{
    // Tables change all the time, and nobody reads three lists faster than this.
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(400);

    public override IEnumerable<Subject> Subjects(Newest newest) =>
    [
        Subject.Of<Workshop>(Workshop.Value), Subject.Of<Plenary>(Workshop.Value), Subject.Of<Publications>(Workshop.Value),
        .. (newest.Of<Workshop>(Workshop.Value, out _)?.Tables ?? []).Select(table => Subject.Of<Table>(table.Id.Value)),
    ];

    public override Fragment? Draw(Newest newest) => Gathering.From(newest, Workshop) is { } now ? Draw(now) : null;

    protected abstract Fragment Draw(Gathered now);
}

/// <summary>Who leads the plenary: on its own page, which has the steps of the programme above it, or where they are anyway.</summary>
public sealed record LeadingPlenary(WorkshopId Workshop, string Language, PlenaryViews Views, bool HasSteps, TimeProvider Time) : InPlenary(Workshop, Language)
{
    protected override Fragment Draw(Gathered now)
    {
        var lists = Views.ListsOf(now);
        return new(
        [
            .. Enum.GetValues<PlenaryList>().Select(list => Region.Of<PlenaryColumn>($"list-{list}", new ListView(now.Id, list, lists.In(list)))),
            Region.Of<WaitingCards>("list-waiting", lists.Waiting),
            Region.Of<BroughtCases>("list-cases", lists.Cases),
            Region.Of<HiddenEntries>("list-hidden", new HiddenView(now.Id, lists.Hidden)),
            Region.Of<GivenHarvests>("giving", lists.Giving),
            Region.Of<DotsPanel>("dots-panel", PlenaryViews.DotsOf(now, lists.Count)),
            .. HasSteps ? [Region.Of<SteeringBar>("steering", SteeringView.Of(now.Id, now.Workshop, now.Tables.Values, Time.GetUtcNow()))] : Array.Empty<Region>(),
        ], now.Version);
    }
}

/// <summary>The wall of the room during the plenary.</summary>
public sealed record PlenaryWall(WorkshopId Workshop, string Language, PlenaryViews Views) : InPlenary(Workshop, Language)
{
    protected override Fragment Draw(Gathered now) => new([Region.Of<PlenaryBoard>("screen", Views.ScreenOf(now))], now.Version);
}
