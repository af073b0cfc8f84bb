using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Operating;

/// <summary>The dashboard that hosts import shows figures that the program makes, by the names that Prometheus gives to them, and leaves none of ours out.</summary>
public sealed partial class ReadingTheDashboard : IAsyncLifetime
{
    private readonly HashSet<string> ours = [], others = [];

    public async ValueTask InitializeAsync()
    {
        await using var server = await RunningServer.Start();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == Measures.Name) ours.UnionWith(NamesOf(instrument));
            else others.UnionWith(NamesOf(instrument));
        };
        listener.Start();
        // Each makes its figures when it is first used.
        server.Services.GetRequiredService<JournalHealth>();
        server.Services.GetRequiredService<CommandMeter>();
        server.Services.GetRequiredService<TableMeter>();
        using var http = new HttpClient { BaseAddress = server.Address };
        await http.GetStringAsync("/health");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Each_figure_that_it_shows_is_made() => Assert.Empty(Shown().Except(ours).Except(others));

    [Fact]
    public void None_of_ours_is_left_out()
    {
        Assert.True(ours.Count > 8, $"Only {ours.Count} figures of ours were found.");
        var shown = Shown().Select(Stem).ToHashSet();
        Assert.Empty(ours.Select(Stem).Except(shown));
    }

    [Fact]
    public void Each_panel_says_what_it_means_and_lies_on_no_other()
    {
        var panels = Dashboard().GetProperty("panels").EnumerateArray().ToList();
        Assert.All(panels.Where(panel => panel.GetProperty("type").GetString() != "row"), panel => Assert.NotEmpty(panel.GetProperty("description").GetString()!));
        var squares = panels.Select(panel => panel.GetProperty("gridPos")).SelectMany(at =>
            from x in Enumerable.Range(at.GetProperty("x").GetInt32(), at.GetProperty("w").GetInt32())
            from y in Enumerable.Range(at.GetProperty("y").GetInt32(), at.GetProperty("h").GetInt32())
            select (x, y)).ToList();
        Assert.Equal(squares.Distinct().Count(), squares.Count);
        Assert.All(squares, square => Assert.InRange(square.x, 0, 23));
    }

    /// <summary>What Prometheus makes of a name that comes by OTLP: underscores, the unit, and what kind of figure it is.</summary>
    private static IEnumerable<string> NamesOf(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = instrument.Name.Replace('.', '_') + unit;
        return instrument.GetType().Name.Split('`')[0] switch
        {
            "Histogram" => [$"{name}_bucket", $"{name}_count", $"{name}_sum"],
            "Counter" or "ObservableCounter" => [$"{name}_total"],
            _ => [name],
        };
    }

    // Of a histogram one of its three is enough.
    private static string Stem(string name) => AnEnd().Replace(name, "");

    private static IEnumerable<string> Shown() => Dashboard().GetProperty("panels").EnumerateArray()
        .SelectMany(panel => panel.TryGetProperty("targets", out var targets) ? targets.EnumerateArray().Select(target => target.GetProperty("expr").GetString()!) : [])
        .Append(Dashboard().GetProperty("templating").GetProperty("list")[1].GetProperty("definition").GetString()!)
        .SelectMany(expression => AFigure().Matches(expression).Select(match => match.Groups[1].Value)).Distinct();

    private static JsonElement Dashboard() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "operating", "grafana-dashboard.json"))).RootElement;

    [GeneratedRegex(@"([a-z][a-z_]+)(?=\{|, job\))")]
    private static partial Regex AFigure();

    [GeneratedRegex("_(bucket|count|sum)$")]
    private static partial Regex AnEnd();
}
