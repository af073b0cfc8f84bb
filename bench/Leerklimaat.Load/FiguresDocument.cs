using System.Text.Json;

namespace Leerklimaat.Load;

/// <summary>What <c>docs/figures.md</c> says is what the runs in <c>docs/figures</c> measured: its middle part is made from them.</summary>
public static class FiguresDocument
{
    public const string Begin = "<!-- Made from the runs in docs/figures by bin/load figures. -->", End = "<!-- The end of what is made. -->";

    public static string Renew(string document, IReadOnlyList<LoadRun> runs) => Made.Renew(document, Begin, End, string.Concat(runs.Select(run => run.ToMarkdown() + "\n")));

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
}
