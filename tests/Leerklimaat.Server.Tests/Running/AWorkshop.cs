using System.Text.RegularExpressions;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>The standing cast: Chantal leads; Anna and Bram sit at table 1, Dennis at table 2. Dennis is the outsider of every secrecy test.</summary>
public sealed partial class AWorkshop : IAsyncDisposable
{
    private AWorkshop(RunningServer server) => (Server, Chantal, Anna, Bram, Dennis) = (server, new(server, "Chantal"), new(server, "Anna"), new(server, "Bram"), new(server, "Dennis"));

    public RunningServer Server { get; }

    public Person Chantal { get; }

    public Person Anna { get; }

    public Person Bram { get; }

    public Person Dennis { get; }

    public string Code { get; private set; } = "";

    /// <summary>The address of the facilitator's page.</summary>
    public string Root { get; private set; } = "";

    public string Table1 { get; private set; } = "";

    public string Table2 { get; private set; } = "";

    /// <summary>The screen of table 1 with its key, as its players open it on another machine.</summary>
    public string Screen1 { get; private set; } = "";

    /// <summary>The wall with its key, as the facilitator opens it on another machine.</summary>
    public string Wall { get; private set; } = "";

    /// <summary>The stream of a screen, whose address has the key at its end.</summary>
    public static string LiveOf(string screen) => screen.Replace("/screen?", "/screen/live?", StringComparison.Ordinal);

    public static async Task<AWorkshop> Start(RunningServer? server = null, int minutes = 90, params (string Name, string Value)[] chosen)
    {
        var workshop = new AWorkshop(server ?? await RunningServer.Start());
        await workshop.Chantal.Open("/");
        await workshop.Chantal.Press("form[action='/workshops'] button", [("title", "Samen leren"), ("minutes", $"{minutes}"), .. chosen]);
        workshop.Root = workshop.Chantal.Path;
        workshop.Wall = ScreenOf(workshop.Chantal, "/workshops/");
        workshop.Code = workshop.Chantal.Page.QuerySelector(".join-code .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        workshop.Table1 = await workshop.Join(workshop.Anna, 1);
        workshop.Screen1 = ScreenOf(workshop.Anna, "/tables/");
        await workshop.Join(workshop.Bram, 1);
        workshop.Table2 = await workshop.Join(workshop.Dennis, 2);
        return workshop;
    }

    /// <summary>The same, with the game started, practice skipped and the first card on table 1.</summary>
    public static async Task<AWorkshop> Playing(RunningServer? server = null, params (string Name, string Value)[] chosen)
    {
        var workshop = await Start(server, 90, chosen);
        await workshop.Chantal.Press("#start-game");
        await workshop.Anna.Open(workshop.Table1);
        await workshop.Anna.Press("#skip-practice");
        await workshop.Anna.Ask($"{workshop.Table1}/rounds?card=veiligheid-1");
        await Task.WhenAll(workshop.Anna.Open(workshop.Table1), workshop.Bram.Open(workshop.Table1), workshop.Dennis.Open(workshop.Table2));
        return workshop;
    }

    public async Task<string> Join(Person person, int table)
    {
        await person.Open($"/{Code}");
        await person.Press($".tables li:nth-child({table}) button", ("name", person.Name));
        return PlayerPage().Match(person.Path) is { Success: true } page ? page.Value : throw new InvalidOperationException($"{person.Name} did not get a seat: {person.Text}");
    }

    /// <param name="of">The facilitator's page leads to the wall and to the screens of tables.</param>
    private static string ScreenOf(Person person, string of) => person.Page.QuerySelector($"a[href^='{of}'][href*='/screen?key=']")!.GetAttribute("href")!;

    /// <summary>The people go; the server stays, with the other workshops that are on it.</summary>
    public void Leave()
    {
        foreach (var person in new[] { Chantal, Anna, Bram, Dennis }) person.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Leave();
        await Server.DisposeAsync();
    }

    [GeneratedRegex("^/tables/[0-9a-f-]+")]
    private static partial Regex PlayerPage();
}
