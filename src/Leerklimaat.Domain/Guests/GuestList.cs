using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Domain.Guests;

/// <summary>
/// Who are expected at a workshop, and at which table each of them has a place: rule T9. It is kept beside the workshop and not in it, so that the names can
/// go while the workshop stays.
/// </summary>
public sealed record GuestList(ImmutableArray<Guest> Guests)
{
    public static readonly GuestList Empty = new([]);

    /// <summary>How often the list was made anew: who changes it says which they saw.</summary>
    public int Changes { get; init; }

    /// <summary>More than fit at all tables that a workshop can have.</summary>
    public const int Most = 1_000;

    public static Decision<GuestEvent> Decide(GuestList list, GuestCommand command) => command switch
    {
        ExpectGuests { Guests.Length: > Most } => new Refusal(Reason.TooManyGuests, Most),
        ExpectGuests expect when expect.Guests.SequenceEqual(list.Guests) => Decision<GuestEvent>.Nothing,
        ExpectGuests { Seen: { } seen } when seen != list.Changes => Reason.GuestsChangedMeanwhile,
        ExpectGuests expect => new GuestsExpected(expect.Guests, expect.At),
        _ => throw new NotSupportedException(command.GetType().Name),
    };

    public static GuestList Evolve(GuestList list, GuestEvent happened) => happened switch
    {
        GuestsExpected expected => new([.. expected.Guests]) { Changes = list.Changes + 1 },
        _ => throw new NotSupportedException(happened.GetType().Name),
    };

    /// <summary>
    /// Departments are mixed as evenly as the seats allow, the largest first: while there is a choice, it is where fewest of the same department sit, and of
    /// those the emptiest. The same list is always spread in the same way.
    /// </summary>
    /// <returns>Nothing where there are fewer seats than names.</returns>
    public static ImmutableArray<Guest>? Spread(IReadOnlyCollection<GuestLine> lines, IReadOnlyCollection<WorkshopTable> tables)
    {
        var seated = tables.ToDictionary(table => table.Id, _ => new List<GuestLine>());
        foreach (var line in lines.GroupBy(line => Phrase.Key(line.Department)).OrderByDescending(department => department.Count()).SelectMany(department => department))
        {
            var free = tables.Select(table => new Occupancy(table.Id, table.Seats, [.. seated[table.Id].Select(guest => guest.Department)]));
            if (TableFinder.For(Seating.Mix, line.Department, free) is not { } table) return null;

            seated[table].Add(line);
        }

        return [.. seated.SelectMany(table => table.Value.Select(guest => new Guest(guest.Name, guest.Department, table.Key)))];
    }

    /// <summary>Who is called so: by the whole name, or else by the name that it begins with. Several where that is not one person.</summary>
    public ImmutableArray<Guest> Called(string name)
    {
        var key = Phrase.Key(name);
        if (key.Length == 0) return [];

        var whole = Guests.Where(guest => Phrase.Key(guest.Name) == key).ToImmutableArray();
        return whole.IsEmpty ? [.. Guests.Where(guest => Phrase.Key(guest.Name).StartsWith($"{key} ", StringComparison.Ordinal))] : whole;
    }
}

// The names and properties of events are stored. Add; never rename or remove.

/// <summary>Something that happened to the list of who are expected.</summary>
[JsonDerivedType(typeof(GuestsExpected), "guests-expected")]
public abstract record GuestEvent;

/// <summary>These, and no others any more.</summary>
public sealed record GuestsExpected(IReadOnlyList<Guest> Guests, DateTimeOffset At) : GuestEvent;

/// <summary>Something that is asked of the list.</summary>
[JsonDerivedType(typeof(ExpectGuests), "expect-guests")]
public abstract record GuestCommand(DateTimeOffset At);

/// <summary>This list takes the place of the one before.</summary>
/// <param name="Seen">How often the list had been made anew when it was read; nothing where nobody says.</param>
public sealed record ExpectGuests(ImmutableArray<Guest> Guests, DateTimeOffset At, int? Seen = null) : GuestCommand(At);
