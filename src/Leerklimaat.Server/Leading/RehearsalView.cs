using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Leading;

/// <summary>That somebody practises, for who leads.</summary>
public sealed record RehearsalView(int Tables, int Players, Tempo Tempo)
{
    public static RehearsalView? Of(Workshop workshop) => workshop.Rehearsal is { } rehearsal ? new(rehearsal.Tables.Length, rehearsal.Players, rehearsal.Tempo) : null;
}
