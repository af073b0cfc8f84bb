using System.Globalization;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Following;

/// <summary>What the state of a workshop and its tables is to the wall and to who looks on. No pawn is in it.</summary>
public sealed class ScreenViews(RadarViews radars, PartViews parts, DeckShelf shelf, PlenaryViews plenary, TimeProvider time)
{
    /// <summary>What the wall shows while the plenary is the current part.</summary>
    public PlenaryViews Plenary => plenary;

    public WorkshopScreenView ForScreen(WorkshopId id, Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version)
    {
        var radar = radars.Of(workshop, states);
        return new(
            id, workshop.Title, workshop.Code!.Value, workshop.Game, MessageView.Of(workshop.Message, workshop.MessageEndsAt, workshop.CountdownEndsAt, time), radar,
            Garden.Of(DeckOf(workshop), workshop.Board, states.Values, shown), radar.Sum(table => table.People), radar.Sum(table => table.Green + table.Red + table.Cases), version)
        {
            Part = parts.Current(id, workshop) is var part && part.IsWelcome ? part with { People = workshop.PeopleWith([.. states.Values]) } : part,
            IsRehearsal = workshop.Rehearsal is not null,
            IsOver = workshop.ClosedAt is not null,
        };
    }

    /// <summary>The same on a machine that nobody sits at, which gets what is on the page with the key of the wall.</summary>
    public WorkshopScreenView ForWall(WorkshopId id, Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version)
    {
        var view = ForScreen(id, workshop, states, shown, version);
        return view with { Part = view.Part.OnWall(ScreenKeys.OfWall(workshop)) };
    }

    public FollowView ForFollowers(WorkshopId id, Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version) =>
        new(ForScreen(id, workshop, states, shown, version), BarView.Of(id, workshop), workshop.ClosedAt is not null, workshop.Purpose);

    private Deck DeckOf(Workshop workshop) => shelf.Find(workshop.Played, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
