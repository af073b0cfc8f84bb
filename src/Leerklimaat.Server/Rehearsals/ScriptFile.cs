using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Decks;
using YamlDotNet.RepresentationModel;

namespace Leerklimaat.Server.Rehearsals;

/// <summary>Reads what stand-ins write from its YAML file. What is wrong is said with the file, the line and what to do about it.</summary>
public static class ScriptFile
{
    public static Script Read(string path, DeckShelf shelf)
    {
        var file = new YamlFile(path, said => new BrokenScriptException(said));
        var root = file.Root();
        var (language, id) = (file.Text(root, "language"), file.Text(root, "deck"));
        var deck = shelf.Has(id) ? shelf.Find(id, language) : throw file.Wrong(YamlFile.LineOf(root, id), $"there is no deck '{id}'");
        var script = new Script(
            language, file.Texts(root, "names"), [.. file.List(root, "notes").SelectMany(notes => NotesOf(file, notes))],
            file.Texts(root, "words"), file.Texts(root, "answers"), file.Texts(root, "learning-questions"), file.Texts(root, "take-alongs"));

        foreach (var finding in script.Check(deck)) throw file.Wrong(YamlFile.LineOf(root, finding.Where), $"{finding.Where}: {finding.What}");
        return script;
    }

    private static IEnumerable<ScriptedNote> NotesOf(YamlFile file, YamlMappingNode notes)
    {
        var factor = file.Text(notes, "factor");
        return from kind in NoteKinds.Papers
               let field = kind.ToString().ToLowerInvariant()
               where notes.Children.ContainsKey(field)
               from text in file.Texts(notes, field)
               select new ScriptedNote(factor, kind, text);
    }
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
