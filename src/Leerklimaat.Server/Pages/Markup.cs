using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Leerklimaat.Server.Pages;

/// <summary>What each .razor file is: read by the Razor compiler, drawn by our <see cref="RenderTreeBuilder"/>, once and at once. Blazor itself never sees it.</summary>
public abstract class Markup : IComponent
{
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
