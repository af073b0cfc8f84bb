using System.Collections.Immutable;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Domain.Questions;

// Choosing by tapping: one or several of some options, a step of a scale, an order. Until the result is shown nobody sees what others chose, who leads neither.
public sealed partial record Question
{
    public string OptionsText { get; init; } = "";

    /// <summary>What there is to choose from. Of a scale: the words at its ends, if it has any.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>What each person chose, from 0; of a ranking in their order, which may be half laid.</summary>
    public ImmutableDictionary<string, ImmutableArray<int>> Chosen { get; init; } = ImmutableDictionary.Create<string, ImmutableArray<int>>(StringComparer.Ordinal);

    public bool IsResultShown { get; init; }

    /// <summary>What people chose, by the number of the option; of a ranking by option and place. Of people alone, and this is what reports show.</summary>
    public GuardedCounts Result { get; init; } = GuardedCounts.None;

    /// <summary>With what was chosen in practice: this is what a rehearsal shows.</summary>
    public GuardedCounts ResultByAll { get; init; } = GuardedCounts.None;

    /// <summary>How many there are to tap. Where sentences are recognised or not, each has three: those of the first sentence come first.</summary>
    public int Choices => Kind switch
    {
        AnswerKind.Scale => QuestionOptions.Steps,
        AnswerKind.Recognition => Options.Length * QuestionOptions.Degrees,
        _ => Options.Length,
    };

    public ImmutableArray<int> ChosenBy(string writer) => Chosen.GetValueOrDefault(writer, []);

    /// <summary>Of a ranking every option has its place, of sentences each was recognised or not; of the others something is chosen.</summary>
    public bool IsWhole(ImmutableArray<int> chosen) => chosen.Length > 0 && (Kind is not (AnswerKind.Ranking or AnswerKind.Recognition) || chosen.Length == Options.Length);

    private Decision<QuestionEvent> Choose(MakeChoice choose)
    {
        if (!Kind.IsChoosing()) return Reason.NotNow;
        if (choose.Options.Any(option => option < 0 || option >= Choices) || choose.Options.Distinct().Count() < choose.Options.Count) return Reason.OptionUnknown;
        if (Kind is AnswerKind.OneChoice or AnswerKind.Scale && choose.Options.Count > 1) return Reason.OptionUnknown;

        if (Kind == AnswerKind.Recognition && choose.Options.DistinctBy(SentenceOf).Count() < choose.Options.Count) return Reason.OptionUnknown;

        // Several choices have no order.
        IReadOnlyList<int> chosen = Kind is AnswerKind.SeveralChoices or AnswerKind.Recognition ? [.. choose.Options.Order()] : choose.Options;
        if (ChosenBy(choose.Writer).SequenceEqual(chosen)) return Decision<QuestionEvent>.Nothing;
        return IsFrozen ? Reason.QuestionFrozen : new ChoiceMade(chosen, choose.Writer, choose.Voice);
    }

    // Taps that come quickly after each other each add to what is there, whichever page they came from.
    private Decision<QuestionEvent> Tick(TickOption tick)
    {
        if (Kind is not (AnswerKind.SeveralChoices or AnswerKind.Ranking or AnswerKind.Recognition)) return Reason.NotNow;

        var own = ChosenBy(tick.Writer);
        if (own.Contains(tick.Option) == tick.IsTicked) return Decision<QuestionEvent>.Nothing;
        // Of a sentence one says one thing.
        if (Kind == AnswerKind.Recognition) own = [.. own.Where(option => SentenceOf(option) != SentenceOf(tick.Option))];
        own = tick.IsTicked ? own.Add(tick.Option) : own.Remove(tick.Option);
        // What is left when all others have their place comes last.
        if (tick.IsTicked && Kind == AnswerKind.Ranking && own.Length == Choices - 1) own = [.. own, .. Enumerable.Range(0, Choices).Except(own)];
        return Choose(new(own, tick.Writer, tick.At, tick.Voice));
    }

    private static int SentenceOf(int option) => option / QuestionOptions.Degrees;

    private Question AfterChoosing(QuestionEvent happened) => happened switch
    {
        ChoiceMade made => After(made),
        ResultShown => (this with { IsResultShown = true }).Counted(),
        _ => throw new NotSupportedException(happened.GetType().Name),
    };

    private Question After(ChoiceMade made)
    {
        var (before, now) = (ChosenBy(made.Writer), made.Options.ToImmutableArray());
        var heard = Heard(made.Writer, made.Voice) with
        {
            Chosen = now.IsEmpty ? Chosen.Remove(made.Writer) : Chosen.SetItem(made.Writer, now),
            People = People + (IsWhole(now) ? 1 : 0) - (IsWhole(before) ? 1 : 0),
        };
        // An order that is half laid says nothing yet.
        if (!IsWhole(before) && !IsWhole(now)) return heard;
        return (heard with
        {
            Result = Rehearsed.IsMarked(made.Writer) ? Result : Result.Heard(made.Writer),
            ResultByAll = ResultByAll.Heard(made.Writer),
        }).Counted();
    }

    private Question Counted() => !IsResultShown ? this : this with
    {
        Result = Result.Moved(Cells, Chosen.Where(one => Rehearsed.IsOfPeople(one.Key)).SelectMany(CellsOf), VoiceOf),
        ResultByAll = ResultByAll.Moved(Cells, Chosen.SelectMany(CellsOf), VoiceOf),
    };

    private int Cells => Kind == AnswerKind.Ranking ? Choices * Choices : Choices;

    private IEnumerable<(string Writer, int Choice)> CellsOf(KeyValuePair<string, ImmutableArray<int>> one) => !IsWhole(one.Value) ? []
        : Kind == AnswerKind.Ranking ? one.Value.Select((option, place) => (one.Key, option * Choices + place))
        : one.Value.Select(option => (one.Key, option));
}
