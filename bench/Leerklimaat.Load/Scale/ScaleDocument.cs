using System.Globalization;
using System.Text;

namespace Leerklimaat.Load.Scale;

/// <summary>What <c>docs/scale.md</c> says of a national learning day: made from the runs in <c>docs/figures</c>.</summary>
public static class ScaleDocument
{
    private const int People = 100_000;

    public const string Begin = "<!-- Made from the runs in docs/figures by bin/load scale. -->", End = "<!-- The end of what is made. -->";

    /// <param name="proxy">The configuration of the proxy.</param>
    public static string Renew(string document, IReadOnlyList<LoadRun> runs, string proxy) => Made.Renew(document, Begin, End, Text(runs, proxy));

    private static string Text(IReadOnlyList<LoadRun> runs, string proxy)
    {
        var costs = Costs.Of(runs);
        var day = new LearningDay(People, costs);
        var text = new StringBuilder();
        text.Append("### What the day asks\n\n");
        text.Append(Table(
            ["", "a second", "ms of a core, one", "cores of the processes", "cores of the database"],
            day.Moments.Select(moment => new[] { moment.Name, N(moment.ASecond, 0), N(moment.Server * 1e3, 2), N(moment.Cores, 1), moment.Database > 0 ? N(moment.DatabaseCores, 1) : "–" })));
        text.Append(CultureInfo.InvariantCulture, $"\nWhile they play: {N(day.Memory / 1e9, 1)} GB in all processes together, {N(day.Bits / 1e6, 0)} Mbit/s to the phones, {N(People, 0)} open streams. An action on several processes costs {N(costs.Several, 2)} times what it costs on one.\n");
        text.Append("\n### Where it ends\n\n");
        text.Append(Table(
            ["", $"{N(People, 0)} people take", "there is", "full at (people)", "what lifts it"],
            Machines.Three(proxy).Limits(day).Select(limit => new[] { limit.Of, N(limit.Takes, limit.Takes < 100 ? 1 : 0), N(limit.Has, limit.Has < 100 ? 1 : 0), N(limit.FullAt, 0), limit.Lifts })));
        text.Append("\n### Checked\n\n");
        text.Append(Table(
            ["", "cores: model / measured", "memory (MB): model / measured", "kB/s to all phones: model / measured"],
            Costs.Crowds(runs).Where(run => Costs.Checked.Contains(run.Options["people"])).OrderBy(Costs.PeopleOf).Select(run => Check(run, costs))));
        return text.Append('\n').ToString();
    }

    private static string[] Check(LoadRun run, Costs costs)
    {
        var people = Costs.PeopleOf(run);
        return
        [
            $"{N(people, 0)} people",
            Both(costs.Playing.At(people), Costs.CoresOf(run), 2),
            Both(costs.Memory.At(people) / 1e6, Costs.MemoryOf(run) / 1e6, 0),
            Both(costs.Bytes * people / 1e3, Costs.BytesOf(run) * people / 1e3, 0),
        ];
    }

    private static string Both(double model, double measured, int decimals) => string.Create(CultureInfo.InvariantCulture, $"{N(model, decimals)} / {N(measured, decimals)} ({(model - measured) / measured:+0 %;−0 %;0 %})");

    private static string Table(string[] head, IEnumerable<string[]> rows) =>
        string.Concat(rows.Prepend([.. head.Select(_ => "---")]).Prepend(head).Select(row => row[0] == "---" ? $"|{string.Join("|", row)}|\n" : $"| {string.Join(" | ", row)} |\n"));

    private static string N(double value, int decimals) => value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
}
