namespace Leerklimaat.Server.Pages;

/// <summary>In which languages a page says what is none of its own phrases. A voice reads those words as they are meant, whatever language the reader chose (WCAG 3.1.2).</summary>
/// <param name="Written">Of what people wrote: the language in which their workshop was started.</param>
/// <param name="Printed">Of the cards and the board: the reader's, where the deck has it.</param>
public sealed record Tongues(string Written, string Printed)
{
    public static readonly Tongues None = new("", "");

    private static readonly AsyncLocal<Tongues?> here = new();

    /// <summary>Of the workshop whose pages are drawn here, as the reader's own language is known here too.</summary>
    public static Tongues Here
    {
        get => here.Value ?? None;
        set => here.Value = value;
    }
}
