using System.Collections.Immutable;
using System.Text;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Tests.Reports;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Simulation;

/// <summary>What must be true in a world, whatever goes wrong in it.</summary>
public sealed class Promises(World world)
{
    /// <summary>Stands in all that nobody else may see: a word of it on a wire is one too many.</summary>
    public const string Secret = "geheim";

    private const int Squares = 5;

    private readonly Dictionary<Guid, bool> acknowledged = [];
    private readonly Drawing drawing = new(world.Services.GetRequiredService<Pens>());

    /// <summary>How many commands were answered.</summary>
    public int Acknowledgements => acknowledged.Count;

    /// <summary>How many reports were looked through.</summary>
    public int Reports { get; private set; }

    public void Acknowledged(Guid command, bool isStored, Refusal? refusal) => acknowledged[command] = acknowledged.GetValueOrDefault(command) || (isStored && refusal is null);

    /// <summary>Something went wrong of which nobody else would know.</summary>
    public void IsBroken(string what) => throw Broken(what);

    /// <summary>L3: of what somebody keeps to themselves nothing is on anybody's wire.</summary>
    public void Hears(Phone phone, string text)
    {
        if (text.Contains(Secret, StringComparison.Ordinal)) throw Broken($"{phone.Name} was told a secret at {phone.Page.GetType().Name}:\n{text}");
    }

    /// <summary>L1 and L2: what was acknowledged is in the journal, and nothing is in it twice.</summary>
    public void NothingIsLostOrDoneTwice()
    {
        var stored = new Dictionary<Guid, string>();
        foreach (var (stream, events) in world.Journal.Streams)
        {
            var before = Guid.Empty;
            foreach (var command in events.Select(happened => happened.Command))
            {
                if (command != before && !stored.TryAdd(command, stream)) throw Broken($"a command was done twice, in {stored[command]} and {stream}");
                before = command;
            }
        }

        if (acknowledged.FirstOrDefault(one => one.Value && !stored.ContainsKey(one.Key)) is { Value: true } lost) throw Broken($"{lost.Key} was acknowledged and is lost");
    }

    /// <summary>L4: each page shows what a page would show that is opened now.</summary>
    public void AllSeeTheSame()
    {
        var now = world.Truth();
        foreach (var phone in world.Phones)
        {
            var frame = drawing.Frame(phone.Page, now, null) ?? throw Broken($"{phone.Page.GetType().Name} shows nothing");
            foreach (var (target, html) in frame.Regions.SelectMany(region => Regions.In(Encoding.UTF8.GetString(region.Html))))
            {
                if (phone.Shown.GetValueOrDefault(target) is var shown && shown != html) throw Broken($"{phone.Name} shows in #{target} of {phone.Page.GetType().Name}\n  {shown}\nand what is true is\n  {html}");
            }
        }
    }

    /// <summary>G3: nothing that anybody is shown depends on where the pawns lie that lie face down.</summary>
    public void NothingShowsWhatLiesFaceDown()
    {
        var (here, there) = (world.Truth(), world.Truth());
        var hidden = 0;
        foreach (var table in world.Tables)
        {
            if (here.Of<Table>(table, out var version) is not { Round.IsPlacing: true } shown) continue;
            hidden++;
            there.Keep(Subject.Of<Table>(table), long.MaxValue, version, Elsewhere(shown));
        }

        if (hidden == 0) return;
        foreach (var page in world.Phones.Select(phone => phone.Page).Distinct())
        {
            if (!IsSame(drawing.Frame(page, here, null), drawing.Frame(page, there, null))) throw Broken($"what {page.GetType().Name} shows depends on pawns that lie face down");
        }
    }

    /// <summary>D2 to D5, D9, D10: what is published finds nobody, also not beside all that was published before.</summary>
    public void NobodyIsFoundInAReport()
    {
        var now = world.Truth();
        var workshop = now.Of<Workshop>(world.Workshop, out _)!;
        var tables = world.Tables.ToDictionary(table => new TableId(table), table => now.Of<Table>(table, out _)!);
        var published = now.Of<Publications>(world.Workshop, out _)!;
        var answers = workshop.Programme.ToDictionary(part => part.Id, part => now.Of<Question>(part.Id.Value, out _) ?? Question.Empty);
        var report = new ReportMaking(workshop, tables, now.Of<Plenary>(world.Workshop, out _)!, world.Services.GetRequiredService<DeckShelf>().Find(workshop.Deck, "nl"))
            .Make(published, ReportMaker.QuestionsOf(workshop, answers, Disclosure.Minimum), Disclosure.Minimum) with
        { Purpose = ReportMaker.PurposeOf(workshop, answers, Disclosure.Minimum) };
        Reports++;

        foreach (var card in published.Shown.GroupBy(group => group.Card))
        {
            if (Attacker.FindsAnywhere([.. card]) is { } found) throw Broken($"{string.Join(", ", found)} can be found on {card.Key.Value}");
        }

        foreach (var group in published.Shown)
        {
            var voices = group.Pawns.Where(pawn => group.Sample == Sample.Twice ? pawn.IsOnASquare : pawn.First > 0).Select(pawn => pawn.Speaker).Distinct().Count();
            if (voices < Disclosure.Minimum) throw Broken($"{group.Card.Value} was shown of {voices} people");
        }

        foreach (var outcome in report.Cards.SelectMany(card => card.Tables.Where(table => table.Pile is not null).Select(table => (card.Id, table.Table))))
        {
            var onSquares = tables.Values.Where(table => table.Setting!.Number == outcome.Table).SelectMany(table => table.Played).Where(round => round.Card == outcome.Id)
                .Max(round => (round.Second.IsEmpty ? round.First : round.Second).Count(pawn => pawn.Place.Square > 0));
            if (onSquares < Disclosure.FewestForAPile) throw Broken($"the pile of {outcome.Id.Value} was told of a table with {onSquares} pawns on squares");
        }

        IEnumerable<int?> sums = [report.Purpose.Reached?.People, report.Purpose.Aims?.People, .. report.Questions.SelectMany(question => new[] { question.Learned?.People, question.Result?.People })];
        if (sums.FirstOrDefault(people => people < Disclosure.Minimum) is { } few) throw Broken($"a sum was told of {few} people");
    }

    private static bool IsSame(Frame? one, Frame? other) =>
        one is null || other is null ? one == other : one.Regions.Length == other.Regions.Length && one.Regions.Zip(other.Regions).All(both => both.First.Html.AsSpan().SequenceEqual(both.Second.Html));

    private static Table Elsewhere(Table table)
    {
        var round = table.Round!;
        return table with { Round = round.Phase == Phase.FirstPlacement ? round with { First = Moved(round.First) } : round with { Second = Moved(round.Second) } };

        static ImmutableArray<Placement> Moved(ImmutableArray<Placement> pawns) => [.. pawns.Select(pawn => pawn with { Place = new((pawn.Place.Square + 1) % Squares) })];
    }

    private BrokenPromiseException Broken(string promise) => new($"After {TimeSpan.FromTicks(world.Agenda.Now):hh\\:mm\\:ss\\.fff} of {world.Replay}: {promise}");
}

/// <summary>Something that was promised is not true in this world.</summary>
public sealed class BrokenPromiseException(string message) : Exception(message);
