using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Questions;

/// <summary>A workshop with questions that are answered by tapping, and five phones to answer them.</summary>
internal sealed class AskingToChoose : IDisposable
{
    private readonly List<Person> more = [];

    private AskingToChoose(AWorkshop workshop) => Workshop = workshop;

    public AWorkshop Workshop { get; }

    /// <summary>Five people, each with a phone of their own: enough to show what they choose.</summary>
    public IReadOnlyList<Person> Five => [Workshop.Anna, Workshop.Bram, Workshop.Dennis, .. more];

    public static async Task<AskingToChoose> At(AWorkshop workshop, params QuestionKind[] kinds)
    {
        var asking = new AskingToChoose(workshop);
        foreach (var (name, table) in new[] { ("Fatima", 3), ("Gerard", 4) })
        {
            var person = new Person(workshop.Server, name);
            asking.more.Add(person);
            await workshop.Join(person, table);
        }

        foreach (var kind in kinds) await asking.Add(kind, OptionsOf(kind));
        return asking;
    }

    /// <summary>In the editor, as who prepares a workshop does.</summary>
    public async Task<Person> Add(QuestionKind kind, string options)
    {
        var chantal = await Workshop.Chantal.Open($"{Workshop.Root}/programme");
        await chantal.Press("#add-part", ("title", TitleOf(kind)), ("kind", "Question"));
        return await chantal.Press("#save", ("title", TitleOf(kind)), ("minutes", "5"), ("kind", "Question"), ("question", $"{kind}"), ("options", options));
    }

    public static string OptionsOf(QuestionKind kind) => kind switch
    {
        QuestionKind.OneChoice or QuestionKind.SeveralChoices => "Samen oefenen op het werk\nEen cursus\nEen collega om mee te sparren\nTijd om te lezen",
        QuestionKind.Ranking => "Tijd\nVertrouwen\nEen leidinggevende die vraagt wat je leerde\nRuimte om fouten te maken",
        QuestionKind.Scale => "helemaal niet\nvolop",
        QuestionKind.Recognition => "Leren gaat vaak over één persoon en over kennis overdragen.\nKennis delen staat aan het begin.\nGemeenten beginnen samen te werken.",
        _ => "",
    };

    public static string TitleOf(QuestionKind kind) => kind switch
    {
        QuestionKind.OneChoice => "Waar leer jij het meest van?",
        QuestionKind.SeveralChoices => "Wat deed je dit jaar?",
        QuestionKind.Scale => "Hoeveel leer jij van je collega's?",
        QuestionKind.Ranking => "Wat heb je nodig om te leren?",
        QuestionKind.Recognition => "Herken je dit bij ons?",
        _ => "Wat wil je nog weten?",
    };

    public void Dispose()
    {
        foreach (var person in more) person.Dispose();
    }
}
