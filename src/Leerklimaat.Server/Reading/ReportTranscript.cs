using System.Text;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Server.Reports;

namespace Leerklimaat.Server.Reading;

/// <summary>The report as plain text, one thing on a line, for who reads with braille or pastes it into a mail.</summary>
public sealed class ReportTranscript(ReportOutline outline)
{
    public void Write(WorkshopReport report, Stream into)
    {
        using var text = new StreamWriter(into, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        Underlined(text, report.Title, '=');
        text.WriteLine(outline.DateOf(report));
        foreach (var block in outline.Of(report)) Write(text, block);
    }

    private static void Write(StreamWriter text, Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                text.WriteLine();
                Underlined(text, heading.Text, heading.Level == 1 ? '=' : '-');
                break;
            case LineBlock line:
                text.WriteLine(line.Text);
                break;
            case ListBlock list:
                foreach (var line in list.Lines) text.WriteLine($"- {(line.Kind.Length > 0 ? line.Kind + ": " : "")}{line.Text}{(line.Origin.Length > 0 ? $" ({line.Origin})" : "")}");
                break;
            case GridBlock grid:
                text.WriteLine();
                text.WriteLine($"{grid.Caption}:");
                foreach (var row in grid.Rows) text.WriteLine($"- {row[0]}: {string.Join("; ", row.Zip(grid.Headers).Skip(1).Select(cell => $"{cell.Second} {cell.First}"))}");
                break;
            default:
                // A drawing, whose table follows; and the contents, which lead nowhere here.
                break;
        }
    }

    private static void Underlined(StreamWriter text, string title, char line)
    {
        text.WriteLine(title);
        text.WriteLine(new string(line, Math.Min(title.Length, 72)));
    }
}
