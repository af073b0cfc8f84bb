using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Reports;

namespace Leerklimaat.Server.Reading;

/// <summary>What the page of a report shows.</summary>
/// <param name="Back">Where the way back leads; empty for who reads by a link.</param>
/// <param name="Other">The page with quotes where this one has none, and the other way round; empty where there is no choice.</param>
public sealed record ReportView(string Title, string Date, ReadLevel Level, IReadOnlyList<Block> Blocks, string Back, string Other, IReadOnlyList<FileLink> Files)
{
    /// <summary>Where who leads publishes the numbers so far; empty for everybody else.</summary>
    public string Publish { get; init; } = "";

    public bool IsPublished { get; init; }

    /// <summary>By which a browser keeps which answers it showed (O4); empty for who leads, who wrote them.</summary>
    public string Answers { get; init; } = "";

    public required ReportedWords Words { get; init; }

    /// <summary>When it was made.</summary>
    public string Made { get; init; } = "";
}

/// <summary>The report as a file to take away.</summary>
/// <param name="What">What one would do with it.</param>
public sealed record FileLink(string Name, string What, string Address);
