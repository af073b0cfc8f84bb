using System.Net;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Leerklimaat.Server.Tests.States;

/// <summary>
/// Every page in every state that is worth looking at: the one list of them, for whoever looks at all pages. Workshops are played one after the other, and stand still
/// while one looks.
/// </summary>
public static class EveryState
{
    private static readonly Func<RunningServer, IAsyncEnumerable<PageState>>[] Scenes =
        [ComingIn.Of, Preparing.Of, AtTheTables.Of, OnOtherBoards.Of, OwnDecks.Of, TheProgramme.Of, TheChoices.Of, ThePlenary.Of, OnPaper.Of, InARehearsal.Of, TheEnding.Of];

    /// <summary>The server to play on: its clock is put forward where people would have to wait.</summary>
    public static Task<RunningServer> Start(Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder>? adjust = null) => RunningServer.Start(adjust: builder =>
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new AClock()));
        adjust?.Invoke(builder);
    });

    public static IAsyncEnumerable<PageState> Of(RunningServer server) => Scenes.ToAsyncEnumerable().SelectMany(scene => scene(server));

    /// <summary>Puts the clock of the server forward.</summary>
    internal static void Later(this RunningServer server, TimeSpan by) => ((AClock)server.Services.GetRequiredService<TimeProvider>()).Advance(by);

    /// <summary>What comes when a button of the open page is pressed: a page without an address of its own.</summary>
    internal static PageState Presses(this Person person, string name, HttpStatusCode status, string selector, params (string Field, string Value)[] typed)
    {
        var (path, fields) = person.Pressed(selector, typed);
        return new(name, person, path, status) { Sent = fields };
    }

    /// <summary>Asks something from a page that is opened for it. What is refused would leave the next states other than their names.</summary>
    internal static async Task Do(this Person person, string page, string what, params (string Field, string Value)[] fields)
    {
        var answer = await (await person.Open(page)).Ask(what, fields);
        Assert.True((int)answer.Status < 300, $"{person.Name} asked {what}: {answer.Status} {answer.Text}");
    }
}
