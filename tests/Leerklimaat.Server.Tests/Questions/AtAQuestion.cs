using System.Net;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Questions;

/// <summary>The standing cast at the questions of their programme.</summary>
internal static class AtAQuestion
{
    public static async Task<Workshop> State(this AWorkshop workshop) =>
        (await workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IWorkshopGrain>(Guid.Parse(workshop.Root.Split('/')[^1])).Look()).State;

    /// <summary>Chantal goes to the first part of this kind.</summary>
    /// <returns>The address of the question.</returns>
    public static async Task<string> GoTo(this AWorkshop workshop, Func<Part, bool> which)
    {
        var part = (await workshop.State()).Programme.First(which);
        await workshop.Chantal.Open(workshop.Root);
        Assert.Equal(HttpStatusCode.OK, (await workshop.Chantal.Ask($"{workshop.Root}/parts/visits?part={part.Id.Value}")).Status);
        return $"{workshop.Root}/questions/{part.Id.Value}";
    }

    /// <summary>Somebody who comes in by the code and takes no seat.</summary>
    public static async Task<Person> Follow(this AWorkshop workshop, string name)
    {
        var person = new Person(workshop.Server, name);
        await person.Open($"/{workshop.Code}");
        return await person.Press("#follow");
    }

    public static async Task<Domain.Questions.Question> Asked(this AWorkshop workshop, string question) =>
        (await workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IQuestionGrain>(Guid.Parse(question.Split('/')[^1])).Look()).State;

    public static bool IsCloud(Part part) => part.Question == QuestionKind.WordCloud;

    public static bool IsLearning(Part part) => part.Question == QuestionKind.LearningQuestion;

    public static bool IsClosing(Part part) => part.Kind == PartKind.Closing;

    /// <summary>Answers like htmx does, from the table page.</summary>
    public static async Task<Answer> Say(this Person person, string question, string text, params (string Field, string Value)[] more)
    {
        if (person.Page?.QuerySelector("form#act") is null) await person.Open(question);
        return await person.Ask($"{question}/answers", [("answer-text", text), .. more]);
    }
}
