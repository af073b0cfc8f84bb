using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Workshops;

/// <summary>The ids of the places that a question has in a page, each for its part only.</summary>
public static class Places
{
    public static string Board(PartId part) => $"question-board-{part.Value:N}";

    public static string Own(PartId part) => $"question-own-{part.Value:N}";

    public static string Desk(PartId part) => $"question-desk-{part.Value:N}";
}
