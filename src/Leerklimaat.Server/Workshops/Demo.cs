using Leerklimaat.Domain;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Workshops;

/// <summary>A workshop to look around in: three tables at different moments of the game, played by the same commands as in a real one.</summary>
public sealed class Demo(IGrainFactory grains, Leadership leadership, DeckShelf shelf, TimeProvider time, IStringLocalizer<Phrases> say)
{
    private static readonly string[] Names = ["Anna", "Bram", "Fatima", "Joost", "Mei", "Samira"];

    public async Task<Started> Start(string language)
    {
        var (started, _) = await leadership.Start(say["Demo.Title"], Template.Of(45)!, DeckShelf.Shipped, language, isDemo: true, Guid.NewGuid());
        await grains.GetGrain<IWorkshopGrain>(started!.Id.Value).Ask(new StartGame(time.GetUtcNow()), Guid.NewGuid(), time.GetUtcNow());

        var cards = shelf.Find(started.Workshop.Deck, language).Statements.Where(card => card.Set == "factors").ToList();
        foreach (var table in started.Workshop.Tables)
        {
            var players = await SitDown(started.Id, table.Id, 3 + table.Number % 3);
            for (var round = 0; round < table.Number + 1; round++) await PlayWhole(players, cards[(table.Number * 7 + round * 5) % cards.Count], round + table.Number);
            await Begin(players, cards[(table.Number * 7 + 3) % cards.Count], table.Number);
        }

        return started;
    }

    private async Task<List<DemoPlayer>> SitDown(WorkshopId workshop, TableId table, int count)
    {
        var players = new List<DemoPlayer>();
        var grain = grains.GetGrain<ITableGrain>(table.Value);
        for (var i = 0; i < count; i++)
        {
            var player = new DemoPlayer(grain, new(i + 1), new(Guid.NewGuid()), time);
            await player.Ask(new TakeSeat(player.Device, Names[i], Words.ProofOf(workshop.Value, Words.Draw(2)), "", time.GetUtcNow()));
            players.Add(player);
        }

        return players;
    }

    private async Task PlayWhole(List<DemoPlayer> players, Card card, int seed)
    {
        await Choose(players, card);
        await PlaceAll(players, seed, lift: 0);
        await players[0].Ask(new RevealPawns(players[0].Seat, players[0].Device, true, time.GetUtcNow()));
        foreach (var teller in players) await teller.Ask(new FinishTurn(teller.Seat, teller.Device, teller.Seat, seed % 2 == 0 ? Story.HappensAlready : Story.NotYet, time.GetUtcNow()));
        await players[0].Ask(new OpenSecondPlacement(players[0].Seat, players[0].Device, true, time.GetUtcNow()));
        await PlaceAll(players, seed, lift: 1);
        await players[0].Ask(new RevealPawns(players[0].Seat, players[0].Device, true, time.GetUtcNow()));
        await players[0].Ask(new LayCard(players[0].Seat, players[0].Device, seed % 3 == 0 ? Pile.RedToImprove : Pile.Green, time.GetUtcNow()));
    }

    private async Task Begin(List<DemoPlayer> players, Card card, int number)
    {
        await Choose(players, card);
        await PlaceAll([.. players.Skip(number == 2 ? 2 : 0)], number, lift: 0);
        if (number != 3) return;

        await players[0].Ask(new RevealPawns(players[0].Seat, players[0].Device, true, time.GetUtcNow()));
        await players[1].Ask(new AskForHelp(players[1].Seat, players[1].Device, time.GetUtcNow()));
    }

    private async Task Choose(List<DemoPlayer> players, Card card) =>
        await players[0].Ask(new ChooseCard(players[0].Seat, players[0].Device, new(card.Id), RoundKind.Statement, ChosenBy.Picked, time.GetUtcNow()));

    private async Task PlaceAll(List<DemoPlayer> players, int seed, int lift)
    {
        foreach (var player in players)
        {
            var state = (await player.Table.Look()).State;
            var square = Math.Clamp((player.Seat.Value * 5 + seed * 3) % state.Setting!.Board.Squares.Length + 1 + lift, 1, state.Setting.Board.Squares.Length);
            await player.Ask(new PlacePawn(player.Seat, player.Device, state.Round!.Number, new(square), time.GetUtcNow()));
        }
    }

    private sealed record DemoPlayer(ITableGrain Table, SeatNumber Seat, DeviceId Device, TimeProvider Time)
    {
        public async Task Ask(TableCommand command)
        {
            var answer = await Table.Ask(command, Guid.NewGuid(), Time.GetUtcNow());
            if (answer.Refusal is { } refusal) throw new InvalidOperationException($"The demo played {command.GetType().Name}, which was refused: {refusal.Reason}.");
        }
    }
}
