using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Programmes;

/// <summary>
/// Slides from a PowerPoint file: titles, texts, lists and tables as Markdown, notes, and pictures with their words. Such a file is a packed folder:
/// before anything in it is read, it is unpacked once into nothing, to see how large it becomes.
/// </summary>
public static class PowerPointFile
{
    public const int LargestFile = 20 * 1024 * 1024;

    private const int MostEntries = 10_000, MostUnpacked = 200 * 1024 * 1024, MostXml = 64 * 1024 * 1024, LargestXml = 8 * 1024 * 1024;

    // Read, such a file is many times as large: one at a time.
    private static readonly SemaphoreSlim One = new(1);

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8);

    /// <summary>What PowerPoint wrote before 2007, and what it writes with a password.</summary>
    public static bool IsAnOldOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <param name="untitled">The title of a slide that has none, from its number.</param>
    /// <returns>Nothing when the file is not whole, is no presentation, or unpacks into too much.</returns>
    public static async Task<SlideSet?> Read(byte[] file, Func<int, string> untitled)
    {
        await One.WaitAsync();
        try
        {
            return IsBounded(file) ? SlidesOf(file, untitled) : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or OpenXmlPackageException or XmlException or FileFormatException or ArgumentException or InvalidOperationException
            or KeyNotFoundException or FormatException or NotSupportedException or IOException or NullReferenceException)
        {
            return null;
        }
        finally
        {
            One.Release();
        }
    }

    // What a packed file says of its own size may be a lie.
    private static bool IsBounded(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostEntries) return false;

        var (all, xml, buffer) = (0L, 0L, new byte[81_920]);
        foreach (var entry in zip.Entries)
        {
            var isXml = entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);
            var own = 0L;
            using var unpacked = entry.Open();
            for (int read; (read = unpacked.Read(buffer)) > 0;)
            {
                (all, own, xml) = (all + read, own + read, isXml ? xml + read : xml);
                if (all > MostUnpacked || xml > MostXml || (isXml && own > LargestXml)) return false;
            }
        }

        return true;
    }

    private static SlideSet? SlidesOf(byte[] file, Func<int, string> untitled)
    {
        using var document = PresentationDocument.Open(new MemoryStream(file, writable: false), isEditable: false, new OpenSettings { MaxCharactersInPart = LargestXml });
        if (document.PresentationPart is not { Presentation.SlideIdList: { } order } presentation) return null;

        var (slides, leftOut, pictures, number) = (new List<DraftSlide>(), new List<LeftOut>(), new Dictionary<string, byte[]?>(), 0);
        var width = presentation.Presentation.SlideSize?.Cx?.Value ?? 12_192_000;
        foreach (var id in order.Elements<SlideId>())
        {
            number++;
            if (slides.Count > Workshop.MostParts) break;
            if (presentation.GetPartById(id.RelationshipId!.Value!) is not SlidePart part) continue;

            if (new PowerPointSlide(part, number, width, pictures, leftOut).Read(untitled(number)) is { } slide) slides.Add(slide);
        }

        return new(slides, leftOut);
    }
}
