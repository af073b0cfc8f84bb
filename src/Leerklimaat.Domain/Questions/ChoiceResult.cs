using System.Collections.Immutable;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Domain.Questions;

/// <summary>What people chose, as everybody may see it: on the wall, on phones, in reports.</summary>
/// <param name="Options">In the order in which they are told: of a ranking what matters most first.</param>
/// <param name="People">How many people are in the numbers; 0 while nothing may be shown.</param>
/// <param name="NearlyAll">The option that all, or all but one, chose: then no option has a number (D4). Never of several choices, nor of a ranking.</param>
/// <param name="Mean">Of a scale, from 1 to 5; nothing where nearly all chose the same.</param>
public sealed record ChoiceResult(AnswerKind Kind, ImmutableArray<ChosenOption> Options, int People, ChosenOption? NearlyAll, double? Mean)
{
    /// <summary>The words at the ends of a scale; none where it has none.</summary>
    public ImmutableArray<string> Ends { get; init; } = [];

    public bool MayBeShown => People > 0;

    /// <param name="counted">Of the question: of people alone, or with what was chosen in practice.</param>
    public static ChoiceResult Of(Question question, GuardedCounts counted)
    {
        var names = question.Kind == AnswerKind.Scale ? [.. Enumerable.Range(1, question.Choices).Select(step => $"{step}")] : question.Options;
        var ends = question.Kind == AnswerKind.Scale ? question.Options : [];
        if (!counted.MayBeShown) return new(question.Kind, [.. names.Select((name, number) => new ChosenOption(number, name))], 0, null, null) { Ends = ends };
        if (question.Kind == AnswerKind.Ranking) return new(question.Kind, Ranked(names, counted), counted.People, null, null);
        if (question.Kind == AnswerKind.Recognition) return new(question.Kind, [.. names.Select((name, number) => new ChosenOption(number, name) { Recognised = Recognised.Of(number, counted) })], counted.People, null, null);

        var isNearlyAll = question.Kind != AnswerKind.SeveralChoices && counted.NearlyAllOn is not null;
        ImmutableArray<ChosenOption> options = [.. names.Select((name, number) => new ChosenOption(number, name)
        {
            Told = isNearlyAll ? null : question.Kind == AnswerKind.SeveralChoices ? counted.Told(number) : new(counted.Of(number), false),
        })];
        return new(
            question.Kind, options, counted.People, isNearlyAll ? options[counted.NearlyAllOn!.Value] : null,
            question.Kind != AnswerKind.Scale || isNearlyAll ? null : options.Sum(option => (option.Number + 1.0) * counted.Of(option.Number)) / counted.People)
        { Ends = ends };
    }

    // A mean of which all but one are the same would tell what each of them chose, as a count would (D4). All means together are known, so the others would tell it too.
    private static ImmutableArray<ChosenOption> Ranked(ImmutableArray<string> names, GuardedCounts counted)
    {
        var ranked = names.Select((name, number) => Ranked(number, name, counted, names.Length)).OrderBy(option => option.OrderedBy).ThenBy(option => option.Number).ToImmutableArray();
        return ranked.All(option => option.NearlyAllAt is null) ? ranked : [.. ranked.Select(option => option with { MeanPlace = null, IsMeanWithheld = option.NearlyAllAt is null })];
    }

    private static ChosenOption Ranked(int number, string name, GuardedCounts counted, int places)
    {
        var at = Enumerable.Range(0, places).Select(place => counted.Of(number * places + place)).ToList();
        var mean = at.Select((count, place) => count * (place + 1.0)).Sum() / counted.People;
        return new(number, name) { OrderedBy = mean, MeanPlace = mean, NearlyAllAt = at.Max() >= counted.People - 1 ? at.IndexOf(at.Max()) + 1 : null };
    }
}

/// <summary>One option, and as far as it may be shown how many chose it.</summary>
/// <param name="Number">In the order of the question, from 0.</param>
public sealed record ChosenOption(int Number, string Text)
{
    /// <summary>Nothing for a ranking, and where nearly all chose the same.</summary>
    public ToldCount? Told { get; init; }

    /// <summary>Of a ranking: the mean of the places that people gave it, from 1; nothing where nearly all gave some option the same.</summary>
    public double? MeanPlace { get; init; }

    /// <summary>Of a ranking: another option has nearly all on one place, which this mean would tell more of.</summary>
    public bool IsMeanWithheld { get; init; }

    /// <summary>Of a ranking: the place that all, or all but one, gave it.</summary>
    public int? NearlyAllAt { get; init; }

    /// <summary>Of a sentence: how many recognise it. Nothing of any other.</summary>
    public Recognised? Recognised { get; init; }

    internal double OrderedBy { get; init; }
}

/// <summary>How many people recognise a sentence, a bit of it, or not.</summary>
/// <param name="NearlyAll">What all, or all but one, said: then no number is told (D4), and they are 0 here.</param>
public sealed record Recognised(int Yes, int ABit, int No, Recognises? NearlyAll)
{
    internal static Recognised Of(int sentence, GuardedCounts counted)
    {
        int At(Recognises degree) => counted.Of(sentence * QuestionOptions.Degrees + (int)degree);
        return Enum.GetValues<Recognises>().Where(degree => At(degree) >= counted.People - 1).Select(degree => (Recognises?)degree).FirstOrDefault() is { } nearly
            ? new(0, 0, 0, nearly)
            : new(At(Recognises.Yes), At(Recognises.ABit), At(Recognises.No), null);
    }
}
