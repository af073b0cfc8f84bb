using Microsoft.AspNetCore.Components.Rendering;

namespace Microsoft.AspNetCore.Components;

/// <summary>A piece of markup that is given to other markup, which draws it where it belongs. It takes the place of Blazor's, as <see cref="RenderTreeBuilder"/> does.</summary>
public delegate void RenderFragment(RenderTreeBuilder builder);
