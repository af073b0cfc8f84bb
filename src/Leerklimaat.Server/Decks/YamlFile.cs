using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Leerklimaat.Server.Decks;

/// <summary>Takes fields out of a YAML file that people write, and knows where in the file they stand.</summary>
/// <param name="broken">Makes the exception of who reads the file out of a sentence with file, line and what is wrong.</param>
internal sealed class YamlFile(string path, Func<string, Exception> broken)
{
    /// <exception cref="Exception">The one of who reads: this cannot be read as YAML, or is not one document with fields.</exception>
    public YamlMappingNode Root()
    {
        try
        {
            using var reader = File.OpenText(path);
            var yaml = new YamlStream();
            yaml.Load(reader);
            return yaml.Documents is [{ RootNode: YamlMappingNode root }] ? root : throw Wrong(1, "this is one document that starts with 'deck:'");
        }
        catch (YamlException unreadable)
        {
            throw Wrong(unreadable.Start.Line, unreadable.Message);
        }
        catch (InvalidOperationException)
        {
            // What the reader throws at a bracket that is never closed; it does not say where.
            throw Wrong(1, "this cannot be read as YAML; is a bracket or a quote not closed?");
        }
    }

    public Exception Wrong(long line, string what) => broken($"{path}({line}): {what}");

    public string Text(YamlMappingNode node, string field) => node.Children.TryGetValue(field, out var value) switch
    {
        true when value is YamlScalarNode { Value.Length: > 0 } text => text.Value!,
        true => throw Wrong(value!.Start.Line, $"'{field}' is empty"),
        false => throw Wrong(node.Start.Line, $"'{field}' is missing"),
    };

    public string TextOrNothing(YamlMappingNode node, string field) => node.Children.ContainsKey(field) ? Text(node, field) : "";

    public int Number(YamlMappingNode node, string field) => int.TryParse(Text(node, field), out var number)
        ? number
        : throw Wrong(node.Children[field].Start.Line, $"'{field}' is not a whole number");

    /// <summary>A list of lines that have fields of their own.</summary>
    public IEnumerable<YamlMappingNode> List(YamlMappingNode node, string field) =>
        Lines(node, field).Select(line => line as YamlMappingNode ?? throw Wrong(line.Start.Line, $"a line of '{field}' has no fields"));

    /// <summary>A list of texts.</summary>
    public ImmutableArray<string> Texts(YamlMappingNode node, string field) =>
        [.. Lines(node, field).Select(line => line is YamlScalarNode { Value.Length: > 0 } text ? text.Value! : throw Wrong(line.Start.Line, $"a line of '{field}' is no text"))];

    /// <returns>Where this value stands last; the first line where it stands nowhere.</returns>
    public static long LineOf(YamlMappingNode root, string value) => root.AllNodes.OfType<YamlScalarNode>().LastOrDefault(node => node.Value == value)?.Start.Line ?? 1;

    private YamlSequenceNode Lines(YamlMappingNode node, string field)
    {
        if (!node.Children.TryGetValue(field, out var value)) throw Wrong(node.Start.Line, $"'{field}' is missing");
        return value as YamlSequenceNode ?? throw Wrong(value.Start.Line, $"'{field}' is not a list");
    }
}
