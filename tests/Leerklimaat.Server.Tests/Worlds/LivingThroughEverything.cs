using Leerklimaat.Simulation;

namespace Leerklimaat.Server.Tests.Worlds;

/// <summary>Workshops in which everything goes wrong that can, each from a seed. <c>bin/simulate</c> goes on for as long as one likes.</summary>
[Rule("L1"), Rule("L2"), Rule("L4"), Rule("G3")]
public sealed class LivingThroughEverything(Simulating simulating) : IClassFixture<Simulating>
{
    [Fact, Rule("D2"), Rule("D3"), Rule("D5"), Rule("D9"), Rule("D10")]
    public void Nothing_is_lost_nobody_is_found_and_all_see_the_same() => Assert.Empty(simulating.Run(seed: 1, count: 25, isDrawn: true).Wrong);

    [Fact]
    public void Nor_is_anything_lost_where_many_more_workshops_show_no_more_than_their_versions() => Assert.Empty(simulating.Run(seed: 1, count: 150, isDrawn: false).Wrong);

    [Theory]
    [InlineData(Broken.AnswersBeforeItStores, "was acknowledged and is lost")]
    [InlineData(Broken.ShowsWhatLiesFaceDown, "depends on pawns that lie face down")]
    [InlineData(Broken.PublishesEachTable, "can be found on")]
    [InlineData(Broken.TellsWhatIsPrivate, "was told a secret")]
    public void What_is_broken_on_purpose_is_found(Broken broken, string found) => Assert.Contains(simulating.Run(seed: 1, count: 10, isDrawn: true, broken).Wrong, wrong => wrong.Contains(found, StringComparison.Ordinal));

    [Fact]
    public async Task The_same_seed_is_the_same_workshop_whatever_else_happens_beside_it()
    {
        await using var crowded = new Simulating { AtOnce = 3 };
        var (one, other) = (simulating.Run(seed: 7, count: 6, isDrawn: false), crowded.Run(seed: 7, count: 6, isDrawn: false));
        Assert.Equal((one.Happened, one.Commands), (other.Happened, other.Commands));
        Assert.Equal(one.Faults, other.Faults);
    }
}
