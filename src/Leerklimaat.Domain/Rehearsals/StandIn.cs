using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Rehearsals;

/// <summary>Somebody who is played by the server in a rehearsal (W11): a person with an outlook, a pace and, one of them, a phone that sleeps.</summary>
/// <param name="Chances">This person's own, at this table.</param>
/// <param name="HasSleepyPhone">Does nothing during one card of each four.</param>
public sealed record StandIn(SeatNumber Seat, Draws TableChances, bool HasSleepyPhone)
{
    public Draws Chances => TableChances.For(Seat.Value);

    /// <summary>How much rosier this person sees things than the others at the table: about one square up or down.</summary>
    public double Outlook => 2.6 * (Chances.Of("outlook") - .5);

    /// <summary>How easily this person is moved by what the others tell, from 0 to 1.</summary>
    public double Openness => .3 + .6 * Chances.Of("openness");

    public static StandIn At(TableId table, SeatNumber seat, Rehearsal rehearsal) => new(seat, Draws.From(table.Value), rehearsal.HasSleepyPhone(table, seat));

    /// <summary>Nothing comes from this phone during a whole card, so that the others see it and go on.</summary>
    public bool IsAsleep(Table table) => HasSleepyPhone && table.RoundsBegun % 4 == 2;

    /// <summary>How long this person takes for something that people take so many seconds for.</summary>
    public TimeSpan Takes(double seconds, string about) => TimeSpan.FromSeconds(seconds * (.6 + .8 * Chances.Of("pace")) * (.5 + Chances.Of($"takes {about}")));
}

/// <summary>What a stand-in is about to do, and how long such a thing takes people.</summary>
/// <param name="About">The same as long as it is about the same: then the thinking goes on.</param>
public sealed record Wish<TCommand>(string About, TimeSpan Thinking, TCommand Command);

/// <summary>What a stand-in is thinking about, and until when.</summary>
/// <param name="AskedForHelpIn">The last round in which this one asked for help: once in a round is enough.</param>
public sealed record Mind(string About, DateTimeOffset Until, int AskedForHelpIn)
{
    public static readonly Mind Empty = new("", default, 0);

    public bool IsDue(DateTimeOffset now) => About.Length > 0 && now >= Until;

    /// <summary>Goes on thinking about the same, or begins anew when what there is to do has changed.</summary>
    public Mind After<TCommand>(Wish<TCommand>? wish, DateTimeOffset now, double speed) =>
        wish is null ? this with { About = "" }
        : wish.About == About ? this
        : this with { About = wish.About, Until = now + wish.Thinking / speed };

    public Mind Done(TableCommand command, Table table) => this with { About = "", AskedForHelpIn = command is AskForHelp ? table.RoundsBegun : AskedForHelpIn };
}
