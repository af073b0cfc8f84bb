using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Programmes;
using Leerklimaat.Server.Tests.Questions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.States;

/// <summary>The whole programme, part by part, on every page that shows a part.</summary>
internal static class TheProgramme
{
    private const string LongWords = "Bij de arbeidsongeschiktheidsverzekeringsmaatschappij:\n\nhttps://leren.example/een/heel-lang-adres-zonder-spaties-dat-nergens-afbreekt-en-almaar-doorgaat-tot-voorbij-de-rand\n\n- een\n- twee\n\n| Toen | Nu |\n|---|---|\n| weinig | meer |";

    public static async IAsyncEnumerable<PageState> Of(RunningServer server)
    {
        var workshop = await AWorkshop.Start(server, minutes: 180);
        using var emma = await workshop.Follow("Emma");
        await (await workshop.Chantal.Open(workshop.Root)).Press("button[value='AfterThePlenary']");
        await foreach (var state in LongSlide(workshop, emma)) yield return state;

        // What is answered by tapping is among TheChoices.
        foreach (var part in (await workshop.State()).Programme.Where(part => part.Question?.IsChoosing() != true).DistinctBy(part => (part.Kind, part.Question)))
        {
            var question = await workshop.GoTo(one => one.Id == part.Id);
            foreach (var state in Pages(workshop, emma, NameOf((await workshop.Now())!))) yield return state;
            if (part.Kind is PartKind.Question or PartKind.Closing) await foreach (var state in Answering(workshop, emma, question)) yield return state;
        }

        await workshop.GoTo(part => part.Kind == PartKind.Slide);
        await workshop.Chantal.Do(workshop.Root, $"{workshop.Root}/countdowns", ("minutes", "5"));
        foreach (var state in Pages(workshop, emma, "countdown")) yield return state;
        await foreach (var state in LookingBack(workshop, emma)) yield return state;
        foreach (var picture in new[] { "now", "next" }) yield return new($"picture-{picture}", workshop.Chantal, $"{workshop.Root}/screen/pictures/{picture}");
        workshop.Leave();
    }

    internal static string NameOf(Part part) => Kebab.Of(part.Kind) + (part.Question is { } question ? $"-{Kebab.Of(question)}" : "");

    private static async Task<Part?> Now(this AWorkshop workshop) => await workshop.State() is var state ? state.Programme.FirstOrDefault(part => part.Id == state.Current) : null;

    internal static IEnumerable<PageState> Pages(AWorkshop workshop, Person emma, string at) =>
    [
        new($"wall-{at}", workshop.Dennis, workshop.Wall), new($"wall-leading-{at}", workshop.Chantal, $"{workshop.Root}/screen"), new($"follow-{at}", emma, $"{workshop.Root}/follow"),
        new($"facilitator-{at}", workshop.Chantal, workshop.Root), new($"presenter-{at}", workshop.Chantal, $"{workshop.Root}/presenter"), new($"table-at-{at}", workshop.Anna, workshop.Table1),
        new($"table-screen-at-{at}", workshop.Dennis, workshop.Screen1),
    ];

    private static async IAsyncEnumerable<PageState> LongSlide(AWorkshop workshop, Person emma)
    {
        var chantal = await workshop.Chantal.Open($"{workshop.Root}/programme");
        await chantal.Press("#add-part", ("title", "Arbeidsongeschiktheidsverzekeringsmaatschappijen"), ("kind", "Slide"));
        await chantal.Press("#save", ("title", "Arbeidsongeschiktheidsverzekeringsmaatschappijen"), ("minutes", "10"), ("text", LongWords), ("kind", "Slide"), ("question", "Answers"));
        var part = (await workshop.State()).Programme[^1];
        yield return new("part-of-long-words", chantal, $"{workshop.Root}/programme/{part.Id.Value}");
        yield return new("programme-changed", chantal, $"{workshop.Root}/programme");
        await workshop.GoTo(one => one.Id == part.Id);
        foreach (var state in Pages(workshop, emma, "slide-of-long-words")) yield return state;
        await Picture(chantal, $"{workshop.Root}/programme/{part.Id.Value}");
        foreach (var state in Pages(workshop, emma, "slide-with-a-picture")) yield return state;
        yield return new("part-with-a-picture", chantal, $"{workshop.Root}/programme/{part.Id.Value}");
        await (await chantal.Open($"{workshop.Root}/programme")).Press($"button[formaction$='removals?part={part.Id.Value}']");
    }

    /// <summary>Puts a picture beside a few words, as the form of the part sends it.</summary>
    private static async Task Picture(Person chantal, string part)
    {
        var (_, fields) = (await chantal.Open(part)).Pressed("#save", ("title", "Zo ziet een leerplek eruit"), ("minutes", "10"), ("text", "- Een lange tafel\n- Licht van buiten"), ("kind", "Slide"), ("question", "Answers"), ("words", "Een tafel bij een raam"));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(APicture.Png(1200, 900)), "picture", "leerplek.png" } };
        foreach (var (name, value) in fields.Where(field => field.Key != "picture")) form.Add(new StringContent(value), name);
        await chantal.Post(part, form);
        Assert.Contains("![Een tafel bij een raam](", (await chantal.Open(part)).Page.QuerySelector("#text")!.TextContent, StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<PageState> Answering(AWorkshop workshop, Person emma, string question)
    {
        var at = NameOf((await workshop.Now())!);
        foreach (var state in Look("open")) yield return state;
        foreach (var (person, text) in new[] { (workshop.Anna, "Tijd"), (workshop.Bram, "Rust"), (workshop.Dennis, "tijd"), (emma, "Arbeidsongeschiktheidsverzekering") }) await person.Do(question, $"{question}/answers", ("answer-text", text), ("shared", "true"));
        foreach (var state in Look("answered").Concat(Pages(workshop, emma, $"{at}-answered"))) yield return state;
        await workshop.Chantal.Do(question, $"{question}/freezes");
        foreach (var state in Look("stopped")) yield return state;

        PageState[] Look(string how) => [new($"question-{at}-{how}", workshop.Anna, question), new($"question-{at}-{how}-following", emma, question), new($"question-{at}-{how}-leading", workshop.Chantal, question)];
    }

    private static async IAsyncEnumerable<PageState> LookingBack(AWorkshop workshop, Person emma)
    {
        var programme = (await workshop.State()).Programme;
        foreach (var part in programme.DistinctBy(part => part.Kind).Skip(1)) yield return new($"look-back-{Kebab.Of(part.Kind)}", emma, $"{workshop.Root}/follow?part={part.Id.Value}");
        yield return new("follow-of-a-player", workshop.Anna, $"{workshop.Root}/follow");
    }
}
