using System.Globalization;
using System.IO;

namespace Haip.Flash.Cards;

/// <summary>The page from which a card is printed and cut out, 85.6 by 54 mm. It needs nothing but itself.</summary>
public static class CardPage
{
    /// <summary>The page's text. The secret is in its QR code only.</summary>
    public static string Html(PumpCard card)
    {
        var picture = new QrPicture(card.Line);
        string key = card.Key.ToString(CultureInfo.InvariantCulture);

        return $$"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Clinician's card of {{card.Serial}}, key {{key}}</title>
            <style>
              @page { size: A4; margin: 20mm; }
              body { background: #fff; color: #000; font: 10pt/1.4 sans-serif; margin: 20mm; max-width: 170mm; }
              .card { box-sizing: border-box; width: 85.6mm; height: 54mm; border: 0.2mm solid #000; border-radius: 3mm; padding: 3mm; display: flex; gap: 2mm; overflow: hidden; }
              .card svg { width: 42mm; height: 42mm; flex: none; align-self: center; }
              .card div { font-size: 7pt; line-height: 1.3; }
              .card b { font-size: 9pt; }
              .card code { font-size: 8.5pt; white-space: nowrap; }
              p, li { max-width: 140mm; }
              @media print { body { margin: 0; } }
            </style>
            <div class="card">
              <svg viewBox="0 0 {{picture.Size}} {{picture.Size}}" role="img" aria-label="QR code of the secret" shape-rendering="crispEdges"><path d="{{picture.Path()}}"/></svg>
              <div>
                <b>Clinician's card</b><br>
                pump <code>{{card.Serial}}</code><br>
                key {{key}}<br><br>
                Whoever has this code, or a photograph of it, can program this pump.<br><br>
                Keep it like a key. Let nobody photograph it. Lost or seen: give the pump a new card.<br><br>
                Bench and research only.
              </div>
            </div>
            <ol>
              <li>Print at 100 %. Turn the printer's memory off, or clear it.</li>
              <li>Cut the card out. It belongs to the pump whose serial number is on it, and to no other.</li>
              <li>Destroy every other copy: this file, the terminal's history, spoilt prints.</li>
            </ol>
            </html>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>Writes the page so that only its owner may read it.</summary>
    /// <exception cref="FlashException">It is there already and may not be replaced, or it cannot be written.</exception>
    public static void Write(string path, string html, bool overwrite)
    {
        try
        {
            if (overwrite)
            {
                File.Delete(path); // what stood there may have been open to others
            }

            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };

            if (!System.OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(path, options);
            writer.Write(html);
        }
        catch (IOException) when (!overwrite && Path.Exists(path))
        {
            throw new FlashException(Outcome.BadArguments, $"{path} is there already, perhaps with the card of a pump.", "Name another file with --out, or replace it with --overwrite.");
        }
        catch (System.Exception e) when (e is IOException or System.UnauthorizedAccessException or System.ArgumentException or System.NotSupportedException)
        {
            throw new FlashException(Outcome.BadArguments, $"The page {path} cannot be written: {e.Message.TrimEnd('.')}.", "Name another file with --out.");
        }
    }
}
