using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Following;
using Leerklimaat.Server.Leading;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Plenaries;

namespace Leerklimaat.Server.Workshops;

/// <summary>Those who look at a workshop as a whole: it names its tables, and a change of any of them counts.</summary>
public abstract record WholeWorkshop(WorkshopId Workshop, string Language) : Audience(Language)
{
    // Sixty tables together change all the time; four times a second is as quick as an eye that goes over them.
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(250);

    public override IEnumerable<Subject> Subjects(Newest newest) =>
        [new(SubjectKind.Workshop, Workshop.Value), new(SubjectKind.Publications, Workshop.Value), .. Tables(newest).Select(table => new Subject(SubjectKind.Table, table.Id.Value))];

    public override Fragment? Draw(Newest newest)
    {
        if (newest.WorkshopOf(Workshop, out var version) is not { Exists: true } workshop) return null;

        version += workshop.ErasedEvents;
        var states = new Dictionary<TableId, Table>();
        foreach (var laid in workshop.Tables)
        {
            if (newest.TableOf(laid.Id, out var tableVersion) is { } table) states[laid.Id] = table;
            version += tableVersion;
        }

        var shown = ShownOf(newest, out var shownVersion);
        return Draw(workshop, states, shown, version + shownVersion);
    }

    /// <summary>What was shown of people so far: the garden shows no more of them.</summary>
    protected Publications ShownOf(Newest newest, out long version) => newest.PublicationsOf(Workshop, out version) ?? Publications.Empty;

    protected abstract Fragment Draw(Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version);

    private IEnumerable<WorkshopTable> Tables(Newest newest) => newest.WorkshopOf(Workshop, out _)?.Tables ?? [];
}

/// <summary>Who leads the workshop.</summary>
public sealed record Facilitating(WorkshopId Workshop, string Language, WorkshopViews Views) : WholeWorkshop(Workshop, Language)
{
    protected override Fragment Draw(Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version) =>
        Draw(Views.ForFacilitator(Workshop, workshop, states, version: 0), version);

    private static Fragment Draw(FacilitatorView view, long version) => new([Region.Of<NowFragment>("now", view.Now), Region.Of<RadarBoard>("radar", view with { Programme = null, Pace = null })], version);
}

/// <summary>The wall of the room.</summary>
public sealed record Wall(WorkshopId Workshop, string Language, WorkshopViews Views) : WholeWorkshop(Workshop, Language)
{
    public override IEnumerable<Subject> Subjects(Newest newest) => [.. base.Subjects(newest), new(SubjectKind.Plenary, Workshop.Value)];

    /// <summary>While the plenary is the current part its lists take the wall. The version counts the plenary always, so that it only grows.</summary>
    public override Fragment? Draw(Newest newest)
    {
        if (Gathering.From(newest, Workshop) is not { } now) return null;
        return now.IsPlenary
            ? new([Region.Of<PlenaryBoard>("screen", Views.Plenary.ScreenOf(now))], now.Version)
            : Draw(now.Workshop, now.Tables, now.Published, now.Version);
    }

    protected override Fragment Draw(Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version) =>
        new([Region.Of<WallBoard>("screen", Views.ForWall(Workshop, workshop, states, shown, version: 0))], version);
}

/// <summary>Who leads, on the small page with two buttons.</summary>
public sealed record Presenters(WorkshopId Workshop, string Language, WorkshopViews Views) : WholeWorkshop(Workshop, Language)
{
    protected override Fragment Draw(Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version) =>
        new([Region.Of<PresenterBoard>("presenter", Views.ForFacilitator(Workshop, workshop, states, version: 0).Now)], version);
}

/// <summary>Who looks on without a pawn.</summary>
public sealed record Followers(WorkshopId Workshop, string Language, WorkshopViews Views) : WholeWorkshop(Workshop, Language)
{
    protected override Fragment Draw(Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version) =>
        new(
        [
            Region.Of<FollowBoard>("follow", Views.ForFollowers(Workshop, workshop, states, shown, version: 0)),
            Region.Of<LookBack>("past", new PastView(Workshop, PastPart.Of(workshop))),
        ], version);
}

/// <summary>Who looks back at an earlier part: only where the facilitator is comes live.</summary>
public sealed record LookingBack(WorkshopId Workshop, string Language) : Audience(Language)
{
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(250);

    public override IEnumerable<Subject> Subjects(Newest newest) => [new(SubjectKind.Workshop, Workshop.Value)];

    public override Fragment? Draw(Newest newest) =>
        newest.WorkshopOf(Workshop, out var version) is { Exists: true } workshop ? new([Region.Of<FollowBar>("bar", BarView.Of(Workshop, workshop))], version) : null;
}
