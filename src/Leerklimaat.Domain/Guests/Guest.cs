using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Guests;

/// <summary>Somebody who is expected, and the table that is theirs.</summary>
/// <param name="Department">Empty where none was given.</param>
public sealed record Guest(string Name, string Department, TableId Table);

/// <summary>One line of the list that who leads pastes.</summary>
public sealed record GuestLine(string Name, string Department);
