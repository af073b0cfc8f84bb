using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>The texts of the server, of which none may be missing: a key that is put together from a value would stand on the page as it is.</summary>
public sealed class EveryTextThere : IStringLocalizer<Phrases>
{
    private readonly Phrasebook texts = new();

    public LocalizedString this[string name] => texts[name] is { ResourceNotFound: false } text ? text : throw new InvalidOperationException($"There is no text {name}.");

    public LocalizedString this[string name, params object[] arguments] => texts[this[name].Name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.GetAllStrings(includeParentCultures);
}
