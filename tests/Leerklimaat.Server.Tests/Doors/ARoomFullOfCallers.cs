using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Doors;

/// <summary>A workshop with everybody who may come to one of its doors, and what each of them knows.</summary>
public sealed class ARoomFullOfCallers : IAsyncDisposable
{
    private const string WrongKey = "00000000000000000000000000000000", UnknownCode = "ZZZZZZ";

    private readonly Dictionary<Caller, Person> people = [];
    private readonly RunningServer server;
    private string root = "", code = "", table = "", readKey = "", offer = "", action = "", privateKey = "", deck = "", deckKey = "";
    private Workshop workshop = Workshop.Empty;

    private ARoomFullOfCallers(RunningServer server) => this.server = server;

    public IReadOnlyDictionary<Caller, Person> People => people;

    public static async Task<ARoomFullOfCallers> Open(RunningServer server)
    {
        var room = new ARoomFullOfCallers(server);
        foreach (var caller in Enum.GetValues<Caller>()) room.people[caller] = await new Person(server, $"{caller}").Open("/");
        await room.Begin();
        await room.ShareTheRole();
        await room.AgreeOnAnAction();
        await room.MakeADeck();
        room.workshop = await room.Look();
        return room;
    }

    public async Task Become(State state)
    {
        var chantal = people[Caller.Facilitator];
        await chantal.Open(state == State.Binned ? $"{root}/bin" : state == State.Revoked ? $"{root}/links" : root);
        if (state is State.Closed or State.Ended) await chantal.Ask($"{root}/closures");
        if (state == State.Revoked) await chantal.Press("#revoke-code");
        if (state == State.Binned) await chantal.Press("#delete");
        // A page of theirs that is always there, for its token.
        foreach (var person in people.Values) await person.Open("/");
    }

