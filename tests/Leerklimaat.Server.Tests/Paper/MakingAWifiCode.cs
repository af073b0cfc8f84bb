using Leerklimaat.Server.Paper;

namespace Leerklimaat.Server.Tests.Paper;

/// <summary>What phones read from the QR code of a network, in the format that ZXing described: five characters are escaped by a backslash.</summary>
public class MakingAWifiCode
{
    [Theory]
    [InlineData("mynetwork", "mypassword", "WIFI:T:WPA;S:mynetwork;P:mypassword;;")]
    [InlineData("\"foo;bar\\baz\"", "geheim:met,alles", """WIFI:T:WPA;S:\"foo\;bar\\baz\";P:geheim\:met\,alles;;""")]
    [InlineData("Raadhuis gasten", "", "WIFI:T:nopass;S:Raadhuis gasten;;")]
    [InlineData("Café ☕", "  spaties  ", "WIFI:T:WPA;S:Café ☕;P:  spaties  ;;")]
    public void What_has_a_meaning_of_its_own_is_escaped(string name, string password, string code) => Assert.Equal(code, WifiCode.Of(name, password));

    [Fact]
    public void Letters_that_not_everybody_has_are_in_UTF_8_and_the_code_says_so()
    {
        var code = WifiCode.Of("Café", "12345678");
        using var said = QRCoder.QRCodeGenerator.GenerateQrCode(code, QRCoder.QRCodeGenerator.ECCLevel.M, forceUtf8: true, utf8BOM: false, QRCoder.QRCodeGenerator.EciMode.Utf8);
        using var guessed = QRCoder.QRCodeGenerator.GenerateQrCode(code, QRCoder.QRCodeGenerator.ECCLevel.M);
        Assert.Equal(Drawn(said.ModuleMatrix), Drawn(Leerklimaat.Server.Pages.QrCode.ModulesOf(code)));
        Assert.NotEqual(Drawn(guessed.ModuleMatrix), Drawn(Leerklimaat.Server.Pages.QrCode.ModulesOf(code)));
    }

    private static string Drawn(List<System.Collections.BitArray> modules) => string.Concat(modules.SelectMany(row => row.Cast<bool>()).Select(dark => dark ? '#' : '.'));

    [Theory]
    [InlineData("", "", null)]
    [InlineData("Gasten", "", null)]
    [InlineData("Gasten", "12345678", null)]
    [InlineData("Gasten", "1234567", "Wifi.PasswordLength")]
    [InlineData("", "12345678", "Wifi.NameEmpty")]
    [InlineData("ééééééééééééééééé", "12345678", "Wifi.NameTooLong")]
    public void A_network_that_cannot_be_is_said(string name, string password, string? fault) =>
        Assert.Equal(fault, (PaperChoice.Default(1) with { Network = name, Password = password }).NetworkFault);

    [Fact]
    public void A_password_longer_than_a_network_can_have_is_said() =>
        Assert.Equal("Wifi.PasswordLength", (PaperChoice.Default(1) with { Network = "Gasten", Password = new string('x', 65) }).NetworkFault);
}
