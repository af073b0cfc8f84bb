using System.Net;
using System.Text.Json;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.States;

/// <summary>A page at a moment that is worth looking at.</summary>
/// <param name="Name">In kebab-case; no other state has it. What the page is at is read from the page or from the workshop, so that a name cannot say something else.</param>
/// <param name="Who">In whose browser it is.</param>
/// <param name="Status">How it is answered.</param>
public sealed record PageState(string Name, Person Who, string Path, HttpStatusCode Status = HttpStatusCode.OK)
{
    /// <summary>What is sent to come there, from the page that the person had open; nothing for a page that has an address of its own.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Sent { get; init; }

    /// <summary>For the large display of a room or of a table, where nobody has a phone in their hand.</summary>
    public bool IsOnScreen => Path.Contains("/screen", StringComparison.Ordinal);

    public async Task<HttpResponseMessage> Ask(string? language = null)
    {
        using var request = new HttpRequestMessage(Sent is null ? HttpMethod.Get : HttpMethod.Post, Path);
        if (Sent is not null) request.Content = new FormUrlEncodedContent(Sent);
        if (language is not null) request.Headers.AcceptLanguage.ParseAdd(language);
        return await Who.Http.SendAsync(request);
    }

    public override string ToString() => $"{Name} ({Path})";
}

/// <summary>How names of states are written.</summary>
public static class Kebab
{
    /// <summary>What a page or the domain calls something, as it stands in the name of a state.</summary>
    public static string Of(object said) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{said}");
}
