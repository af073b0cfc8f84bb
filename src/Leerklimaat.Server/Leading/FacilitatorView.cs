using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Following;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Steering;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Leading;

/// <summary>What the facilitator sees: the tables at a glance (T6), never where an unrevealed pawn stands.</summary>
public sealed record FacilitatorView(WorkshopId Id, string Title, GameState Game, bool IsClosed, MessageView Message, Seating Seating, Sequence<RadarView> Radar, int People, long Version)
{
    /// <summary>When the tables place again (G7).</summary>
    public SecondMoment SecondMoment { get; init; }

    public bool AreSecondPlacementsOpen { get; init; }

    /// <summary>What stands beside the pictures of the wall: the notes, and what to see to.</summary>
    public FacilitatorView Now => this with { Pace = null, EmptyTables = 0, Radar = [], People = 0, Followers = 0, Present = 0, Waiting = 0, Version = 0 };

    /// <summary>The room from above, whatever the clock says.</summary>
    public FacilitatorView Room => this with { Programme = null, Pace = null };

    /// <summary>The two steps, and what is on the wall by them.</summary>
    public SteeringView Steps => new(Id, Title, Programme is null ? null : Programme with { Notes = "" }, Pace: null, AtACard: 0) { IsClosed = IsClosed };

    public DoingView Doing => DoingView.Of(Id, IsClosed ? null : Programme?.Current);

    public bool IsAtTheTables => Programme?.Current is { } current && current.Kind.IsAtTheTables();

    public LeadSaidView Said => new(Programme?.Current?.Number ?? 0, Programme?.Current?.Title ?? "", IsClosed ? [] : [.. Radar.Where(table => table.HasAskedForHelp).Select(table => table.Number)]);

    public ClockView Clock => new(Id, IsClosed ? null : Pace);

    public PathView Path => new(Id, Programme?.Parts ?? []);

    /// <summary>Nobody is at the tables now, and none of them waits for who leads.</summary>
    public bool IsRadarAside { get; init; }

    /// <summary>Nothing in a workshop from before there were programmes.</summary>
    public ProgrammeView? Programme { get; init; }

    public PaceView? Pace { get; init; }

    /// <summary>So many tables have a card before them.</summary>
    public int AtACard { get; init; }

    /// <summary>What to look over before the programme begins; empty after that.</summary>
    public Sequence<StartFinding> Checks { get; init; } = [];

    /// <summary>Nothing while nobody practises.</summary>
    public RehearsalView? Rehearsal { get; init; }

    /// <summary>The wall shows how to join, over what is there.</summary>
    public bool IsJoiningShown { get; init; }

    public int EmptyTables { get; init; }

    /// <summary>How many fit at the table with the most seats.</summary>
    public int SeatsAtLargest { get; init; }

    /// <summary>Who looks on without a pawn.</summary>
    public int Followers { get; init; }

    /// <summary>Who wait in line for a seat (W12).</summary>
    public int Waiting { get; init; }

    /// <summary>Players and followers together.</summary>
    public int Present { get; init; }
}

/// <summary>How the programme runs; nothing before it begins.</summary>
public sealed record ClockView(WorkshopId Id, PaceView? Pace);

/// <summary>The programme as a path beside the tools.</summary>
public sealed record PathView(WorkshopId Id, Sequence<ProgrammePartView> Parts);

/// <summary>What who leads hears who does not see the page.</summary>
/// <param name="Number">Of the part that everybody is at; 0 while there is none.</param>
/// <param name="Asking">The tables that ask for help.</param>
public sealed record LeadSaidView(int Number, string Title, Sequence<int> Asking);
