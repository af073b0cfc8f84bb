using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Texts;

/// <summary>Sentences that are put together from more than one text.</summary>
public static class Say
{
    public static string Why(this IStringLocalizer<Phrases> say, Refusal refusal) =>
        say[$"Reason.{refusal.Reason}", refusal.Ready, refusal.Expected];

    public static string PileName(this IStringLocalizer<Phrases> say, Pile pile) => say[$"Pile.{pile}"];

    /// <summary>Whole minutes until the last one, as people say them.</summary>
    public static string Minutes(this IStringLocalizer<Phrases> say, TimeSpan time) => time.TotalMinutes >= 1
        ? say["Minutes", Math.Round(time.TotalMinutes, 1).ToString(CultureInfo.CurrentCulture)]
        : say["Seconds", (int)time.TotalSeconds];
}
