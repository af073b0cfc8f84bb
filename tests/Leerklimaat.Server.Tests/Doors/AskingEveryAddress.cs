using System.Net;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Leerklimaat.Server.Tests.Doors;

/// <summary>Every address is asked by everybody who may come to it, for a workshop in every state, and answers as <c>docs/doors.md</c> says. A GET changes nothing, whoever asks.</summary>
public class AskingEveryAddress
{
    // What a door says, as people read it; nothing that is behind a door says the same.
    private static readonly string[] Signs =
    [
        "Deze pagina is voor de begeleider", "Je zit hier niet aan tafel", "Dit scherm is dicht", "Deze link werkt niet meer", "Dit aanbod geldt niet meer", "Deze link is verlopen",
        "Deze workshop is voorbij", "Er is een nieuwe code", "ligt in de prullenbak", "Pagina niet gevonden", "Deze code kennen we niet", "Geen toegang", "Deze kaartset is weg",
    ];

    [Theory, Rule("W7"), Rule("W9"), Rule("D7"), InlineData(State.Open), InlineData(State.Closed), InlineData(State.Ended), InlineData(State.Revoked), InlineData(State.Binned)]
    public async Task Each_answers_as_the_table_of_doors_says(State state)
    {
        var time = new AClock();
        await using var server = await RunningServer.Start(null, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        await using var room = await ARoomFullOfCallers.Open(server);
        await room.Become(state);
        if (state == State.Ended) time.Advance(TimeSpan.FromMinutes(11));

        var before = JournalOf(server);
        var wrong = new List<string>();
        foreach (var address in Address.AllOf(server).Where(address => address.Method == "GET"))
            foreach (var caller in DoorsDocument.At(address.Door)) wrong.AddRange(await Ask(room, address, caller, room.People[caller], state));
        Assert.Empty(wrong);
        Assert.Equal(before, JournalOf(server));

        // A form without anything in it: what is behind a door says what is missing and changes nothing, so that all can be asked one after the other.
        foreach (var address in Address.AllOf(server).Where(address => address.Method == "POST" && address.Door != Door.Anybody && !address.Pattern.EndsWith("/followers", StringComparison.Ordinal)))
            foreach (var caller in DoorsDocument.At(address.Door)) wrong.AddRange(await Ask(room, address, caller, room.People[caller], state));
        Assert.Empty(wrong);
        Assert.Equal(before, JournalOf(server));
    }

    private static async Task<IEnumerable<string>> Ask(ARoomFullOfCallers room, Address address, Caller caller, Person person, State state)
    {
        var path = room.PathFor(address, caller);
        using var request = new HttpRequestMessage(new(address.Method), path);
        if (address.Method == "POST") request.Content = new FormUrlEncodedContent([new("seat", "1")]);
        using var answer = await person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var text = answer.StatusCode == HttpStatusCode.OK && address.IsStream ? "" : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        var isRefused = answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.TooManyRequests && (Signs.Any(sign => text.Contains(sign, StringComparison.Ordinal)) || answer.StatusCode == HttpStatusCode.TooManyRequests);
        // Who sits elsewhere is shown to where they choose a table.
        isRefused |= address.Door == Door.ComesToThisTable && answer.StatusCode == HttpStatusCode.Found;
        var expected = address.Door is { } door ? DoorsDocument.Expected(door, caller, state) : Admission.NotYours;
        string[] wrong = answer.StatusCode >= HttpStatusCode.InternalServerError || isRefused != (expected != Admission.In)
            ? [$"{address.Method} {address.Pattern} ({address.Door}), {state}, {caller}: expected {expected}, was {(int)answer.StatusCode} {text[..Math.Min(text.Length, 200)].ReplaceLineEndings(" ")}"] : [];
        return wrong;
    }

    /// <summary>How many events there are, and in how many streams.</summary>
    private static string JournalOf(RunningServer server)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "leerklimaat.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) || ' events in ' || count(DISTINCT stream) FROM events";
        return (string)count.ExecuteScalar()!;
    }
}
