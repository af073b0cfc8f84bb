using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;

namespace Leerklimaat.Server.Questions;

/// <summary>Somebody answers by a form: who, for which seat, when, and what the form says.</summary>
public sealed class AtQuestion(WorkshopId workshop, PartId part, Visitor visitor, IReadOnlyList<Answering> seats, HttpRequest request, DateTimeOffset at)
{
    public WorkshopId Workshop => workshop;

    public PartId Part => part;

    public Visitor Visitor => visitor;

    public IReadOnlyList<Answering> Seats => seats;

    public DateTimeOffset At => at;

    /// <summary>Who answers on a device that several share; a device with one seat answers for that one.</summary>
    public int? Seat => int.TryParse(Field("for"), out var seat) && seats.Any(one => one.Number == seat) ? seat : seats.Count == 1 ? seats[0].Number : null;

    public Guid Command => Id("command");

    public string Typed => Text("answer-text");

    public bool IsShared => Field("shared") == "true";

    public string Writer => WriterFor(part);

    /// <summary>The part at which a learning question was asked, which comes back at this one.</summary>
    public PartId Returning => new(Id("question"));

    public AnswerId Answer => new(Id("answer"));

    public TChoice Choice<TChoice>(string field) where TChoice : struct, Enum =>
        Enum.TryParse<TChoice>(Field(field), out var choice) && Enum.IsDefined(choice) ? choice : throw new BadFormException(field);

    public string WriterFor(PartId asked) => Acting.WriterOf(visitor, asked);

    /// <inheritdoc cref="Answering.VoiceOf"/>
    public string? VoiceFor(PartId asked) => Acting.VoiceOf(visitor, asked);

    /// <summary>A phrase stands on one line; an answer may have several.</summary>
    public string Text(string field, bool isPhrase = false) => isPhrase ? Plain.Line(Field(field)) : Plain.Text(Field(field));

    /// <summary>The numbers of options; none where the field is empty.</summary>
    public IReadOnlyList<int> Options(string field) => [.. (Field(field) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(QuestionOptions.Most + 1).Select(one => int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new BadFormException(field))];

    public bool IsTicked(string field) => Field(field) == "true";

    private Answering Acting => Seat is { } seat ? seats.First(one => one.Number == seat) : throw new BadFormException("for");

    private Guid Id(string field) => Guid.TryParse(Field(field), out var id) ? id : throw new BadFormException(field);

    private string? Field(string field) => request.Query.TryGetValue(field, out var said) ? said : request.Form[field];
}
