using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Leerklimaat.Server.Questions;

/// <summary>One phrase of the cloud. Razor keeps the tag <c>text</c> for itself, hence no markup.</summary>
public sealed class CloudPhrase : Markup
{
    [Parameter, EditorRequired] public CloudWord Word { get; set; } = null!;

    [Parameter, EditorRequired] public string Shade { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Shade);
        builder.AddAttribute(2, "x", BoardGeometry.Text(Word.X));
        builder.AddAttribute(3, "y", BoardGeometry.Text(Word.Y + .33 * Word.Size));
        builder.AddAttribute(4, "font-size", BoardGeometry.Text(Word.Size));
        builder.AddAttribute(5, "textLength", BoardGeometry.Text(Word.Width));
        builder.AddAttribute(6, "lengthAdjust", "spacingAndGlyphs");
        builder.AddAttribute(7, "lang", Written);
        builder.AddContent(8, Word.Text);
        builder.CloseElement();
    }
}
