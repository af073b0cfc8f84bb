using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Leerklimaat.Load;

/// <summary>One run of <c>bin/load</c>: what was measured, on what and how. It is what is printed, what is kept, and what <c>docs/figures.md</c> is made from.</summary>
/// <param name="Kind">turns, crowd, wake, …: those of <see cref="LoadOptions"/>.</param>
/// <param name="Command">As it was typed.</param>
/// <param name="Notes">What a reader has to know of how it was measured, in whole sentences.</param>
public sealed record LoadRun(DateOnly Date, string Kind, string Machine, string Command, IReadOnlyDictionary<string, int> Options, IReadOnlyList<string> Notes, IReadOnlyList<Figure> Figures)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // For people to read: it never stands in a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // Of actions that were all lost there is no percentile.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static LoadRun Of(LoadOptions options, IReadOnlyList<string> notes, IEnumerable<Figure> figures) => new(
        DateOnly.FromDateTime(DateTime.UtcNow), options.Kind, Load.Machine.Description, options.Command, options.Numbers, notes, Figure.Join(figures));

    public static LoadRun FromJson(string json) => JsonSerializer.Deserialize<LoadRun>(json, Json) ?? throw new FormatException("There is no run in this JSON.");

    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### {Date:d MMMM yyyy}: {Kind}\n\n{Machine}; `{Command}`.\n");
        foreach (var note in Notes) text.Append(note).Append('\n');

        var columns = Figures.Select(figure => figure.What).Distinct().ToList();
        text.Append('\n').Append(Row(["", .. columns.Select(Heading)]));
        text.Append('|').AppendJoin("", Enumerable.Repeat("---|", columns.Count + 1)).Append('\n');
        foreach (var row in Figures.GroupBy(figure => figure.Of))
            text.Append(Row([row.Key, .. columns.Select(column => string.Join(" / ", row.Where(figure => figure.What == column)))]));
        return text.ToString();
    }

    private string Heading(string column) =>
        $"{column} {string.Join(" / ", Figures.Where(figure => figure.What == column).Select(figure => figure.Part).Distinct())}".TrimEnd();

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}
