using System.Collections.Immutable;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Tests.Tables;

namespace Leerklimaat.Domain.Tests.Plenaries;

/// <summary>Two tables that have played, and the plenary of their workshop. At table 1 sit Anna, Bram and Chaima.</summary>
public abstract class APlenary : ATable
{
    protected static readonly TableId Table1 = new(new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), Table2 = new(new Guid(2, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));
    protected static readonly NoteId Intervision = Note(1), Time = Note(2), WhoPays = Note(3), MoreTime = Note(4);
    protected static readonly EntryId AIntervision = EntryId.OfNote(Intervision), ATime = EntryId.OfNote(Time), AWhoPays = EntryId.OfNote(WhoPays), AMoreTime = EntryId.OfNote(MoreTime);
    protected static readonly EntryId TimeTogether = EntryId.OfBundle(new Guid(9, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), Other = EntryId.OfBundle(new Guid(8, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));
    protected const string AnnasDots = "hash-anna", BramsDots = "hash-bram";

    protected static Story<Plenary, PlenaryCommand, PlenaryEvent> Fresh => new(Plenary.Empty, Plenary.Decide, Plenary.Evolve);

    /// <summary>Two notes about time are one bundle.</summary>
    protected static Story<Plenary, PlenaryCommand, PlenaryEvent> Bundled => Fresh.After(Bundle(ATime, AMoreTime));

    /// <summary>Seven lines on the lists: four dots each.</summary>
    protected static Story<Plenary, PlenaryCommand, PlenaryEvent> Dotting => Fresh.After(new OpenDots(1, 7, Monday));

    protected static Table Played1 => AddingUp.After(
        Write(Anna, Intervision, "We doen elke maand intervisie"), Write(Bram, Time, "Tijd om te leren", kind: NoteKind.Need, isSigned: true),
        Write(Chaima, WhoPays, "Wie betaalt de cursus?", kind: NoteKind.Question), new LayCard(Anna, AnnasPhone, Pile.Green, Monday)).State;

    protected static Table Played2 => AddingUp.Given(new TableLaid(new(Guid.Empty, 2, "leerklimaat", Domain.Decks.Board.Default, 3)))
        .After(Write(Bram, MoreTime, "Meer tijd om samen te leren", kind: NoteKind.Need), new LayCard(Anna, AnnasPhone, Pile.Green, Monday)).State;

    protected static ImmutableArray<Entry> Entries { get; } = Harvest.Of(Tables((Table2, Played2), (Table1, Played1)));

    protected static PlenaryLists ListsOf(Plenary plenary) => PlenaryLists.Of(plenary, Entries);

    protected static Dictionary<TableId, Table> Tables(params (TableId Id, Table State)[] tables) => tables.ToDictionary(table => table.Id, table => table.State);

    protected static BundleEntries Bundle(params EntryId[] entries) => new(TimeTogether, "Tijd", PlenaryList.ToDevelop, [.. entries], Monday);

    protected static SetDot Dot(string owner, EntryId entry, int dot = 1, int seats = 1, int round = 1) => new(round, owner, entry, dot, seats, Monday);

    protected static NoteId Note(int number) => new(new Guid(number, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]));
}
