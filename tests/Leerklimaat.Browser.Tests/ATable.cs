namespace Leerklimaat.Browser.Tests;

/// <summary>People with their phones at one table, and how they play a card together.</summary>
internal static class ATable
{
    public static async Task<Person[]> Seat(ARoom room, string code, int table, params string[] names)
    {
        var people = new List<Person>();
        foreach (var name in names)
        {
            var person = await room.Enter(name);
            await person.Join(code, table);
            people.Add(person);
        }

        return [.. people];
    }

    public static async Task Choose(this Person person, string card)
    {
        await person.LookAt(card);
        await person.Press($"#play-{card}");
    }

    public static async Task LookAt(this Person person, string card)
    {
        await person.Press($"#factor-{card.Split('-')[0]}");
        await person.Press($"#choice-{card} .pick-card");
    }

    public static async Task PlayCard(this Person[] table, string card, int[] first, int[] second)
    {
        await table[0].Choose(card);
        await table.PlayFrom(first, second);
    }

    /// <summary>From the first placement to the pile.</summary>
    public static async Task PlayFrom(this Person[] table, int[] first, int[] second)
    {
        await table.PlaceAll(first);
        await table[0].Press("#reveal");
        await table.TellAll();
        await table[^1].Press("#again");
        foreach (var person in table)
        {
            await person.ShouldSee("En nu, na het gesprek?");
            await Assertions.Expect(person.Page.Locator("#open-board svg")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        }

        await table.PlaceAll(second);
        await table[1].Press("#reveal");
        await table.Lay();
    }

    public static async Task TellAll(this Person[] table)
    {
        foreach (var person in table) await person.Page.Locator("#turn").WaitForAsync();
        await table[0].WriteNote("green", $"Wij bespreken dit elke maandag ({Guid.NewGuid().ToString()[..4]})");
        for (var turn = 0; turn < table.Length; turn++)
        {
            var teller = await table[turn].Page.Locator("#turn h2").TextContentAsync();
            await table[turn].Page.Locator("button.tell").Nth(turn % 2).ClickAsync();
            foreach (var person in table) await Assertions.Expect(person.Page.Locator("#turn h2").Filter(new() { HasText = teller })).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        }

        foreach (var person in table) await person.ShouldSee("Iedereen heeft verteld");
    }

    public static async Task Lay(this Person[] table)
    {
        foreach (var person in table) await person.Page.Locator("#proposal").WaitForAsync();
        var lay = table[0].Page.Locator("#lay");
        await (await lay.CountAsync() > 0 ? lay : table[0].Page.Locator("button.pile").First).ClickAsync();
        foreach (var person in table) await person.Page.Locator("#draw").WaitForAsync();
    }

    private static async Task PlaceAll(this Person[] table, int[] squares)
    {
        foreach (var (person, square) in table.Zip(squares)) await person.Place(square);
        foreach (var person in table) await person.ShouldSee($"{table.Length} van {table.Length} pionnen gelegd");
    }
}
