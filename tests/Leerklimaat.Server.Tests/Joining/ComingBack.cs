using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Joining;

public sealed class ComingBack : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Start();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact, Rule("T2")]
    public async Task The_same_device_returns_to_the_same_seat_by_itself()
    {
        await workshop.Anna.Open($"/{workshop.Code}");
        Assert.Contains("Terug naar mijn plek aan tafel 1", workshop.Anna.Text, StringComparison.Ordinal);
        await workshop.Anna.Press(".tables li:nth-child(1) button");
        Assert.Equal(workshop.Table1, workshop.Anna.Path);
        Assert.Equal(2, workshop.Anna.Page.QuerySelectorAll("#more .seats li").Length);
    }

    [Fact, Rule("T2")]
    public async Task Another_device_returns_with_the_two_words()
    {
        var words = workshop.Anna.Page.QuerySelector(".personal-code")!.TextContent;
        using var tablet = new Person(workshop.Server, "Anna's tablet");
        await tablet.Open($"/{workshop.Code}");
        await tablet.Press("form[action$='/returns'] button", ("personal", words.ToUpperInvariant().Replace(' ', '-')));
        Assert.Equal(workshop.Table1, tablet.Path);
        Assert.Equal("1", tablet.Page.QuerySelector("form#act [name=seat]")!.GetAttribute("value"));

        await workshop.Anna.Open(workshop.Table1);
        Assert.Contains("Je plek is verhuisd", workshop.Anna.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("T2")]
    public async Task Wrong_words_are_told_and_cannot_be_guessed_for_long()
    {
        using var dennis = new Person(workshop.Server, "Dennis elsewhere");
        await dennis.Open($"/{workshop.Code}");
        await dennis.Press("form[action$='/returns'] button", ("personal", "nee niet"));
        Assert.Equal(HttpStatusCode.NotFound, dennis.Status);
        Assert.Equal("nee niet", dennis.Page.QuerySelector("#personal")!.GetAttribute("value"));
        for (var guess = 0; guess < 10; guess++) await dennis.Post($"/{workshop.Code}/returns", [new("personal", "nog een")]);
        Assert.Equal(HttpStatusCode.TooManyRequests, dennis.Status);
    }

    [Fact, Rule("T2")]
    public async Task Writing_the_code_differently_gives_no_more_guesses()
    {
        using var dennis = new Person(workshop.Server, "Dennis elsewhere");
        await dennis.Open($"/{workshop.Code}");
        for (var guess = 0; guess < 11; guess++)
        {
            var code = string.Join("", workshop.Code.ToLowerInvariant().Select((character, place) => place == guess % 6 ? $"{character}{new string('-', 1 + guess / 6)}" : $"{character}"));
            await dennis.Post($"/{code}/returns", [new("personal", "nog een")]);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, dennis.Status);
    }

    [Fact, Rule("T2")]
    public async Task Somebody_at_the_table_says_that_is_you()
    {
        using var tablet = new Person(workshop.Server, "Anna's tablet");
        await tablet.Open($"/{workshop.Code}");
        await tablet.Press("form[action$='/claims'] button[value='1']");
        Assert.Contains("Even wachten", tablet.Text, StringComparison.Ordinal);

        await workshop.Bram.Open(workshop.Table1);
        Assert.Contains("Iemand zegt: ik ben Anna", workshop.Bram.Text, StringComparison.Ordinal);
        await workshop.Bram.Press("#claim-1 button");
        Assert.Contains("We vragen het eerst op het toestel waar deze plek nu wordt gespeeld", workshop.Bram.Text, StringComparison.Ordinal);

        await workshop.Anna.Open(workshop.Table1);
        await workshop.Anna.Press("#own-claim button[formaction$='yes=true']");
        await tablet.Open(workshop.Table1);
        Assert.Contains("Je zit aan tafel", tablet.Text, StringComparison.Ordinal);
    }
}
