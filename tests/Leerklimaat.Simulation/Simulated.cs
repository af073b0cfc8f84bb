using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Leerklimaat.Simulation;

/// <summary>What was seen in some worlds.</summary>
/// <param name="Seed">The first; each workshop has the next.</param>
/// <param name="Workshops">Of an hour each.</param>
/// <param name="Happened">How many things happened in them.</param>
/// <param name="Commands">How many were answered.</param>
/// <param name="Reports">How many were looked through for people who can be found in them.</param>
/// <param name="Faults">How often each of them struck.</param>
/// <param name="Wrong">What was promised and was not so, with the seed that shows it again.</param>
public sealed record Simulated(int Seed, int Workshops, bool IsDrawn, Broken Broken, double Seconds, long Happened, long Commands, long Reports, ImmutableSortedDictionary<Fault, long> Faults, ImmutableSortedSet<string> Wrong)
{
    /// <summary>As it is kept for docs/reliability.md.</summary>
    public static JsonSerializerOptions Json { get; } = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Of what was wrong only the sentence that says what, and not the page that shows it.</summary>
    public Simulated InShort => this with { Wrong = [.. Wrong.Select(wrong => wrong.Split('\n')[0])] };

    public double AMinute => Workshops / (Seconds / 60);

    public Simulated With(World world, string? wrong) => this with
    {
        Workshops = Workshops + 1,
        Happened = Happened + world.Agenda.Happened,
        Commands = Commands + world.Promises.Acknowledgements,
        Reports = Reports + world.Promises.Reports,
        Faults = Faults.SetItems(world.Misfortune.Struck.Select(struck => KeyValuePair.Create(struck.Fault, Faults.GetValueOrDefault(struck.Fault) + struck.Times))),
        Wrong = wrong is null ? Wrong : Wrong.Add(wrong),
    };

    public string Say()
    {
        var said = new StringBuilder();
        foreach (var wrong in Wrong) said.AppendLine(wrong);
        said.AppendLine(CultureInfo.InvariantCulture, $"{Workshops} workshops of an hour from seed {Seed} on, with pages {(IsDrawn ? "as they are" : "bare")}, in {Seconds:F1} s: {AMinute:N0} workshop-hours a minute.");
        said.AppendLine(CultureInfo.InvariantCulture, $"{Happened:N0} things happened, {Commands:N0} commands were answered, {Reports:N0} reports were looked through.");
        foreach (var (fault, times) in Faults) said.AppendLine(CultureInfo.InvariantCulture, $"{times,10:N0}  {fault}");
        return said.ToString();
    }
}
