namespace Leerklimaat.Domain.Workshops;

/// <summary>What a workshop is started from: how long it takes and how many tables stand ready.</summary>
public sealed record Template(int Minutes, int Tables, int SeatsPerTable, int MinutesPerCard)
{
    public static readonly IReadOnlyList<Template> All = [new(45, 3, 6, 8), new(90, 4, 8, 12), new(180, 6, 8, 15)];

    public static Template? Of(int minutes) => All.FirstOrDefault(template => template.Minutes == minutes);
}
