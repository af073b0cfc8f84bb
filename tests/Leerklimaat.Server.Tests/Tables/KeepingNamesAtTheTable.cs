using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Tables;

/// <summary>
/// Who sits where is for the people of that table and the facilitator. Everybody else goes to every address that there is, and no byte of what
/// comes back holds a name of table 1.
/// </summary>
[Rule("T6"), Rule("T2"), Rule("D8")]
public class KeepingNamesAtTheTable
{
    private static readonly string[] Names = ["Wilhelmina", "Ludovicus"];

    [Theory, InlineData("game"), InlineData("plenary")]
    public async Task Nobody_from_elsewhere_gets_a_name(string part)
    {
        await using var workshop = await Playing();
        using var stranger = new Person(workshop.Server, "a stranger");
        using var guest = new Person(workshop.Server, "a guest with the code");
        using var follower = new Person(workshop.Server, "a follower");
        await guest.Open($"/{workshop.Code}");
        await follower.Open($"/{workshop.Code}");
        await follower.Press("#follow");
        await using var screen = await OpenStream.Open(workshop.Bram, AWorkshop.LiveOf(workshop.Screen1));
        await screen.Sees("1 van 2 pionnen gelegd");

        var addresses = WholeHouse.AddressesOf(workshop);
        Assert.Contains(workshop.Screen1, addresses);
        foreach (var phase in new[] { "placing", "telling", "played" })
        {
            if (phase == "telling") await workshop.Anna.Ask($"{workshop.Table1}/reveals", ("anyway", "true"));
            if (phase == "played")
            {
                await workshop.Anna.Ask($"{workshop.Table1}/second-placements/skips");
                Assert.Equal(HttpStatusCode.NoContent, (await workshop.Anna.Ask($"{workshop.Table1}/piles?pile=Green")).Status);
            }

            if (part == "plenary") await GoToThePlenary(workshop);
            foreach (var person in new[] { stranger, guest, follower, workshop.Dennis })
            {
                foreach (var address in addresses) HasNoName($"{person.Name} at {address} while {phase}", await WholeHouse.Read(person, address));
            }
        }

        HasNoName("the messages of the table's screen", await screen.Sees("vertelt") + string.Join(' ', screen.Messages.Select(message => message.Html)));
        var own = await WholeHouse.Read(workshop.Bram, workshop.Table1);
        Assert.All(Names, name => Assert.Contains(name, own, StringComparison.Ordinal));
    }

    [Fact, Rule("T2")]
    public async Task Who_comes_back_says_which_pawn_was_theirs()
    {
        await using var workshop = await Playing();
        using var tablet = new Person(workshop.Server, "Anna's tablet");
        await tablet.Open($"/{workshop.Code}");
        Assert.Equal("Bal", tablet.Page.QuerySelector("form[action$='/claims'] button[value='1']")!.TextContent.Trim());
        Assert.NotNull(tablet.Page.QuerySelector("form[action$='/claims'] button[value='1'] .pawn-1"));
    }

    private static async Task<AWorkshop> Playing()
    {
        var workshop = await AWorkshop.Playing();
        await workshop.Anna.Press("form[action$='/names'] button", ("name", Names[0]));
        await workshop.Bram.Open(workshop.Table1);
        await workshop.Bram.Press("form[action$='/names'] button", ("name", Names[1]));
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "2"));
        await workshop.Anna.Ask($"{workshop.Table1}/notes", ("note", Guid.NewGuid().ToString()), ("kind", "Green"), ("text", "Wij eten samen"), ("signed", "true"));
        await workshop.Anna.Ask($"{workshop.Table1}/help");
        await workshop.Anna.Ask($"{workshop.Table1}/host?host=1");
        return workshop;
    }

    private static async Task GoToThePlenary(AWorkshop workshop)
    {
        await workshop.Chantal.Open(workshop.Root);
        var part = workshop.Chantal.Page.QuerySelectorAll(".programme-part").First(button => button.TextContent.Contains("lenair", StringComparison.Ordinal));
        await workshop.Chantal.Ask(part.GetAttribute("formaction")!);
    }

    private static void HasNoName(string where, string seen)
    {
        foreach (var name in Names) Assert.False(seen.Contains(name, StringComparison.OrdinalIgnoreCase), $"{where} holds {name}");
    }
}
