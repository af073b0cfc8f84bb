using Leerklimaat.Server.Pages;

namespace Microsoft.AspNetCore.Components.Rendering;

/// <summary>
/// What the Razor compiler writes markup to. It calls a class by this name; ours takes the place of Blazor's and writes HTML at once, where Blazor's keeps a tree of
/// frames to compare with the next one. All numbers that the compiler gives are for that comparison and mean nothing here.
/// </summary>
public sealed class RenderTreeBuilder(Pens pens) : IDisposable
{
    private readonly Ink ink = new();
    private readonly Stack<string> open = new();
    private MarkupKind? kind;
    private Markup? markup;
    private bool isInTag;

    /// <summary>All that was drawn, as UTF-8; until the builder is cleared or given back.</summary>
    public ReadOnlySpan<byte> Drawn => ink.Written;

    /// <summary>Gives the builder back, to be used again.</summary>
    public void Dispose() => pens.GiveBack(this);

    public void Clear()
    {
        ink.Clear();
        open.Clear();
        (kind, markup, isInTag) = (null, null, false);
    }

    /// <summary>Writes what is HTML already and stands outside all elements.</summary>
    public void Write(ReadOnlySpan<byte> html) => ink.Put(html);

    /// <inheritdoc cref="Write(ReadOnlySpan{byte})"/>
    public void Write(string html) => ink.Put(html);

    /// <summary>Draws markup whose parameters are set.</summary>
    public void Draw(Markup whole)
    {
        pens.Of(whole.GetType()).Equip(whole);
        whole.Build(this);
    }

    /// <summary>Draws markup of this kind, which takes this view and nothing else.</summary>
    public void Draw(Type type, object view)
    {
        var (region, whole) = (pens.Of(type), (Markup)Activator.CreateInstance(type)!);
        region.Equip(whole);
        region.Set(whole, "View", view);
        whole.Build(this);
    }

    public void OpenElement(int sequence, string name)
    {
        EndTag();
        ink.Put("<"u8);
        ink.Put(name);
        open.Push(name);
        isInTag = true;
    }

    public void CloseElement()
    {
        var name = open.Pop();
        var isEmpty = isInTag;
        EndTag();
        if (isEmpty && IsVoid(name)) return;

        ink.Put("</"u8);
        ink.Put(name);
        ink.Put(">"u8);
    }

    /// <summary>An attribute that is there and says nothing, as <c>required</c>.</summary>
    public void AddAttribute(int sequence, string name)
    {
        ink.Put(" "u8);
        ink.Put(name);
    }

    public void AddAttribute(int sequence, string name, bool isThere)
    {
        if (isThere) AddAttribute(sequence, name);
    }

    /// <summary>Nothing where there is no value.</summary>
    public void AddAttribute(int sequence, string name, string? value)
    {
        if (value is null) return;

        BeginValue(name);
        ink.Text(value);
        ink.Put("\""u8);
    }

    /// <inheritdoc cref="AddAttribute(int, string, string?)"/>
    public void AddAttribute(int sequence, string name, object? value)
    {
        if (value is bool isThere) AddAttribute(sequence, name, isThere);
        else AddAttribute(sequence, name, value?.ToString());
    }

    /// <inheritdoc cref="AddAttribute(int, string, string?)"/>
    public void AddAttribute<TValue>(int sequence, string name, TValue value)
    {
        if (value is null) return;

        BeginValue(name);
        ink.Value(value);
        ink.Put("\""u8);
    }

    /// <summary>The content of markup inside markup is given to it as any other parameter.</summary>
    public void AddAttribute(int sequence, string name, RenderFragment content) => AddComponentParameter(sequence, name, content);

    public void AddContent(int sequence, string? text)
    {
        EndTag();
        if (text is not null) ink.Text(text);
    }

    public void AddContent<TValue>(int sequence, TValue value)
    {
        EndTag();
        if (value is not null) ink.Value(value);
    }

    public void AddContent(int sequence, MarkupString html)
    {
        EndTag();
        ink.Html(html.Value);
    }

    public void AddContent(int sequence, RenderFragment? content)
    {
        EndTag();
        content?.Invoke(this);
    }

    /// <summary>Markup in which nothing changes, as it stands in the .razor file.</summary>
    public void AddMarkupContent(int sequence, string markup)
    {
        EndTag();
        ink.Markup(markup);
    }

    public void OpenComponent<TMarkup>(int sequence) where TMarkup : Markup, new()
    {
        EndTag();
        kind = pens.Of(typeof(TMarkup));
        markup = kind.Equip(new TMarkup());
    }

    public void AddComponentParameter<TValue>(int sequence, string name, TValue value) => kind!.Set(markup!, name, value);

    public void CloseComponent()
    {
        var complete = markup!;
        (kind, markup) = (null, null);
        complete.Build(this);
    }

    private void BeginValue(string name)
    {
        ink.Put(" "u8);
        ink.Put(name);
        ink.Put("=\""u8);
    }

    private void EndTag()
    {
        if (!isInTag) return;

        ink.Put(">"u8);
        isInTag = false;
    }

    /// <summary>The elements of HTML that have no content and no end.</summary>
    private static bool IsVoid(string name) => name is "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input" or "link" or "meta" or "source" or "track" or "wbr";
}
