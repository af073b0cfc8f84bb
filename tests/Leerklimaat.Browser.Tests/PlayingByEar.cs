namespace Leerklimaat.Browser.Tests;

/// <summary>Somebody who sees nothing plays a whole round: by roles and names alone, by keyboard, and by what is said.</summary>
[Rule("L5")]
public class PlayingByEar
{
    // What a screen reader says by itself: the words that come into a place that is polite or insists.
    private const string Listen = """
        window.said = [];
        new MutationObserver(changes => {
          for (const change of changes) {
            const place = (change.target.nodeType === 1 ? change.target : change.target.parentElement)?.closest("[aria-live], [role=status], [role=alert]");
            if (!place || !place.checkVisibility({ contentVisibilityAuto: false })) continue;
            const words = change.type === "characterData" ? change.target.parentElement.textContent : [...change.addedNodes].map(node => node.textContent).join(" ");
            if (words.trim()) window.said.push(words.replace(/\s+/g, " ").trim());
          }
        }).observe(document, { subtree: true, childList: true, characterData: true });
        """;

    [Fact]
    public async Task From_the_code_to_the_pile_by_roles_and_names_and_everything_that_matters_is_said()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var bram = await room.Enter("Bram");
        await bram.Join(code, 1);

        var anna = (await room.Enter("Anna")).Page;
        await anna.AddInitScriptAsync(Listen);
        await anna.GotoAsync("/");
        await anna.GetByRole(AriaRole.Textbox, new() { Name = "Wat is jullie code?" }).FillAsync(code);
        await Press(anna, "Doe mee");
        await anna.GetByRole(AriaRole.Textbox, new() { Name = "Je naam" }).FillAsync("Anna");
        await Press(anna, "Tafel 1");
        await anna.GetByRole(AriaRole.Heading, new() { Name = "Dit is jouw pion" }).WaitForAsync();

        await chantal.PressInside("#start-game");
        await Hears(anna, "Welke kaart past bij jullie?");
        await Press(anna, "Sla oefenen over");
        await anna.GetByRole(AriaRole.Link, new() { Name = "Veiligheid" }).FocusAsync();
        await anna.Keyboard.PressAsync("Enter");
        await Assertions.Expect(anna.GetByRole(AriaRole.Dialog, new() { Name = "Veiligheid" })).ToBeFocusedAsync();
        await Press(anna, "eerlijk wat er misging");
        // The card is looked at before it is played.
        await Assertions.Expect(anna.GetByRole(AriaRole.Dialog, new() { Name = "In ons team vertel je eerlijk wat er misging." })).ToBeFocusedAsync();
        await Press(anna, "Speel deze kaart");
        await Hears(anna, "Nieuwe kaart: In ons team vertel je eerlijk wat er misging.");
        await Hears(anna, "Waar staat jouw pion?");
        // The focus went on with the work: to the statement.
        await Assertions.Expect(anna.GetByRole(AriaRole.Heading, new() { Name = "In ons team vertel je eerlijk wat er misging." })).ToBeFocusedAsync();

        await Press(anna, "volop aanwezig");
        await Hears(anna, "volop aanwezig");
        await bram.Place(2);
        await Hears(anna, "Iedereen heeft gelegd.");
        await Press(anna, "Draai de pionnen om");
        await Hears(anna, "De pionnen liggen open. volop aanwezig: Anna. een beetje: Bram.");

        for (var turn = 0; turn < 2; turn++)
        {
            var isAnna = await anna.GetByRole(AriaRole.Heading, new() { Name = "Anna vertelt" }).CountAsync() > 0;
            if (isAnna) await Hears(anna, "Jij bent aan de beurt.");
            await Press(anna, "gebeurt al");
            await Hears(anna, turn == 1 ? "Iedereen heeft verteld." : isAnna ? "Bram vertelt." : "Anna vertelt.");
        }

        await Press(anna, "Leg opnieuw");
        await Hears(anna, "En nu, na het gesprek?");
        await Press(anna, "volop aanwezig");
        await bram.Place(4);
        await Press(anna, "Draai opnieuw om");
        await Hears(anna, "Samen 8 punten. Het laagste is 2, het hoogste 8. Voorstel: groene stapel.");
        await Press(anna, "Ja, leg de kaart op groen");
        await Hears(anna, "De kaart ligt op de groene stapel. Welke kaart past bij jullie?");
        await chantal.Press("#next-part");
        await Hears(anna, "Plenaire terugkoppeling");
        Assert.Empty(room.Troubles);
    }

    /// <summary>The button of this name, with the keyboard; nothing is looked for by how it looks or where it stands.</summary>
    private static async Task Press(IPage page, string name)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = name }).First;
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task Hears(IPage page, string sentence)
    {
        try
        {
            await page.WaitForFunctionAsync("sentence => window.said.some(words => words.includes(sentence))", sentence);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Nobody said '{sentence}', but: {string.Join(" | ", await page.EvaluateAsync<string[]>("window.said"))}");
        }

        await page.EvaluateAsync("sentence => window.said = window.said.slice(window.said.findIndex(words => words.includes(sentence)))", sentence);
    }
}
