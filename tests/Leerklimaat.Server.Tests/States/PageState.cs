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
    /// <summary>For the large display of a room or of a table, where nobody has a phone in their hand.</summary>
    public bool IsOnScreen => Path.Contains("/screen", StringComparison.Ordinal);

    public override string ToString() => $"{Name} ({Path})";
}

/// <summary>How names of states are written.</summary>
public static class Kebab
{
    /// <summary>What a page or the domain calls something, as it stands in the name of a state.</summary>
    public static string Of(object said) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{said}");
}
