using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Workshops;

/// <summary>How people come to their table (T1): they choose one, are spread evenly, or are mixed by department.</summary>
public enum Seating { Choose, Spread, Mix }

/// <summary>A table as the seating sees it: how many sit there and from which departments.</summary>
public sealed record Occupancy(TableId Table, int Seats, IReadOnlyList<string> Departments)
{
    public int Taken => Departments.Count;

    public bool HasRoom => Taken < Seats;
}

/// <summary>Finds the table for somebody who did not choose one.</summary>
public static class TableFinder
{
    /// <summary>Spread: the emptiest table. Mix: where fewest sit from the same department, then the emptiest. Nothing when all are full.</summary>
    public static TableId? For(Seating seating, string department, IEnumerable<Occupancy> tables)
    {
        // People write the name of their department as they write a word in the cloud: what counts as one there is one here.
        var own = Phrase.Key(department);
        return tables
            .Where(table => table.HasRoom)
            .OrderBy(table => seating == Seating.Mix && own.Length > 0 ? table.Departments.Count(other => Phrase.Key(other) == own) : 0)
            .ThenBy(table => table.Taken)
            .Select(table => (TableId?)table.Table)
            .FirstOrDefault();
    }
}
