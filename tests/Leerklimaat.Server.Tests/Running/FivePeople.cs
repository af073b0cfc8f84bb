using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>As many people as numbers are shown of, at a table where nobody sits yet.</summary>
public static class FivePeople
{
    /// <summary>They place twice on one card and lay it on its pile.</summary>
    public static async Task PlayACard(IGrainFactory grains, Guid workshop, int table)
    {
        var at = grains.GetGrain<ITableGrain>((await grains.GetGrain<IWorkshopGrain>(workshop).Look()).State.Tables.Single(one => one.Number == table).Id.Value);
        var now = new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);
        DeviceId[] phones = [.. Enumerable.Range(0, 5).Select(_ => new DeviceId(Guid.NewGuid()))];
        IEnumerable<TableCommand> Placing() => phones.Select((phone, place) => new PlacePawn(new(place + 1), phone, 1, new(place % 4 + 1), now));

        SeatNumber first = new(1);
        TableCommand[] commands =
        [
            .. phones.Select((phone, place) => new TakeSeat(phone, $"Speler {place}", $"code-{place}", "", now)), new SkipPractice(first, phones[0], now),
            new ChooseCard(first, phones[0], new("veiligheid-1"), RoundKind.Statement, ChosenBy.Picked, now), .. Placing(), new RevealPawns(first, phones[0], false, now),
            new OpenSecondPlacement(first, phones[0], true, now), .. Placing(), new RevealPawns(first, phones[0], false, now), new LayCard(first, phones[0], Pile.Green, now),
        ];
        foreach (var command in commands) Assert.Null((await at.Ask(command, Guid.NewGuid(), now)).Refusal);
    }
}
