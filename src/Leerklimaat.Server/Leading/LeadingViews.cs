using System.Globalization;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Following;
using Leerklimaat.Server.Steering;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Leading;

/// <summary>What the state of a workshop and its tables is to its facilitator. No pawn is in it.</summary>
public sealed class LeadingViews(RadarViews radars, DeckShelf shelf, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public FacilitatorView ForFacilitator(WorkshopId id, Workshop workshop, IReadOnlyDictionary<TableId, Table> states, long version)
    {
        var radar = radars.Of(workshop, states);
        return new(
            id, workshop.Title, workshop.Game, workshop.ClosedAt is not null, MessageView.Of(workshop.Message, workshop.MessageEndsAt, workshop.CountdownEndsAt, time), workshop.Seating,
            [.. radar.Select(table => table with { ScreenKey = ScreenKeys.OfTable(workshop, table.Table) }).OrderByDescending(table => table.HasAskedForHelp).ThenBy(table => table.HelpAskedAt).ThenBy(table => table.Number)],
            radar.Sum(table => table.People), version)
        {
            SecondMoment = workshop.SecondMoment,
            AreSecondPlacementsOpen = workshop.AreSecondPlacementsOpen,
            Programme = ProgrammeView.Of(workshop),
            AtACard = states.Values.Count(table => table.IsAtACard),
            Pace = PaceView.Of(workshop, time.GetUtcNow()),
            Followers = workshop.Followers.Count,
            Waiting = workshop.ClosedAt is null ? workshop.Waiting.Length : 0,
            Present = workshop.PeopleWith([.. states.Values]),
            Checks = workshop.Visits.IsEmpty && !workshop.Programme.IsEmpty
                ? [.. BeforeTheStart.Check(workshop, workshop.Title != say["Title.Default"], shelf.Find(workshop.Played, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName).Statements.Count(), radar.Sum(table => table.People))] : [],
            Rehearsal = RehearsalView.Of(workshop),
            IsJoiningShown = workshop.IsJoiningShown,
            IsRadarAside = workshop is { ClosedAt: null, CurrentPart: { } part } && !part.Kind.IsAtTheTables() && !radar.Any(table => table.HasAskedForHelp) && !states.Values.Any(table => table.IsAtACard),
            EmptyTables = radar.Count(table => table.People == 0),
            SeatsAtLargest = workshop.SeatsAtLargest,
        };
    }
}
