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

    /// <summary>What is above the tables: the programme and its clock.</summary>
    public FacilitatorView Now => this with { EmptyTables = 0, Radar = [], People = 0, Followers = 0, Present = 0, Version = 0 };

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

    public int SeatsPerTable { get; init; }

    /// <summary>Who looks on without a pawn.</summary>
    public int Followers { get; init; }

    /// <summary>Players and followers together.</summary>
    public int Present { get; init; }
}
