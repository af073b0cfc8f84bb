using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Tests.Reports;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>
/// A workshop that a seed decides, and beside its events what a bystander noted of each card: who stood where, first and last, and where it was laid.
/// Late players, leavers, held cards, cards taken back and placed again, overruled piles, "weet ik niet", paper tables and cases are all in it.
/// </summary>
internal sealed class RandomWorkshop
{
    private static readonly string[] Statements = ["veiligheid-1", "veiligheid-2", "openheid-1", "tijd-1"];
    private readonly int[] people;
    private readonly HashSet<int> onPaper = [];
    private uint chance;

    public RandomWorkshop(int seed)
    {
        chance = (uint)seed * 2_654_435_761 + 1;
        people = [.. Enumerable.Range(0, 1 + Next(4)).Select(_ => 2 + Next(8))];
        Events = new([.. people]);
        foreach (var table in Enumerable.Range(1, people.Length))
        {
            if (IsOneIn(6)) onPaper.Add(table);
            foreach (var card in CardsOf(table)) Play(table, card);
        }

        foreach (var table in Enumerable.Range(1, people.Length)) PlaceHeldAgain(table);
        Publish();
    }

    /// <summary>At each publication, by table: who told what of the cards that lay on a pile.</summary>
    public List<ILookup<int, (int Seat, Story Story)>> ToldAtPublications { get; } = [];

    public AReport Events { get; }

    /// <summary>By table and card, as it was played last.</summary>
    public Dictionary<(int Table, string Card), Noted> Seen { get; } = [];

    public int People => people.Sum();

    public int Tables => people.Length;

    private IEnumerable<string> CardsOf(int table) => [.. Statements.Where(_ => Next(2) == 0), .. IsOneIn(4) ? [$"case-{table}"] : Array.Empty<string>()];

    private void Play(int table, string card)
    {
        var noted = new Noted(FirstOf(table, card));
        if (onPaper.Contains(table) && !IsCase(card)) { PlayOnPaper(table, card, new(noted.First) { Stories = [] }); return; }

        Begin(table, card);
        foreach (var (seat, square) in noted.First) Events.Happens(table, new PawnPlaced(new(seat), new(square)));
        Events.Happens(table, new PawnsRevealed());
        // What they tell follows from where they stand, and draws no chance of its own.
        Events.Happens(table, [.. noted.Stories.Select(told => new TurnFinished(new(told.Key), told.Value))]);
        if (IsOneIn(3))
        {
            Events.Happens(table, new CardHeld());
            Seen[(table, card)] = noted;
            if (IsOneIn(2)) Events.Pictures(card);
            return;
        }

        if (IsOneIn(4)) Events.Happens(table, new SecondPlacementSkipped());
        else
        {
            Events.Happens(table, new SecondPlacementOpened());
            PlaceAgain(table, noted);
        }

        Lay(table, card, noted);
    }

    private void Publish()
    {
        ToldAtPublications.Add(Seen.Where(one => one.Value.Pile is not null).SelectMany(one => one.Value.Stories.Select(told => (one.Key.Table, Told: (told.Key, told.Value)))).ToLookup(one => one.Table, one => one.Told));
        Events.Make();
    }

    private void Begin(int table, string card)
    {
        var round = Events.State(table).RoundsBegun + 1;
        Events.Happens(table, IsCase(card)
            ? new CaseBrought(round, new(card), new(new(1), $"casus van tafel {table}", ""), AReport.Monday)
            : new CardChosen(round, new(card), RoundKind.Statement, ChosenBy.Picked, null, AReport.Monday));
    }

    private void PlayOnPaper(int table, string card, Noted noted)
    {
        if (IsOneIn(2)) noted.Second = noted.First.ToDictionary(pawn => pawn.Key, _ => Next(5));
        noted.Pile = PileOf(noted);
        Events.Happens(table, new PaperRoundEntered(
            Events.State(table).RoundsBegun + 1, new(card), null, Placed(noted.First), Placed(noted.Second), [], noted.Pile.Value, noted.Proposal, AReport.Monday));
        Seen[(table, card)] = noted;
    }

    private Dictionary<int, int> FirstOf(int table, string card) =>
        Enumerable.Range(1, people[table - 1]).Where(seat => !(IsCase(card) && seat == 1) && !IsOneIn(9)).ToDictionary(seat => seat, _ => Next(5));

