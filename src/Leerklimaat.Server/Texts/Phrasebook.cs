using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Texts;

/// <summary>All texts of the screens, read once. Every region that is drawn asks for some, and the framework's localizer looks up each anew.</summary>
public sealed class Phrasebook : IStringLocalizer<Phrases>
{
    private static readonly FrozenDictionary<string, LocalizedString> Dutch = Read(CultureInfo.InvariantCulture), English = Read(CultureInfo.GetCultureInfo("en"));

    private static FrozenDictionary<string, LocalizedString> All => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : Dutch;

    public LocalizedString this[string name] => All.GetValueOrDefault(name) ?? new(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(Amounts.Read, this[name].Value, arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => All.Values;

    private static FrozenDictionary<string, LocalizedString> Read(CultureInfo culture) => new ResourceManager(typeof(Phrases))
        .GetResourceSet(culture, createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>()
        .ToFrozenDictionary(text => (string)text.Key, text => new LocalizedString((string)text.Key, (string)text.Value!));
}
