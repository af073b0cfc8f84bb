using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Programmes;

/// <summary>The programmes that a workshop can be started from, by how long they take and the language they are in.</summary>
public sealed class ProgrammeShelf
{
    private readonly Dictionary<(int Minutes, string Language), IReadOnlyList<PartPlan>> programmes = [];

    /// <exception cref="BrokenProgrammeException">A programme is missing, or cannot be led as it is written.</exception>
    public ProgrammeShelf(string folder)
    {
        foreach (var template in Template.All)
        {
            foreach (var language in Texts.Languages.All)
            {
                var path = Path.Combine(folder, $"{template.Minutes}.{language}.md");
                if (!File.Exists(path)) throw new BrokenProgrammeException($"{path}(1): this programme is missing");
                programmes[(template.Minutes, language)] = ProgrammeFile.Read(path);
            }
        }
    }

    public IReadOnlyList<PartPlan> Find(int minutes, string language) => programmes[(minutes, programmes.ContainsKey((minutes, language)) ? language : "nl")];
}
