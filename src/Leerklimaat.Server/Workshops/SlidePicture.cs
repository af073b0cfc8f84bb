using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Leerklimaat.Server.Workshops;

/// <summary>A picture in a text: whether it was uploaded here, what it says to who cannot see it, and on which side of the text it stands.</summary>
public static class SlidePicture
{
    // What Marp writes before the words: how large, and where.
    private static readonly string[] Sizes = ["w:", "h:", "width:", "height:"];
    private static readonly string[] Behind = ["left", "right", "vertical", "horizontal", "cover", "contain", "fit", "auto"];

    public static bool IsOurs(LinkInline picture) =>
        picture.Url?.Split('/') is ["", "workshops", var workshop, "pictures", var kept] && Guid.TryParse(workshop, out _) && Guid.TryParse(kept, out _);

    public static string WordsOf(LinkInline picture) => string.Join(' ', Written(picture) switch
    {
        ["bg", .. var rest] => rest.Where(word => !Behind.Contains(word.Split(':')[0]) && !IsSize(word) && !word.EndsWith('%')),
        var all => all.Where(word => !IsSize(word)),
    });

    /// <summary>At the start of the line, before the text, where its writer said so.</summary>
    public static bool IsLeft(LinkInline picture) => Written(picture) is ["bg", .. var rest] && rest.Any(word => word.Split(':')[0] == "left");

    /// <summary>Beside the text, wherever it stands in it.</summary>
    public static bool IsBehind(LinkInline picture) => Written(picture) is ["bg", ..];

    public static string TextOf(ContainerInline? inline) => inline is null ? "" : string.Concat(inline.Descendants().Select(one => one switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LineBreakInline => " ",
        HtmlInline { Tag: var tag } when tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) => " ",
        _ => "",
    }));

    private static string[] Written(LinkInline picture) => TextOf(picture).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsSize(string word) => Sizes.Any(size => word.StartsWith(size, StringComparison.Ordinal) && word.Length > size.Length && char.IsAsciiDigit(word[size.Length]));
}
