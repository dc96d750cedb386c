using System.Globalization;
using System.Net;
using System.Text;

namespace Demarche.Briefing.Charts;

/// <summary>
/// Writes one chart as SVG: numbers with at most one decimal and a point, so that the same chart is the same bytes anywhere.
/// Every chart has a title, a description, and colours that follow dark screens and print.
/// </summary>
sealed class Svg
{
    /// <summary>Colours by quad after Okabe and Ito, told apart by colour-blind readers; every mark also differs by place, shape or label.</summary>
    const string Style =
        """
        .chart{font:12px system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;--ink:#1c2430;--soft:#5b6675;--line:#d5dae1;--paper:#ffffff;--q1:#56b4e9;--q2:#0072b2;--q3:#e69f00;--q4:#d55e00;--cover:#9aa5b4;--land:#eceff3}
        @media (prefers-color-scheme:dark){.chart{--ink:#e8ecf2;--soft:#a5b0bf;--line:#3a4351;--paper:#14181f;--q1:#7cc7f2;--q2:#3d9bd9;--q3:#f0b429;--q4:#f0793a;--cover:#6d7888;--land:#262d37}}
        @media print{.chart{--ink:#000;--soft:#333;--line:#ddd;--paper:#fff;--q1:#56b4e9;--q2:#0072b2;--q3:#e69f00;--q4:#d55e00;--cover:#888;--land:#eee}}
        .chart text{fill:var(--ink)}.chart .soft{fill:var(--soft)}.chart .head{font-weight:600;font-size:14px}.chart .small{font-size:10.5px}
        .chart .axis{stroke:var(--line);stroke-width:1}.chart .zero{stroke:var(--soft);stroke-width:1}.chart .paper{fill:var(--paper)}
        .chart .q1{fill:var(--q1);stroke:var(--q1)}.chart .q2{fill:var(--q2);stroke:var(--q2)}.chart .q3{fill:var(--q3);stroke:var(--q3)}.chart .q4{fill:var(--q4);stroke:var(--q4)}.chart .q0{fill:var(--soft);stroke:var(--soft)}
        .chart .hollow{fill:var(--paper);stroke-width:1.8}.chart .dotted{fill:var(--paper);stroke-width:1.6;stroke-dasharray:1.6 2}.chart .strike{stroke:var(--ink);stroke-width:1.4;fill:none}
        .chart .ring{fill-opacity:.12;stroke-dasharray:3 3}.chart .spot{fill-opacity:.85;stroke:var(--paper);stroke-width:1}.chart .cover{fill:var(--cover)}.chart .land{fill:var(--land);stroke:var(--line);stroke-width:.5}.chart .band{fill:var(--q2);opacity:.18}.chart .curve{fill:none;stroke:var(--q2);stroke-width:2}.chart .change{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:5 3}
        """;

    readonly StringBuilder text = new();

    /// <param name="id">Unique in the page the chart will stand in; letters, digits and hyphens.</param>
    public Svg(string id, double width, double height, string title, string description)
    {
        text.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\" aria-labelledby=\"{id}-title {id}-desc\">\n");
        text.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-title\">{Encode(title)}</title>\n<desc id=\"{id}-desc\">{Encode(description)}</desc>\n");
        text.Append("<style>").Append(Style.ReplaceLineEndings("\n")).Append("</style>\n");
        text.Append(CultureInfo.InvariantCulture,
            $"<defs><pattern id=\"{id}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"var(--paper)\" stroke-width=\"3\"/></pattern></defs>\n");
        text.Append(CultureInfo.InvariantCulture, $"<rect class=\"paper\" width=\"{N(width)}\" height=\"{N(height)}\"/>\n");
        Hatch = $"url(#{id}-hatch)";
        Text(16, 24, title, "head");
    }

    /// <summary>A fill for what is not complete, laid over its shape.</summary>
    public string Hatch { get; }

    public void Text(double x, double y, string words, string style = "", string anchor = "start")
    {
        var looks = style.Length == 0 ? "" : $" class=\"{style}\"";
        var place = anchor == "start" ? "" : $" text-anchor=\"{anchor}\"";
        text.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(y)}\"{looks}{place}>{Encode(words)}</text>\n");
    }

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        text.Append(CultureInfo.InvariantCulture, $"<line class=\"{style}\" x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\"/>\n");

    public void Path(string data, string style) => text.Append(CultureInfo.InvariantCulture, $"<path class=\"{style}\" d=\"{data}\"/>\n");

    public void Rectangle(double x, double y, double width, double height, string style, string fill = "")
    {
        var filled = fill.Length == 0 ? $" class=\"{style}\"" : $" fill=\"{fill}\"";
        text.Append(CultureInfo.InvariantCulture, $"<rect{filled} x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\"/>\n");
    }

    public void Circle(double x, double y, double radius, string style) =>
        text.Append(CultureInfo.InvariantCulture, $"<circle class=\"{style}\" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\"/>\n");

    /// <summary>A mark of events: what is drawn until <see cref="End"/> carries their ids and says on hovering what they are.</summary>
    public void Mark(IEnumerable<string> events, string says) =>
        text.Append(CultureInfo.InvariantCulture, $"<g data-events=\"{Encode(string.Join(' ', events))}\"><title>{Encode(says)}</title>\n");

    public void End() => text.Append("</g>\n");

    public string Finish() => text.Append("</svg>\n").ToString();

    public static string N(double value)
    {
        var rounded = Math.Round(value, 1);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }

    static string Encode(string words) => WebUtility.HtmlEncode(Plain(words));

    /// <summary>Without what XML cannot hold: control characters and halves of surrogate pairs.</summary>
    static string Plain(string words) => string.Concat(words.EnumerateRunes().Where(rune => rune.Value >= ' ' && rune.Value is not (0xFFFE or 0xFFFF)).Select(rune => rune.ToString()));
}
