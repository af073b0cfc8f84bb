using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Rounds;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Playing;

/// <summary>Those who look at one table.</summary>
public abstract record OneTable(TableId Table, string Language, TableViews Views) : Audience(Language)
{
    /// <summary>The workshop too: when it is closed its link ends.</summary>
    public override IEnumerable<Subject> Subjects(Newest newest) => newest.Of<Table>(Table.Value, out _) is { Setting: { } setting }
        ? [Subject.Of<Table>(Table.Value), Subject.Of<Workshop>(setting.Workshop)]
        : [Subject.Of<Table>(Table.Value)];
}

/// <summary>The players of one table.</summary>
public sealed record TablePlayers(TableId Table, string Language, TableViews Views, PartViews Parts) : OneTable(Table, Language, Views)
{
    /// <summary>A table names its workshop, whose current part its players see too.</summary>
    public override IEnumerable<Subject> Subjects(Newest newest) => newest.Of<Table>(Table.Value, out _)?.Setting is { } setting
        ? [Subject.Of<Table>(Table.Value), Subject.Of<Workshop>(setting.Workshop)]
        : [Subject.Of<Table>(Table.Value)];

    public override Fragment? Draw(Newest newest)
    {
        if (newest.Of<Table>(Table.Value, out var version) is not { Setting: { } setting } table) return null;

        var workshop = newest.Of<Workshop>(setting.Workshop, out var workshopVersion);
        return Draw(Views.ForTable(Table, table, version + workshopVersion) with { Part = Parts.AtTable(new(setting.Workshop), workshop, table), ScreenKey = workshop is null ? "" : ScreenKeys.OfTable(workshop, Table) });
    }

    // The first change waits for nobody; those that follow within a blink share one push: nobody sees the difference, and eight people who place at once cost two drawings.
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// What belongs to another phase than this one is out of sight (table.css) and is not told, so that nothing needs to be taken away. Only the open board always is:
    /// pawns that were turned over are nobody's to see while people place again.
    /// </summary>
    private static Fragment Draw(TableView view) => new(
    [
        Region.Of<PartFragment>("part", view.Part),
        Region.Of<SaidFragment>("said", SaidView.Of(view)),
        Region.Of<SaidNextFragment>("said-next", SaidNextView.Of(view)),
        Region.Of<CardFragment>("card", view.OnTable),
        Region.Of<PlayFragment>("play", view.Play),
        .. view.Chooser is { } chooser ? Choosing(chooser) : [],
        .. view.Round is { } round ? Playing(view, round) : [],
        Region.Of<OpenBoardFragment>("open-board", view.OpenBoard),
        Region.Of<NotesList>("table-notes", view.Round?.Notes ?? NotesView.None),
        Region.Of<PilesFragment>("piles", view.Piles),
        Region.Of<HelpFragment>("help", view.Help),
        Region.Of<PeopleFragment>("people", view.People),
    ], view.Version, view.OwnStamp);

    private static IEnumerable<Region> Choosing(ChooserView view) =>
        [Lasting<WaysFragment>("ways", view.Ways), .. view.Factors.Select(factor => Lasting<CardsLeft>($"left-{factor.Id}", factor))];

    private static IEnumerable<Region> Playing(TableView view, RoundView round) => (round.Phase switch
    {
        Phase.FirstPlacement or Phase.SecondPlacement => Placing(view),
        Phase.Telling => Telling(view),
        _ => [Region.Of<PileFragment>("to-pile", view.Pile)],
    }).Append(Lasting<ClockToolsFragment>("clock-tools", view.ClockTools));

    private static IEnumerable<Region> Placing(TableView view) =>
        [Lasting<TrayFragment>("tray", view.Tray), Lasting<CountFragment>("count", view.Count), Lasting<RevealFragment>("turn-over", view.Reveal)];

    private static IEnumerable<Region> Telling(TableView view) =>
    [
        Region.Of<TellerFragment>("teller", view.Teller), Region.Of<PassFragment>("pass", view.Teller), Region.Of<TurnsFragment>("turns", view.Turns),
        .. view.Told.Select(told => Region.Of<ToldFragment>($"told-{told.Seat}", told)), Region.Of<AgainFragment>("to-again", view.Again),
    ];

    private static Region Lasting<TMarkup>(string target, object view) where TMarkup : Pages.Markup => Region.Of<TMarkup>(target, view) with { Lasts = true };
}

/// <summary>The people of one table who read their harvest back.</summary>
public sealed record TableHarvest(TableId Table, string Language, TableViews Views) : OneTable(Table, Language, Views)
{
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(50);

    public override Fragment? Draw(Newest newest) => newest.Of<Table>(Table.Value, out var version) is { Setting: not null } table
        ? new([Region.Of<HarvestFragment>("harvest", Views.HarvestOf(Table, table))], version)
        : null;
}

/// <summary>The projected screen of one table.</summary>
public sealed record TableScreen(TableId Table, string Language, TableViews Views, PartViews Parts) : OneTable(Table, Language, Views)
{
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(50);

    public override Fragment? Draw(Newest newest)
    {
        if (newest.Of<Table>(Table.Value, out var version) is not { Setting: { } setting } table) return null;

        var workshop = newest.Of<Workshop>(setting.Workshop, out var workshopVersion);
        return Draw(Views.ForScreen(Table, table, version + workshopVersion) with { Part = Parts.AtTable(new(setting.Workshop), workshop, table) });
    }

    private static Fragment Draw(TableView view) => new([Region.Of<TableScreenBoard>("screen", view with { Version = 0 })], view.Version);
}
