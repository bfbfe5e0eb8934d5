using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Text;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>A picture with two axes: lines, bands and bounds, in the colours of <see cref="Page"/>.</summary>
internal sealed class Plot
{
    private const int Width = 1_100;
    private const int Height = 400;
    private const int Left = 70;
    private const int Right = 1_080;
    private const int Top = 46;
    private const int Bottom = 346;
    private const int KeyWidth = 26;
    private const double LetterWidth = 6.6;

    private readonly PlotAxis _x;
    private readonly PlotAxis _y;
    private readonly StringBuilder _svg = new();
    private double _keyX = Left;

    /// <param name="title">For those who cannot see it.</param>
    public Plot(string title, PlotAxis x, PlotAxis y)
    {
        _x = x;
        _y = y;
        _svg.Append(Text($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Escape(title)}\">"));

        foreach (double tick in x.Ticks)
        {
            _svg.Append(Text($"<line x1=\"{X(tick):0.#}\" x2=\"{X(tick):0.#}\" y1=\"{Top}\" y2=\"{Bottom}\" stroke=\"var(--line)\"/>"))
                .Append(Text($"<text x=\"{X(tick):0.#}\" y=\"{Bottom + 18}\" text-anchor=\"middle\">{x.Text(tick)}</text>"));
        }

        foreach (double tick in y.Ticks)
        {
            _svg.Append(Text($"<line x1=\"{Left}\" x2=\"{Right}\" y1=\"{Y(tick):0.#}\" y2=\"{Y(tick):0.#}\" stroke=\"var(--line)\"/>"))
                .Append(Text($"<text x=\"{Left - 8}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\">{y.Text(tick)}</text>"));
        }

        _svg.Append(Text($"<text x=\"{(Left + Right) / 2}\" y=\"{Bottom + 40}\" text-anchor=\"middle\">{Escape(x.Label)}</text>"))
            .Append(Text($"<text x=\"16\" y=\"{(Top + Bottom) / 2}\" text-anchor=\"middle\" transform=\"rotate(-90 16 {(Top + Bottom) / 2})\">{Escape(y.Label)}</text>"));
    }

    /// <param name="colour">From 0, of the page's series.</param>
    /// <param name="name">In the key; none without one.</param>
    public void Line(IEnumerable<(double X, double Y)> points, int colour, string name = "", bool dashed = false, bool dots = false)
    {
        var path = new StringBuilder();

        foreach ((double x, double y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Text($"{X(x):0.#},{Y(y):0.#}"));

            if (dots)
            {
                _svg.Append(Text($"<circle cx=\"{X(x):0.#}\" cy=\"{Y(y):0.#}\" r=\"3.5\" fill=\"var(--series{colour})\"><title>{x:0.##}: {y:0.###}</title></circle>"));
            }
        }

        if (path.Length > 0)
        {
            _svg.Append(Text($"<path d=\"{path}\" fill=\"none\" stroke=\"var(--series{colour})\" stroke-width=\"1.8\"{(dashed ? " stroke-dasharray=\"5 4\"" : "")}/>"));
            Key(name, Text($"<line x1=\"{_keyX:0}\" x2=\"{_keyX + KeyWidth - 6:0}\" y1=\"18\" y2=\"18\" stroke=\"var(--series{colour})\" stroke-width=\"2\"{(dashed ? " stroke-dasharray=\"5 4\"" : "")}/>"));
        }
    }

    /// <summary>What lies between two lines over the same places.</summary>
    public void Band(IReadOnlyList<(double X, double Low, double High)> points, int colour, string name = "")
    {
        if (points.Count == 0)
        {
            return;
        }

        var path = new StringBuilder();

        for (int i = 0; i < points.Count; i++)
        {
            path.Append(i == 0 ? 'M' : 'L').Append(Text($"{X(points[i].X):0.#},{Y(points[i].High):0.#}"));
        }

        for (int i = points.Count - 1; i >= 0; i--)
        {
            path.Append(Text($"L{X(points[i].X):0.#},{Y(points[i].Low):0.#}"));
        }

        _svg.Append(Text($"<path d=\"{path}Z\" fill=\"var(--series{colour})\" fill-opacity=\".18\"/>"));
        Key(name, Text($"<rect x=\"{_keyX:0}\" y=\"11\" width=\"{KeyWidth - 6}\" height=\"14\" fill=\"var(--series{colour})\" fill-opacity=\".25\"/>"));
    }

    /// <summary>A bar from 0.</summary>
    public void Bar(double fromX, double toX, double y, int colour) =>
        _svg.Append(Text($"<rect x=\"{X(fromX) + 0.5:0.#}\" y=\"{Y(y):0.#}\" width=\"{Math.Max(0.5, X(toX) - X(fromX) - 1):0.#}\" height=\"{Y(0) - Y(y):0.#}\" fill=\"var(--series{colour})\" fill-opacity=\".7\"/>"));

    /// <summary>What is wanted at one place: an upright stroke from one value to another.</summary>
    public void Bound(double x, double fromY, double toY, string title) =>
        _svg.Append(Text($"<path d=\"M{X(x) - 7:0.#},{Y(fromY):0.#}h14m-14,{Y(toY) - Y(fromY):0.#}h14\" stroke=\"var(--bad)\" stroke-width=\"2\"><title>{Escape(title)}</title></path>"));

    /// <summary>What is wanted, along the whole axis.</summary>
    public void BoundAt(double x) => _svg.Append(Text($"<line x1=\"{X(x):0.#}\" x2=\"{X(x):0.#}\" y1=\"{Top}\" y2=\"{Bottom}\" stroke=\"var(--bad)\" stroke-dasharray=\"2 3\"/>"));

    public string Svg() => _svg.ToString() + "</svg>";

    private void Key(string name, string sample)
    {
        if (name.Length > 0)
        {
            _svg.Append(sample).Append(Text($"<text x=\"{_keyX + KeyWidth:0}\" y=\"22\">{Escape(name)}</text>"));
            _keyX += KeyWidth + (name.Length * LetterWidth) + 18;
        }
    }

    private double X(double value) => Left + ((Right - Left) * _x.Share(value));

    private double Y(double value) => Bottom - ((Bottom - Top) * _y.Share(value));

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
