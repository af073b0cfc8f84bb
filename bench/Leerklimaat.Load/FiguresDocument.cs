using System.Text.Json;

namespace Leerklimaat.Load;

/// <summary>What <c>docs/figures.md</c> says is what the runs in <c>docs/figures</c> measured: its middle part is made from them.</summary>
public static class FiguresDocument
{
    public const string Begin = "<!-- Made from the runs in docs/figures by bin/load figures. -->", End = "<!-- The end of what is made. -->";

    /// <returns>The document with its middle part made anew; what stands around it is as it was.</returns>
    /// <exception cref="FormatException">It does not say where that part is.</exception>
    public static string Renew(string document, IReadOnlyList<LoadRun> runs)
    {
        var begin = PlaceOf(Begin, document) + Begin.Length;
        var end = PlaceOf(End, document);
        if (end < begin) throw new FormatException($"The line {End} stands before {Begin}.");
        return $"{document[..begin]}\n\n{string.Concat(runs.Select(run => run.ToMarkdown() + "\n"))}{document[end..]}";
    }

    /// <returns>All runs that are kept in the folder, by the names of their files; none when there is no such folder.</returns>
    public static IReadOnlyList<LoadRun> ReadRuns(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read)]
        : [];

    private static LoadRun Read(string file)
    {
        try
        {
            return LoadRun.FromJson(File.ReadAllText(file));
        }
        catch (JsonException broken)
        {
            throw new FormatException($"{file} holds no run: {broken.Message}", broken);
        }
    }

    private static int PlaceOf(string line, string document) =>
        document.IndexOf(line, StringComparison.Ordinal) is var at and >= 0 ? at : throw new FormatException($"The document has no line {line}");
}
