using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Following;

/// <summary>One table on the radar.</summary>
/// <param name="Around">The pawns around the table, and who is waited for.</param>
public sealed record RadarView(
    TableId Table, int Number, int People, int Seats, Sequence<TableTopSeat> Around, bool HasAskedForHelp, DateTimeOffset? HelpAskedAt,
    CardView? Card, Phase? Phase, DateTimeOffset? BeganAt, int Ready, int Expected, int Green, int Red, bool CanStepBack,
    Sequence<NoteView> Notes, Sequence<NoteView> HiddenNotes, Sequence<PlayedView> Played)
{
    /// <summary>How many cases it played that lie on no pile.</summary>
    public int Cases { get; init; }

    /// <summary>Empty where it was given none.</summary>
    public string Name { get; init; } = "";

    /// <summary>It has read its harvest back, and gives it (T8).</summary>
    public bool HasGiven { get; init; }

    /// <summary>Somebody at it plays, or played, on paper (T7).</summary>
    public bool IsOnPaper { get; init; }

    /// <summary>Stand-ins play here (W11).</summary>
    public bool IsRehearsed { get; init; }

    /// <summary>With which the screen of the table opens on another machine; only for who leads.</summary>
    public string ScreenKey { get; init; } = "";
}
