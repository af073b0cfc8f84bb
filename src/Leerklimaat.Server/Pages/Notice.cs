using Leerklimaat.Domain;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Pages;

/// <summary>A sentence about what was just asked.</summary>
/// <param name="Anyway">Where to ask it again, without waiting for the others.</param>
public sealed record Notice(string Text, string? Anyway);

/// <summary>Why something was refused, as a page says it.</summary>
public static class Notices
{
    public static Notice? NoticeOf(this IStringLocalizer<Phrases> say, Refusal? refusal) => refusal is null ? null : new(say.Why(refusal), null);
}
