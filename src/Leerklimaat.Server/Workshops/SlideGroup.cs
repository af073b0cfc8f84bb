using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Leerklimaat.Server.Workshops;

/// <summary>What stands together on a slide.</summary>
public sealed class SlideGroup(string name) : ContainerBlock(null)
{
    public string Name { get; } = name;
}

/// <summary>Draws what stands together as one.</summary>
public sealed class SlideGroups : HtmlObjectRenderer<SlideGroup>, IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) { }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.AddIfNotAlready<SlideGroups>();

    protected override void Write(HtmlRenderer renderer, SlideGroup obj)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"").Write(obj.Name).WriteLine("\">");
        renderer.WriteChildren(obj);
        renderer.EnsureLine();
        renderer.WriteLine("</div>");
    }
}
