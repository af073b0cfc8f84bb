using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Questions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Following;

/// <summary>Who does not see a page that changes by itself is told of it, in one place that stands there from the start.</summary>
[Rule("L5")]
public sealed class HearingThePage : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Start();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task Who_follows_hears_each_part_and_what_who_leads_tells()
    {
        using var emma = await workshop.Follow("Emma");
        Assert.Equal("We beginnen zo", await Said(emma, $"{workshop.Root}/follow"));

        await using var stream = await OpenStream.Open(emma, $"{workshop.Root}/follow/live");
        await workshop.GoTo(AtAQuestion.IsCloud);
        await stream.Sees("Onderdeel 2: Kennismaken: je eerste gedachte");
        await workshop.Chantal.Press("#send-message", ("message", "Pak je telefoon"));
        await stream.Sees("<p id=\"said-message\">Begeleider: Pak je telefoon</p>");
    }

    [Fact]
    public async Task Who_leads_hears_each_part_and_which_table_asks_for_help()
    {
        Assert.Equal("", await Said(workshop.Chantal, workshop.Root));
        await using var stream = await OpenStream.Open(workshop.Chantal, $"{workshop.Root}/live");
        await workshop.GoTo(part => part.Kind == PartKind.Game);
        var state = await workshop.State();
        await stream.Sees($"Onderdeel {state.PlaceOf(state.Current) + 1}: {state.CurrentPart!.Title}");
        await workshop.Dennis.Open(workshop.Table2);
        await workshop.Dennis.Ask($"{workshop.Table2}/help");
        await stream.Sees("Tafel 2 vraagt om hulp");
    }

    private static async Task<string> Said(Person person, string page)
    {
        var said = (await person.Open(page)).Page.QuerySelector("#said")!;
        Assert.Equal("polite", said.ParentElement!.GetAttribute("aria-live"));
        return said.TextContent.Trim();
    }
}
