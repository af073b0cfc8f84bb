using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.People;

/// <summary>
/// How often one browser may be wrong about a code of words. Only wrong answers count, and only against who gave them: whoever has the right words
/// gets in, whatever others try. That the words cannot be found by trying is up to their number; see <see cref="Words"/> and SECURITY.md.
/// </summary>
public sealed class Guesses(Visitors visitors, IGrainFactory grains, HiddenNames names)
{
    public const int PerBrowser = 10, PerAddress = 120, PerWorkshopOfTwoWords = 10;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Counting browsers = new(grains, names, "wrong/browser", PerBrowser, Minute);

    // Our pages give each browser its cookie before it can send a code: who comes without one is a program, counted by where it comes from.
    private readonly Counting addresses = new(grains, names, "wrong/address", PerAddress, Minute);

    // Codes of two words, from before there were four, are few enough to be found: those alone are closed to everybody while somebody tries.
    private readonly Counting twoWords = new(grains, names, "wrong/workshop", PerWorkshopOfTwoWords, Minute);

    /// <summary>Before a code is looked at.</summary>
    /// <exception cref="TooManyGuessesException">This browser was wrong too often in this minute.</exception>
    public async Task Check(HttpContext http, JoinCode? ofTwoWords = null)
    {
        var may = visitors.Find(http) is { } visitor ? await browsers.HasRoom($"{visitor.Device.Value}") : await addresses.HasRoom(AddressOf(http));
        if (!may || (ofTwoWords is { } workshop && !await twoWords.HasRoom(workshop.Value))) throw new TooManyGuessesException();
    }

    public async Task CountWrong(HttpContext http, JoinCode? ofTwoWords = null)
    {
        _ = visitors.Find(http) is { } visitor ? await browsers.TryCount($"{visitor.Device.Value}") : await addresses.TryCount(AddressOf(http));
        if (ofTwoWords is { } workshop) await twoWords.TryCount(workshop.Value);
    }

    private static string AddressOf(HttpContext http) => $"{http.Connection.RemoteIpAddress}";
}

/// <summary>Somebody is trying codes; they are asked to wait a minute.</summary>
public sealed class TooManyGuessesException : Exception
{
    public TooManyGuessesException() { }

    public TooManyGuessesException(string message) : base(message) { }

    public TooManyGuessesException(string message, Exception inner) : base(message, inner) { }
}
