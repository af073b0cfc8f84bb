using System.Globalization;
using BenchmarkDotNet.Attributes;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Playing;
using Leerklimaat.Server.Rounds;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Drawing;

/// <summary>What it costs to draw what a table of eight sees, region by region, as <see cref="Server.Live.Drawing"/> draws them.</summary>
[MemoryDiagnoser]
public class DrawingRegions
{
    private static readonly string[] Names = ["Anna", "Bram", "Chantal", "Driss", "Emma", "Farid", "Gülşen", "Hanneke"];

    private readonly Pens pens = new(new ServiceCollection().AddSingleton<IStringLocalizer<Phrases>, Phrasebook>().AddSingleton<Files>().BuildServiceProvider());
    private TableView placing = null!;
    private TableView telling = null!;
    private AskedView mine = null!;

    [GlobalSetup]
    public void Seat()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl");
        SeatView[] seats = [.. Names.Select((name, place) => new SeatView(place + 1, place + 1, name, IsAway: false, HasPlaced: place < 3, IsPlacer: true))];
        placing = Table(seats, Phase.FirstPlacement);
        telling = Table(seats, Phase.Telling);
        mine = new(placing.Id, GameState.Open, placing.OwnStamp, null, null, new(3, false, new Place(3), false, null, false), null, [], []);
    }

    /// <summary>What changes when somebody places a pawn.</summary>
    [Benchmark(Baseline = true)]
    public int Count() => Draw<CountFragment>(placing.Count);

    /// <summary>What comes when a card lies on the table.</summary>
    [Benchmark]
    public int Card() => Draw<CardFragment>(placing.OnTable);

    /// <summary>What comes when the pawns are turned over: the board with eight of them.</summary>
    [Benchmark]
    public int OpenBoard() => Draw<OpenBoardFragment>(telling.OpenBoard);

    /// <summary>What changes when the next one tells.</summary>
    [Benchmark]
    public int Teller() => Draw<TellerFragment>(telling.Teller);

    /// <summary>One's own part.</summary>
    [Benchmark]
    public int Own() => Draw<MineFragment>(mine);

    private int Draw<TMarkup>(object view) where TMarkup : Markup
    {
        using var pen = pens.Take();
        pen.Draw(typeof(TMarkup), view);
        return pen.Drawn.Length;
    }

    private static TableView Table(SeatView[] seats, Phase phase)
    {
        var round = new RoundView(
            3, RoundKind.Statement, phase, new("veiligheid-1", "Veiligheid", "In ons team vertel je eerlijk wat er misging.", "", "", ""), null, null, DateTimeOffset.UnixEpoch, 3, 8,
            phase == Phase.Telling ? [.. seats.Select(seat => new PawnView(seat, new(seat.Number % 4 + 1), null))] : [], phase == Phase.Telling ? seats[0] : null,
            phase == Phase.Telling ? [.. seats.Select(seat => new TurnView(seat, null))] : [], null, null, NotesView.None);
        return new(new(Guid.NewGuid()), 1, GameState.Open, new("", null, null), false, Board.Default, [.. seats], [], null, round, null, PilesView.Empty, "Open-3-3-FirstPlacement-2-0-0-123456", 0);
    }
}
