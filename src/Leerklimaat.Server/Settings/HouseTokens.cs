using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Leerklimaat.Server.Settings;

/// <summary>
/// Reads the tokens of an organisation from a style sheet that has custom properties alone, as the token files of NL Design System have. A colour of ours
/// on which text can no longer be read is refused. Colours outside a block for the dark hold in the light alone: the dark is then as we have it.
/// </summary>
public static partial class HouseTokens
{
    private const double Text = 4.5, Edge = 3;

    /// <summary>What stands on what, and the least contrast that WCAG 2.2 asks of it (1.4.3 and 1.4.11).</summary>
    public static readonly IReadOnlyList<(string Front, string Back, double Least)> Pairs =
    [
        ("ink", "paper", Text), ("ink", "paper-under", Text), ("ink", "table", Text), ("ink", "tile-chosen", Text), ("ink", "sky", Text), ("ink-quiet", "paper", Text), ("ink-quiet", "table", Text),
        ("accent-ink", "accent", Text), ("accent-ink", "accent-deep", Text), ("accent", "paper", Text), ("warm", "paper", Text),
        ("green-ink", "green", Text), ("pink-ink", "pink", Text), ("clay-ink", "clay", Text), ("line-strong", "paper", Edge), ("focus", "paper", Edge), ("focus", "table", Edge),
    ];

    private static readonly Lazy<Tokens> Ours = new(() =>
    {
        using var theme = typeof(HouseTokens).Assembly.GetManifestResourceStream("theme.css")!;
        return Parse("theme.css", new StreamReader(theme).ReadToEnd(), selector => selector == ":root");
    });

    /// <returns>The tokens as styles of ours, with nothing else of the file.</returns>
    /// <exception cref="SettingsException">The file has something else than tokens, or a colour on which nobody can read.</exception>
    public static string Read(string path)
    {
        if (new FileInfo(path).Length > HouseStyle.LargestTokens) throw new SettingsException($"{path}: a token file has at most {HouseStyle.LargestTokens / 1000} kB.");

        // A theme of NL Design System has a class of its own, which we have not: whatever they call it, it is meant for all of the page.
        var theirs = Parse(path, File.ReadAllText(path), _ => true);
        var faults = Faults(theirs).ToList();
        return faults.Count == 0 ? Written(theirs) : throw new SettingsException($"{path}: {string.Join(" ", faults)}");
    }

    /// <summary>What could not be read with these tokens laid over ours.</summary>
    private static IEnumerable<string> Faults(Tokens theirs)
    {
        foreach (var (isDark, own, said) in new[] { (false, theirs.Light, "in the light"), (true, theirs.Dark, "in the dark") })
        {
            string? ColourOf(string name) => own.GetValueOrDefault($"--lk-{name}") ?? (isDark ? Ours.Value.Dark : Ours.Value.Light).GetValueOrDefault($"--lk-{name}");

            foreach (var (front, back, least) in Pairs.Where(pair => own.ContainsKey($"--lk-{pair.Front}") || own.ContainsKey($"--lk-{pair.Back}")))
            {
                if (ColourOf(front) is not { } one || ColourOf(back) is not { } other) continue;
                if (new[] { (front, one), (back, other) }.FirstOrDefault(colour => !Hex().IsMatch(colour.Item2)) is { Item2: not null } unread) yield return $"--lk-{unread.Item1} is '{unread.Item2}'; write it as #rrggbb, so that it can be checked whether people can read it.";
                else if (Contrast(one, other) is var contrast && contrast < least)
                    yield return string.Create(CultureInfo.InvariantCulture, $"--lk-{front} ({one}) on --lk-{back} ({other}) has a contrast of {Math.Floor(contrast * 10) / 10:0.0} to 1 {said}; it needs {least:0.#} to 1 to be read.");
            }
        }
    }

    private static string Written(Tokens tokens)
    {
        var css = new StringBuilder();
        Block(":root", tokens.Light.Where(token => !IsColour(token.Value)));
        Block("@media not (prefers-color-scheme: dark) { :root", tokens.Light.Where(token => IsColour(token.Value)), " }");
        Block("@media (prefers-color-scheme: dark) { :root", tokens.Dark, " }");
        return css.ToString();

        void Block(string head, IEnumerable<KeyValuePair<string, string>> own, string end = "")
        {
            if (own.Any()) css.Append(head).Append(" { ").AppendJoin(' ', own.Select(token => $"{token.Key}: {token.Value};")).Append(" }").Append(end).Append('\n');
        }
    }

