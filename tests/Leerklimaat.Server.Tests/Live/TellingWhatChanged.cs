using System.Text;
using System.Text.RegularExpressions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Live;

/// <summary>What comes to a phone at each step of a round at a table of eight: what changed, and no more.</summary>
public partial class TellingWhatChanged
{
    private const int Eight = 8, Phase = 1_650, Reveal = 2_100, Placement = 700, Whole = 10_500;

    [Fact]
    public async Task A_step_of_a_round_is_as_small_as_what_it_changes()
    {
        await using var workshop = await AWorkshop.Playing();
        var table = workshop.Table1;
        var people = new List<Person> { workshop.Anna, workshop.Bram };
        while (people.Count < Eight)
        {
            people.Add(new(workshop.Server, $"Speler {people.Count + 1}"));
            await workshop.Join(people[^1], 1);
        }

        await using var stream = await OpenStream.Open(workshop.Anna, $"{table}/live");
        await stream.Sees("0 van 8 pionnen gelegd");
        await Round(1);
        await Step(workshop.Bram, "/rounds?card=veiligheid-2", Phase, "card");
        await Round(2);
        foreach (var person in people.Skip(2)) person.Dispose();

        async Task Round(int round)
        {
            foreach (var person in people) await Step(person, $"/placements?round={round}", Placement, "none", ("square", $"{people.IndexOf(person) % 4 + 1}"));
            await Step(workshop.Bram, "/reveals", Reveal, "card|open-board|turns");
            for (var turn = 1; turn <= Eight; turn++) await Step(workshop.Bram, $"/turns?teller={TellerIn(stream.Shown["teller"])}&story=HappensAlready", Phase, "none");
            await Step(workshop.Bram, "/second-placements", Phase, "none");
            // All of them move, so that each leaves a trail on the board.
            foreach (var person in people) await Step(person, $"/placements?round={round}", Placement, "none", ("square", $"{(people.IndexOf(person) + 1) % 4 + 1}"));
            await Step(workshop.Bram, "/reveals", Phase, "open-board|to-pile");
            // How many cards each factor has left is told once, and from then on where it changes.
            await Step(workshop.Bram, "/piles?pile=Green", Phase, round == 1 ? "card|piles|left-.*" : "card|piles");
        }

        async Task Step(Person person, string path, int most, string apart, params (string, string)[] fields)
        {
            var before = stream.Messages.Count;
            var answer = await person.Ask($"{table}{path}", fields);
            Assert.True((int)answer.Status < 300, $"{path}: {answer.Text}");
            await stream.Reaches(long.Parse(answer.Version, System.Globalization.CultureInfo.InvariantCulture));
            var told = string.Concat(stream.Messages.Skip(before).Select(message => message.Html));
            var rest = Regions().Replace(told, region => Regex.IsMatch(region.Groups[1].Value, $"^({apart})$") ? "" : region.Value);
            var regions = Regions().Matches(told).Select(region => $"{region.Groups[1].Value} {Encoding.UTF8.GetByteCount(region.Value)}");
            TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {Encoding.UTF8.GetByteCount(told)}, apart from {apart} {Encoding.UTF8.GetByteCount(rest)}: {string.Join(", ", regions)}");
            Assert.InRange(Encoding.UTF8.GetByteCount(told), 1, Whole);
            Assert.True(Encoding.UTF8.GetByteCount(rest) <= most, $"{path} told {Encoding.UTF8.GetByteCount(rest)} bytes: {rest}");
        }
    }

    private static string TellerIn(string story) => Teller().Match(story).Groups[1].Value;

    [GeneratedRegex("name=\"teller\" value=\"([0-9]+)\"")]
    private static partial Regex Teller();

    [GeneratedRegex("""<template hx type="partial" hx-target="#([A-Za-z0-9-]+)"[^>]*>.*?</template>""", RegexOptions.Singleline)]
    private static partial Regex Regions();
}
