using System.Globalization;
using System.Net;
using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Demarche.Briefing;

/// <summary>A brief as one HTML page that asks nothing of the network: style and charts inside, no script.</summary>
public static class HtmlBrief
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    const string Style =
        """
        :root{--ink:#1c2430;--soft:#556070;--line:#d5dae1;--paper:#fff;--link:#0b5cad;--tint:#f5f7fa}
        @media (prefers-color-scheme:dark){:root{--ink:#e8ecf2;--soft:#a5b0bf;--line:#3a4351;--paper:#14181f;--link:#7cc0ff;--tint:#1c222b}}
        *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
        main{max-width:56rem;margin:0 auto;padding:2rem 1.25rem 4rem}h1{font-size:1.7rem;line-height:1.25;margin:.2rem 0 1rem}h2{font-size:1.25rem;margin:2.4rem 0 .6rem;padding-top:.8rem;border-top:2px solid var(--line)}h3{font-size:1rem;margin:1.5rem 0 .4rem}
        a{color:var(--link)}a:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}ul.says{list-style:none;margin:.3rem 0;padding:0}ul.says li{padding:.45rem 0 .45rem .9rem;border-left:3px solid var(--line);margin:.35rem 0}
        .lead{font-weight:600;color:var(--soft)}.cite{white-space:nowrap;font-size:.85em}.slot{border:1.5px dashed var(--soft);border-radius:6px;padding:.6rem .9rem;margin:1rem 0}.slot .label{color:var(--soft);font-style:italic;margin:0}
        .scroll{overflow-x:auto;margin:.6rem 0 1.2rem}table{border-collapse:collapse;font-size:.88rem;width:100%}caption{text-align:left;color:var(--soft);padding:.3rem 0}th,td{text-align:left;vertical-align:top;padding:.3rem .7rem .3rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}th{color:var(--soft);font-weight:600}thead th{overflow-wrap:normal}
        figure{margin:1rem 0}figure .scroll{margin:0}figure svg{max-width:100%;min-width:40rem;height:auto;border:1px solid var(--line);border-radius:6px}figcaption{color:var(--soft);font-size:.9rem}ol.cites li{margin:.4rem 0;overflow-wrap:anywhere}ol.cites q{color:var(--soft)}ol.cites code{font-size:.85em}
        nav ol{columns:2;padding-left:1.2rem}@media print{main{max-width:none;padding:0}nav{display:none}figure svg{min-width:0}h2{break-after:avoid}figure,li,tr{break-inside:avoid}}@media (max-width:40rem){nav ol{columns:1}}
        """;

    public static string Write(Brief brief)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<title>").Append(Encode(brief.Title)).Append("</title>\n<style>").Append(Style.ReplaceLineEndings("\n")).Append("</style>\n</head>\n<body>\n<main>\n<h1>").Append(Encode(brief.Title)).Append("</h1>\n");
        page.Append("<nav aria-label=\"Sections\"><ol>\n");
        foreach (var section in brief.Sections)
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{Anchor(section.Heading)}\">{Encode(section.Heading)}</a></li>\n");
        page.Append("<li><a href=\"#citations\">Citations</a></li>\n</ol></nav>\n");
        foreach (var section in brief.Sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"{Anchor(section.Heading)}\">\n<h2 id=\"{Anchor(section.Heading)}\">{Encode(section.Heading)}</h2>\n");
            var isInList = false;
            foreach (var block in section.Blocks)
            {
                if (isInList != block is Statement)
                    page.Append(isInList ? "</ul>\n" : "<ul class=\"says\">\n");
                isInList = block is Statement;
                Write(page, block);
            }
            page.Append(isInList ? "</ul>\n</section>\n" : "</section>\n");
        }
        page.Append("<section aria-labelledby=\"citations\">\n<h2 id=\"citations\">Citations</h2>\n<ol class=\"cites\">\n");
        foreach (var citation in brief.Citations)
            page.Append(CultureInfo.InvariantCulture,
                $"<li id=\"cite-{citation.Number}\" value=\"{citation.Number}\">{Encode(citation.Outlet)}{(citation.Published is { } day ? $", {EventDays.Of(day)}" : "")}: <q>{Encode(citation.Quote.Trim())}</q> <code>{Encode(citation.Document.Value)}#{citation.Span.Start}-{citation.Span.End}</code>, text <code>{citation.TextSha256[..12]}</code>, statement <code>{Encode(citation.Statement)}</code></li>\n");
        page.Append("</ol>\n<p id=\"method\">[M]: counted or computed from the cited events as the method note says.</p>\n</section>\n</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    static void Write(StringBuilder page, BriefBlock block)
    {
        switch (block)
        {
            case SubHeading heading:
                page.Append("<h3>").Append(Encode(heading.Text)).Append("</h3>\n");
                break;
            case Statement statement:
                page.Append("<li>");
                if (statement.Lead is { } lead)
                    page.Append("<span class=\"lead\">").Append(Encode(lead)).Append(":</span> ");
                page.Append(Encode(statement.Text)).Append(' ').Append(Cites(statement)).Append("</li>\n");
                break;
            case AnalystSlot slot:
                page.Append(CultureInfo.InvariantCulture, $"<div class=\"slot\" data-slot=\"{Encode(slot.Id)}\">");
                page.Append(slot.Text is { } own ? Own(own) : $"<p class=\"label\">For the analyst: {Encode(slot.Label)}</p>").Append("</div>\n");
                break;
            case BriefTable table:
                Write(page, table);
                break;
            case BriefChart chart:
                page.Append(CultureInfo.InvariantCulture, $"<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"{chart.Name}-title\">\n{chart.Svg}</div>\n<figcaption>").Append(Encode(chart.Caption)).Append(" <a class=\"cite\" href=\"#method\">[M]</a></figcaption>\n</figure>\n");
                break;
        }
    }

    /// <summary>
    /// An analyst's Markdown, which may be pasted from anywhere: no raw HTML, no picture that would be fetched, no link but to the web
    /// or inside the page.
    /// </summary>
    static string Own(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            link.Url = Harmless(link.Url);
        }
        foreach (var link in document.Descendants<AutolinkInline>())
            link.Url = link.IsEmail ? link.Url : Harmless(link.Url);
        return document.ToHtml(Pipeline);
    }

    static string Harmless(string? url) =>
        url is { Length: > 1 } && (url[0] == '#' || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https" or "mailto"))) ? url : "#method";

    static void Write(StringBuilder page, BriefTable table)
    {
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Encode(table.Caption)}\"><table>\n<caption>{Encode(table.Caption)}</caption>\n<thead><tr>");
        foreach (var name in table.Header)
            page.Append("<th scope=\"col\">").Append(Encode(name)).Append("</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
                page.Append(i == 0 ? "<th scope=\"row\">" : "<td>").Append(table.Header[i] == "cites" ? Linked(row[i]) : Encode(row[i])).Append(i == 0 ? "</th>" : "</td>");
            page.Append("</tr>\n");
        }
        page.Append("</tbody>\n</table></div>\n");
    }

    static string Cites(Statement statement) => statement.Cites.IsEmpty
        ? "<a class=\"cite\" href=\"#method\">[M]</a>"
        : string.Concat(statement.Cites.Select(number => $"<a class=\"cite\" href=\"#cite-{number}\">[{number}]</a>"));

    /// <summary>"[3][4]" as links to the list of citations.</summary>
    static string Linked(string cites) =>
        string.Concat(cites.Split('[', StringSplitOptions.RemoveEmptyEntries).Select(part => part.TrimEnd(']')).Select(number => $"<a class=\"cite\" href=\"#cite-{number}\">[{number}]</a>"));

    static string Anchor(string heading) => string.Join('-', heading.ToLowerInvariant().Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries));

    static string Encode(string text) => WebUtility.HtmlEncode(string.Concat(text.Select(letter => letter is '\n' or '\r' or '\t' ? ' ' : letter).Where(letter => !char.IsControl(letter))));
}
