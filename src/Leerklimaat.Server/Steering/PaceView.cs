using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Steering;

/// <summary>The clock of who leads, in whole minutes (W5). It is in no view of anybody else.</summary>
public sealed record PaceView(int Behind, int Left, int InPart, int PlannedInPart, bool IsPlenaryInDanger, int PlenaryLeft, int PlenaryPlanned, Sequence<RetimedView> Rest)
{
    public static PaceView? Of(Workshop workshop, DateTimeOffset now) => ProgrammeClock.Read(workshop, now) is { } clock
        ? new(
            clock.MinutesBehind, (int)Math.Ceiling(clock.Left.TotalMinutes), (int)clock.InPart.TotalMinutes, clock.PlannedInPart,
            clock.IsPlenaryInDanger, (int)(clock.PlenaryLeft ?? TimeSpan.Zero).TotalMinutes, clock.PlenaryPlanned,
            clock.MinutesBehind == 0 ? [] : [.. clock.Rest.Select(one => RetimedView.Of(workshop.FindPart(one.Part)!, one.Minutes)).Where(one => one.Planned != one.Minutes)])
        : null;
}

/// <summary>How long a part would take when the rest is fitted into the time that is left.</summary>
public sealed record RetimedView(string Title, int Planned, int Minutes)
{
    public static RetimedView Of(Part part, int minutes) => new(part.Title, part.Minutes, minutes);
}
