using Leerklimaat.Domain;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Programmes;

/// <summary>Slides from one file, and what in it cannot come along.</summary>
public sealed record SlideSet(IReadOnlyList<DraftSlide> Slides, IReadOnlyList<LeftOut> LeftOut);

/// <summary>A slide as a file has it, before its pictures are kept.</summary>
/// <param name="Number">From 1, in the file.</param>
public sealed record DraftSlide(int Number, string Title, string Text, string Notes)
{
    private const int Minutes = 3;

    public IReadOnlyList<DraftPicture> Pictures { get; init; } = [];

    /// <summary>What is too long for a part is cut, and said; a text is never cut.</summary>
    public static DraftSlide Cut(int number, string title, string text, string notes, List<LeftOut> leftOut)
    {
        var kept = new DraftSlide(number, Plain.Cut(title, Part.LongestTitle), Plain.Text(text), Plain.Cut(notes, Part.LongestNotes));
        if (kept.Title != title) leftOut.Add(new(number, kept.Title, "Import.Left.Title"));
        if (kept.Notes != notes) leftOut.Add(new(number, kept.Title, "Import.Left.Notes"));
        return kept;
    }

    public Part Lay(PartId id) => new(id, PartKind.Slide, null, Title, Minutes, Text, Notes, 0);
}

/// <summary>A picture in a file, as it is there.</summary>
/// <param name="Key">The same for one that stands on several slides.</param>
/// <param name="Bytes">Nothing where it is too large to be looked at.</param>
public sealed record DraftPicture(string Key, byte[]? Bytes, string Words, bool IsLeft);

/// <summary>Something of a file that does not come along, or not as it was.</summary>
/// <param name="Slide">From 1, in the file.</param>
/// <param name="What">The name of the phrase that says it.</param>
/// <param name="Name">What the file calls it.</param>
/// <param name="Why">A sentence, where what it is does not say it.</param>
public sealed record LeftOut(int Slide, string Title, string What, string Name = "", string Why = "");