    private static Tokens Parse(string path, string written, Func<string, bool> isRead)
    {
        // What is left out keeps its lines, so that a fault is said where it stands.
        var text = Comment().Replace(written, remark => new string('\n', remark.Value.Count(letter => letter == '\n')));
        var (tokens, around) = (new Tokens(new(StringComparer.Ordinal), new(StringComparer.Ordinal)), new Stack<string>());
        foreach (Match piece in Piece().Matches(text))
        {
            var (said, end) = (piece.Value[..^1].Trim(), piece.Value[^1]);
            var line = 1 + text.AsSpan(0, piece.Index + piece.Value.Length - piece.Value.TrimStart().Length).Count('\n');
            if (end == '{') around.Push(Opened(path, line, said, around));
            if (end != '{' && said.Length > 0 && !Passed().IsMatch(said) && (around.Count == 0 || isRead(around.Peek()))) Add(path, line, said, tokens, around);
            if (end == '}' && !around.TryPop(out _)) throw Wrong(path, line, "there is a '}' too many");
        }

        return around.Count == 0 ? tokens : throw Wrong(path, text.Count(letter => letter == '\n') + 1, "there is a '}' too few");
    }

    private static string Opened(string path, int line, string said, Stack<string> around)
    {
        if (!said.StartsWith('@')) return around.All(one => one.StartsWith('@')) ? said : throw Wrong(path, line, $"'{said}' stands within another rule");
        return around.Count == 0 && Dark().IsMatch(said) ? said : throw Wrong(path, line, $"'{said}' is not read; beside tokens there can be one block '@media (prefers-color-scheme: dark)'");
    }

    private static void Add(string path, int line, string said, Tokens tokens, Stack<string> around)
    {
        if (Token().Match(said) is not { Success: true } token) throw Wrong(path, line, $"'{said}' is no token; the file has custom properties alone, such as --lk-accent: #22603f");
        if (around.Count == 0) throw Wrong(path, line, $"'{said}' stands outside a rule; write it within :root {{ }}");
        if (Foreign().IsMatch(token.Groups[2].Value)) throw Wrong(path, line, $"'{said}' asks for something from elsewhere, which pages do not do");
        (around.Any(one => one.StartsWith('@')) ? tokens.Dark : tokens.Light)[token.Groups[1].Value] = token.Groups[2].Value.Trim();
    }

    private static SettingsException Wrong(string path, int line, string what) => new($"{path}({line}): {what}.");

    private static bool IsColour(string value) => AColour().IsMatch(value);

    /// <summary>WCAG 2.2, contrast ratio: from 1 to 21.</summary>
    private static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + .05) / (Math.Min(first, second) + .05);
    }

    private static double Luminance(string colour)
    {
        var hex = colour.Length == 4 ? string.Concat(colour[1..].Select(digit => $"{digit}{digit}")) : colour[1..];
        return .2126 * Linear(hex[..2]) + .7152 * Linear(hex[2..4]) + .0722 * Linear(hex[4..]);
    }

    private static double Linear(string part) => int.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0 is var value && value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);

    private sealed record Tokens(Dictionary<string, string> Light, Dictionary<string, string> Dark);

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // Up to what opens, ends or closes.
    [GeneratedRegex("[^{};]*[{};]")]
    private static partial Regex Piece();

    [GeneratedRegex(@"^@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)$")]
    private static partial Regex Dark();

    // What such files have besides, and which says nothing about how we look.
    [GeneratedRegex("^(?:@charset|color-scheme:)")]
    private static partial Regex Passed();

    [GeneratedRegex(@"^(--[a-zA-Z][\w-]{0,120})\s*:\s*([^<>\\@{};]{1,300})$")]
    private static partial Regex Token();

    [GeneratedRegex(@"url\s*\(|image-set|expression|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    [GeneratedRegex("^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")]
    private static partial Regex Hex();

    [GeneratedRegex(@"^(?:#[0-9a-fA-F]{3,8}|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(.*\)|white|black)$", RegexOptions.IgnoreCase)]
    private static partial Regex AColour();
}
