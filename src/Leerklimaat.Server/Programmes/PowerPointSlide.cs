using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Leerklimaat.Domain;
using D = DocumentFormat.OpenXml.Drawing;

namespace Leerklimaat.Server.Programmes;

/// <summary>One slide of a PowerPoint file.</summary>
/// <param name="width">Of the slide, in the units of the file.</param>
/// <param name="known">The pictures of the file that were read before: a logo stands on every slide.</param>
internal sealed class PowerPointSlide(SlidePart part, int number, long width, Dictionary<string, byte[]?> known, List<LeftOut> leftOut)
{
    private const string Diagram = "http://schemas.openxmlformats.org/drawingml/2006/diagram", Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private readonly List<string> texts = [];
    private readonly List<DraftPicture> pictures = [];
    private string title = "";
    private int lists;

    /// <returns>Nothing where nobody would see it: it is hidden, or empty.</returns>
    public DraftSlide? Read(string untitled)
    {
        var slide = part.Slide!;
        var shapes = slide.CommonSlideData?.ShapeTree;
        var heading = shapes?.Descendants<Shape>().FirstOrDefault(IsTitle);
        title = PowerPointText.OnOneLine(heading?.TextBody) is { Length: > 0 } written ? written : untitled;
        if (slide.Show?.Value == false)
        {
            Leave("Import.Left.Hidden");
            return null;
        }

        var before = leftOut.Count;
        foreach (var one in shapes?.ChildElements ?? []) if (one != heading) Look(one);
        if (slide.CommonSlideData?.Background?.Descendants<D.Blip>().Any() == true) Leave("Import.Left.Background");

        var notes = PowerPointText.Plainly(part.NotesSlidePart?.NotesSlide?.Descendants<Shape>().FirstOrDefault(shape => TypeOf(shape) == PlaceholderValues.Body)?.TextBody);
        if (title == untitled && texts.Count == 0 && pictures.Count == 0 && notes.Length == 0 && leftOut.Count == before) return null;

        return DraftSlide.Cut(number, title, string.Join("\n\n", texts), Plain.Text(notes), leftOut) with { Pictures = pictures };
    }

    private void Look(OpenXmlElement one)
    {
        switch (one)
        {
            case Shape shape:
                Look(shape);
                break;
            case Picture picture:
                Look(picture);
                break;
            case GraphicFrame frame:
                Look(frame);
                break;
            case GroupShape group:
                foreach (var inner in group.ChildElements) Look(inner);
                break;
            // What only newer programs know, with something for the others beside it: of a text the text, of the rest nothing.
            case AlternateContent { FirstChild: AlternateContentChoice { FirstChild: Shape shape } }:
                Look(shape);
                break;
            case AlternateContent or ContentPart:
                Leave("Import.Left.Object");
                break;
        }
    }

    private void Look(Shape shape)
    {
        var type = TypeOf(shape);
        if (type == PlaceholderValues.DateAndTime || type == PlaceholderValues.Footer || type == PlaceholderValues.SlideNumber || type == PlaceholderValues.Header) return;
        if (shape.ShapeProperties?.GetFirstChild<D.BlipFill>() is not null) Leave("Import.Left.Background");

        var text = PowerPointText.Of(shape, part, lists % 2 == 0 ? '-' : '*');
        if (text.Length == 0) return;
        texts.Add(text);
        lists++;
    }

    private void Look(Picture picture)
    {
        var own = picture.NonVisualPictureProperties;
        var properties = own?.ApplicationNonVisualDrawingProperties;
        if (properties?.Descendants().Any(one => one.LocalName is "videoFile" or "audioFile" or "media" or "wavAudioFile" or "quickTimeFile" or "audioCd") == true)
        {
            Leave("Import.Left.Video");
            return;
        }

        var words = Plain.Cut(Pictures.WordsFrom(own?.NonVisualDrawingProperties?.Description?.Value), Pictures.LongestWords);
        var name = words.Length > 0 ? words : Plain.Line(own?.NonVisualDrawingProperties?.Name?.Value);
        if (picture.BlipFill?.Blip?.Embed?.Value is not { Length: > 0 } id || part.GetPartById(id) is not ImagePart image)
        {
            leftOut.Add(new(number, title, "Import.Left.Picture", name));
            return;
        }

        if (words.Length == 0) Leave("Import.Left.NoWords");
        var place = picture.ShapeProperties?.Transform2D;
        var isLeft = place is { Offset.X.Value: var from, Extents.Cx.Value: var wide } && from + wide / 2 < width * 2 / 5;
        pictures.Add(new(image.Uri.ToString(), BytesOf(image), words.Length > 0 ? words : Pictures.WordsFrom(title), isLeft));
    }

    private void Look(GraphicFrame frame)
    {
        var data = frame.Graphic?.GraphicData;
        if (data?.GetFirstChild<D.Table>() is { } table) texts.Add(PowerPointText.Of(table, part));
        else Leave(data?.Uri?.Value switch { Chart => "Import.Left.Chart", Diagram => "Import.Left.SmartArt", _ => "Import.Left.Object" });
    }

    private byte[]? BytesOf(ImagePart image)
    {
        var key = image.Uri.ToString();
        if (known.TryGetValue(key, out var bytes)) return bytes;

        using var stream = image.GetStream();
        using var read = new MemoryStream();
        stream.CopyTo(read);
        return known[key] = read.Length > Pictures.LargestFile ? null : read.ToArray();
    }

    private void Leave(string what)
    {
        if (!leftOut.Contains(new(number, title, what))) leftOut.Add(new(number, title, what));
    }

    private static bool IsTitle(Shape shape) => TypeOf(shape) is { } type && (type == PlaceholderValues.Title || type == PlaceholderValues.CenteredTitle);

    private static PlaceholderValues? TypeOf(Shape shape) => shape.NonVisualShapeProperties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape?.Type?.Value;
}
