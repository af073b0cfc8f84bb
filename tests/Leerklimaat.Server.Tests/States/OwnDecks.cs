using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.States;

/// <summary>A deck that somebody makes: from the copy to an edition that is played, with others who read and write along.</summary>
internal static class OwnDecks
{
    public static async IAsyncEnumerable<PageState> Of(RunningServer server)
    {
        using Person chantal = new(server, "Chantal"), dennis = new(server, "Dennis"), emma = new(server, "Emma");
        yield return new("decks", emma, "/decks");
        yield return new("deck-on-the-shelf", emma, "/decks/shelf/leerklimaat");
        yield return (await emma.Open("/decks")).Presses("deck-import-refused", HttpStatusCode.UnprocessableEntity, "#import-deck", ("written", "deck: proef\nedition: een\n"));
        yield return new("deck-of-others", emma, $"/decks/{Guid.Empty}", HttpStatusCode.Forbidden);

        await (await chantal.Open("/decks")).Press("#begin-deck", ("title", "Leren in Zandwijk"), ("author", "Team Leren"), ("set", "eclo"));
        var deck = chantal.Path;
        yield return new("deck-begun", chantal, deck);
        yield return new("card-blank", chantal, $"{deck}/blank");
        yield return (await chantal.Open($"{deck}/blank")).Presses("card-refused", HttpStatusCode.UnprocessableEntity, "#save-card", ("text", "Je leert hier en je deelt dat met collega's."), ("plain", string.Join(' ', Enumerable.Repeat("woord", 21))));
        await (await chantal.Open($"{deck}/cards/eclo-6")).Press("#save-card", ("text", "Een proef mag hier mislukken, en we vertellen het Jan en de stakeholders nooit niet door."));
        yield return new("card-with-advice", chantal, $"{deck}/cards/eclo-6");
        await (await chantal.Open(deck)).Press($"form[action$='removals?card=eclo-1'] button, button[formaction$='removals?card=eclo-1']");
        yield return (await chantal.Open(deck)).Presses("deck-factor-refused", HttpStatusCode.UnprocessableEntity, "form[action$='changes?factor=fouten'] button", ("name", "Veiligheid"));
        await (await chantal.Open(deck)).Press("#give-comment");
        yield return (await chantal.Open(deck)).Presses("deck-link-given", HttpStatusCode.OK, "#give-view");
        var link = new Uri((await chantal.Open(deck)).Page.QuerySelector(".own-link")!.TextContent).AbsolutePath;
        await dennis.Open(link);
        await (await dennis.Open($"{deck}/cards/eclo-6")).Press("#say-comment", ("comment", "Wie is Jan?"));
        yield return new("card-with-a-comment", chantal, $"{deck}/cards/eclo-6");

        await (await dennis.Open($"{deck}/cards/eclo-6")).Open($"{deck}/cards/eclo-6");
        await (await chantal.Open($"{deck}/cards/eclo-6")).Press("#save-card", ("text", "Een proef mag hier mislukken."));
        yield return dennis.Presses("card-of-two", HttpStatusCode.Conflict, "#save-card", ("text", "Een proef mag hier best mislukken."));

        await (await chantal.Open(deck)).Press("#make-edition", ("note", "Eerste keer met de teams"));
        await (await chantal.Open($"{deck}/cards/eclo-3")).Press("#save-card", ("text", "Bij een fout zoeken we eerst naar de oorzaak."));
        await (await chantal.Open(deck)).Press("#make-edition");
        yield return new("deck-with-editions", chantal, deck);
        yield return new("edition-with-changes", chantal, $"{deck}/editions/2");
        yield return new("decks-of-one-s-own", chantal, "/decks");

        yield return new("deck-bin", chantal, $"{deck}/bin");
        await (await chantal.Open($"{deck}/bin")).Press("#delete");
        yield return new("deck-binned", chantal, $"{deck}/bin");
        yield return new("deck-in-the-bin", dennis, deck, HttpStatusCode.Gone);
        await (await chantal.Open($"{deck}/bin")).Press("#restore");
    }
}
