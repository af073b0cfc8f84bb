using System.Collections.Immutable;

namespace Leerklimaat.Domain.Reports;

/// <summary>People who are shown together in a report: a workshop, a table, a department, with the groups inside it.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Direct">Who belongs to it and to no group inside it. Nobody stands in two groups of one tree.</param>
/// <param name="Inside">The groups inside it.</param>
public sealed record Group(string Name, ImmutableHashSet<Person> Direct, ImmutableArray<Group> Inside)
{
    /// <summary>Everybody in it, those of the groups inside included.</summary>
    public ImmutableHashSet<Person> People => Direct.Union(Inside.SelectMany(group => group.People));
}

/// <summary>Somebody whose placement is in the sums, told apart by whatever stays the same between reports, such as table and seat. Never shown.</summary>
public readonly record struct Person(string Key);
