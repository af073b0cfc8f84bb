using System.Globalization;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Leerklimaat.Server.Programmes;

/// <summary>
/// Reads the programme of a template from a Markdown file: each part is a few fields between two lines of three dashes, and then its text.
/// What is wrong is said with the file, the line and what to do about it.
/// </summary>
public static class ProgrammeFile
{
    private const string Fence = "---";

    public static IReadOnlyList<PartPlan> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var fences = Enumerable.Range(0, lines.Length).Where(number => lines[number].TrimEnd() == Fence).ToList();
        if (fences.Count == 0 || lines[..fences[0]].Any(line => line.Trim().Length > 0)) throw Wrong(path, 1, "a programme starts with a line of three dashes, the fields of its first part, and three dashes again");
        if (fences.Count % 2 != 0) throw Wrong(path, fences[^1] + 1, "these three dashes have no second line of three dashes below the fields");

        var parts = new List<PartPlan>();
        for (var i = 0; i < fences.Count; i += 2)
        {
            var end = i + 2 < fences.Count ? fences[i + 2] : lines.Length;
            parts.Add(PartOf(path, fences[i] + 1, lines[(fences[i] + 1)..fences[i + 1]], string.Join('\n', lines[(fences[i + 1] + 1)..end]).Trim()));
        }

        foreach (var twice in parts.Where(part => part.IsOnlyOnce).GroupBy(part => part.Kind).Where(same => same.Count() > 1)) throw Wrong(path, twice.Last().Line, $"there is a second {twice.Key.ToString().ToLowerInvariant()}; a programme has one");
        return parts;
    }

    private static PartPlan PartOf(string path, int line, string[] fields, string text)
    {
        var known = FieldsOf(path, line, fields);
        string Field(string name) => known.GetValueOrDefault(name) is { Length: > 0 } value ? value : throw Wrong(path, line, $"'{name}' is missing");
        int LineOf(string name) => line + 1 + Math.Max(0, Array.FindIndex(fields, field => field.StartsWith(name + ":", StringComparison.Ordinal)));

        foreach (var other in known.Keys.Except(["kind", "question", "options", "title", "minutes", "notes"])) throw Wrong(path, line, $"'{other}' is no field of a part; use kind, question, options, title, minutes and notes");
        var kind = Choice<PartKind>(path, LineOf("kind"), Field("kind"), "kind of part");
        var minutes = int.TryParse(Field("minutes"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Part.MostMinutes ? number : throw Wrong(path, LineOf("minutes"), $"'minutes' is not a whole number up to {Part.MostMinutes}");
        var plan = new PartPlan(
            kind, kind == PartKind.Question ? Choice<QuestionKind>(path, LineOf("question"), Field("question"), "kind of question") : null,
            Field("title"), minutes, text, known.GetValueOrDefault("notes")?.Trim() ?? "", line, known.GetValueOrDefault("options")?.Trim() ?? "");
        if (plan.Title.Length > Part.LongestTitle) throw Wrong(path, LineOf("title"), $"the title is longer than {Part.LongestTitle} characters");
        if (plan.Text.Length > Part.LongestText) throw Wrong(path, line, $"the text is longer than {Part.LongestText} characters");
        if (plan.Notes.Length > Part.LongestNotes) throw Wrong(path, line, $"the notes are longer than {Part.LongestNotes} characters");
        if (QuestionOptions.Fault(plan.Question, plan.Options) is { } fault) throw Wrong(path, LineOf("options"), $"'options' do not fit the question ({fault}): a choice has {QuestionOptions.Fewest} to {QuestionOptions.Most}, a ranking up to {QuestionOptions.MostRanked}, a scale two words or none; one on each line, each once, of at most {QuestionOptions.Longest} characters");
        return plan;
    }

    private static Dictionary<string, string> FieldsOf(string path, int line, string[] fields)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(string.Join('\n', fields)));
            return yaml.Documents is [{ RootNode: YamlMappingNode root }]
                ? root.Children.ToDictionary(field => field.Key.ToString(), field => (field.Value as YamlScalarNode)?.Value ?? throw Wrong(path, line + field.Value.Start.Line, $"'{field.Key}' is not a text"))
                : throw Wrong(path, line, "a part has fields: kind, title, minutes and notes");
        }
        catch (YamlException broken)
        {
            throw Wrong(path, line + broken.Start.Line, broken.Message);
        }
    }

    private static TChoice Choice<TChoice>(string path, int line, string written, string what) where TChoice : struct, Enum =>
        Enum.TryParse<TChoice>(written.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var choice) && Enum.IsDefined(choice)
            ? choice
            : throw Wrong(path, line, $"'{written}' is no {what}; use {string.Join(", ", Enum.GetNames<TChoice>().Select(Dashed))}");

    private static string Dashed(string name) => string.Concat(name.Select((letter, place) => place > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}")).ToLowerInvariant();

    private static BrokenProgrammeException Wrong(string path, long line, string what) => new($"{path}({line}): {what}");
}

/// <summary>A part as a template plans it.</summary>
public sealed record PartPlan(PartKind Kind, QuestionKind? Question, string Title, int Minutes, string Text, string Notes, int Line, string Options = "")
{
    public bool IsOnlyOnce => Lay(default).IsOnlyOnce;

    /// <summary>The same in the words of this kind of organisation.</summary>
    public PartPlan In(Organisation kind, string language) => this with { Title = kind.Said(Title, language), Text = kind.Said(Text, language), Notes = kind.Said(Notes, language), Options = kind.Said(Options, language) };

    /// <summary>A part of one workshop, made from this plan.</summary>
    public Part Lay(PartId id) => new(id, Kind, Question, Title, Minutes, Text, Notes, 0, Options);
}

/// <summary>A programme cannot be led as it is written. The message says file, line and what is wrong.</summary>
public sealed class BrokenProgrammeException : Exception
{
    public BrokenProgrammeException() { }

    public BrokenProgrammeException(string message) : base(message) { }

    public BrokenProgrammeException(string message, Exception inner) : base(message, inner) { }
}
