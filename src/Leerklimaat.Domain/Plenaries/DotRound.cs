using System.Collections.Immutable;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Reports;

namespace Leerklimaat.Domain.Plenaries;

/// <summary>People set dots on what matters most to them (P3). How many there are where is not for anybody's eyes until the round is closed.</summary>
/// <param name="Each">How many dots a person has.</param>
public sealed record DotRound(int Number, int Each, bool IsOpen, ImmutableArray<Dot> Dots)
{
    public const int Most = 5;

    /// <summary>How many voices an owner has, where that is not one: none for who follows, and of a tablet on which a whole table plays one for each seat (D9).</summary>
    public ImmutableDictionary<string, int> Voices { get; init; } = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>The dots as they are told since a closing; none while five voices are not in it (D10).</summary>
    public ImmutableArray<Dot> Told { get; init; } = [];

    /// <summary>The same without what was set in practice (W11).</summary>
    public ImmutableArray<Dot> ToldByPeople { get; init; } = [];

    /// <summary>Half as many as there are entries, rounded up, at most five.</summary>
    public static int EachOf(int entries) => Math.Min(Most, (entries + 1) / 2);

    /// <summary>How many people have set at least one dot: this may be seen while they do.</summary>
    public int People => PeopleIn(Dots);

    /// <summary>How many people are in what is told; 0 while nothing is.</summary>
    public int PeopleTold => PeopleIn(Told);

    /// <summary>How many people set their dots otherwise than is told: too few to be told apart from the rest.</summary>
    public int NotIn => Changes(Told, Dots).Sum(PeopleOf);

    public int SetBy(string owner) => Dots.Count(dot => dot.Owner == owner);

    public int SetBy(string owner, EntryId entry) => Dots.Count(dot => dot.Owner == owner && dot.Entry == entry);

    /// <summary>As it is after who leads closed it. A round that was reopened tells of a change only where five voices changed something.</summary>
    public DotRound Closed() => this with { IsOpen = false, Told = After(Told, Dots), ToldByPeople = After(ToldByPeople, OfPeople(Dots)) };

    /// <param name="dots">Of those that are told, the ones on one line.</param>
    /// <param name="people">As <see cref="PeopleTold"/> has it: added up once, and not for each line.</param>
    public DotCount CountOf(IReadOnlyCollection<Dot> dots, int people)
    {
        return new(dots.GroupBy(dot => dot.Owner).Sum(own => Math.Min(own.Count(), Sharing(own.Key))) >= people - 1 ? null : dots.Count);

        int Sharing(string owner) => Voices.ContainsKey(owner) ? PeopleOf((owner, Told.Count(dot => dot.Owner == owner))) : 1;
    }

    public DotRound WithoutRehearsal() => Dots.Any(dot => Rehearsed.IsMarked(dot.Owner)) ? this with { Dots = OfPeople(Dots), Told = ToldByPeople } : this;

    private ImmutableArray<Dot> After(ImmutableArray<Dot> told, ImmutableArray<Dot> now) => HasEnough(Changes([], now)) && HasEnough(Changes(told, now)) ? now : told;

    private bool HasEnough(IEnumerable<(string Owner, int Dots)> some) => some.Sum(one => Math.Min(Voices.GetValueOrDefault(one.Owner, 1), PeopleOf(one))) >= Disclosure.Minimum;

    private int PeopleIn(ImmutableArray<Dot> dots) => Changes([], dots).Sum(PeopleOf);

    // Who follows is one person without a voice. Of a tablet on which a whole table plays they are at least as many as so many dots cannot be of fewer.
    private int PeopleOf((string Owner, int Dots) one) => Math.Clamp((one.Dots + Each - 1) / Each, 1, Math.Max(1, Voices.GetValueOrDefault(one.Owner, 1)));

    // Of each owner how many dots stand elsewhere, came or went.
    private static IEnumerable<(string Owner, int Dots)> Changes(ImmutableArray<Dot> before, ImmutableArray<Dot> now)
    {
        var (was, isNow) = (before.ToLookup(dot => dot.Owner), now.ToLookup(dot => dot.Owner));
        return from owner in was.Concat(isNow).Select(own => own.Key).Distinct()
               let stayed = was[owner].CountBy(dot => dot.Entry).Sum(there => Math.Min(there.Value, isNow[owner].Count(dot => dot.Entry == there.Key)))
               let changed = Math.Max(was[owner].Count(), isNow[owner].Count()) - stayed
               where changed > 0
               select (owner, changed);
    }

    private static ImmutableArray<Dot> OfPeople(ImmutableArray<Dot> dots) => dots.RemoveAll(dot => Rehearsed.IsMarked(dot.Owner));
}

/// <summary>One dot. Whose it is only its owner can prove: the owner is a hash of a secret that only that browser has.</summary>
public sealed record Dot(string Owner, EntryId Entry);

/// <summary>How many dots a line got.</summary>
/// <param name="Exactly">Nothing where all, or all but one, of the people set one here (D4).</param>
public sealed record DotCount(int? Exactly)
{
    /// <summary>By this lines are ordered: first where nearly everybody set a dot.</summary>
    public int Rank => Exactly ?? int.MaxValue;
}
