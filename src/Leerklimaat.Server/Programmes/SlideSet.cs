using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Programmes;

/// <summary>Slides from one file, and what in it cannot come along.</summary>
public sealed record SlideSet(IReadOnlyList<Part> Slides, IReadOnlyList<LeftOut> LeftOut);

/// <summary>Something of a file that does not come along, or not as it was.</summary>
/// <param name="Slide">From 1, in the file.</param>
/// <param name="What">The name of the phrase that says it.</param>
/// <param name="Name">What the file calls it.</param>
public sealed record LeftOut(int Slide, string Title, string What, string Name = "");
