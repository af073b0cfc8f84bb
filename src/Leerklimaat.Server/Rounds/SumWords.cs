using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Rounds;

/// <summary>How a card came out, in words: its points, or how many pawns stand on each of three states.</summary>
internal static class SumWords
{
    public static string SumOf(this IStringLocalizer<Phrases> say, ResultView result) => result.States.Count > 0
        ? string.Join(" · ", result.States.Reverse().Select(state => $"{state.Words}: {state.Pawns}"))
        : say["Sum", result.Sum, result.Lowest, result.Highest];
}
