namespace Leerklimaat.Server.Tests.Documents;

/// <summary>What <c>docs/states.md</c> shows is what the rules do.</summary>
public class DrawingTheStates
{
    [Fact]
    public void A_round_can_be_played_to_its_end_in_each_of_its_ways()
    {
        var steps = StatesDocument.Round();
        Assert.Contains(new("[*]", "FirstPlacement", "ChooseCard"), steps);
        Assert.Contains(new("Telling", "Held", "OpenSecondPlacement"), steps);
        Assert.Contains(new("Held", "SecondPlacement", "LayCard"), steps);
        Assert.Contains(new("AddingUp", "Closed", "LayCard"), steps);
        Assert.DoesNotContain(steps, step => step is { From: "FirstPlacement", To: "SecondPlacement" or "AddingUp" or "Closed" });
    }

    [Fact]
    public void The_document_tells_what_the_rules_do()
    {
        var made = StatesDocument.Text();
        if (Environment.GetEnvironmentVariable("WRITE_DOCUMENTS") == "1") File.WriteAllText(StatesDocument.Place, made);
        Assert.Equal(made, File.ReadAllText(StatesDocument.Place));
    }
}
