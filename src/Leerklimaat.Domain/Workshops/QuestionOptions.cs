using System.Collections.Immutable;
using Leerklimaat.Domain.Questions;

namespace Leerklimaat.Domain.Workshops;

/// <summary>What there is to choose from at a question that is answered by choosing: it is written with one on each line.</summary>
public static class QuestionOptions
{
    /// <summary>Of a choice, and of a ranking: nobody lays more than eight things in an order with care.</summary>
    public const int Fewest = 2, Most = 10, MostRanked = 8;

    /// <summary>In characters. It must be read from ten metres.</summary>
    public const int Longest = 80;

    /// <summary>In characters, of all options with their line ends; what stands there for another time is no longer either.</summary>
    public const int LongestWritten = (Longest + 2) * Most;

    /// <summary>How many ways there are to recognise a sentence.</summary>
    public static readonly int Degrees = Enum.GetValues<Recognises>().Length;

    /// <summary>How many steps a scale has, from 1 on.</summary>
    public const int Steps = 5;

    public static ImmutableArray<string> Of(string written) => [.. written.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What is wrong with what was written; nothing where it can be asked. A question that is not answered by choosing takes no notice of it.</summary>
    public static Reason? Fault(QuestionKind? kind, string written)
    {
        if (kind?.IsChoosing() != true) return written.Length > LongestWritten ? Reason.OptionsTooMuch : null;

        var options = Of(written);
        if (options.Any(option => option.Length > Longest) || options.Length > Most) return Reason.OptionsTooMuch;
        if (options.Distinct(StringComparer.OrdinalIgnoreCase).Count() < options.Length) return Reason.OptionTwice;
        return kind switch
        {
            QuestionKind.OneChoice or QuestionKind.SeveralChoices or QuestionKind.Recognition when options.Length < Fewest => Reason.OptionsTooFew,
            QuestionKind.Ranking when options.Length is < Fewest or > MostRanked => Reason.OptionsToRankWrong,
            QuestionKind.Scale when options.Length is not (0 or 2) => Reason.ScaleEndsWrong,
            _ => null,
        };
    }
}
