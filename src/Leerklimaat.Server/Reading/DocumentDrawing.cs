using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Group = DocumentFormat.OpenXml.Office2010.Word.DrawingGroup;
using Place = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Shape = DocumentFormat.OpenXml.Office2010.Word.DrawingShape;
using Leerklimaat.Server.Reports;

namespace Leerklimaat.Server.Reading;

/// <summary>
/// A drawing in the Word document, of shapes and words that stay sharp on paper and can be changed. It holds what is seen and nothing else: no picture
/// file, no sheet with numbers behind it.
/// </summary>
/// <param name="height">In units of <see cref="ChartGeometry"/>, like everything here.</param>
public sealed class DocumentDrawing(double height)
{
    public const string Ink = "2C2517", Quiet = "5F5340", Paper = "FFFFFF", Line = "CBB994", StrongLine = "877350";

    // A unit is a point high and a bit more wide, so that a drawing takes the width of the page and its words keep their size.
    private const double Across = 15_240, Down = 12_700;

    private readonly List<Shape.WordprocessingShape> shapes = [];

    /// <param name="pattern">From <see cref="ChartGeometry.PatternName"/>; it tells squares apart without colour.</param>
    public void Part(double x, double y, double width, double tall, string pattern) => Add(x, y, width, tall, A.ShapeTypeValues.Rectangle, FillOf(pattern), Stroke(Ink, .75));

    public void Ring(double x, double y, double radius, bool isFull) => Round(x, y, radius, Solid(isFull ? Ink : Paper), Stroke(Ink, 1.75));

    public void Rule(double x, double y, double toX, double toY, string color, double thick, bool isDotted = false) =>
        Add(Math.Min(x, toX), Math.Min(y, toY), Math.Abs(toX - x), Math.Abs(toY - y), A.ShapeTypeValues.Line, new A.NoFill(), Stroke(color, thick, isDotted));

