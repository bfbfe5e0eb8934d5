using System.Text;
using Haip.Core;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>The frame of a report: one file that needs nothing else, in the colours that the reader's device prefers.</summary>
internal static class Page
{
    private const string Style = """
        :root{color-scheme:light dark;--back:#f6f7f8;--panel:#ffffff;--ink:#1b2329;--soft:#5d6b75;--line:#d9dfe3;--good:#2f7d5b;--bad:#b3372f;--mark:#8895a0;--series0:#1f6fb2;--series1:#c25b1c;--series2:#7a4fb5;--series3:#4d8a2f;--series4:#b03a78}
        @media(prefers-color-scheme:dark){:root{--back:#11161a;--panel:#182026;--ink:#dfe6ea;--soft:#8d9ba5;--line:#2a343b;--good:#5fb88f;--bad:#e8776d;--mark:#62717c;--series0:#62abea;--series1:#ee9458;--series2:#b394e6;--series3:#8cc66c;--series4:#e783b5}}
        *{box-sizing:border-box}body{margin:0;background:var(--back);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
        main{max-width:76rem;margin:0 auto;padding:2.5rem 1.5rem}h1{font-size:1.5rem;font-weight:600;margin:0}h2{font-size:1.05rem;font-weight:600;margin:2.5rem 0 .75rem}
        p{color:var(--soft);margin:.4rem 0;max-width:46rem}.figures{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.5rem 0}
        .figures div{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:.7rem 1.1rem;min-width:8rem}
        .figures b{display:block;font-size:1.5rem;font-weight:500;font-variant-numeric:tabular-nums}.figures span{color:var(--soft);font-size:.82rem}
        .wide{overflow-x:auto;background:var(--panel);border:1px solid var(--line);border-radius:6px}
        table{border-collapse:collapse;width:100%;font-size:.86rem;font-variant-numeric:tabular-nums}th,td{text-align:left;padding:.35rem .8rem;border-top:1px solid var(--line);vertical-align:top}
        thead th{border-top:0;color:var(--soft);font-weight:500}td.n{text-align:right;white-space:nowrap}th.n{text-align:right}.good{color:var(--good)}.bad{color:var(--bad)}.soft{color:var(--soft)}
        svg{display:block;width:100%;height:auto}svg text{fill:var(--soft);font:12px system-ui,sans-serif}
        """;

    /// <param name="command">That makes this page again.</param>
    public static void Begin(StringBuilder page, string title, string command) => page
        .Append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>").Append(title)
        .Append("</title>\n<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n<main>\n<h1>").Append(title).Append("</h1>\n<p><code>dotnet run --project boards/virtual -- ").Append(command)
        .Append("</code>, firmware ").Append(typeof(Pump).Assembly.GetName().Version?.ToString(3)).Append("</p>\n");

    /// <summary>One number that a reader looks for first.</summary>
    public static void Figure(StringBuilder page, string number, string what, bool good) =>
        page.Append("<div><b").Append(good ? "" : " class=\"bad\"").Append('>').Append(number).Append("</b><span>").Append(what).Append("</span></div>");

    /// <summary>A picture with a sentence above it.</summary>
    public static void Picture(StringBuilder page, string title, string sentence, Plot plot) => page
        .Append("<h2>").Append(title).Append("</h2>\n<p>").Append(sentence).Append("</p>\n<div class=\"wide\">").Append(plot.Svg()).Append("</div>\n");

    public static string End(StringBuilder page) => page.Append("</main>\n</html>\n").ToString();
}
