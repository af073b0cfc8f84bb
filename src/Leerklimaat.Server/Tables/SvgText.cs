using System.Globalization;
using Leerklimaat.Server.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Leerklimaat.Server.Tables;

/// <summary>Words in a drawing, on two lines where one is too narrow. Razor keeps the tag <c>text</c> for itself, hence no markup.</summary>
public sealed class SvgText : Markup
{
    [Parameter] public string Class { get; set; } = "label";

    [Parameter, EditorRequired] public string X { get; set; } = "";

    [Parameter, EditorRequired] public string Y { get; set; } = "";

    [Parameter, EditorRequired] public string Words { get; set; } = "";

    /// <summary>Of words in another language than the reader's.</summary>
    [Parameter] public string? Tongue { get; set; }

    /// <summary>How many characters fit on one line.</summary>
    [Parameter] public int Widest { get; set; } = 11;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        builder.AddAttribute(4, "lang", Tongue);
        foreach (var (line, number) in Lines().Select((line, number) => (line, number)))
        {
            builder.OpenElement(5, "tspan");
            builder.AddAttribute(6, "x", X);
            builder.AddAttribute(7, "dy", (number * 15).ToString(CultureInfo.InvariantCulture));
            builder.AddContent(8, line);
            builder.CloseElement();
        }

        builder.CloseElement();
    }

    /// <summary>Broken at the space nearest to the middle.</summary>
    private string[] Lines()
    {
        if (Words.Length <= Widest || !Words.Contains(' ', StringComparison.Ordinal)) return [Words];

        var cut = Enumerable.Range(0, Words.Length).Where(at => Words[at] == ' ').MinBy(at => Math.Abs(at - Words.Length / 2.0));
        return [Words[..cut], Words[(cut + 1)..]];
    }
}
