using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Tables;

/// <summary>Those who look at one table.</summary>
public abstract record OneTable(TableId Table, string Language, TableViews Views) : Audience(Language)
{
    /// <summary>The workshop too: when it is closed its link ends.</summary>
    public override IEnumerable<Subject> Subjects(Newest newest) => newest.Of<Table>(Table.Value, out _) is { Setting: { } setting }
        ? [Subject.Of<Table>(Table.Value), Subject.Of<Workshop>(setting.Workshop)]
        : [Subject.Of<Table>(Table.Value)];

    public override Fragment? Draw(Newest newest) =>
        newest.Of<Table>(Table.Value, out var version) is { Setting: not null } table ? Draw(Views.ForTable(Table, table, version)) : null;

    protected abstract Fragment Draw(TableView view);
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
        return Draw(Views.ForTable(Table, table, version + workshopVersion) with { Part = Parts.Current(new(setting.Workshop), workshop), ScreenKey = workshop is null ? "" : ScreenKeys.OfTable(workshop, Table) });
    }

    // Changes that come within a few milliseconds share one push: nobody sees the difference, and eight people who act at once cost one drawing.
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(4);

    protected override Fragment Draw(TableView view) => new(
    [
        Region.Of<PartFragment>("part", view.Part),
        Region.Of<CardFragment>("card", view.OnTable),
        Region.Of<ChooserFragment>("chooser", view.Chooser ?? ChooserView.Closed),
        Region.Of<PlayFragment>("play", view.Play),
        Region.Of<CountFragment>("count", view.Count),
        Region.Of<RevealFragment>("turn-over", view.Reveal),
        Region.Of<NotesList>("table-notes", view.Round?.Notes ?? NotesView.None),
        Region.Of<PilesFragment>("piles", view.Piles),
        Region.Of<MoreFragment>("more", view.More),
    ], view.Version, view.OwnStamp);
}

/// <summary>The projected screen of one table.</summary>
public sealed record TableScreen(TableId Table, string Language, TableViews Views) : OneTable(Table, Language, Views)
{
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(50);

    public override Fragment? Draw(Newest newest) =>
        newest.Of<Table>(Table.Value, out var version) is { Setting: not null } table ? Draw(Views.ForScreen(Table, table, version)) : null;

    protected override Fragment Draw(TableView view) => new([Region.Of<TableScreenBoard>("screen", view with { Version = 0 })], view.Version);
}
