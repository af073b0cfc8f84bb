namespace Leerklimaat.Server.Reading;

/// <summary>One table of the report as data: a tab of the workbook, a CSV file.</summary>
/// <param name="Id">What its file is called.</param>
/// <param name="Rows">Words, whole numbers, numbers, days, or nothing.</param>
public sealed record Sheet(string Id, string Name, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<object?>> Rows);
