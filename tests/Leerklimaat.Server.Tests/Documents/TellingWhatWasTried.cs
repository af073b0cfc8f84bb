using Leerklimaat.Simulation;

namespace Leerklimaat.Server.Tests.Documents;

/// <summary>What stands in docs/reliability.md is what was kept of the runs, and nothing was lost in them.</summary>
public class TellingWhatWasTried
{
    [Fact]
    public void The_document_tells_what_was_kept()
    {
        var made = ReliabilityDocument.Of(ReliabilityDocument.Tried, ReliabilityDocument.Simulated);
        if (Environment.GetEnvironmentVariable("WRITE_DOCUMENTS") == "1") File.WriteAllText(ReliabilityDocument.Place, made);
        Assert.Equal(made, File.ReadAllText(ReliabilityDocument.Place));
    }

    [Fact, Rule("L1"), Rule("L2")]
    public void Nothing_was_lost_and_all_that_was_broken_on_purpose_was_found()
    {
        Assert.All(ReliabilityDocument.Tried, tried => Assert.Equal((0, 0), (tried.Lost, tried.Doubled)));
        Assert.All(ReliabilityDocument.Simulated, simulated => Assert.Equal(simulated.Broken == Broken.Nothing, simulated.Wrong.IsEmpty));
        Assert.Equal(Enum.GetValues<Broken>(), ReliabilityDocument.Simulated.Select(simulated => simulated.Broken).Distinct());
    }
}
