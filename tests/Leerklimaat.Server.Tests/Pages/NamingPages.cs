using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Pages;

/// <summary>Who has several pages open, or hears their names only, tells them apart.</summary>
[Rule("L5")]
public sealed class NamingPages : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Playing();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task Each_page_of_a_workshop_has_a_name_of_its_own()
    {
        var titles = new List<string>();
        foreach (var (person, page) in new[]
        {
            (workshop.Chantal, ""), (workshop.Chantal, "/presenter"), (workshop.Chantal, "/plenary"), (workshop.Chantal, "/plenary/screen"), (workshop.Chantal, "/programme"), (workshop.Chantal, "/links"), (workshop.Chantal, "/report"),
            (workshop.Chantal, "/screen"), (workshop.Chantal, "/bin"), (workshop.Chantal, "/paper-set"), (workshop.Chantal, "/paper-tables"), (workshop.Anna, "/follow"), (workshop.Anna, "/dots"), (workshop.Anna, "/mine"),
        }) titles.Add(TitleOf(await person.Open($"{workshop.Root}{page}")));
        foreach (var page in new[] { workshop.Table1, workshop.Screen1, $"{workshop.Table1}/notes", $"/{workshop.Code}", "/", "/recovery" }) titles.Add(TitleOf(await workshop.Anna.Open(page)));
        Assert.Equal(titles.Distinct(), titles);
    }

    [Fact]
    public async Task What_whoever_made_the_programme_wrote_is_read_in_its_own_language()
    {
        await workshop.Chantal.Open(workshop.Root);
        while (workshop.Chantal.Page.QuerySelector("#previous-part") is not null) await workshop.Chantal.Press("#previous-part");
        using var emma = new Person(workshop.Server, "Emma", "en");
        await emma.Open($"/{workshop.Code}");
        await emma.Press("#follow");
        Assert.Equal("en", emma.Page.DocumentElement.GetAttribute("lang"));
        foreach (var place in new[] { ".part-title", ".slide-text" }) Assert.Equal("nl", emma.Page.QuerySelector(place)!.GetAttribute("lang"));
    }

    private static string TitleOf(Person person) => person.Page.QuerySelector("title")!.TextContent;
}
