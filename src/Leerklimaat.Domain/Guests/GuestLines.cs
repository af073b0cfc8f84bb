using System.Collections.Immutable;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Guests;

/// <summary>The list as it was pasted: a name on each line, and the department behind it after a tab, a semicolon or a comma.</summary>
/// <param name="Faults">Where it cannot be used, all at once; nothing is kept while there is one.</param>
public sealed record GuestLines(ImmutableArray<GuestLine> Lines, ImmutableArray<GuestFault> Faults)
{
    // The heads of a column, which come along when it is pasted from a spreadsheet.
    private static readonly string[] Heads = ["naam", "name", "namen", "names"];

    private static readonly char[] Between = ['\t', ';', ','];

    public static GuestLines Read(string pasted)
    {
        var (lines, faults, names) = (new List<GuestLine>(), new List<GuestFault>(), new HashSet<(string, string)>());
        foreach (var (number, typed) in pasted.ReplaceLineEndings("\n").Split('\n').Index())
        {
            var at = typed.IndexOfAny(Between);
            var line = new GuestLine(Plain.Line(at < 0 ? typed : typed[..at]), Plain.Line(at < 0 ? "" : typed[(at + 1)..]).TrimEnd(',', ';', ' '));
            if (line is { Name: "", Department: "" } || (lines.Count + faults.Count == 0 && Heads.Contains(Phrase.Key(line.Name)))) continue;
            if (line.Name.Length == 0) faults.Add(new(number + 1, GuestFaultKind.NoName));
            else if (line.Name.Length > Seat.LongestName || line.Department.Length > Seat.LongestName) faults.Add(new(number + 1, GuestFaultKind.TooLong));
            else if (!names.Add((Phrase.Key(line.Name), Phrase.Key(line.Department)))) faults.Add(new(number + 1, GuestFaultKind.Twice));
            else lines.Add(line);
        }

        return new([.. lines], [.. faults]);
    }
}

/// <summary>What is wrong with a line.</summary>
/// <param name="Line">Its number, from 1, as a text editor counts.</param>
public readonly record struct GuestFault(int Line, GuestFaultKind Kind);

public enum GuestFaultKind { NoName, TooLong, Twice }
