using System.Globalization;
using System.Resources;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Server.Texts;

namespace Leerklimaat.Server.Decks;

/// <summary>Says what is wrong with a file that people wrote: in the language of who brings it in, and in English to who starts a server.</summary>
internal sealed class FileWords(CultureInfo reader)
{
    public static readonly FileWords OfHosts = new(CultureInfo.GetCultureInfo("en"));

    private static readonly ResourceManager Texts = new(typeof(Phrases));

    public static FileWords OfReader => new(CultureInfo.CurrentUICulture);

    public string this[string key, params object[] with] => string.Format(reader, Texts.GetString(key, reader) ?? key, with);

    public string Of(DeckFinding finding) => this[$"DeckFault.{finding.Fault}", finding.With];
}
