using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Leading;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Rehearsals;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Workshops;

/// <summary>What the facilitator sees: the tables at a glance (T6), never where an unrevealed pawn stands.</summary>
public sealed record FacilitatorView(WorkshopId Id, string Title, GameState Game, bool IsClosed, string Message, Seating Seating, Sequence<RadarView> Radar, int People, long Version)
{
    /// <summary>When the tables place again (G7).</summary>
    public SecondMoment SecondMoment { get; init; }

    public bool AreSecondPlacementsOpen { get; init; }

    /// <summary>What is above the tables: the programme and its clock.</summary>
    public FacilitatorView Now => this with { EmptyTables = 0, Radar = [], People = 0, Message = "", Followers = 0, Present = 0, Version = 0 };

    /// <summary>Nothing in a workshop from before there were programmes.</summary>
    public ProgrammeView? Programme { get; init; }

    public PaceView? Pace { get; init; }

    /// <summary>What to look over before the programme begins; empty after that.</summary>
    public Sequence<StartFinding> Checks { get; init; } = [];

    /// <summary>Nothing while nobody practises.</summary>
    public RehearsalView? Rehearsal { get; init; }

    public int EmptyTables { get; init; }

    public int SeatsPerTable { get; init; }

    /// <summary>Who looks on without a pawn.</summary>
    public int Followers { get; init; }

    /// <summary>Players and followers together.</summary>
    public int Present { get; init; }
}

/// <summary>One table on the radar.</summary>
/// <param name="Around">The pawns around the table, and who is waited for.</param>
public sealed record RadarView(
    TableId Table, int Number, int People, int Seats, Sequence<TableTopSeat> Around, bool HasAskedForHelp, DateTimeOffset? HelpAskedAt,
    CardView? Card, Phase? Phase, DateTimeOffset? BeganAt, int Ready, int Expected, int Green, int Red, bool CanStepBack,
    Sequence<NoteView> Notes, Sequence<NoteView> HiddenNotes, Sequence<PlayedView> Played)
{
    /// <summary>Somebody at it plays, or played, on paper (T7).</summary>
    public bool IsOnPaper { get; init; }

    /// <summary>Stand-ins play here (W11).</summary>
    public bool IsRehearsed { get; init; }

    /// <summary>With which the screen of the table opens on another machine; only for who leads.</summary>
    public string ScreenKey { get; init; } = "";
}

/// <summary>What everybody in the room sees on the wall.</summary>
public sealed record WorkshopScreenView(WorkshopId Id, string Title, JoinCode Code, GameState Game, string Message, Sequence<RadarView> Tables, Sequence<BedView> Beds, int People, int CardsPlayed, long Version)
{
    /// <summary>The part that everybody is at.</summary>
    public PartView Part { get; init; } = PartView.None;

    /// <summary>Somebody practises: what is shown is partly made up (W11).</summary>
    public bool IsRehearsal { get; init; }
}

/// <summary>The bed of one factor in the garden, with a plant for each card that was played.</summary>
public sealed record BedView(string Factor, Sequence<PlantView> Plants);

/// <summary>A played card as a plant.</summary>
/// <param name="IsGreen">Nothing where only tables of one or two pawns discussed it (D2).</param>
/// <param name="Height">0 to 1: the score of the pawns that were shown, or until then what the piles say.</param>
/// <param name="Before">The score of their first placement; nothing where it was not shown.</param>
public sealed record PlantView(string Id, string Text, bool? IsGreen, double Height, double? Before)
{
    public string Drawing => Height switch
    {
        > .75 => "plant-tree",
        > .5 => "plant-sapling",
        > .25 => "plant-sprout",
        _ => "plant-seed",
    };
}
