using System.Collections.Immutable;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Decks;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Leerklimaat.Server.Rehearsals;

/// <summary>Reads what stand-ins write from its YAML file. What is wrong is said with the file, the line and what to do about it.</summary>
public static class ScriptFile
{
    public static Script Read(string path, DeckShelf shelf)
    {
        var root = Root(path);
        var language = Text(path, root, "language");
        var deck = Text(path, root, "deck") is var id && shelf.Has(id) ? shelf.Find(id, language) : throw Wrong(path, root, $"there is no deck '{id}'");
        var script = new Script(
            language, Texts(path, root, "names"), [.. List(path, root, "notes").Children.SelectMany(node => NotesOf(path, node))],
            Texts(path, root, "words"), Texts(path, root, "answers"), Texts(path, root, "learning-questions"), Texts(path, root, "take-alongs"));

        foreach (var finding in script.Check(deck)) throw Wrong(path, NodeOf(root, finding.Where), $"{finding.Where}: {finding.What}");
        return script;
    }

    private static YamlMappingNode Root(string path)
    {
        try
        {
            using var reader = File.OpenText(path);
            var yaml = new YamlStream();
            yaml.Load(reader);
            return yaml.Documents is [{ RootNode: YamlMappingNode root }] ? root : throw new BrokenScriptException($"{path}(1): this is one document that starts with 'deck:'");
        }
        catch (YamlException broken)
        {
            throw new BrokenScriptException($"{path}({broken.Start.Line}): {broken.Message}");
        }
        catch (InvalidOperationException)
        {
            // What the reader throws at a bracket that is never closed; it does not say where.
            throw new BrokenScriptException($"{path}(1): this cannot be read as YAML; is a bracket or a quote not closed?");
        }
    }

    private static IEnumerable<ScriptedNote> NotesOf(string path, YamlNode node)
    {
        var notes = node as YamlMappingNode ?? throw Wrong(path, node, "notes have a factor, and then green, question and need");
        var factor = Text(path, notes, "factor");
        return from kind in Enum.GetValues<NoteKind>()
               let field = kind.ToString().ToLowerInvariant()
               where notes.Children.ContainsKey(field)
               from text in Texts(path, notes, field)
               select new ScriptedNote(factor, kind, text);
    }

    private static string Text(string path, YamlMappingNode node, string field) =>
        node.Children.TryGetValue(field, out var value) && value is YamlScalarNode { Value.Length: > 0 } text ? text.Value! : throw Wrong(path, node, $"'{field}' is missing or empty");

    private static ImmutableArray<string> Texts(string path, YamlMappingNode node, string field) =>
        [.. List(path, node, field).Children.Select(item => item is YamlScalarNode { Value.Length: > 0 } text ? text.Value! : throw Wrong(path, item, $"a line of '{field}' is no text"))];

    private static YamlSequenceNode List(string path, YamlMappingNode node, string field) =>
        node.Children.TryGetValue(field, out var value) && value is YamlSequenceNode list ? list : throw Wrong(path, node, $"'{field}' is missing or is not a list");

    private static YamlNode NodeOf(YamlMappingNode root, string where) => root.AllNodes.OfType<YamlScalarNode>().LastOrDefault(node => node.Value == where) ?? (YamlNode)root;

    private static BrokenScriptException Wrong(string path, YamlNode node, string what) => new($"{path}({node.Start.Line}): {what}");
}

/// <summary>What stand-ins write cannot be used as it stands there. The message says file, line and what is wrong.</summary>
public sealed class BrokenScriptException : Exception
{
    public BrokenScriptException() { }

    public BrokenScriptException(string message) : base(message) { }

    public BrokenScriptException(string message, Exception inner) : base(message, inner) { }
}

/// <summary>What stand-ins write, in each language.</summary>
public sealed class ScriptShelf
{
    private readonly Dictionary<string, Script> scripts;

    /// <exception cref="BrokenScriptException">A language is missing, or cannot be used as it is written.</exception>
    public ScriptShelf(string folder, DeckShelf shelf) => scripts = Texts.Languages.All.ToDictionary(language => language, language =>
        Path.Combine(folder, $"{DeckShelf.Shipped}.{language}.yaml") is var path && File.Exists(path) ? ScriptFile.Read(path, shelf) : throw new BrokenScriptException($"{path}(1): this file is missing"));

    public Script Find(string language) => scripts.GetValueOrDefault(language) ?? scripts["nl"];
}
