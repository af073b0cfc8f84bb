using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using D = DocumentFormat.OpenXml.Drawing;

namespace Leerklimaat.Server.Tests.Programmes;

/// <summary>A PowerPoint file, made here.</summary>
internal sealed class APresentation : IDisposable
{
    private readonly MemoryStream file = new();
    private readonly PresentationDocument document;
    private readonly PresentationPart presentation;
    private readonly SlideLayoutPart layout;
    private uint id = 256;

    public APresentation()
    {
        document = PresentationDocument.Create(file, PresentationDocumentType.Presentation);
        presentation = document.AddPresentationPart();
        presentation.Presentation = new Presentation(new SlideIdList(), new SlideSize { Cx = 1000, Cy = 600 });
        var master = presentation.AddNewPart<SlideMasterPart>();
        var points = new BodyStyle(new D.Level1ParagraphProperties(new D.CharacterBullet { Char = "•" }), new D.Level2ParagraphProperties(new D.CharacterBullet { Char = "•" }), new D.Level3ParagraphProperties(new D.CharacterBullet { Char = "•" }));
        master.SlideMaster = new SlideMaster(new CommonSlideData(Tree()), new TextStyles(points));
        layout = master.AddNewPart<SlideLayoutPart>();
        layout.SlideLayout = new SlideLayout(new CommonSlideData(Tree(Box(PlaceholderValues.SubTitle, 7, [], new D.Level1ParagraphProperties(new D.NoBullet())))));
    }

    public byte[] Bytes()
    {
        document.Save();
        document.Dispose();
        return file.ToArray();
    }

    public SlidePart Slide(params OpenXmlElement[] shapes)
    {
        var slide = presentation.AddNewPart<SlidePart>();
        slide.AddPart(layout);
        slide.Slide = new Slide(new CommonSlideData(Tree(shapes)));
        presentation.Presentation!.SlideIdList!.Append(new SlideId { Id = id++, RelationshipId = presentation.GetIdOfPart(slide) });
        return slide;
    }

    public static void Notes(SlidePart slide, params string[] lines) =>
        slide.AddNewPart<NotesSlidePart>().NotesSlide = new NotesSlide(new CommonSlideData(Tree(Box(PlaceholderValues.SlideNumber, 2, [Line("7")]), Box(PlaceholderValues.Body, 1, [.. lines.Select(line => Line(line))]))));

    public static string Image(SlidePart slide, byte[] bytes, PartTypeInfo? type = null)
    {
        var image = slide.AddImagePart(type ?? ImagePartType.Png);
        image.FeedData(new MemoryStream(bytes));
        return slide.GetIdOfPart(image);
    }

    public static Picture Picture(string image, string? words, long at = 600, OpenXmlElement? media = null) => new(
        new NonVisualPictureProperties(new NonVisualDrawingProperties { Id = 9, Name = "Afbeelding 9", Description = words }, new NonVisualPictureDrawingProperties(), new ApplicationNonVisualDrawingProperties(media is null ? [] : [media])),
        new BlipFill(new D.Blip { Embed = image }),
        new ShapeProperties(new D.Transform2D(new D.Offset { X = at, Y = 0 }, new D.Extents { Cx = 300, Cy = 300 })));

    public static GraphicFrame Frame(string uri, params OpenXmlElement[] inside) => new(new NonVisualGraphicFrameProperties(new NonVisualDrawingProperties { Id = 5, Name = "x" }), new D.Graphic(new D.GraphicData(inside) { Uri = uri }));

    public static GraphicFrame Table(params string[][] rows) => Frame("http://schemas.openxmlformats.org/drawingml/2006/table", new D.Table(rows.Select(row =>
        new D.TableRow(row.Select(cell => new D.TableCell(new D.TextBody(new D.BodyProperties(), Line(cell))))))));

    public static Shape Title(string text) => Box(PlaceholderValues.Title, null, [Line(text)]);

    public static Shape Body(params D.Paragraph[] lines) => Box(null, 1, lines);

    public static Shape Box(PlaceholderValues? type, uint? index, D.Paragraph[] lines, OpenXmlElement? style = null) => new(
        new NonVisualShapeProperties(
            new NonVisualDrawingProperties { Id = 3, Name = "x" }, new NonVisualShapeDrawingProperties(),
            new ApplicationNonVisualDrawingProperties(type is null && index is null ? [] : [new PlaceholderShape { Type = type, Index = index }])),
        new ShapeProperties(),
        new TextBody([new D.BodyProperties(), new D.ListStyle(style is null ? [] : [style]), .. lines]));

    public static D.Paragraph Line(string text, int level = 0, OpenXmlElement? mark = null) =>
        new([new D.ParagraphProperties(mark is null ? [] : [mark]) { Level = level }, .. text.Split('|').SelectMany((part, place) => place == 0 ? new OpenXmlElement[] { Run(part) } : [new D.Break(), Run(part)])]);

    private static D.Run Run(string text) => new(new D.Text(text));

    private static ShapeTree Tree(params OpenXmlElement[] shapes) =>
        new([new NonVisualGroupShapeProperties(new NonVisualDrawingProperties { Id = 1, Name = "" }, new NonVisualGroupShapeDrawingProperties(), new ApplicationNonVisualDrawingProperties()), new GroupShapeProperties(), .. shapes]);

    public void Dispose()
    {
        document.Dispose();
        file.Dispose();
    }
}