    /// <summary>The address as this caller knows it: with the secrets that they have, and with wrong ones where they have none.</summary>
    public string PathFor(Address address, Caller caller)
    {
        var part = workshop.Programme.First(one => one.Kind == PartKind.Question).Id.Value;
        var path = address.Pattern
            .Replace("{id:guid}", address.Pattern.StartsWith("/tables/", StringComparison.Ordinal) ? table : address.Pattern.StartsWith("/decks/", StringComparison.Ordinal) ? deck : root.Split('/')[^1], StringComparison.Ordinal)
            .Replace("{table:guid}", table, StringComparison.Ordinal).Replace("{part:guid}", $"{part}", StringComparison.Ordinal).Replace("{picture:guid}", $"{part}", StringComparison.Ordinal)
            .Replace("{code}", caller == Caller.Stranger ? UnknownCode : code, StringComparison.Ordinal).Replace("{round:int}", "1", StringComparison.Ordinal)
            .Replace("{entry}", "card", StringComparison.Ordinal).Replace("{factor}", "veiligheid", StringComparison.Ordinal).Replace("{topic}", "table", StringComparison.Ordinal).Replace("{name}", "cards.csv", StringComparison.Ordinal)
            .Replace("{deck}", "leerklimaat", StringComparison.Ordinal).Replace("{card}", "fouten-1", StringComparison.Ordinal).Replace("{edition:int}", "1", StringComparison.Ordinal)
            .Replace("{secret}", caller == Caller.InvitedToLead ? offer : caller == Caller.OwnerOfAnAction ? action : WrongKey, StringComparison.Ordinal)
            .Replace("{key}", address.Door == Door.ReadsByLink && caller == Caller.ReaderByLink ? readKey : address.Door == Door.HasThePrivateLink && caller == Caller.Facilitator ? privateKey : address.Door == Door.HasADeckLink && caller == Caller.DeckMaker ? deckKey : WrongKey, StringComparison.Ordinal);
        Assert.DoesNotContain("{", path, StringComparison.Ordinal);
        return caller != Caller.Screen ? path
            : address.Door == Door.SeesTheWall ? $"{path}?key={ScreenKeys.OfWall(workshop)}"
            : address.Door == Door.SeesThisTable ? $"{path}?key={ScreenKeys.OfTable(workshop, new(Guid.Parse(table)))}" : path;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var person in people.Values) person.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Begin()
    {
        var chantal = people[Caller.Facilitator];
        await chantal.Press("form[action='/workshops'] button", ("title", "Samen leren"));
        root = chantal.Path;
        code = chantal.Page.QuerySelector(".join-code .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        privateKey = chantal.Page.QuerySelector(".private-link")!.GetAttribute("href")!.Split('/')[^1];
        table = await Sit(Caller.PlayerHere, 1);
        await Sit(Caller.PlayerElsewhere, 2);
        await people[Caller.Follower].Open($"/{code}");
        await people[Caller.Follower].Press("#follow");
        await (await chantal.Open(root)).Press("#start-game");
        // There is something that could be published, so that a page that publishes when somebody looks would be caught (D7).
        await FivePeople.PlayACard(server.Services.GetRequiredService<IGrainFactory>(), Guid.Parse(root.Split('/')[^1]), table: 3);
    }

    private async Task ShareTheRole()
    {
        var (chantal, links) = (people[Caller.Facilitator], $"{root}/links");
        await people[Caller.FormerFacilitator].Open($"/lead/{root.Split('/')[^1]}/{privateKey}");
        await chantal.Open(root);
        await chantal.Press("form[action$='/links'] button, button[formaction$='/links']");
        privateKey = (await chantal.Open(root)).Page.QuerySelector(".private-link")!.GetAttribute("href")!.Split('/')[^1];

        await (await chantal.Open(links)).Press("#offer-second");
        await people[Caller.SecondFacilitator].Open(GivenTo(chantal));
        await people[Caller.SecondFacilitator].Press("#accept");
        await (await chantal.Open(links)).Press("#offer-second");
        offer = GivenTo(chantal).Split('/')[^1];
        await (await chantal.Open(links)).Press("#give-read-link", ("days", "30"));
        readKey = GivenTo(chantal).Split('/')[^1];
    }

    private async Task AgreeOnAnAction()
    {
        var chantal = people[Caller.Facilitator];
        var card = EntryId.OfCard(EntryKind.GreenCard, new("veiligheid-1"));
        await server.Services.GetRequiredService<IGrainFactory>().GetGrain<IPlenaryGrain>(Guid.Parse(root.Split('/')[^1]))
            .Ask(new PlanAction(new(Guid.NewGuid(), card, "Een leeruur", "Fatma", null, ""), DateTimeOffset.UnixEpoch), Guid.NewGuid(), DateTimeOffset.UnixEpoch);
        await (await chantal.Open($"{root}/follow-up")).Press("form[action*='/links?'] button");
        action = GivenTo(chantal).Split('/')[^1];
    }

    private async Task MakeADeck()
    {
        var maker = people[Caller.DeckMaker];
        await (await maker.Open("/decks")).Press("#begin-deck", ("title", "Van ons"));
        var path = maker.Path;
        deck = path.Split('/')[^1];
        await (await maker.Open(path)).Press("#make-edition");
        deckKey = maker.Page.QuerySelector(".own-link")!.TextContent.Split('/')[^1];
        foreach (var (caller, right) in new[] { (Caller.DeckReader, "view"), (Caller.DeckCommenter, "comment") })
        {
            await (await maker.Open(path)).Press($"#give-{right}");
            await people[caller].Open(GivenTo(maker));
        }
    }

    private async Task<string> Sit(Caller caller, int number)
    {
        await people[caller].Open($"/{code}");
        await people[caller].Press($".tables li:nth-child({number}) button", ("name", $"{caller}"));
        return people[caller].Path.Split('/')[^1];
    }

    private async Task<Workshop> Look() => (await server.Services.GetRequiredService<IGrainFactory>().GetGrain<IWorkshopGrain>(Guid.Parse(root.Split('/')[^1])).Look()).State;

    private static string GivenTo(Person person) => new Uri((person.Page.QuerySelector(".given-link") ?? throw new InvalidOperationException($"{person.Name} was given no link: {person.Status} {person.Text}")).TextContent).AbsolutePath;
}
