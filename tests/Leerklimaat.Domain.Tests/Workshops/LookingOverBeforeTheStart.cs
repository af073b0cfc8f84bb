using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Workshops;

[Rule("W1")]
public class LookingOverBeforeTheStart : AProgramme
{
    private static Workshop Ready => Started.After(new StatePurpose(new("", "Weten wat er al is", 0), Monday), new ChangePart(Welcome with { Text = "Je naam hoeft niet." }, Monday)).State;

    [Fact]
    public void A_workshop_that_is_ready_is_fine_in_everything() => Assert.Equal(
        [new(StartCheck.Title, true), new(StartCheck.Goal, true), new(StartCheck.Tables, true, 1, 8), new(StartCheck.Cards, true, 44), new(StartCheck.Times, true, 90, 90), new(StartCheck.Privacy, true)],
        BeforeTheStart.Check(Ready, isNamed: true, cards: 44, people: 8));

    [Theory]
    [InlineData(StartCheck.Title), InlineData(StartCheck.Goal), InlineData(StartCheck.Tables), InlineData(StartCheck.Cards), InlineData(StartCheck.Times), InlineData(StartCheck.Privacy)]
    public void What_is_missing_is_told_and_nothing_else(StartCheck missing)
    {
        var workshop = missing switch
        {
            StartCheck.Goal => Ready with { Purpose = Purpose.None },
            StartCheck.Times => Ready with { Programme = [.. Ready.Programme.Select(part => part.Kind == PartKind.Game ? part with { Minutes = 41 } : part)] },
            StartCheck.Privacy => Ready with { Programme = [.. Ready.Programme.Select(part => part.Id == Welcome.Id ? part with { Text = "" } : part)] },
            _ => Ready,
        };
        var findings = BeforeTheStart.Check(workshop, isNamed: missing != StartCheck.Title, cards: missing == StartCheck.Cards ? 0 : 44, people: missing == StartCheck.Tables ? 9 : 8);
        Assert.Equal([missing], findings.Where(finding => !finding.IsFine).Select(finding => finding.Check));
    }
}
