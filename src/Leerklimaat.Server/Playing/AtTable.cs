using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;

namespace Leerklimaat.Server.Playing;

/// <summary>Somebody at a table asks something by a form: who, from which seat, when, and what the form says.</summary>
public sealed class AtTable(TableId table, Visitor visitor, HttpRequest request, DateTimeOffset at)
{
    public TableId Table => table;

    public Visitor Visitor => visitor;

    public DeviceId Device => visitor.Device;

    public DateTimeOffset At => at;

    public SeatNumber Seat => new(Number("seat"));

    /// <summary>The player was asked whether to go on without everybody, and does.</summary>
    public bool Anyway => IsTicked("anyway");

    /// <summary>Made by the browser, or by the page where there are no scripts; the same id twice has one effect.</summary>
    public Guid Command => Id("command");

    public string Line(string field) => Plain.Line(Field(field));

    public string Text(string field) => Plain.Text(Field(field));

    public bool IsTicked(string field) => Field(field) == "true";

    public CardId Card => Line("card") is { Length: > 0 and <= 100 } card ? new(card) : throw new BadFormException("card");

    public int Number(string field) =>
        int.TryParse(Field(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new BadFormException(field);

    public Guid Id(string field) => Guid.TryParse(Field(field), out var id) ? id : throw new BadFormException(field);

    public TChoice Choice<TChoice>(string field) where TChoice : struct, Enum =>
        Enum.TryParse<TChoice>(Field(field), out var choice) && Enum.IsDefined(choice) ? choice : throw new BadFormException(field);

    /// <summary>What a button says in its address goes before what its form says; a square is never in an address, because addresses are logged.</summary>
    private string? Field(string field) => request.Query.TryGetValue(field, out var said) ? said : request.Form[field];
}
