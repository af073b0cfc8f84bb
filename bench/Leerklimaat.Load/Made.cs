namespace Leerklimaat.Load;

/// <summary>The part of a document that is made, between two lines that say so.</summary>
public static class Made
{
    /// <returns>The document with that part made anew; what stands around it is as it was.</returns>
    /// <exception cref="FormatException">It does not say where that part is.</exception>
    public static string Renew(string document, string begin, string end, string made)
    {
        var from = PlaceOf(begin, document) + begin.Length;
        var until = PlaceOf(end, document);
        if (until < from) throw new FormatException($"The line {end} stands before {begin}.");
        return $"{document[..from]}\n\n{made}{document[until..]}";
    }

    private static int PlaceOf(string line, string document) =>
        document.IndexOf(line, StringComparison.Ordinal) is var at and >= 0 ? at : throw new FormatException($"The document has no line {line}");
}
