using System.Globalization;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Texts;

/// <summary>What people chose, in words: on the wall, on phones and in every report the same.</summary>
public static class SayChosen
{
    /// <summary>An option with its words; a step of a scale with those of its end.</summary>
    public static string OptionOf(this IStringLocalizer<Phrases> say, ChoiceResult result, ChosenOption option) => say.StepOf(option.Text, option.Number, result.Options.Length, result.Ends);

    /// <inheritdoc cref="OptionOf"/>
    public static string StepOf(this IStringLocalizer<Phrases> say, string text, int number, int count, IReadOnlyList<string> ends) =>
        ends.Count == 0 || (number > 0 && number < count - 1) ? text : say["Choice.Step", text, ends[number == 0 ? 0 : ^1]];

    /// <summary>How many chose an option, or the place that it got on average.</summary>
    public static string Told(this IStringLocalizer<Phrases> say, ChosenOption option) => option switch
    {
        { Told: { } count } => say.Told(count),
        { Recognised: { NearlyAll: { } degree } } => say[$"Recognises.Nearly.{degree}"],
        { Recognised: { } said } => say["Recognises.Told", said.Yes, said.ABit, said.No],
        { NearlyAllAt: { } place } => say["Nearly.On", place],
        { MeanPlace: { } mean } => One(mean),
        { IsMeanWithheld: true } => say["Report.Hidden"],
        _ => "",
    };

    /// <summary>Of a ranking: the place of an option in a sentence of its own.</summary>
    public static string PlaceOf(this IStringLocalizer<Phrases> say, ChosenOption option) => option switch
    {
        { NearlyAllAt: { } place } => say["Choice.Nearly.Place", place],
        { MeanPlace: { } mean } => say["Choice.At", One(mean)],
        _ => "",
    };

    public static string Mean(this IStringLocalizer<Phrases> say, double mean) => say["Choice.Mean", One(mean)];

    /// <summary>How many second a question to who leads, and whether it was gone into; empty when there is nothing to say of it.</summary>
    public static string AboutRoomQuestion(this IStringLocalizer<Phrases> say, RoomQuestion question) =>
        string.Join(" · ", ((string[])[say.SecondsOf(question), question.IsTreated ? say["Room.Treated"] : ""]).Where(part => part.Length > 0));

    /// <returns>Empty while nothing may be told.</returns>
    public static string SecondsOf(this IStringLocalizer<Phrases> say, RoomQuestion question) => question.Seconds switch
    {
        { IsNearlyAll: true } => say["Room.Seconds.Nearly"],
        { Exactly: { } count } => say["Room.Seconds", count],
        _ => "",
    };

    /// <summary>What one person chose, for themselves to read; empty where they chose nothing.</summary>
    public static string ChosenBy(this IStringLocalizer<Phrases> say, Question question, string writer)
    {
        var chosen = question.ChosenBy(writer);
        if (!question.Kind.IsChoosing() || !question.IsWhole(chosen)) return "";

        var options = ChoiceResult.Of(question, GuardedCounts.None);
        if (question.Kind == AnswerKind.Recognition)
            return string.Join(" · ", chosen.Select(option => $"{question.Options[option / QuestionOptions.Degrees]} {say[$"Recognises.{(Recognises)(option % QuestionOptions.Degrees)}"]}"));

        var names = chosen.Where(option => option < options.Options.Length).Select(option => say.OptionOf(options, options.Options[option]));
        return string.Join(question.Kind == AnswerKind.Ranking ? " › " : " · ", names);
    }

    private static string One(double number) => number.ToString("0.0", CultureInfo.CurrentCulture);
}