    private void PlaceAgain(int table, Noted noted)
    {
        noted.Second = noted.First.Where(_ => !IsOneIn(7)).ToDictionary(pawn => pawn.Key, pawn => IsOneIn(2) ? pawn.Value : Next(5));
        if (IsOneIn(3) && people[table - 1] < 12)
        {
            var late = ++people[table - 1];
            Events.Happens(table, new SeatTaken(new(late), late, default, $"Naam{table}{late}", "", ""));
            noted.Second[late] = 4;
        }

        Events.Happens(table, [.. noted.Second.Select(pawn => new PawnPlacedAgain(new(pawn.Key), new(pawn.Value))), new SecondPawnsRevealed()]);
    }

    private void Lay(int table, string card, Noted noted)
    {
        noted.Pile = PileOf(noted);
        Events.Happens(table, new CardLaid(noted.Pile, noted.Proposal));
        Seen[(table, card)] = noted;
        if (IsOneIn(3)) Publish();
        if (noted.Second.Count == 0 || !IsOneIn(3)) return;

        Events.Happens(table, new CardTakenBack(Events.State(table).Played[^1].Number), new SteppedBack(Phase.SecondPlacement));
        var mover = noted.Second.Keys.First();
        noted.Second[mover] = noted.Second[mover] > 2 ? 1 : 4;
        noted.Pile = PileOf(noted);
        Events.Happens(table, new PawnPlacedAgain(new(mover), new(noted.Second[mover])), new SecondPawnsRevealed(), new CardLaid(noted.Pile, noted.Proposal));
    }

    private void PlaceHeldAgain(int table)
    {
        foreach (var held in Events.State(table).Held.ToList())
        {
            if (IsOneIn(4)) break;
            Events.Happens(table, new HeldCardTaken(held.Number, AReport.Monday));
            var noted = Seen[(table, held.Card.Value)];
            PlaceAgain(table, noted);
            Lay(table, held.Card.Value, noted);
        }
    }

    // One in five tables decides otherwise than its points.
    private Pile PileOf(Noted noted) => noted.Proposal is { } pile && !IsOneIn(5) ? pile : (Pile)Next(3);

    private static bool IsCase(string card) => card.StartsWith("case-", StringComparison.Ordinal);

    private static Placement[] Placed(Dictionary<int, int> pawns) => [.. pawns.Select(pawn => new Placement(new(pawn.Key), new(pawn.Value)))];

    private bool IsOneIn(int ways) => Next(ways) == 0;

    // A generator of our own: the same workshops on every machine and under every version of .NET.
    private int Next(int ways)
    {
        chance ^= chance << 13;
        chance ^= chance >> 17;
        chance ^= chance << 5;
        return (int)(chance % (uint)ways);
    }
}

/// <summary>What a bystander noted of one card at one table: by seat the square, 0 for "weet ik niet".</summary>
internal sealed class Noted(Dictionary<int, int> first)
{
    public Dictionary<int, int> First { get; } = first;

    public Dictionary<int, int> Second { get; set; } = [];

    /// <summary>What each told who did not pass; nothing where it was played on paper.</summary>
    public Dictionary<int, Story> Stories { get; init; } = first.Where(pawn => pawn.Value > 0).ToDictionary(pawn => pawn.Key, pawn => pawn.Value > 2 ? Story.HappensAlready : Story.NotYet);

    /// <summary>Nothing while the card waits.</summary>
    public Pile? Pile { get; set; }

    /// <summary>The pawns that the table added up.</summary>
    public List<int> Last => [.. (Second.Count > 0 ? Second : First).Values.Where(square => square > 0)];

    public int Sum => Last.Sum();

    /// <summary>Where they stood first who did not leave before the second time.</summary>
    public List<int> Stayed => [.. First.Where(pawn => Second.Count == 0 || Second.ContainsKey(pawn.Key)).Select(pawn => pawn.Value)];

    /// <summary>By the rule as the game has it: half of the way from all on 1 to all on 4.</summary>
    public Pile? Proposal => (2 * (Sum - Last.Count) - 3 * Last.Count) switch
    {
        _ when Last.Count == 0 => null,
        > 0 => Domain.Tables.Pile.Green,
        < 0 => 2 * Last.Count(square => square == 1) > Last.Count ? Domain.Tables.Pile.RedNotPresent : Domain.Tables.Pile.RedToImprove,
        _ => null,
    };

    /// <summary>Who can be compared, first and last.</summary>
    public List<(int First, int Second)> Pairs => [.. First.Where(pawn => Second.ContainsKey(pawn.Key)).Select(pawn => (pawn.Value, Second[pawn.Key]))];
}
