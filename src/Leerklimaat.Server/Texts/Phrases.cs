namespace Leerklimaat.Server.Texts;

/// <summary>Names the texts of the screens: <c>Phrases.resx</c> in Dutch, <c>Phrases.en.resx</c> in English.</summary>
public sealed class Phrases;
