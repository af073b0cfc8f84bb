using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Plenaries;

/// <summary>What people do at their tables and in the plenary, by the pages that they have.</summary>
public static class APlenaryRoom
{
    public static async Task<string> Note(this AWorkshop workshop, Person person, string table, string text, string kind = "Need", bool isSigned = false)
    {
        var id = Guid.NewGuid();
        var answer = await person.Ask($"{table}/notes", ("note", $"{id}"), ("kind", kind), ("text", text), ("signed", isSigned ? "true" : "false"));
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
        return $"note-{id:N}";
    }

    public static string Plenary(this AWorkshop workshop) => $"{workshop.Home()}/plenary";

    public static string Dots(this AWorkshop workshop) => $"{workshop.Home()}/dots";

    /// <summary>Bram and others who come to table 1 set a dot each, in the round that is open.</summary>
    public static async Task OthersDot(this AWorkshop workshop, params string[] lines)
    {
        foreach (var (line, number) in lines.Select((line, number) => (line, number)))
        {
            var person = workshop.Bram;
            if (number > 0) await workshop.Join(person = new(workshop.Server, $"Persoon {number + 2}"), 1);
            await person.Open(workshop.Dots());
            Assert.Equal(System.Net.HttpStatusCode.OK, (await person.Ask(workshop.Dots(), ("dot", $"1 1 {line}"))).Status);
        }
    }

    /// <summary>The address of the workshop, wherever Chantal is at the moment.</summary>
    private static string Home(this AWorkshop workshop) => workshop.Chantal.Path[..("/workshops/".Length + 36)];

    /// <summary>Five people at table 1 play one card to its pile: their first squares and their second.</summary>
    public static async Task<List<Person>> PlayWithFive(this AWorkshop workshop, int[] first, int[] second)
    {
        var people = new List<Person> { workshop.Anna, workshop.Bram };
        for (var more = 3; more <= first.Length; more++)
        {
            var person = new Person(workshop.Server, $"Persoon {more}");
            await workshop.Join(person, 1);
            people.Add(person);
        }

        foreach (var person in people) await person.Open(workshop.Table1);
        await All(people, first);
        await workshop.Anna.Ask($"{workshop.Table1}/reveals");
        await workshop.Anna.Ask($"{workshop.Table1}/second-placements", ("anyway", "true"));
        await All(people, second);
        await workshop.Anna.Ask($"{workshop.Table1}/reveals");
        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await workshop.Anna.Ask($"{workshop.Table1}/piles", ("pile", "Green"))).Status);
        return people;

        async Task All(List<Person> placing, int[] squares)
        {
            foreach (var (person, square) in placing.Zip(squares)) Assert.Equal(System.Net.HttpStatusCode.OK, (await person.Ask($"{workshop.Table1}/placements?round=1", ("square", $"{square}"))).Status);
        }
    }
}
