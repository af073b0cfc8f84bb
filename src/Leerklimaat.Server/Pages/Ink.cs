using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Leerklimaat.Server.Pages;

/// <summary>Writes HTML as UTF-8 into a buffer that grows. All of it is one line, so that it can be a message of a stream of server-sent events as it is.</summary>
internal sealed class Ink
{
    private const int Smallest = 4 * 1024, LargestKept = 256 * 1024, MostBytesOfACharacter = 3, LongestNumber = 32;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>What most texts are made of: it is itself in HTML, and one byte.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(character => !Encoder.WillEncode(character))]);

    private byte[] buffer = new byte[Smallest];
    private int length;

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    public void Clear()
    {
        length = 0;
        if (buffer.Length > LargestKept) buffer = new byte[Smallest];
    }

    /// <summary>Writes what is HTML already.</summary>
    public void Put(ReadOnlySpan<byte> html)
    {
        Grow(html.Length);
        html.CopyTo(buffer.AsSpan(length));
        length += html.Length;
    }

    /// <inheritdoc cref="Put(ReadOnlySpan{byte})"/>
    public void Put(ReadOnlySpan<char> html)
    {
        Grow(html.Length * MostBytesOfACharacter);
        var space = buffer.AsSpan(length);
        length += Ascii.FromUtf16(html, space, out var written) == OperationStatus.Done ? written : Encoding.UTF8.GetBytes(html, space);
    }

    /// <summary>Markup as it stands in a .razor file: where its lines end, with the indentation behind, is one space to a browser.</summary>
    public void Markup(ReadOnlySpan<char> markup)
    {
        for (var end = markup.IndexOfAny('\n', '\r'); end >= 0; end = markup.IndexOfAny('\n', '\r'))
        {
            Put(markup[..end]);
            Put(" "u8);
            markup = markup[end..].TrimStart();
        }

        Put(markup);
    }

    /// <summary>HTML that is written while drawing, as of a slide: there the end of a line can mean something.</summary>
    public void Html(ReadOnlySpan<char> html)
    {
        for (var end = html.IndexOfAny('\n', '\r'); end >= 0; end = html.IndexOfAny('\n', '\r'))
        {
            Put(html[..end]);
            Put("&#xA;"u8);
            html = html[(end + (html[end..].StartsWith("\r\n") ? 2 : 1))..];
        }

        Put(html);
    }

    /// <summary>Writes what anybody may have typed.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        var plain = text.IndexOfAnyExcept(Plain);
        Put(plain < 0 ? text : text[..plain]);
        if (plain >= 0) Encode(text[plain..]);
    }

    /// <summary>As people of the reader's language write it.</summary>
    public void Value<TValue>(TValue value)
    {
        if (value is int whole) Number(whole);
        else if (value is IFormattable formattable) Text(formattable.ToString(null, CultureInfo.CurrentCulture));
        else Text(value?.ToString());
    }

    private void Number(int whole)
    {
        Grow(LongestNumber);
        whole.TryFormat(buffer.AsSpan(length), out var written, default, CultureInfo.CurrentCulture);
        length += written;
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        // The encoder gives characters; what is written is bytes.
        Span<char> encoded = stackalloc char[512];
        while (text.Length > 0)
        {
            Encoder.Encode(text, encoded, out var read, out var written);
            Put(encoded[..written]);
            text = text[read..];
        }
    }

    private void Grow(int by)
    {
        if (buffer.Length - length < by) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + by));
    }
}
