using System.Globalization;
using System.Text;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Tests.Pages;

/// <summary>What the calls that the Razor compiler makes of a .razor file write.</summary>
public sealed class DrawingMarkup : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddSingleton<IStringLocalizer<Phrases>, EveryTextThere>().AddSingleton<Pens>().AddSingleton<Files>().AddSingleton(Settings.HouseStyle.Ours).BuildServiceProvider();

    private readonly Pens pens;

    public DrawingMarkup()
    {
        pens = services.GetRequiredService<Pens>();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl");
    }

    [Theory]
    [InlineData("<script>alert('x')</script>", "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;")]
    [InlineData("\" onclick=\"x", "&quot; onclick=&quot;x")]
    [InlineData("R&D, één café in İstanbul 🌱", "R&amp;D, één café in İstanbul &#x1F331;")]
    [InlineData("een\r\ntwee", "een&#xD;&#xA;twee")]
    public void What_somebody_typed_is_text_in_elements_and_in_attributes(string typed, string html)
    {
        using var pen = pens.Take();
        pen.OpenElement(0, "p");
        pen.AddAttribute(1, "title", typed);
        pen.AddContent(2, typed);
        pen.CloseElement();
        Assert.Equal($"<p title=\"{html}\">{html}</p>", Encoding.UTF8.GetString(pen.Drawn));
    }

    [Fact]
    public void Half_a_character_is_written_as_one_that_cannot_be_read()
    {
        using var pen = pens.Take();
        pen.AddContent(0, new string(['a', '\ud83c', 'b']));
        Assert.Equal("a&#xFFFD;b", Encoding.UTF8.GetString(pen.Drawn));
    }

    [Fact]
    public void A_text_longer_than_the_buffer_is_written_whole()
    {
        using var pen = pens.Take();
        pen.AddContent(0, string.Concat(Enumerable.Repeat("<b>één & \"twee\"", 4000)));
        Assert.Equal(string.Concat(Enumerable.Repeat("&lt;b&gt;één &amp; &quot;twee&quot;", 4000)), Encoding.UTF8.GetString(pen.Drawn));
    }

    [Fact]
    public void An_attribute_is_there_when_it_has_a_value()
    {
        using var pen = pens.Take();
        pen.OpenElement(0, "input");
        pen.AddAttribute(1, "id", "");
        pen.AddAttribute(2, "name", (string?)null);
        pen.AddAttribute(3, "required", true);
        pen.AddAttribute(4, "disabled", false);
        pen.AddAttribute(5, "open", (object)false);
        pen.AddAttribute(6, "max", (object?)null);
        pen.AddAttribute(7, "value", -3);
        pen.CloseElement();
        Assert.Equal("<input id=\"\" required value=\"-3\">", Encoding.UTF8.GetString(pen.Drawn));
    }

    [Fact]
    public void Numbers_are_written_as_the_reader_writes_them()
    {
        using var pen = pens.Take();
        pen.AddContent(0, 2.5);
        pen.AddContent(1, " ");
        pen.AddContent(2, 3);
        Assert.Equal("2,5 3", Encoding.UTF8.GetString(pen.Drawn));
    }

    [Theory]
    [InlineData("br", "<br>")]
    [InlineData("p", "<p></p>")]
    [InlineData("textarea", "<textarea></textarea>")]
    public void Only_an_element_that_cannot_have_content_has_no_end(string element, string html)
    {
        using var pen = pens.Take();
        pen.OpenElement(0, element);
        pen.CloseElement();
        Assert.Equal(html, Encoding.UTF8.GetString(pen.Drawn));
    }

    [Fact]
    public void All_of_it_is_one_line_and_the_lines_of_what_was_written_stay_lines()
    {
        using var pen = pens.Take();
        pen.AddMarkupContent(0, "<ul>\r\n    <li>een</li>\n</ul>");
        pen.AddContent(1, new MarkupString("<pre>a\n  b</pre>"));
        Assert.Equal("<ul> <li>een</li> </ul><pre>a&#xA;  b</pre>", Encoding.UTF8.GetString(pen.Drawn));
    }

    [Fact]
    public void Markup_in_markup_gets_its_parameters_its_content_and_what_it_asks_of_the_server()
    {
        using var pen = pens.Take();
        pen.OpenComponent<Layout>(0);
        pen.AddComponentParameter(1, nameof(Layout.Title), "Een & twee");
        pen.AddAttribute(2, nameof(Layout.ChildContent), inner =>
        {
            inner.OpenElement(0, "main");
            inner.AddContent(1, "<");
            inner.CloseElement();
        });
        pen.CloseComponent();
        var html = Encoding.UTF8.GetString(pen.Drawn);
        Assert.Contains("<title>Een &amp; twee · Leerklimaat</title>", html, StringComparison.Ordinal);
        Assert.Contains("<main>&lt;</main>", html, StringComparison.Ordinal);
        Assert.Contains(">Naar de inhoud</a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_markup_does_not_have_is_not_passed_over()
    {
        using var pen = pens.Take();
        pen.OpenComponent<Layout>(0);
        Assert.Throws<KeyNotFoundException>(() => pen.AddComponentParameter(1, "Titel", "Een"));
    }

    [Fact]
    public void A_pen_that_was_given_back_halfway_begins_anew()
    {
        var first = pens.Take();
        first.OpenElement(0, "p");
        first.Dispose();

        using var again = pens.Take();
        Assert.Same(first, again);
        again.AddMarkupContent(0, "<br>");
        Assert.Equal("<br>", Encoding.UTF8.GetString(again.Drawn));
    }

    public void Dispose() => services.Dispose();
}
