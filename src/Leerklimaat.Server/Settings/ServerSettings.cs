using System.ComponentModel.DataAnnotations;

namespace Leerklimaat.Server.Settings;

/// <summary>Where the server keeps its data and how people reach it. Nothing has to be set to try it.</summary>
public sealed record ServerSettings
{
    /// <summary>The folder of the journal and of the keys that sign cookies.</summary>
    [Required]
    public string DataFolder { get; init; } = "data";

    /// <summary>The PostgreSQL that several processes share, as <c>Host=…;Database=…;Username=…;Password=…</c>; empty: one process, with everything in the data folder.</summary>
    public string Storage { get; init; } = "";

    /// <summary>Where the other processes reach this one, where there are several: an address of this machine in a network that nobody else is in.</summary>
    [CustomValidation(typeof(Addresses), nameof(Addresses.Check))]
    public string ClusterAddress { get; init; } = "127.0.0.1";

    /// <summary>A folder with decks of your own; empty for none.</summary>
    public string DeckFolder { get; init; } = "";

    /// <summary>A folder with the logo and the tokens of your organisation; empty for none.</summary>
    public string HouseStyleFolder { get; init; } = "";

    /// <summary>The name of your organisation, which its logo says.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>The address that is printed in the QR code, for instance <c>https://leerklimaat.gemeente.nl</c>; empty: found out by itself.</summary>
    public string PublicAddress { get; init; } = "";

    /// <summary>The proxies in front, by address or network, whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; empty: nobody's.</summary>
    public string KnownProxies { get; init; } = "";

    /// <summary>How many people may take part in one workshop.</summary>
    [Range(1, 100_000)]
    public int MostPeople { get; init; } = 2_000;

    /// <summary>For how many minutes a workshop can be looked at after it was closed.</summary>
    [Range(0, 100_000)]
    public int LiveLinkMinutes { get; init; } = 10;

    /// <summary>Have a workshop ready at the first start, and print its facilitator link at each: for a laptop, as <c>bin/run</c> does.</summary>
    public bool Announce { get; init; }

    /// <summary>For how many days a deleted workshop can be taken out of the bin.</summary>
    [Range(0, 3_650)]
    public int BinDays { get; init; } = 30;

    /// <summary>The fewest people whose placements a report shows; five, or more.</summary>
    [Range(5, 1_000)]
    public int SmallestGroup { get; init; } = 5;

    /// <summary>How many megabytes the pictures of one workshop may take.</summary>
    [Range(0, 1_000_000)]
    public int PicturesPerWorkshop { get; init; } = 50;

    /// <summary>How many megabytes of pictures one browser may bring in a day.</summary>
    [Range(1, 1_000_000)]
    public int PicturesPerBrowser { get; init; } = 200;

    /// <summary>How many megabytes all pictures together may take.</summary>
    [Range(0, 1_000_000)]
    public int PicturesInAll { get; init; } = 5_000;

    /// <summary>How many megabytes stay free on the disk, for the journal: with less than this no picture is taken.</summary>
    [Range(0, 1_000_000_000)]
    public int SpaceToKeep { get; init; } = 200;

    /// <summary>Start also when a page of the journal is damaged, so that what can still be read can be played.</summary>
    public bool AllowDamage { get; init; }

    /// <summary>The time zone of the rooms, by its name in the IANA list: a report has the date that it was there.</summary>
    [CustomValidation(typeof(RoomTime), nameof(RoomTime.Check))]
    public string TimeZone { get; init; } = "Europe/Amsterdam";

    /// <summary>How many times quicker than they would the stand-ins of a rehearsal play: for tests and shows.</summary>
    [Range(0.1, 10_000)]
    public double RehearsalSpeed { get; init; } = 1;

    /// <summary>The port that processes talk to each other on; 0 picks a free one.</summary>
    [Range(0, 65_535)]
    public int SiloPort { get; init; }

    /// <summary>The port that clients of the cluster would use; 0 picks a free one.</summary>
    [Range(0, 65_535)]
    public int GatewayPort { get; init; }
}
