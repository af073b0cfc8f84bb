using System.Globalization;
using Leerklimaat.Domain.Decks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Leerklimaat.Server.Pages;

/// <summary>What each .razor file is: read by the Razor compiler, drawn by our <see cref="RenderTreeBuilder"/>, once and at once. Blazor itself never sees it.</summary>
public abstract class Markup : IComponent
{
    /// <summary>For the <c>lang</c> of what people wrote; nothing where it is the reader's own, and where nobody wrote anything.</summary>
    protected static string? Written => Apart(Tongues.Here.Written);

    /// <summary>The same of what stands on cards and on the board.</summary>
    protected static string? Printed => Apart(Tongues.Here.Printed);

    /// <summary>Of what is one or the other: a case that people wrote lies among the cards of the deck.</summary>
    protected static string? TongueOf(bool isWritten) => isWritten ? Written : Printed;

    /// <summary>Of the squares of a board: own words are those of who chose them, ours are read in every language.</summary>
    protected static string? TongueOf(BoardKind board) => board switch { BoardKind.OwnWords => Written, BoardKind.Presence => Printed, _ => null };

    /// <summary>A language, where it is another than the reader's.</summary>
    protected static string? Apart(string language) => language.Length > 0 && language != CultureInfo.CurrentUICulture.TwoLetterISOLanguageName ? language : null;

    /// <summary>Works out what the markup needs, once all parameters are known.</summary>
    protected virtual void OnParametersSet() { }

    /// <summary>Written by the Razor compiler.</summary>
    protected virtual void BuildRenderTree(RenderTreeBuilder builder) { }

    internal void Build(RenderTreeBuilder builder)
    {
        OnParametersSet();
        BuildRenderTree(builder);
    }

    void IComponent.Attach(RenderHandle renderHandle) => throw new NotSupportedException("This is drawn by us, not by Blazor.");

    Task IComponent.SetParametersAsync(ParameterView parameters) => throw new NotSupportedException("This is drawn by us, not by Blazor.");
}
