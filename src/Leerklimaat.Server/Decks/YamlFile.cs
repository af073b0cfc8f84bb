using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Leerklimaat.Server.Decks;

/// <summary>Takes fields out of a YAML file that people write, and knows where in the file they stand.</summary>
/// <param name="broken">Makes the exception of who reads the file out of the line and of a sentence with what is wrong there.</param>
/// <param name="words">In which language that is said.</param>
internal sealed class YamlFile(Func<TextReader> open, Func<long, string, Exception> broken, FileWords words)
{
    /// <summary>A file of a host or of ours: the sentence says which one, and the line.</summary>
    public YamlFile(string path, Func<string, Exception> broken) : this(() => File.OpenText(path), (line, what) => broken($"{path}({line}): {what}"), FileWords.OfHosts) { }

    // A deck has fields in a list in a document.
    private const int Deepest = 8;

    public FileWords Words => words;

    /// <exception cref="Exception">The one of who reads: this cannot be read as YAML, or is not one document with fields.</exception>
    public YamlMappingNode Root() => Reading(reader =>
    {
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml.Documents is [{ RootNode: YamlMappingNode root }] ? root : throw Wrong(1, words["File.OneDocument"]);
    });

    /// <summary>
    /// What comes from anybody is looked through before anything is made of it: brackets within brackets without end would take the whole stack, and with it the server; what refers to
    /// itself over and over would take all its time.
    /// </summary>
    public void MustBeFlat() => Reading(reader =>
    {
        var parser = new Parser(reader);
        for (var depth = 0; parser.MoveNext();)
        {
            if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false }) throw Wrong(parser.Current.Start.Line, words["File.NoAlias"]);
            if (parser.Current is MappingStart or SequenceStart && ++depth > Deepest) throw Wrong(parser.Current.Start.Line, words["File.TooDeep"]);
            if (parser.Current is MappingEnd or SequenceEnd) depth--;
        }

        return true;
    });

    private T Reading<T>(Func<TextReader, T> read)
    {
        try
        {
            using var reader = open();
            return read(reader);
        }
        catch (YamlException unreadable)
        {
            throw Wrong(unreadable.Start.Line, words["File.Unreadable", unreadable.Message]);
        }
        catch (InvalidOperationException)
        {
            // What the reader throws at a bracket that is never closed; it does not say where.
            throw Wrong(1, words["File.NotClosed"]);
        }
    }

    public Exception Wrong(long line, string what) => broken(line, what);

    /// <summary>A field that nobody reads is one that was mistyped.</summary>
    public void OnlyHas(YamlMappingNode node, params string[] fields)
    {
        if (node.Children.Keys.FirstOrDefault(key => key is not YamlScalarNode { Value: { } name } || !fields.Contains(name)) is { } other) throw Wrong(other.Start.Line, words["File.NoField", other, string.Join(", ", fields)]);
    }

    public string Text(YamlMappingNode node, string field) => node.Children.TryGetValue(field, out var value) switch
    {
        true when value is YamlScalarNode { Value.Length: > 0 } text => text.Value!,
        true => throw Wrong(value!.Start.Line, words["File.Empty", field]),
        false => throw Wrong(node.Start.Line, words["File.Missing", field]),
    };

    public string TextOrNothing(YamlMappingNode node, string field) => node.Children.ContainsKey(field) ? Text(node, field) : "";

    public int Number(YamlMappingNode node, string field) => int.TryParse(Text(node, field), out var number)
        ? number
        : throw Wrong(node.Children[field].Start.Line, words["File.NoNumber", field]);

    /// <summary>Yes or no; no where nothing is said.</summary>
    public bool IsSo(YamlMappingNode node, string field) => TextOrNothing(node, field) switch
    {
        "" or "false" or "no" or "nee" => false,
        "true" or "yes" or "ja" => true,
        _ => throw Wrong(node.Children[field].Start.Line, words["File.NoYes", field]),
    };

    /// <summary>A list of lines that have fields of their own; empty where there is no such list.</summary>
    public IEnumerable<YamlMappingNode> ListOrNothing(YamlMappingNode node, string field) => node.Children.ContainsKey(field) ? List(node, field) : [];

    /// <summary>A list of lines that have fields of their own.</summary>
    public IEnumerable<YamlMappingNode> List(YamlMappingNode node, string field) =>
        Lines(node, field).Select(line => line as YamlMappingNode ?? throw Wrong(line.Start.Line, words["File.NoFields", field]));

    /// <summary>A list of texts.</summary>
    public ImmutableArray<string> Texts(YamlMappingNode node, string field) =>
        [.. Lines(node, field).Select(line => line is YamlScalarNode { Value.Length: > 0 } text ? text.Value! : throw Wrong(line.Start.Line, words["File.NoText", field]))];

    /// <returns>Where this value stands last; the first line where it stands nowhere.</returns>
    public static long LineOf(YamlMappingNode root, string value) => root.AllNodes.OfType<YamlScalarNode>().LastOrDefault(node => node.Value == value)?.Start.Line ?? 1;

    private YamlSequenceNode Lines(YamlMappingNode node, string field)
    {
        if (!node.Children.TryGetValue(field, out var value)) throw Wrong(node.Start.Line, words["File.Missing", field]);
        return value as YamlSequenceNode ?? throw Wrong(value.Start.Line, words["File.NoList", field]);
    }
}
