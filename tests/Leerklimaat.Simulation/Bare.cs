using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Simulation;

/// <summary>
/// Those who look at the same as others, and are shown no more than at which version it is. What pages look like takes nine tenths of the time of a world; whether everybody is told the newest can be
/// seen without it, many times as often.
/// </summary>
public sealed record Bare(Audience Whole) : Audience(Whole.Language)
{
    public override TimeSpan Pace => Whole.Pace;

    public override IEnumerable<Subject> Subjects(Newest newest) => Whole.Subjects(newest);

    public override Fragment? Draw(Newest newest)
    {
        var subjects = Subjects(newest).ToList();
        if (!subjects.TrueForAll(newest.Knows)) return null;

        var versions = subjects.Select(subject => VersionOf(newest, subject)).ToList();
        return new([Region.Of<TitleFragment>("title", string.Join(' ', versions))], versions.Sum());
    }

    private static long VersionOf(Newest newest, Subject subject)
    {
        _ = subject.State == typeof(Table) ? newest.Of<Table>(subject.Id, out var version) as object
            : subject.State == typeof(Workshop) ? newest.Of<Workshop>(subject.Id, out version)
            : subject.State == typeof(Plenary) ? newest.Of<Plenary>(subject.Id, out version)
            : subject.State == typeof(Question) ? newest.Of<Question>(subject.Id, out version)
            : newest.Of<Publications>(subject.Id, out version);
        return version;
    }
}
