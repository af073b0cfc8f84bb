using System.Collections.Immutable;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Rehearsals;

/// <summary>Plays a table on by its stand-ins, with a clock that does not wait: what they would ask of it, and when, until it is as wished.</summary>
public static class PlayingAhead
{
    private const int MostSteps = 20_000;

    /// <summary>
    /// What there is to look at in a demo: tables in the middle of a card, after a few that they played. At the first and second people are placing, at the
    /// third they tell, and somebody there asks for help.
    /// </summary>
    public static ImmutableArray<TableCommand> Scene(Playing playing, Rehearsal rehearsal, TableId id, Table table, DateTimeOffset from)
    {
        var number = rehearsal.Tables.IndexOf(id) % 3 + 1;
        var (commands, after) = Play(playing, rehearsal, id, table, from, now => now.Played.Count(round => round.Pile is not null) > number && IsThere(now));
        return number == 3 && after.Seats.FirstOrDefault(seat => seat.IsStandIn) is { } asks ? commands.Add(new AskForHelp(asks.Number, asks.Device, commands[^1].At)) : commands;

        bool IsThere(Table now) => number == 3 ? now.Round is { Phase: Phase.Telling, Kind: RoundKind.Statement } : now.Round is { Phase: Phase.FirstPlacement, Kind: RoundKind.Statement } && now.ReadyCount == number;
    }

    /// <param name="until">Asked after each step; also when the stand-ins have nothing left to do it ends.</param>
    public static (ImmutableArray<TableCommand> Commands, Table After) Play(Playing playing, Rehearsal rehearsal, TableId id, Table table, DateTimeOffset from, Func<Table, bool> until)
    {
        var commands = ImmutableArray.CreateBuilder<TableCommand>();
        var troupe = new Troupe(playing, rehearsal, id);
        var now = from;
        for (var step = 0; step < MostSteps && !until(table); step++)
        {
            if (troupe.Look(table, now, 1) is not { } next) break;
            if (next > now) now = next;
            foreach (var command in troupe.Due(table, now).Take(1))
            {
                commands.Add(command);
                table = Table.Decide(table, command).Events.Aggregate(table, Table.Evolve);
            }
        }

        return (commands.ToImmutable(), table);
    }
}

/// <summary>The stand-ins of one table and what they are thinking about. It keeps nothing that a restart may not forget.</summary>
public sealed class Troupe(Playing playing, Rehearsal rehearsal, TableId id)
{
    private static readonly SeatNumber Door = new(0);

    private readonly Dictionary<SeatNumber, Mind> minds = [];

    /// <summary>Everybody looks at the table.</summary>
    /// <returns>When the first of them will do something, if nothing changes meanwhile; nothing when nobody will.</returns>
    public DateTimeOffset? Look(Table table, DateTimeOffset now, double speed)
    {
        foreach (var seat in Everybody(table)) minds[seat] = MindOf(seat).After(WishOf(seat, table, now), now, speed);
        return minds.Values.Where(mind => mind.About.Length > 0).Select(mind => (DateTimeOffset?)mind.Until).Min();
    }

    /// <summary>What those want to ask whose thinking is over, whoever was ready first in front. What is asked here is not asked again.</summary>
    public IEnumerable<TableCommand> Due(Table table, DateTimeOffset now)
    {
        foreach (var seat in Everybody(table).Where(seat => MindOf(seat).IsDue(now)).OrderBy(seat => MindOf(seat).Until).ToList())
        {
            if (WishOf(seat, table, now) is not { } wish || wish.About != MindOf(seat).About) continue;
            minds[seat] = MindOf(seat).Done(wish.Command, table);
            yield return wish.Command;
        }
    }

    private static IEnumerable<SeatNumber> Everybody(Table table) => [Door, .. table.Seats.Where(seat => seat.IsStandIn).Select(seat => seat.Number)];

    private Wish<TableCommand>? WishOf(SeatNumber seat, Table table, DateTimeOffset now) => seat == Door
        ? playing.Arrival(id, table, rehearsal.Players, now)
        : playing.WishOf(table, StandIn.At(id, seat, rehearsal), MindOf(seat), now);

    private Mind MindOf(SeatNumber seat) => minds.GetValueOrDefault(seat, Mind.Empty);
}