    /// <param name="y">Where the words stand, as in a drawing on a page: the line under them.</param>
    public void Words(double x, double y, string words, Side side = Side.Right, string color = Ink, double size = 9.5, bool isBold = false, bool isOnPaper = false)
    {
        // Wide enough for whatever face the reader's program has; the number on a pattern has paper behind it and fits tightly.
        var width = isOnPaper ? 4.5 + 4.6 * words.Length : 8 + 6.5 * words.Length;
        var left = side switch { Side.Right => x, Side.Left => x - width, _ => x - width / 2 };
        var shape = Add(left, y - size - 1.5, width, size + 4.5, A.ShapeTypeValues.Rectangle, isOnPaper ? Solid(Paper) : new A.NoFill(), new A.Outline(new A.NoFill()));
        var justified = side switch { Side.Right => JustificationValues.Left, Side.Left => JustificationValues.Right, _ => JustificationValues.Center };
        var look = new RunProperties();
        if (isBold) look.Append(new Bold());
        look.Append(new Color { Val = color }, new FontSize { Val = HalfPoints(size) });
        shape.InsertBefore(
            new Shape.TextBoxInfo2(new TextBoxContent(new Paragraph(
                new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = justified }),
                new Run(look, new Text(ReportDocument.Plain(words)) { Space = SpaceProcessingModeValues.Preserve })))),
            shape.LastChild);
    }

    /// <param name="number">Told apart from the other drawings of the document.</param>
    /// <param name="told">What a screen reader says instead.</param>
    public Paragraph ToParagraph(uint number, string told)
    {
        var (wide, tall) = (X(ChartGeometry.Width), Y(height));
        var group = new Group.WordprocessingGroup(
            new Group.NonVisualGroupDrawingShapeProperties(),
            new Group.GroupShapeProperties(new A.TransformGroup(
                new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = wide, Cy = tall }, new A.ChildOffset { X = 0, Y = 0 }, new A.ChildExtents { Cx = wide, Cy = tall })));
        foreach (var (shape, index) in shapes.Select((shape, index) => (shape, index)))
        {
            shape.GetFirstChild<Shape.NonVisualDrawingProperties>()!.Id = number * 1000 + (uint)index + 1;
            group.Append(shape);
        }

        var inline = new Place.Inline(
            new Place.Extent { Cx = wide, Cy = tall },
            new Place.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new Place.DocProperties { Id = number * 1000, Name = $"{number}", Description = ReportDocument.Plain(told) },
            new Place.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(group) { Uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
        var choice = new AlternateContentChoice(new Drawing(inline)) { Requires = "wpg" };
        return new(new ParagraphProperties(new ParagraphStyleId { Val = "Normal" }), new Run(new AlternateContent(choice)));
    }

    /// <summary>What the document must know of before a drawing can stand in it.</summary>
    public static void Prepare(Document document)
    {
        document.AddNamespaceDeclaration("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006");
        document.AddNamespaceDeclaration("wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup");
        document.AddNamespaceDeclaration("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape");
    }

    private void Round(double x, double y, double radius, OpenXmlElement fill, A.Outline outline)
    {
        // As wide as it is high on paper, whatever a unit is across.
        var across = radius * Down / Across;
        Add(x - across, y - radius, 2 * across, 2 * radius, A.ShapeTypeValues.Ellipse, fill, outline);
    }

    private Shape.WordprocessingShape Add(double x, double y, double width, double tall, A.ShapeTypeValues kind, OpenXmlElement fill, A.Outline outline)
    {
        var shape = new Shape.WordprocessingShape(
            new Shape.NonVisualDrawingProperties { Id = 0, Name = "" },
            new Shape.NonVisualDrawingShapeProperties(),
            new Shape.ShapeProperties(
                new A.Transform2D(new A.Offset { X = X(x), Y = Y(y) }, new A.Extents { Cx = X(width), Cy = Y(tall) }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = kind },
                fill, outline),
            new Shape.TextBodyProperties { LeftInset = 0, TopInset = 0, RightInset = 0, BottomInset = 0, Wrap = A.TextWrappingValues.None, Anchor = A.TextAnchoringTypeValues.Center });
        shapes.Add(shape);
        return shape;
    }

    // Lines on clay for the lower half, upright lines and dark for the upper half. The few patterns that Word and LibreOffice draw alike.
    private static OpenXmlElement FillOf(string pattern) => pattern switch
    {
        "low-1" => Pattern(A.PresetPatternValues.LightUpwardDiagonal, "6F2A12", "F5D6C6"),
        "low-2" => Pattern(A.PresetPatternValues.DiagonalCross, "6F2A12", "F5D6C6"),
        "low-3" => Pattern(A.PresetPatternValues.DarkHorizontal, "6F2A12", "F5D6C6"),
        "high-1" => Pattern(A.PresetPatternValues.LightVertical, "234D1C", "D9EBC1"),
        "high-2" => Solid("5C8A3C"),
        "high-3" => Pattern(A.PresetPatternValues.NarrowHorizontal, Paper, "5C8A3C"),
        _ => Solid("FFFCF5"),
    };

    private static A.PatternFill Pattern(A.PresetPatternValues kind, string ink, string paper) =>
        new(new A.ForegroundColor(new A.RgbColorModelHex { Val = ink }), new A.BackgroundColor(new A.RgbColorModelHex { Val = paper })) { Preset = kind };

    private static A.SolidFill Solid(string color) => new(new A.RgbColorModelHex { Val = color });

    private static A.Outline Stroke(string color, double points, bool isDotted = false)
    {
        var outline = new A.Outline(Solid(color)) { Width = (int)(points * 12_700) };
        if (isDotted) outline.Append(new A.PresetDash { Val = A.PresetLineDashValues.SystemDash });
        return outline;
    }

    private static string HalfPoints(double points) => ((int)(2 * points)).ToString(CultureInfo.InvariantCulture);

    private static long X(double units) => (long)Math.Round(units * Across);

    private static long Y(double units) => (long)Math.Round(units * Down);
}

/// <summary>On which side of a point words stand.</summary>
public enum Side { Right, Left, Middle }
