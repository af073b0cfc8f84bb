using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Domain.Tests.Workshops;

/// <summary>A workshop of ninety minutes with a short programme, to tell stories about.</summary>
public abstract class AProgramme
{
    protected static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    protected static readonly JoinCode Code = JoinCode.From([1, 2, 3, 4, 5, 6]);
    protected static readonly TableId One = new(new Guid(1, 0, 0, new byte[8]));

    protected static readonly Part
        Welcome = PartOf(1, PartKind.Slide, "Welkom", 5),
        Words = PartOf(2, PartKind.Question, "Kennismaken", 15),
        Playing = PartOf(3, PartKind.Game, "Samen aan de slag", 40),
        Harvest = PartOf(4, PartKind.Plenary, "Plenaire terugkoppeling", 20),
        Goodbye = PartOf(5, PartKind.Closing, "Afsluiting", 10);

    protected static Story<Workshop, WorkshopCommand, WorkshopEvent> Nothing => new(Workshop.Empty, Workshop.Decide, Workshop.Evolve);

    protected static StartWorkshop Start => new("Samen leren", Code, "leerklimaat", "nl", Board.Default, Template.Of(90)!, [One], "key", "recovery", false, Monday, [Welcome, Words, Playing, Harvest, Goodbye]);

    protected static Story<Workshop, WorkshopCommand, WorkshopEvent> Started => Nothing.After(Start);

    protected static Story<Workshop, WorkshopCommand, WorkshopEvent> Begun => Started.After(new BeginProgramme(Monday));

    protected static Part PartOf(int number, PartKind kind, string title, int minutes) =>
        new(new(new Guid(number, 0, 0, new byte[8])), kind, kind == PartKind.Question ? QuestionKind.WordCloud : null, title, minutes, "", "", 0);

    protected static DateTimeOffset After(int minutes) => Monday + TimeSpan.FromMinutes(minutes);
}
